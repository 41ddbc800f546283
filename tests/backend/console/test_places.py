"""The sites of a mission locale: who sees and changes which, the list, the map."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest
from defusedxml.ElementTree import fromstring
from sqlmodel import select

from backend.console.map import WIDTH, draw, project
from backend.console.map_labels import LETTER, LINE, SPOT, place
from backend.people.models import Membership, Person
from backend.places.models import MissionLocale, Site
from content.communes import load_communes
from tests.backend.console.browser import Browser

PAGES = ("/lieux", "/lieux/nouveau", "/lieux/essai", "/lieux/{}", "/lieux/{}/jours", "/lieux/{}/fermer")
ACTS = (
    "/lieux/nouveau",
    "/lieux/apercu",
    "/lieux/{}",
    "/lieux/{}/jours",
    "/lieux/{}/jours/1/retirer",
    "/lieux/{}/fermer",
    "/lieux/{}/rouvrir",
)


def site_of(db, slug: str) -> Site:
    with db.reading() as tx:
        return tx.exec(select(Site).where(Site.slug == slug)).one()


@pytest.fixture
def helene(browse) -> Browser:
    """Directrice at Nevers."""
    return browse().enters_as("Hélène")


def csrf(browser: Browser) -> str:
    return browser.form("/deconnexion").fields["csrf"]


def test_every_route_of_the_sites_is_in_the_tables_above(app):
    named = {p.replace("{}", "{site_id}") for p in PAGES}, {a.replace("{}", "{site_id}") for a in ACTS}
    named[1].remove("/lieux/{site_id}/jours/1/retirer")
    named[1].add("/lieux/{site_id}/jours/{exception_id}/retirer")
    found: tuple[set[str], set[str]] = (set(), set())
    for path, methods in routes(app.routes):
        if path.startswith("/lieux"):
            found["POST" in methods].add(path)
    assert found == named


def routes(inside) -> list[tuple[str, set[str]]]:
    """(path, methods) of all routes, those of routers within the app too."""
    flat = []
    for route in inside:
        nested = getattr(route, "original_router", None) or getattr(route, "app", None)
        if hasattr(route, "methods"):
            flat.append((route.path, route.methods or set()))
        elif nested is not None and hasattr(nested, "routes"):
            flat += routes(nested.routes)
    return flat


@pytest.mark.parametrize("name", ["Nadia", "Claire", "Inès"])
def test_only_managers_open_or_change_sites(browse, db, name):
    browser = browse().enters_as(name)
    site = site_of(db, "imphy")
    assert "/lieux" not in browser.words
    token = csrf(browser)
    for page in PAGES:
        assert browser.opens(page.format(site.id)) == 403, page
    for act in ACTS:
        assert browser.posts(act.format(site.id), {"csrf": token}) == 403, act
    assert site_of(db, "imphy") == site


def test_nobody_opens_or_changes_sites_without_signing_in(browse, db):
    browser, id_ = browse(), site_of(db, "imphy").id
    for page in PAGES:
        assert browser.opens(page.format(id_)) == 303
    for act in ACTS:
        assert browser.posts(act.format(id_), {}) == 401


def test_a_form_without_its_token_changes_nothing(helene, db):
    site = site_of(db, "imphy")
    for act in ACTS:
        assert helene.posts(act.format(site.id), {"name": "X"}) == 403
    assert site_of(db, "imphy") == site


def test_a_site_of_another_mission_locale_does_not_exist(browse, db):
    marc, theirs = browse().enters_as("Marc"), site_of(db, "imphy")
    token = csrf(marc)
    for page in PAGES[3:]:
        assert marc.opens(page.format(theirs.id)) == 404
        said = marc.words
        assert marc.opens(page.format(999_999)) == 404
        assert marc.words == said
    for act in ACTS[2:]:
        fields = {"csrf": token, "first": "2026-12-01", "genre": "fermer"}
        assert marc.posts(act.format(theirs.id), fields) == 404
    marc.opens("/lieux")
    assert "Imphy" not in marc.words
    assert site_of(db, "imphy") == theirs


@pytest.mark.parametrize("odd", ["0", "-1", "99999999999999999999", "abc", "1.5", "%00"])
def test_an_address_that_is_none_is_answered_as_one(helene, odd):
    assert helene.opens(f"/lieux/{odd}") == 404
    assert helene.opens(f"/lieux/{odd}/fermer") == 404


def test_a_manager_of_one_site_keeps_that_one_and_adds_none(browse, db):
    site = site_of(db, "imphy")
    with db.transaction() as tx:
        helene = tx.exec(select(Person).where(Person.email == "helene.roussel@exemple.fr")).one()
        membership = tx.exec(select(Membership).where(Membership.person_id == helene.id)).one()
        membership.site_id = site.id
    browser = browse().enters_as("Hélène")
    browser.opens("/lieux")
    assert "Permanence d'Imphy" in browser.words and "Antenne de Decize" not in browser.words
    assert "Ajouter un lieu" not in browser.words
    assert browser.opens(f"/lieux/{site.id}") == 200
    assert browser.opens(f"/lieux/{site_of(db, 'decize').id}") == 404
    assert browser.opens("/lieux/nouveau") == 403
    assert browser.posts("/lieux/nouveau", {"csrf": csrf(browser), "name": "X"}) == 403


def test_the_list_says_what_each_site_is(helene, db):
    with db.transaction() as tx:
        imphy = tx.exec(select(Site).where(Site.slug == "imphy")).one()
        imphy.checked_on, imphy.lat, imphy.age_min = date(2026, 1, 2), None, 18
        imphy.needs = ["emploi"]
        tx.exec(select(Site).where(Site.slug == "decize")).one().closed_at = tx.exec(
            select(Site.changed_at)
        ).first()
    helene.opens("/lieux")
    item = helene.words.partition("Permanence d'Imphy")[2].partition("</li>")[0]
    for word in (
        "exemple",
        "Imphy · sans position",
        "Mardi 9 h - 12 h",
        "sur rendez-vous",
        "À vérifier : vu le 2 janvier 2026",
    ):
        assert word in item.replace("–", "-"), word
    assert "Réservé : de 18 à 25 ans · pour Travail" in item
    assert helene.words.index("Fermés") < helene.words.index("Antenne de Decize")


def test_names_are_words_and_never_markup(helene, db):
    with db.transaction() as tx:
        site = tx.exec(select(Site).where(Site.slug == "imphy")).one()
        site.name = "<script>alert(1)</script>"
        site.host = '"><img src=x onerror=alert(1)>'
        site.commune = "</text><script>"
    for page in ("/lieux", *(p.format(site.id) for p in PAGES[3:])):
        helene.opens(page)
        assert "<script>alert" not in helene.page.text and "<img" not in helene.page.text, page


def test_the_map_is_well_formed_and_links_to_each_site(helene, db):
    helene.opens("/lieux")
    drawn = helene.page.text.partition('<svg class="map"')[2].partition("</svg>")[0]
    root = fromstring(f"<svg{drawn}</svg>")
    with db.reading() as tx:
        nevers = tx.exec(select(MissionLocale.id).where(MissionLocale.slug == "nevers-sud-nivernais")).one()
        ids = tx.exec(select(Site.id).where(Site.mission_locale_id == nevers)).all()
    assert {a.get("href") for a in root.iter("a")} == {f"/lieux/{id_}" for id_ in ids}
    assert "16 lieux" in drawn and "10 km" in drawn


OVERSEAS = {
    "97411": (-20.88, 55.45),
    "97302": (4.93, -52.33),
    "97209": (14.6, -61.07),
    "98818": (-22.27, 166.44),
}


@pytest.mark.parametrize("insee", [*OVERSEAS, "75120", "2A004", "58194", "67482"])
def test_a_map_can_be_drawn_of_any_departement(insee):
    commune = load_communes().get(insee)
    assert commune is not None
    lat, lon = commune.point or OVERSEAS[insee]
    site = Site(
        id=1,
        slug="x",
        mission_locale_id=1,
        kind="branch",
        name="X",
        insee=insee,
        commune="X",
        lat=lat,
        lon=lon,
    )
    drawn = draw([site], frozenset({insee}))
    assert drawn and 0 < drawn.height <= 400 and drawn.labels[0].text == "X"
    assert 0 <= drawn.labels[0].x <= WIDTH and 0 <= drawn.labels[0].y <= drawn.height
    assert drawn.scale <= WIDTH / 2


def test_a_mission_locale_without_any_place_has_no_map():
    assert draw([], frozenset()) is None


def test_north_is_up_and_east_is_right():
    paper = project([(46.0, 3.0), (47.0, 4.0)])
    (x, y), (east, north) = paper.put((46.0, 3.0)), paper.put((47.0, 4.0))
    assert east > x and north < y
    assert paper.put((46.0, 4.0))[0] - x == pytest.approx((y - north) * 0.69, rel=0.02), (
        "a degree east is shorter"
    )


def test_names_on_the_map_touch_neither_each_other_nor_a_point():
    base = Site(slug="x", mission_locale_id=1, kind="outpost", name="n", insee="1", commune="c")
    points = [
        (
            base.model_copy(update={"commune": f"Commune {n}", "name": f"N{n}"}),
            (60.0 + n % 5 * 30, 60.0 + n // 5 * 14),
        )
        for n in range(20)
    ]
    labels = place(points, 400, 300)
    boxes = [
        (
            one.text_x,
            one.text_y - 4 - LINE / 2,
            one.text_x + len(one.text) * LETTER,
            one.text_y - 4 + LINE / 2,
        )
        for one in labels
        if one.text
    ]
    spots = [(one.x - SPOT, one.y - SPOT, one.x + SPOT, one.y + SPOT) for one in labels]
    assert len(labels) == 20 and len(boxes) >= 10
    for a, b in [*combinations(boxes, 2), *((box, spot) for box in boxes for spot in spots)]:
        apart = 0.2  # coordinates are rounded
        assert a[2] <= b[0] + apart or b[2] <= a[0] + apart or a[3] <= b[1] + apart or b[3] <= a[1] + apart
