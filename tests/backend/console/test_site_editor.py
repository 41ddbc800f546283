"""Editing a site: what is typed is kept, what is wrong is said beside its field, nobody is overwritten."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from sqlmodel import func, select

from backend.agenda.models import Appointment
from backend.places.models import Site
from tests.backend.console.browser import Browser
from tests.youth import books, plain_spaces


class Filled(HTMLParser):
    """The form to this action as a browser would send it, untouched."""

    def __init__(self, html: str, action: str) -> None:
        super().__init__()
        self.action, self.inside, self.fields = action, False, {}
        self.area = self.menu = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs) -> None:
        given = dict(attrs)
        if tag == "form":
            self.inside = given.get("action") == self.action
        name = given.get("name") if self.inside else None
        if tag == "input" and name and (given.get("type") not in {"checkbox", "radio"} or "checked" in given):
            self.fields[name] = given.get("value", "on") or ""
        self.area = name or "" if tag == "textarea" else self.area
        self.menu = name or "" if tag == "select" else self.menu
        if tag == "option" and "selected" in given:
            self.fields[self.menu] = given["value"] or ""

    def handle_data(self, data: str) -> None:
        if self.area:
            self.fields[self.area] = data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self.area:
            self.fields.setdefault(self.area, "")
            self.area = ""


def form(browser: Browser, action: str) -> dict[str, str]:
    return Filled(browser.page.text, action).fields


def imphy(db) -> Site:
    with db.reading() as tx:
        return tx.exec(select(Site).where(Site.slug == "imphy")).one()


@pytest.fixture
def helene(browse) -> Browser:
    return browse().enters_as("Hélène")


@pytest.fixture
def path(helene, db) -> str:
    path = f"/lieux/{imphy(db).id}"
    assert helene.opens(path) == 200
    return path


def test_saving_a_page_untouched_changes_nothing(helene, path, db):
    before = imphy(db)
    assert helene.posts(path, form(helene, path)) == 303
    assert imphy(db) == before


def test_every_field_is_saved(helene, path, db):
    typed = {
        "name": "  Permanence   d'ici ",
        "kind": "partner",
        "host": "Mairie",
        "address": "1 rue X",
        "postcode": "58000",
        "commune": "nevers",
        "lat": "46,99",
        "lon": "3.16",
        "phone": "03 86 00 00 00",
        "phone_owner": "la mairie",
        "email": "a@exemple.fr",
        "website": "exemple.fr/lieu",
        "hours": "Th 14:00-17:00",
        "booking_mode": "walk_in",
        "age_min": "18",
        "age_max": "29",
        "need-emploi": "on",
        "communes": "Imphy\nDecize",
        "access": "rampe",
        "source": "visite",
        "checked": "on",
    }
    fields = form(helene, path)
    fields.pop("example")
    assert helene.posts(path, {**fields, **typed}) == 303
    helene.follows()
    assert "Enregistré" in helene.words
    site = imphy(db)
    assert (site.name, site.insee, site.commune, site.lat, site.lon) == (
        "Permanence d'ici",
        "58194",
        "Nevers",
        46.99,
        3.16,
    )
    assert (site.website, site.hours, site.needs) == ("https://exemple.fr/lieu", "Th 14:00-17:00", ["emploi"])
    assert (site.communes, site.age_min, site.age_max) == (["58095", "58134"], 18, 29)
    assert (str(site.checked_on), site.example, site.booking_mode) == ("2026-11-23", False, "walk_in")
    assert helene.posts(path, form(helene, path)) == 303, "the page shows what it can read back"
    assert imphy(db) == site


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("name", "", "À remplir"),
        ("name", "x" * 121, "120 au plus"),
        ("kind", "castle", "Choisissez dans la liste"),
        ("booking_mode", "", "Choisissez dans la liste"),
        ("commune", "Xyzzyville", "Commune inconnue : « Xyzzyville »"),
        ("commune", "", "À remplir"),
        ("postcode", "75001", "Les siens : 58160"),
        ("lat", "48.85", "km de Imphy"),
        ("lat", "NaN", "Écrivez des degrés"),
        ("lon", "", "Il faut les deux nombres"),
        ("phone", "javascript:1", "Écrivez un numéro"),
        ("email", "a@b", "Écrivez une adresse complète"),
        ("website", "javascript:alert(1)", "Écrivez une adresse de site"),
        ("age_min", "7", "entre 16 et 30"),
        ("age_max", "²", "entre 16 et 30"),
        ("communes", "Saint-Denis", "Plusieurs communes"),
        ("hours", "9h-12h", "Il manque les jours"),
        ("hours", "x" * 601, "C'est trop long. Gardez les jours"),
        ("source", "x" * 501, "500 au plus"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_what_was_typed_is_kept(
    helene, path, db, field, typed, said
):
    before = imphy(db)
    fields = {**form(helene, path), "host": "Un autre hôte", field: typed}
    assert helene.posts(path, fields) == 422
    assert said in helene.words
    assert "champ à revoir" in helene.words
    kept = form(helene, path)
    assert kept["host"] == "Un autre hôte"
    assert kept.get(field, typed) == typed, "a list keeps only what is in it"
    assert imphy(db) == before


def test_a_commune_of_several_is_a_choice(helene, path, db):
    fields = {**form(helene, path), "commune": "Saint-Denis", "postcode": "", "lat": "", "lon": ""}
    assert helene.posts(path, fields) == 422
    assert 'type="radio" name="insee" value="97411"' in helene.page.text
    assert helene.posts(path, {**form(helene, path), "insee": "97411"}) == 303
    site = imphy(db)
    assert (site.insee, round(site.lat or 0)) == ("97411", -21), "the point is that of the commune"


def test_a_colleague_is_not_overwritten_silently(browse, helene, path, db):
    colleague = browse().enters_as("Hélène")
    colleague.opens(path)
    assert colleague.posts(path, {**form(colleague, path), "phone": "01 02 03 04 05"}) == 303
    mine = {**form(helene, path), "phone": "06 07 08 09 10", "access": "rampe"}
    assert helene.posts(path, mine) == 409
    assert "Quelqu'un a changé ce lieu entre-temps" in helene.words
    assert "Enregistré entre-temps : « 01 02 03 04 05 »" in helene.words
    assert imphy(db).phone == "01 02 03 04 05"
    again = form(helene, path)
    assert again["phone"] == "06 07 08 09 10"
    assert helene.posts(path, again) == 303
    assert (imphy(db).phone, imphy(db).access) == ("06 07 08 09 10", "rampe")


def test_the_same_form_sent_twice_saves_once(helene, path, db):
    fields = {**form(helene, path), "access": "rampe"}
    assert helene.posts(path, fields) == 303
    saved = imphy(db)
    assert helene.posts(path, fields) == 303
    assert imphy(db) == saved


def test_the_preview_button_saves_nothing_and_shows_words_and_dates(helene, path, db):
    before = imphy(db)
    fields = {**form(helene, path), "hours": "Th 14:00-17:00", "name": "Autre", "act": "preview"}
    assert helene.posts(path, fields) == 200
    assert "Jeudi 14 h - 17 h" in helene.words.replace("–", "-")
    for day in ("jeudi 26 novembre", "jeudi 3 décembre", "jeudi 10 décembre"):
        assert day in helene.words
    assert form(helene, path)["name"] == "Autre"
    assert imphy(db) == before


def test_the_preview_shows_where_the_mistake_is(helene, path):
    fields = form(helene, path)
    text = "mardi 9h-12h et jeidu <b>"
    assert helene.posts("/lieux/apercu", {**fields, "hours": text}) == 200
    assert "<mark>jeidu</mark>" in helene.page.text and "&lt;b&gt;" in helene.page.text
    assert "<b>" not in helene.page.text


def test_the_preview_reckons_with_particular_days(helene, path, db):
    helene.posts(f"{path}/jours", {**form(helene, path), "genre": "fermer", "first": "2026-11-26"})
    helene.opens(path)
    fields = form(helene, path)
    helene.posts("/lieux/apercu", {**fields, "hours": "Th 14:00-17:00"})
    assert "jeudi 26 novembre" not in helene.words and "jeudi 3 décembre" in helene.words


@pytest.mark.parametrize("number", ["", "x", "-1", "9" * 30, "1"])
def test_the_preview_of_no_site_of_theirs_shows_no_days_of_it(helene, path, number):
    fields = form(helene, path)
    assert helene.posts("/lieux/apercu", {**fields, "hours": "Th 14:00-17:00", "site": number}) == 200
    assert "jeudi 26 novembre" in helene.words


def test_adding_a_site_twice_with_one_form_makes_one(helene, db):
    helene.opens("/lieux/nouveau")
    fields = {**form(helene, "/lieux/nouveau"), "name": "Été", "commune": "nevers"}
    with db.reading() as tx:
        before = tx.exec(select(func.count(Site.id))).one()
    places = []
    for _ in range(2):
        assert helene.posts("/lieux/nouveau", fields) == 303
        places.append(helene.page.headers["location"])
    assert places[0] == places[1]
    with db.reading() as tx:
        assert tx.exec(select(func.count(Site.id))).one() == before + 1
    helene.follows()
    assert "Ajouté" in helene.words and "Été" in plain_spaces(helene.page.text)
    helene.opens("/lieux/nouveau")
    assert helene.posts("/lieux/nouveau", {**fields, "nonce": "another"}) == 303
    assert helene.page.headers["location"] != places[0], "two sites may have one name"


def test_a_new_site_with_mistakes_keeps_what_was_typed(helene):
    helene.opens("/lieux/nouveau")
    fields = {**form(helene, "/lieux/nouveau"), "name": "Ici", "commune": ""}
    assert helene.posts("/lieux/nouveau", fields) == 422
    kept = form(helene, "/lieux/nouveau")
    assert kept["name"] == "Ici" and kept["nonce"] == fields["nonce"]


def test_a_new_site_goes_to_no_other_mission_locale(helene):
    helene.opens("/lieux/nouveau")
    fields = {**form(helene, "/lieux/nouveau"), "name": "Ici", "commune": "nevers"}
    for home in ("1", "999", "x"):
        assert helene.posts("/lieux/nouveau", {**fields, "home": home}) == 404


def test_what_is_enormous_is_refused(helene, path, db):
    before = imphy(db)
    fields = form(helene, path)
    assert helene.posts(path, {**fields, "source": "x" * 700_000}) == 413
    assert helene.posts(path, {**fields, **{f"n{i}": "1" for i in range(1001)}}) == 400
    assert helene.posts(path, {**fields, "communes": "nevers\n" * 5000}) == 422
    assert imphy(db) == before


def test_hours_that_close_a_day_on_which_somebody_is_booked_are_not_saved(helene, youth, db):
    books(youth)
    with db.reading() as tx:
        site = tx.exec(select(Site).join(Appointment)).one()
    path = f"/lieux/{site.id}"
    helene.opens(path)
    for hours in ("jeudi 14h-17h", "lundi au vendredi 9h-17h, fermé en novembre"):
        assert helene.posts(path, {**form(helene, path), "hours": hours}) == 422
        assert "Rien n'est enregistré : quelqu'un a rendez-vous un jour" in helene.words
    assert helene.posts(path, {**form(helene, path), "hours": "mardi 10h-11h"}) == 303
    with db.reading() as tx:
        assert tx.get_one(Site, site.id).hours == "Tu 10:00-11:00"
