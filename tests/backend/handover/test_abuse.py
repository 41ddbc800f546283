"""Ended for abuse, with a reason and perhaps a pause: the guide stays, danger still rings, and it can be lifted."""

from __future__ import annotations

import pytest
from sqlmodel import select

from backend.audit.models import Audit
from backend.db import connect
from backend.models import Conversation
from tests.mediator import Mediator
from tests.youth import Youth


@pytest.fixture
def db(sqlite_url):
    made = connect(sqlite_url)
    yield made
    made.close()


@pytest.fixture
def nadia(db, script):
    return Mediator(db, script)


@pytest.fixture
def held(youth, nadia):
    youth.starts()
    youth.taps("C'est parti")
    youth.writes("/humain")
    handover = nadia.sees()[0]
    nadia.claims(handover)
    youth.hears()
    return handover


def test_the_youth_is_told_until_when_and_the_numbers_and_the_guide_goes_on(youth, nadia, held):
    nadia.mutes(held, 7)
    said, question = youth.hears()
    assert said.startswith("Nadia arrête là. L'équipe ne répondra plus ici avant lundi 30 novembre à 9 h")
    assert "15" in said and "112" in said
    assert question == "Tu as quel âge ?"
    assert nadia.looks(held).outcome == "abuse" and nadia.looks(held).reason == "des insultes"


def test_during_the_pause_calls_ring_nobody_and_say_so(youth, nadia, held, clock):
    nadia.mutes(held, 7)
    youth.hears()
    assert youth.writes("/humain")[0].startswith("L'équipe ne répond plus ici avant lundi 30 novembre")
    assert youth.taps("Parler à quelqu'un")[0].startswith("L'équipe ne répond plus ici")
    assert nadia.sees() == []
    assert youth.taps("18 à 25 ans"), "the guide still leads to an appointment"
    clock.goes_on(days=7)
    youth.writes("/humain")
    assert len(nadia.sees()) == 1


def test_danger_rings_whatever_was_before(youth, nadia, held):
    nadia.mutes(held, 30)
    youth.hears()
    heard = youth.writes("j'ai envie de mourir")
    assert "3114" in heard[0] and "Une personne est prévenue" in heard[1]
    assert nadia.sees()[0].urgent


def test_without_a_pause_it_only_ends_and_the_team_may_be_called_again(youth, nadia, held):
    nadia.mutes(held, 0)
    assert youth.hears()[0].startswith("Nadia arrête là cette discussion.")
    assert "Reprendre avec Nadia" not in youth.buttons
    assert "Tu veux reprendre" not in " ".join(youth.writes("eh oh")), "not with whom it went wrong"
    youth.writes("/humain")
    assert nadia.sees()[0].for_id is None


def test_a_pause_is_lifted_and_the_youth_is_told(youth, nadia, held, db):
    nadia.mutes(held, 30)
    youth.hears()
    nadia.lifts(held)
    assert youth.hears() == ["L'équipe peut de nouveau te répondre ici. Si tu veux : /humain"]
    nadia.lifts(held)
    assert youth.hears() == []
    with db.reading() as tx:
        assert tx.exec(select(Conversation)).one().muted_until is None
        assert [a.action for a in tx.exec(select(Audit))] == ["muted", "unmuted"]


@pytest.mark.parametrize(("days", "reason"), [(3, "insultes"), (-1, "insultes"), (7, ""), (7, "  ")])
def test_a_strange_pause_or_no_reason_is_refused(nadia, held, days, reason):
    with pytest.raises(ValueError, match="a reason"):
        nadia.mutes(held, days, reason)
    assert nadia.looks(held).closed_at is None


def test_abuse_is_no_outcome_without_its_reason(nadia, held):
    with pytest.raises(ValueError, match="expected one of"):
        nadia.closes(held, "abuse")


def test_another_youth_is_not_touched_by_it(youth, nadia, held, db, script):
    nadia.mutes(held, 30)
    other = Youth(db, script, "43")
    other.starts()
    other.writes("/humain")
    assert len(nadia.sees()) == 1
