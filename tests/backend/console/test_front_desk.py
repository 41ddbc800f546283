"""The front desk: who is here, who came without an appointment, who is looked for."""

from __future__ import annotations

import pytest
from sqlmodel import select

from backend.agenda.models import Appointment, WalkIn
from tests.backend.console.agenda_pages import at, booked, keep_only, site_of
from tests.backend.console.browser import Browser
from tests.backend.console.test_places import csrf


@pytest.fixture
def lina(db) -> Appointment:
    return booked(db, "Lina", "Claire", at(23, 14), phone="06 12 34 56 78")


@pytest.fixture
def desk(db) -> str:
    return f"/accueil/{site_of(db, 'la-boussole').id}"


@pytest.fixture
def ines(browse, lina) -> Browser:
    return browse().enters_as("Inès")


def arrived(db, appointment: Appointment) -> bool:
    with db.reading() as tx:
        return tx.get_one(Appointment, appointment.id).arrived_at is not None


def walked_in(db) -> int:
    with db.reading() as tx:
        return len(tx.exec(select(WalkIn)).all())


def test_today_at_the_site_of_a_front_desk_opens_first(ines, desk):
    assert ines.opens("/accueil") == 303
    assert ines.follows() == 200
    for words in ("La Boussole", "Lundi 23 novembre", "14 h", "Lina", "avec Claire Dubois", "0 là sur 1"):
        assert words in ines.words, words


def test_arrived_is_one_tap_and_is_taken_back_in_one(ines, desk, db, lina, clock):
    act = f"/rendez-vous/{lina.id}/arrivee"
    ines.opens(desk)
    assert ines.sends(act) == 303
    assert ines.page.headers["location"] == desk
    ines.follows()
    assert "1 là sur 1" in ines.words and "Arrivé à 9 h" in ines.words
    clock.goes_on(minutes=5)
    assert ines.posts(act, {"csrf": csrf(ines), "arrived": "yes"}) == 303
    ines.opens(desk)
    assert "Arrivé à 9 h<" in ines.words, "a second tap does not change when they came"
    assert ines.sends(act) == 303
    assert not arrived(db, lina)


def test_the_advisor_sees_the_arrival_without_reloading(ines, browse, desk, lina):
    claire = browse().enters_as("Claire")
    claire.opens("/rendez-vous")
    with claire.watches("/rendez-vous/flux") as events:
        ines.opens(desk)
        ines.sends(f"/rendez-vous/{lina.id}/arrivee")
        name, html = next(events)
    assert name == "part" and "Arrivé à 9 h" in html


def test_the_advisor_notes_an_arrival_on_the_brief_and_tells_nobody(browse, db, lina, youth):
    claire = browse().enters_as("Claire")
    claire.opens(f"/rendez-vous/{lina.id}")
    assert claire.sends(f"/rendez-vous/{lina.id}/arrivee") == 303
    claire.follows()
    assert "Arrivé à 9 h" in claire.words
    assert youth.hears() == []


def test_one_arrives_on_the_day_only_and_not_once_it_is_cancelled(browse, db, lina):
    tomorrow = booked(db, "Jade", "Claire", at(24, 9))
    off = booked(db, "Malo", "Claire", at(23, 15), status="cancelled_by_youth")
    claire = browse().enters_as("Claire")
    claire.opens(f"/rendez-vous/{tomorrow.id}")
    assert "Arrivé" not in claire.words
    for one, said in ((tomorrow, "n'est pas aujourd'hui"), (off, "n'est plus attendu")):
        fields = {"csrf": csrf(claire), "arrived": "yes"}
        assert claire.posts(f"/rendez-vous/{one.id}/arrivee", fields) == 409
        assert said in claire.words
        assert not arrived(db, one)


@pytest.mark.parametrize(
    "back", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:x"]
)
def test_one_is_never_sent_elsewhere_afterwards(ines, lina, desk, back):
    ines.opens(desk)
    assert ines.sends(f"/rendez-vous/{lina.id}/arrivee", back=back) == 303
    assert "evil" not in ines.page.headers["location"] and "javascript" not in ines.page.headers["location"]


def test_those_without_an_appointment_are_counted_and_the_last_is_taken_back(ines, desk, db):
    act = f"{desk}/sans-rendez-vous"
    ines.opens(desk)
    sent = ines.form(act).fields
    assert [ines.posts(act, sent) for _ in range(2)] == [303, 303]
    assert walked_in(db) == 1, "the same form counts once"
    ines.follows()
    assert ines.sends(act, saying="Une personne de plus") == 303
    assert walked_in(db) == 2
    ines.follows()
    assert "<strong>2</strong> aujourd'hui" in ines.words
    undo = ines.form(act, saying="Retirer").fields
    assert [ines.posts(act, undo) for _ in range(2)] == [303, 303]
    assert walked_in(db) == 1


def test_yesterday_is_not_counted_nor_taken_back_today(ines, desk, db, clock):
    ines.opens(desk)
    ines.sends(f"{desk}/sans-rendez-vous")
    clock.goes_on(days=1)
    ines.enters_as("Inès").opens(desk)
    assert "<strong>0</strong> aujourd'hui" in ines.words
    ines.posts(f"{desk}/sans-rendez-vous", {"csrf": csrf(ines), "act": "undo", "nonce": "n"})
    assert walked_in(db) == 1


@pytest.mark.parametrize("wanted", ["lina", "LIN", " Lina ", "0612345678", "34 56", "+33 6 12 34"])
def test_someone_is_found_by_first_name_or_number_within_two_weeks(ines, desk, db, wanted):
    booked(db, "Zoé", "Claire", at(30, 14), phone="0700000000")
    assert ines.opens(f"{desk}?q={wanted.replace('+', '%2B')}") == 200
    found = ines.words.partition('id="found"')[2].partition('id="live"')[0]
    assert "Lina" in found and "Zoé" not in found


@pytest.mark.parametrize(
    "wanted", ["12", "x" * 5000, "<script>alert(1)</script>", "%25", "'; --", "%00", "👋"]
)
def test_looking_for_nonsense_finds_nobody_and_says_so(ines, desk, wanted):
    assert ines.opens(f"{desk}?q={wanted}") == 200
    assert "<script>alert" not in ines.page.text
    assert "Personne de ce nom" in ines.words or wanted == "%00"


def test_nobody_of_later_or_of_another_place_is_found(ines, desk, db, browse):
    booked(db, "Ada", "Claire", at(23, 9).replace(month=12))
    booked(db, "Adam", "Karim", at(24, 9), site="imphy")
    keep_only(db, "Inès", site_of(db, "la-boussole").id)
    ines.opens(f"{desk}?q=ada")
    assert "Personne de ce nom" in ines.words


def test_a_desk_of_another_site_does_not_exist(ines, browse, db, desk, lina):
    keep_only(db, "Inès", site_of(db, "la-boussole").id)
    imphy = f"/accueil/{site_of(db, 'imphy').id}"
    marc = browse().enters_as("Marc")
    for browser, path in ((ines, imphy), (marc, desk)):
        assert browser.opens(path) == 404
        assert browser.opens(f"{path}/flux") == 404
        token = csrf(browser)
        assert browser.posts(f"{path}/sans-rendez-vous", {"csrf": token, "nonce": "n"}) == 404
    assert marc.posts(f"/rendez-vous/{lina.id}/arrivee", {"csrf": csrf(marc)}) == 404
    assert (walked_in(db), arrived(db, lina)) == (0, False)


def test_an_empty_day_says_so(browse, db, desk):
    ines = browse().enters_as("Inès")
    ines.opens(desk)
    assert "Personne n'a rendez-vous ici aujourd'hui" in ines.words
