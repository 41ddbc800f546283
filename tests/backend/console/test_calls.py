"""The page of those to be called: who was lost and agreed, with one thumb; each call is noted, three at most."""

from __future__ import annotations

import pytest
from sqlmodel import select

from backend.audit.models import Audit
from backend.people.lost import lose_contact
from backend.people.models import LostContact
from flows.events import Blocked
from tests.mediator import Mediator

PAGE = "/a-rappeler"


@pytest.fixture
def lost(youth, db, script) -> int:
    """Lou of Imphy agreed to be called, then blocked the bot while a human was at it."""
    youth.starts()
    youth.taps("C'est parti")
    youth.taps("18 à 25 ans")
    youth.writes("Imphy")
    youth.writes("/humain")
    youth.taps("Oui, on peut m'appeler")
    youth.writes("06 12 34 56 78")
    mediator = Mediator(db, script)
    mediator.claims(mediator.sees()[0])
    youth.hears()
    youth.does(Blocked(True))
    lose_contact(db, script)
    with db.reading() as tx:
        return tx.exec(select(LostContact.id)).one()


def kept(db) -> LostContact:
    with db.reading() as tx:
        return tx.exec(select(LostContact)).one()


def test_an_empty_page_says_when_somebody_appears(nadia):
    assert nadia.opens(PAGE) == 200
    assert "Personne à appeler maintenant" in nadia.words


def test_who_was_lost_is_there_with_a_number_that_dials(nadia, lost):
    nadia.opens(PAGE)
    for words in ("Lou", "Imphy", "A bloqué le bot", "06 12 34 56 78", 'href="tel:0612345678"'):
        assert words in nadia.words, words


def test_reached_ends_it_and_is_written_down(nadia, lost, db):
    nadia.opens(PAGE)
    assert nadia.sends(f"{PAGE}/{lost}", answer="reached") == 303
    nadia.follows()
    assert "Lou" not in nadia.words
    assert (kept(db).outcome, kept(db).calls) == ("reached", 1)
    with db.reading() as tx:
        assert tx.exec(select(Audit.action).where(Audit.kind == "youth")).one() == "called"


def test_not_reached_waits_until_tomorrow_and_a_form_sent_twice_is_one_call(nadia, lost, db):
    nadia.opens(PAGE)
    form = nadia.form(f"{PAGE}/{lost}").fields
    for _ in range(2):
        assert nadia.posts(f"{PAGE}/{lost}", {**form, "answer": "missed"}) == 303
    nadia.follows()
    assert "Déjà appelés, à rappeler demain" in nadia.words and "Appel 1 sur 3" in nadia.words
    assert "tel:" not in nadia.page.text and kept(db).calls == 1


def test_a_page_that_is_not_up_to_date_says_so(nadia, lost, youth, db, clock):
    nadia.opens(PAGE)
    clock.goes_on(minutes=1)
    youth.writes("je suis là")
    assert nadia.sends(f"{PAGE}/{lost}", answer="missed") == 409
    assert "ne se note plus" in nadia.words and kept(db).calls == 0


@pytest.mark.parametrize(
    ("number", "answer", "status"),
    [
        ("1", "", 422),
        ("1", "perhaps", 422),
        ("1", "reached" * 9_000, 422),
        ("999", "reached", 409),
        ("0", "reached", 404),
        ("-1", "reached", 404),
        ("9223372036854775808", "missed", 404),
        ("abc", "reached", 404),
    ],
)
def test_what_is_wrong_in_a_form_is_a_page_and_no_call(nadia, lost, db, number, answer, status):
    nadia.opens(PAGE)
    fields = nadia.form(f"{PAGE}/{lost}").fields
    assert nadia.posts(f"{PAGE}/{number}", {**fields, "answer": answer}) == status
    assert kept(db).calls == 0


def test_only_the_mediators_of_their_mission_locale_see_and_call_them(browse, lost, db):
    lucas, claire, nobody = browse().enters_as("Lucas"), browse().enters_as("Claire"), browse()
    assert lucas.opens(PAGE) == 200 and "Lou" not in lucas.words
    csrf = lucas.form("/deconnexion").fields["csrf"]
    assert lucas.posts(f"{PAGE}/{lost}", {"csrf": csrf, "nonce": "n", "answer": "reached"}) == 409
    assert lucas.posts(f"{PAGE}/{lost}", {"csrf": "wrong", "nonce": "n", "answer": "reached"}) == 403
    assert claire.opens(PAGE) == 403
    assert nobody.opens(PAGE) == 303
    assert kept(db).calls == 0


def test_the_thread_says_that_they_are_lost_and_may_be_called(nadia, lost, db):
    nadia.opens(f"/relais/{kept(db).handover_id}")
    assert "A bloqué le bot, depuis" in nadia.words and PAGE in nadia.page.text
