"""Making, printing, counting and retiring posters; and the page that everyone lands on."""

from __future__ import annotations

import re

import pytest
from sqlmodel import select

from backend.insight.models import Fact
from backend.models import Conversation
from backend.outreach.models import Poster
from backend.people.models import Youth as YouthRow
from backend.places.models import Site
from tests.backend.console.browser import Browser
from tests.youth import Youth


@pytest.fixture
def made(nadia, db) -> Poster:
    """A poster for the head office at Nevers."""
    nadia.opens("/affiches")
    assert nadia.sends("/affiches", name="Lycée Jules-Renard", place=f"lieu-{site(db).id}") == 303
    with db.reading() as tx:
        return tx.exec(select(Poster)).one()


def site(db, slug: str = "la-boussole") -> Site:
    with db.reading() as tx:
        return tx.exec(select(Site).where(Site.slug == slug)).one()


def come(db, poster: Poster, number: int) -> None:
    with db.transaction() as tx:
        for n in range(number):
            youth = YouthRow()
            tx.add(youth)
            tx.flush()
            tx.add(Conversation(youth_id=youth.id, channel="t", address=f"c{n}", poster_id=poster.id))


def test_a_poster_is_made_in_one_form_and_shown_with_its_code(nadia, made):
    assert nadia.follows() == 200
    assert "Lycée Jules-Renard" in nadia.words
    assert f"/p/{made.code}" in nadia.words
    assert "<svg" in nadia.page.text
    nadia.opens("/affiches")
    assert "aucune conversation en un an" in nadia.words


def test_the_same_form_sent_twice_makes_one_poster(nadia, db):
    nadia.opens("/affiches")
    form = nadia.form("/affiches")
    fields = {**form.fields, "name": "Marché", "place": f"lieu-{site(db).id}"}
    assert [nadia.posts("/affiches", fields) for _ in range(2)] == [303, 303]
    with db.reading() as tx:
        assert len(tx.exec(select(Poster)).all()) == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"name": "", "place": "ml-2"}, "À remplir"),
        ({"name": "x" * 81, "place": "ml-2"}, "C'est trop long"),
        ({"name": "Marché", "place": ""}, "Choisissez dans la liste"),
        ({"name": "Marché", "place": "lieu-99999999999999999999"}, "Choisissez dans la liste"),
        ({"name": "Marché", "place": "<script>"}, "Choisissez dans la liste"),
    ],
)
def test_a_wrong_form_says_where_and_makes_nothing(nadia, db, typed, said):
    nadia.opens("/affiches")
    assert nadia.sends("/affiches", **typed) == 422
    assert said in nadia.words
    with db.reading() as tx:
        assert tx.exec(select(Poster)).all() == []


def test_a_place_of_another_mission_locale_cannot_be_chosen(nadia, db):
    with db.reading() as tx:
        home = nadia_home(tx)
        other = tx.exec(select(Site).where(Site.mission_locale_id != home)).first()
    nadia.opens("/affiches")
    assert nadia.sends("/affiches", name="Marché", place=f"lieu-{other.id}") == 422


def nadia_home(tx) -> int:
    return tx.exec(select(Site.mission_locale_id).where(Site.slug == "la-boussole")).one()


def test_posters_of_another_mission_locale_do_not_exist(browse, made):
    lucas = browse().enters_as("Lucas")
    csrf = lucas.form("/deconnexion").fields["csrf"]
    assert lucas.opens("/affiches") == 200
    assert "Jules-Renard" not in lucas.words
    for page in ("", "/imprimer"):
        assert lucas.opens(f"/affiches/{made.id}{page}") == 404
    for act in ("retirer", "remettre"):
        assert lucas.posts(f"/affiches/{made.id}/{act}", {"csrf": csrf}) == 404


def test_advisors_and_strangers_make_no_posters(browse):
    assert browse().enters_as("Claire").opens("/affiches") == 403
    assert browse().opens("/affiches") == 303
    assert browse().enters_as("Hélène").opens("/affiches") == 200


@pytest.mark.parametrize("number", ["0", "-1", "999999", "2147483648", "9" * 30, "abc"])
def test_a_number_that_leads_nowhere_is_a_page_that_says_so(nadia, number):
    assert nadia.opens(f"/affiches/{number}") == 404


@pytest.mark.parametrize(
    ("came", "shown"), [(1, "Moins de 5 conversations en un an"), (5, "5 conversations en un an")]
)
def test_who_came_is_counted_and_few_are_not_told_apart(nadia, db, made, came, shown):
    come(db, made, came)
    nadia.opens(f"/affiches/{made.id}")
    assert shown in nadia.words
    assert not re.search(r">1 conversation", nadia.words)


def test_a_retired_poster_can_be_hung_again(nadia, made, browse):
    nadia.opens(f"/affiches/{made.id}")
    assert nadia.sends(f"/affiches/{made.id}/retirer") == 303
    nadia.follows()
    assert "elle ne compte plus" in nadia.words
    anyone = browse()
    assert anyone.opens(f"/p/{made.code}") == 200
    assert made.code not in anyone.page.text
    assert nadia.sends(f"/affiches/{made.id}/remettre") == 303
    anyone.opens(f"/p/{made.code}")
    assert made.code in anyone.page.text


@pytest.mark.parametrize(("layout", "codes"), [("affiche", 1), ("cartes", 8), ("<b>", 1)])
def test_it_is_printed_as_a_poster_or_as_cards(nadia, made, layout, codes):
    assert nadia.opens(f"/affiches/{made.id}/imprimer?format={layout}") == 200
    assert nadia.page.text.count('class="segno"') == codes
    assert "Lycée" not in nadia.page.text.partition("</nav>")[2].partition("<article")[2]


def test_the_public_page_tells_telegram_telephone_address_and_hours(anyone, made, db, settings):
    settings.telegram_name = "@PasserelleBot"
    with db.transaction() as tx:
        tx.get_one(Site, made.site_id).phone = "0386000000"
    assert anyone.opens(f"/p/{made.code}") == 200
    for words in (
        f"https://t.me/PasserelleBot?start={made.code}",
        'href="tel:0386000000"',
        "5 allée de la Louée, 58000 Nevers",
        "lundi au jeudi",
        "openstreetmap.org",
    ):
        assert words in anyone.words.replace("Lundi", "lundi"), words


def test_the_public_page_sets_no_cookie_has_no_script_and_is_kept_a_little(anyone, nadia, made):
    for browser in (anyone, nadia):
        browser.opens(f"/p/{made.code}")
        assert "set-cookie" not in browser.page.headers
        assert browser.page.headers["cache-control"] == "public, max-age=300"
        assert browser.page.headers["x-robots-tag"] == "noindex"
        assert "<script" not in browser.page.text
        assert '<meta name="robots" content="noindex">' in browser.page.text
    assert anyone.page.text == (nadia.opens(f"/p/{made.code}"), nadia.page.text)[1]


def test_the_public_page_does_not_tell_the_name_of_the_poster(anyone, made):
    anyone.opens(f"/p/{made.code}")
    assert "Jules-Renard" not in anyone.words


@pytest.mark.parametrize("code", ["aff-22222222", "<script>alert(1)", "x" * 5000, "%00", "%E2%80%AE", "é"])
def test_a_code_that_nobody_knows_leads_to_the_bot_all_the_same(anyone, made, settings, code):
    settings.telegram_name = "PasserelleBot"
    assert anyone.opens(f"/p/{code}") == 404
    assert 'href="https://t.me/PasserelleBot"' in anyone.words
    assert "<script>alert" not in anyone.page.text


def test_when_its_place_has_closed_the_page_names_the_mission_locale_only(anyone, made, db, clock, rooms):
    with db.transaction() as tx:
        tx.get_one(Site, made.site_id).closed_at = clock()
    rooms.landings.forget()
    assert anyone.opens(f"/p/{made.code}") == 200
    assert "allée de la Louée" not in anyone.words


def test_a_poster_for_a_whole_mission_locale_leads_to_its_head_office(anyone, nadia, db):
    """Without Telegram and without a telephone there would be nowhere to go."""
    home = site(db).mission_locale_id
    nadia.opens("/affiches")
    nadia.sends("/affiches", name="Marché", place=f"ml-{home}")
    with db.reading() as tx:
        code = tx.exec(select(Poster.code)).one()
    anyone.opens(f"/p/{code}")
    assert "5 allée de la Louée" in anyone.words
    assert "Lundi au jeudi 8 h 30" in anyone.words


def test_a_need_met_in_the_street_is_noted_without_anybody(nadia, db):
    nadia.opens("/affiches")
    assert nadia.sends("/affiches/rencontres", **{"need-logement": "on", "need-forged": "on"}) == 303
    nadia.follows()
    assert "Noté. Rien d'autre n'est gardé" in nadia.words
    assert "Logement : moins de 5" in nadia.words
    with db.reading() as tx:
        assert [fact.needs for fact in tx.exec(select(Fact))] == [["met:logement"]]
    nadia.opens("/affiches")
    assert nadia.sends("/affiches/rencontres") == 422


def test_the_card_of_a_thread_says_by_which_poster_they_came(nadia, made, db, script):
    lou = Youth(db, script, "42")
    lou.writes(f"/start {made.code}")
    lou.writes("/humain")
    nadia.opens("/relais/1")
    assert "Affiche « Lycée Jules-Renard »" in nadia.words


@pytest.fixture
def anyone(browse) -> Browser:
    return browse()
