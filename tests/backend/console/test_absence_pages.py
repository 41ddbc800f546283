"""An absence, a move, a request for slots: in front of the pages."""

from __future__ import annotations

import re

import pytest
from sqlmodel import select

from backend.agenda.models import LIVE, Absence, Appointment, Motive, Opening
from backend.places.models import MissionLocale
from backend.waiting.models import SlotRequest
from backend.waiting.requests import ask
from tests.backend.console.agenda_pages import at, booked, named, site_of
from tests.backend.console.browser import Browser
from tests.backend.console.test_places import csrf
from tests.backend.console.test_site_closing import chosen, live, messages
from tests.youth import Youth, books

PAGE = "/rendez-vous/absence"
TUESDAY = f"{PAGE}?first=2026-11-24"


@pytest.fixture
def at_imphy(youth, db) -> Appointment:
    """Lou sees Karim at Imphy on Tuesday at nine."""
    books(youth)
    with db.reading() as tx:
        return tx.exec(select(Appointment)).one()


@pytest.fixture
def karim(browse) -> Browser:
    return browse().enters_as("Karim")


def absences(db) -> list[Absence]:
    with db.reading() as tx:
        return list(tx.exec(select(Absence)))


def test_those_booked_are_listed_with_their_ways_and_the_very_words(karim, at_imphy, db, youth):
    assert karim.opens(f"{TUESDAY}&reason=Grippe") == 200
    for words in ("1 rendez-vous est concerné", "Lou, mardi 24 novembre à 9 h", "Déplacer :", "Annuler"):
        assert words in karim.words, words
    said = messages(karim)[0]
    assert absences(db) == [] and live(db)[0].id == at_imphy.id, "nothing has happened yet"
    assert karim.sends(PAGE, **chosen(karim)) == 303
    assert karim.follows() == 200
    assert "Grippe" in karim.words
    heard = youth.hears()
    assert heard[0] == said and "Grippe" not in " ".join(heard)
    assert live(db)[0].moved_from_id == at_imphy.id and len(absences(db)) == 1


def test_a_colleague_who_is_free_at_the_same_time_and_place_is_proposed_first(karim, db):
    lina = booked(db, "Lina", "Karim", at(24, 14))
    karim.opens(TUESDAY)
    assert "Même heure, même endroit, avec <strong>Claire</strong>" in karim.words
    assert karim.sends(PAGE, **chosen(karim)) == 303
    new = live(db)[0]
    assert (new.moved_from_id, new.starts_at, new.site_id) == (lina.id, lina.starts_at, lina.site_id)
    assert new.advisor_id == named(db, "Claire").id


def test_a_colleague_is_proposed_to_one_only(karim, db):
    booked(db, "Lina", "Karim", at(24, 14))
    booked(db, "Sam", "Karim", at(24, 15))
    booked(db, "Busy", "Claire", at(24, 15))
    karim.opens(TUESDAY)
    assert karim.words.count("Même heure, même endroit") == 1


def test_kept_is_a_conflict_to_settle_and_tells_nobody(karim, at_imphy, db, youth):
    karim.opens(TUESDAY)
    assert karim.sends(PAGE, **{f"rdv-{at_imphy.id}": "keep"}) == 303
    karim.follows()
    assert "1 rendez-vous à régler" in karim.words
    assert youth.hears() == [] and live(db)[0].id == at_imphy.id


def test_the_same_confirmation_twice_is_as_once(karim, at_imphy, db, youth):
    karim.opens(TUESDAY)
    sent = {**karim.form(PAGE).fields, f"rdv-{at_imphy.id}": "cancel"}
    assert [karim.posts(PAGE, sent) for _ in range(2)] == [303, 303]
    assert len(absences(db)) == 1
    assert len([text for text in youth.hears() if "est annulé" in text]) == 1


def test_an_absence_noted_by_mistake_is_taken_back_and_slots_are_open_again(karim, db):
    karim.posts(
        PAGE, {"csrf": csrf(karim), "first": "2026-11-24", "last": "2026-11-25", "reason": "Formation"}
    )
    karim.opens(PAGE)
    assert "Du mardi 24 novembre au mercredi 25 novembre inclus" in karim.words and "Formation" in karim.words
    fields = karim.form(f"{PAGE}/retirer").fields
    for _ in range(2):
        assert karim.posts(f"{PAGE}/retirer", fields) == 303
    karim.follows()
    assert "peut de nouveau être réservé" in karim.words
    assert absences(db) == []


def test_nobody_takes_back_the_absence_of_someone_they_do_not_keep(browse, karim, db):
    karim.posts(PAGE, {"csrf": csrf(karim), "first": "2026-11-24"})
    (one,) = absences(db)
    claire = browse().enters_as("Claire")
    fields = {"csrf": csrf(claire), "absence": str(one.id)}
    assert claire.posts(f"{PAGE}/retirer", {**fields, "avec": str(one.advisor_id)}) == 404
    claire.posts(f"{PAGE}/retirer", fields)
    assert absences(db) == [one]


def test_who_books_in_between_makes_the_page_show_again(karim, at_imphy, db, script, youth):
    karim.opens(TUESDAY)
    sent = {**karim.form(PAGE).fields, **chosen(karim)}
    sam = Youth(db, script, "7", name="Sam")
    books(sam)
    assert karim.posts(PAGE, sent) == 409
    assert "Quelque chose a changé" in karim.words and "Sam, " in karim.words
    assert (youth.hears(), sam.hears(), absences(db)) == ([], [], [])
    assert karim.sends(PAGE, **chosen(karim)) == 303
    assert youth.hears() and sam.hears()


@pytest.mark.parametrize(
    "slot", ["", "cancel ", "1.zzz.p", "1.htedc.p", "x" * 500, "<b>", "99999999.htedc.p"]
)
def test_a_forged_slot_moves_nobody(karim, at_imphy, db, youth, slot):
    karim.opens(TUESDAY)
    assert karim.sends(PAGE, **{f"rdv-{at_imphy.id}": slot}) == 409
    path = f"/rendez-vous/{at_imphy.id}/deplacer"
    karim.opens(path)
    assert karim.sends(path, slot=slot) == 409
    assert youth.hears() == [] and absences(db) == [] and live(db)[0].id == at_imphy.id


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("first=2026-11-22", "Ce jour est passé"),
        ("first=", "Choisissez un jour"),
        ("first=demain", "Choisissez un jour"),
        ("first=2026-11-25&last=2026-11-24", "avant le premier"),
        ("first=2026-11-24&last=2028-11-24", "Pas plus d'un an"),
        ("first=2026-11-24&from=14:00&to=10:00", "La fin vient avant le début"),
        ("first=2026-11-23&from=07:00&to=08:00", "Ce moment est passé"),
        ("first=2026-11-24&from=25:00", "Cette heure n'existe pas"),
        ("first=2026-11-24&to=x", "Cette heure n'existe pas"),
        ("first=2026-11-24&reason=" + "x" * 201, "200 au plus"),
    ],
)
def test_an_absence_that_cannot_be_is_said(karim, query, said, db):
    assert karim.opens(f"{PAGE}?{query}") == 422
    assert said in karim.words
    karim.posts(PAGE, {"csrf": csrf(karim), **dict(p.split("=", 1) for p in query.split("&"))})
    assert absences(db) == []


def test_hours_of_a_day_concern_those_of_these_hours_only(karim, at_imphy):
    karim.opens(f"{TUESDAY}&from=14:00&to=17:00")
    assert "Personne n'a rendez-vous sur ce temps" in karim.words
    assert "Mardi 24 novembre, de 14 h à 17 h" in karim.words


def test_nobody_enters_the_absence_of_someone_they_do_not_keep(browse, db):
    karim_id = named(db, "Karim").id
    for name in ("Claire", "Marc"):
        browser = browse().enters_as(name)
        fields = {"csrf": csrf(browser), "avec": str(karim_id), "first": "2026-11-24"}
        assert browser.posts(PAGE, fields) == 404
    assert absences(db) == []


def test_a_front_desk_settles_its_own_and_is_told_of_the_rest(browse, at_imphy, db, youth):
    lina = booked(db, "Lina", "Karim", at(24, 14))
    ines, karim = browse().enters_as("Inès"), named(db, "Karim").id
    ines.opens(f"{TUESDAY}&avec={karim}")
    assert "1 autre rendez-vous, dans des lieux que vous ne gérez pas" in ines.words
    assert chosen(ines).keys() == {f"rdv-{lina.id}"}
    forged = {f"rdv-{at_imphy.id}": "cancel"}
    assert ines.sends(PAGE, **chosen(ines), **forged) == 409, "nobody is cancelled out of scope"
    assert ines.sends(PAGE, **chosen(ines)) == 303
    assert youth.hears() == []
    sick = browse().enters_as("Karim")
    sick.opens("/rendez-vous")
    assert "1 rendez-vous à régler" in sick.words


def test_moving_one_shows_the_words_and_says_them(karim, at_imphy, db, youth):
    path = f"/rendez-vous/{at_imphy.id}/deplacer"
    assert karim.opens(path) == 200
    slot = karim.page.text.partition('name="slot" value="')[2].partition('"')[0]
    said = messages(karim)[0]
    sent = {**karim.form(path).fields, "slot": slot}
    assert [karim.posts(path, sent) for _ in range(2)] == [303, 303]
    new = live(db)[0]
    assert karim.page.headers["location"] == f"/rendez-vous/{new.id}"
    assert [text for text in youth.hears() if "déplacer" in text] == [said]


def test_whoever_moves_what_was_moved_meanwhile_is_told_so_and_twice_is_as_once(karim, at_imphy, db):
    path = f"/rendez-vous/{at_imphy.id}/deplacer"
    karim.opens(path)
    fields = karim.form(path).fields
    first, other, *_ = re.findall(r'name="slot" value="([^"]+)"', karim.page.text)
    assert [karim.posts(path, {**fields, "slot": first}) for _ in range(2)] == [303, 303]
    assert karim.posts(path, {**fields, "slot": other}) == 409


def test_what_is_past_or_elsewhere_is_not_moved(browse, db):
    past = booked(db, "Lina", "Claire", at(20, 10))
    coming = booked(db, "Jade", "Claire", at(24, 10))
    claire, marc = browse().enters_as("Claire"), browse().enters_as("Marc")
    assert claire.opens(f"/rendez-vous/{past.id}/deplacer") == 409
    assert claire.posts(f"/rendez-vous/{past.id}/deplacer", {"csrf": csrf(claire), "slot": "x"}) == 409
    assert marc.opens(f"/rendez-vous/{coming.id}/deplacer") == 404
    token = csrf(marc)
    assert marc.posts(f"/rendez-vous/{coming.id}/deplacer", {"csrf": token, "slot": "x"}) == 404


DEMANDS = "/rendez-vous/demandes"


def test_a_mediator_asks_for_slots_and_an_advisor_says_that_they_are_open(browse, db):
    nadia, claire = browse().enters_as("Nadia"), browse().enters_as("Claire")
    decize = site_of(db, "decize").id
    nadia.opens(DEMANDS)
    motive = nadia.page.text.partition('<option value="')[2].partition('"')[0]
    for wanted in ("3", "5"):
        assert nadia.sends(DEMANDS, motive=motive, site=str(decize), wanted=wanted) == 303
        nadia.follows()
    assert "C'est demandé" in nadia.words
    claire.opens("/rendez-vous")
    assert "Ouvrir 5 créneaux à Antenne de Decize" in claire.words, "asked once, of the larger number"
    assert "demandé par Nadia Belkacem" in claire.words
    act = f"{DEMANDS}/1/fait"
    assert [claire.posts(act, claire.form(act).fields) for _ in range(1)] == [303]
    claire.follows()
    assert "Ouvrir 5" not in claire.words


def named_home(tx) -> int:
    slug = "nevers-sud-nivernais"
    return tx.exec(select(MissionLocale.id).where(MissionLocale.slug == slug)).one()


def test_what_the_guide_asks_says_that_a_youth_found_nothing(browse, db, script):
    with db.transaction() as tx:
        home = named_home(tx)
        ask(tx, tx.exec(select(Motive).where(Motive.mission_locale_id == home)).first(), None, script.now())
    helene = browse().enters_as("Hélène")
    helene.opens("/rendez-vous")
    assert "un jeune n'a rien trouvé" in helene.words


@pytest.mark.parametrize(
    "typed",
    [
        {"wanted": "0"},
        {"wanted": "21"},
        {"wanted": "x" * 900},
        {"wanted": "-3"},
        {"motive": "999999"},
        {"motive": "<b>"},
        {"site": "999999"},
        {"site": "x"},
    ],
)
def test_a_request_that_cannot_be_is_refused(browse, db, typed):
    nadia = browse().enters_as("Nadia")
    nadia.opens(DEMANDS)
    motive = nadia.page.text.partition('<option value="')[2].partition('"')[0]
    assert nadia.sends(DEMANDS, **{"motive": motive, "wanted": "3", **typed}) in {404, 422}
    with db.reading() as tx:
        assert tx.exec(select(SlotRequest)).all() == []


def test_requests_of_another_mission_locale_are_neither_seen_nor_closed(browse, db):
    nadia, marc = browse().enters_as("Nadia"), browse().enters_as("Marc")
    nadia.opens(DEMANDS)
    motive = nadia.page.text.partition('<option value="')[2].partition('"')[0]
    nadia.sends(DEMANDS, motive=motive, wanted="3")
    marc.opens("/rendez-vous")
    assert "Ouvrir 3" not in marc.words
    token = csrf(marc)
    for id_ in ("1", "9" * 30, "-1"):
        assert marc.posts(f"{DEMANDS}/{id_}/fait", {"csrf": token}) == 404
    assert marc.posts(DEMANDS, {"csrf": token, "motive": motive, "wanted": "3"}) == 404
    nadia.opens(DEMANDS)
    assert nadia.posts(f"{DEMANDS}/1/fait", {"csrf": csrf(nadia)}) == 403
    with db.reading() as tx:
        assert tx.exec(select(SlotRequest)).one().done_at is None


def test_a_motive_without_any_slot_is_an_alarm_until_one_is_free(browse, db):
    helene = browse().enters_as("Hélène")
    helene.opens("/rendez-vous")
    assert "Aucun créneau derrière" not in helene.words
    with db.transaction() as tx:
        for opening in tx.exec(select(Opening)):
            opening.motives = ["emploi"]
            tx.add(opening)
    helene.opens("/rendez-vous")
    assert "Aucun créneau derrière ces motifs" in helene.words
    listed = helene.words.partition("Aucun créneau derrière")[2].partition("</section>")[0]
    assert "Logement" in listed and "Recherche d'emploi" not in listed
    assert all(a.status in LIVE for a in live(db))
