"""What the inbox knows of each call, read from the database."""

from __future__ import annotations

import pytest

from backend.handover.calls import inbox
from backend.handover.columns import column_of
from backend.handover.models import Proposal
from backend.handover.queries import scope_of
from backend.people.accounts import staff_of
from flows.events import Chose
from tests.conftest import NEVERS
from tests.mediator import Mediator
from tests.youth import books


@pytest.fixture
def nadia(db, script):
    return Mediator(db, script)


def call_of(db, script, nadia):
    with db.reading() as tx:
        (call,) = inbox(tx, scope_of(tx, staff_of(tx, nadia.person), NEVERS), script.now())
        return call


def test_a_yes_or_no_to_a_proposal_brings_the_thread_back(youth, db, script, nadia, clock):
    """A tap is no words, but somebody has to go on from there."""
    youth.starts()
    youth.writes("/humain")
    handover, me = nadia.sees()[0], nadia.person.id
    nadia.claims(handover)
    nadia.replies(handover, "Que dis-tu de ce lieu ?")
    with db.transaction() as tx:
        tx.add(made := Proposal(handover_id=handover.id, person_id=me, kind="place", at=clock()))
    assert column_of(call_of(db, script, nadia), me, clock()) == "awaiting"
    clock.goes_on(minutes=5)
    youth.does(Chose("proposal", "proposed", f"pass-{made.id}"))
    call = call_of(db, script, nadia)
    assert (column_of(call, me, clock()), call.waits_since) == ("mine", clock())
    clock.goes_on(minutes=5)
    nadia.replies(handover, "Alors un autre")
    assert column_of(call_of(db, script, nadia), me, clock()) == "awaiting"


def test_the_needs_of_a_story_that_has_ended_are_those_of_its_appointment(youth, db, script, nadia):
    books(youth)
    youth.writes("/humain")
    assert call_of(db, script, nadia).needs == ("emploi",)
