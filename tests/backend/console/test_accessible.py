"""What can be computed of accessibility: contrasts of both themes, and a name for everything one can fill or press."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from sqlmodel import select

from backend.agenda.models import Appointment, Motive, Opening
from backend.console.rendering import STATIC
from backend.outreach.models import Poster
from backend.people.models import Membership
from tests.backend.console.conftest import handover_of
from tests.youth import books

TEXT, SHAPE = 4.5, 3.0
"""WCAG 2.2 AA: 1.4.3 for words, 1.4.11 for edges of what one can press."""
GROUNDS = ("paper", "sheet", "shade", "teal-soft", "brick-soft", "amber-soft")
WORDS = [
    *[("ink", ground) for ground in GROUNDS],
    *[("muted", ground) for ground in GROUNDS],
    *[("teal", ground) for ground in ("paper", "sheet", "shade", "teal-soft", "amber-soft")],
    *[("brick", ground) for ground in ("paper", "sheet", "shade", "brick-soft", "teal-soft")],
    *[("amber", ground) for ground in GROUNDS],
    ("on-teal", "teal"),
    ("on-teal", "teal-strong"),
    ("sheet", "brick"),
    ("ink", "land"),
    ("ink", "served"),
    ("muted", "land"),
]
"""Every colour of words over every ground that may lie behind them."""
EDGES = [
    ("teal", "land"),
    ("teal", "served"),
    ("edge", "paper"),
    ("edge", "sheet"),
    ("teal", "paper"),
    ("teal", "sheet"),
    ("brick", "sheet"),
]


def themes() -> dict[str, dict[str, str]]:
    """The colour tokens of the light theme, and those of the dark one over them."""
    css = (STATIC / "console.css").read_text(encoding="utf-8")
    light, dark = re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    tokens = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block)) for block in (light, dark)]
    assert set(tokens[0]) == set(tokens[1]), "a colour of one theme is missing in the other"
    return {"light": tokens[0], "dark": tokens[1]}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_ratio_is_the_one_that_is_defined():
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("pairs", "least"), [(WORDS, TEXT), (EDGES, SHAPE)], ids=["words", "edges"])
def test_both_themes_have_enough_contrast(theme, pairs, least):
    colours = themes()[theme]
    weak = {pair: round(contrast(colours[pair[0]], colours[pair[1]]), 2) for pair in pairs}
    assert not {pair: ratio for pair, ratio in weak.items() if ratio < least}


VOID = {"input", "meta", "link", "path", "circle", "rect", "img", "br"}
LABELLED = {"input", "textarea", "select"}


class Names(HTMLParser):
    """What one can fill or press on a page, and what names it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.labels: set[str] = set()
        self.ids: list[str] = []
        self.fields: list[tuple[str, dict[str, str | None], bool]] = []
        self.pressed: list[list[str]] = []
        self.open: list[str] = []
        self.mute = 0
        self.levels: list[int] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids += [given["id"] or ""] if "id" in given else []
        if tag == "label" and "for" in given:
            self.labels.add(given["for"] or "")
        if tag in LABELLED and given.get("type") != "hidden":
            self.fields.append((tag, given, "label" in self.open))
        if tag in {"button", "a", "summary"}:
            self.pressed.append([given.get("aria-label") or ""])
        if re.fullmatch(r"h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self.pressed and {"button", "a", "summary"} & set(self.open):
            self.pressed[-1].append(data.strip())

    @property
    def nameless(self) -> list[str]:
        fields = [
            tag
            for tag, given, inside in self.fields
            if not inside and not given.get("aria-label") and given.get("id") not in self.labels
        ]
        return fields + ["press" for words in self.pressed if not "".join(words)]


def test_the_reader_of_names_sees_what_is_missing():
    assert Names("<input id='a'><label for='a'>A</label>").nameless == []
    assert Names("<label>A <input></label><button><svg></svg>Go</button>").nameless == []
    assert Names("<input id='a'><textarea></textarea><a href='/'></a>").nameless == [
        "input",
        "textarea",
        "press",
    ]


@pytest.fixture
def pages(browse, youth, db, nadia) -> dict[str, str]:
    """Every page of ours with something to show, as its readers get it."""
    books(youth)
    youth.writes("/humain")
    thread = f"/relais/{handover_of(db)}"
    helene, anyone = browse().enters_as("Hélène"), browse()
    nadia.opens(thread)
    nadia.sends(f"{thread}/prendre")
    found: dict[str, str] = {}
    for browser, paths in (
        (anyone, ("/", "/connexion", "/vieprivee", "/appeler/3114", "/nowhere")),
        (nadia, ("/a-rappeler", f"{thread}/transcription", "/relais", thread, "/equipe", "/moi", "/tableau")),
        (nadia, tuple(f"{thread}/{page}" for page in ("transmettre", "abus", "inquietude"))),
        (nadia, tuple(f"{thread}/proposer/{what}" for what in ("creneau", "lieu", "lieu?pick=1", "atelier"))),
        (nadia, ("/reponses", "/reponses/nouvelle")),
        (helene, ("/inquietude", thread)),
        (helene, ("/rendez-vous", "/rendez-vous/1", "/rendez-vous/1/annuler", "/etat", "/relais")),
        (helene, duties(db)),
        (helene, places(db)),
        (nadia, posters(nadia, db)),
        (helene, agendas(db)),
        (helene, booking(db)),
    ):
        for path in paths:
            browser.opens(path)
            found[f"{len(found)} {path}"] = browser.page.text
    return found


def duties(db) -> tuple[str, ...]:
    """The hours of a médiateur."""
    with db.reading() as tx:
        member = tx.exec(select(Membership).where(Membership.role == "mediator")).first()
    return ("/equipe", f"/equipe/{member.mission_locale_id}/{member.person_id}")


def posters(nadia, db) -> tuple[str, ...]:
    """A poster, its prints, and the page behind its code."""
    with db.reading() as tx:
        home = tx.exec(select(Appointment.mission_locale_id)).one()
    nadia.opens("/affiches")
    nadia.sends("/affiches", name="Lycée", place=f"ml-{home}")
    with db.reading() as tx:
        poster = tx.exec(select(Poster)).one()
    own = f"/affiches/{poster.id}"
    return ("/affiches", own, f"{own}/imprimer", f"{own}/imprimer?format=cartes", f"/p/{poster.code}", "/p/x")


def places(db) -> tuple[str, ...]:
    """The pages of the sites, right and wrong."""
    with db.reading() as tx:
        site = tx.exec(select(Appointment.site_id)).one()
    days = f"/lieux/{site}/jours?genre=fermer&first=2026-11-24&last=2026-12-24"
    wrong = f"/lieux/{site}/jours?genre=ouvrir&first=2020-01-01&hours=x"
    trial = "/lieux/essai?bracket=from_18&need-emploi=on&commune="
    pages = ("/lieux", "/lieux/nouveau", "/lieux/essai", f"{trial}imphy", f"{trial}Saint-Denis", days, wrong)
    return (*pages, f"/lieux/{site}", f"/lieux/{site}/fermer", f"/lieux/{site}/jours")


def booking(db) -> tuple[str, ...]:
    """The pages by which staff book, and say what can be booked."""
    with db.reading() as tx:
        advisor, home = tx.exec(select(Appointment.advisor_id, Appointment.mission_locale_id)).one()
        opening = tx.exec(select(Opening.id).where(Opening.advisor_id == advisor)).first()
        motive = tx.exec(select(Motive.id).where(Motive.mission_locale_id == home)).first()
    plain = (
        "/rendez-vous/nouveau",
        "/rendez-vous/1/carte",
        "/rendez-vous/1/serie",
        "/rendez-vous/1/serie/annuler",
    )
    kept = (f"/creneaux/{opening}", f"/creneaux/{opening}/jours", f"/creneaux/{opening}/retirer")
    motives = ("/motifs", "/motifs/nouveau", f"/motifs/{motive}")
    others = ("/creneaux", "/creneaux/nouveau", "/creneaux/salles", "/rendez-vous/agendas-externes")
    return (*plain, *kept, *motives, *others)


def agendas(db) -> tuple[str, ...]:
    """The agenda by week and day, the front desk, an absence right and wrong, a move, a request."""
    with db.reading() as tx:
        site, advisor = tx.exec(select(Appointment.site_id, Appointment.advisor_id)).one()
    away = f"/rendez-vous/absence?avec={advisor}"
    desk = f"/accueil/{site}"
    days = [f"/rendez-vous/{page}{whose}" for page in WEEKS for whose in (f"avec={advisor}", f"lieu={site}")]
    acts = ("/rendez-vous/1/deplacer", "/rendez-vous/demandes", away, f"{away}&first=x")
    return (*days, desk, f"{desk}?q=lou", f"{desk}?q=x", *acts, f"{away}&first=2026-11-24&last=2026-12-24")


WEEKS = ("semaine?", "semaine?du=2026-11-09&", "jour?", "jour?le=2026-11-24&")


def test_everything_one_can_fill_or_press_has_a_name(pages):
    assert {path: names.nameless for path, names in read(pages).items() if names.nameless} == {}


def test_each_page_has_one_title_and_no_level_is_skipped(pages):
    for path, names in read(pages).items():
        assert names.levels.count(1) == 1, path
        assert names.levels[0] == 1, path
        assert all(b - a <= 1 for a, b in zip(names.levels, names.levels[1:], strict=False)), path


def test_an_id_stands_once_on_a_page(pages):
    for path, names in read(pages).items():
        assert len(names.ids) == len(set(names.ids)), path


def read(pages: dict[str, str]) -> dict[str, Names]:
    return {path: Names(html) for path, html in pages.items()}
