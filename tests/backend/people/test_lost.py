"""Losing contact: whom we lose, once each time; who agreed is called, three times at most; who is back is left alone."""

from __future__ import annotations

import pytest
from sqlalchemy import event, update
from sqlmodel import select

from backend.agenda.models import Appointment
from backend.handover.models import Handover, Proposal
from backend.handover.queries import Scope
from backend.people.calls import NoCall, called, not_to_call, to_call
from backend.people.lost import LOOKED_BACK, lose_contact
from backend.people.models import LostContact
from backend.people.models import Youth as YouthRow
from flows.events import Blocked
from tests.backend.people.whole_life import everything
from tests.mediator import Mediator
from tests.youth import Youth, books

NUMBER = "06 12 34 56 78"


@pytest.fixture
def nadia(db, script):
    return Mediator(db, script)


@pytest.fixture
def lou(youth, nadia):
    """A human answers them; they may be called."""
    return at_it(youth, nadia)


def at_it(youth, nadia, *, agrees: bool = True) -> Youth:
    youth.starts()
    youth.taps("C'est parti")
    youth.taps("18 à 25 ans")
    youth.writes("Imphy")
    youth.writes("/humain")
    youth.taps("Oui, on peut m'appeler" if agrees else "Non merci")
    if agrees:
        youth.writes(NUMBER)
    handover = nadia.sees()[-1]
    nadia.claims(handover)
    nadia.replies(handover, "Bonjour")
    youth.hears()
    return youth


def proposes(db, clock, nadia) -> None:
    with db.transaction() as tx:
        handover = tx.exec(select(Handover)).all()[-1]
        tx.add(Proposal(handover_id=handover.id, person_id=nadia.person.id, kind="place", at=clock()))


def lost(db) -> list[LostContact]:
    with db.reading() as tx:
        return list(tx.exec(select(LostContact).order_by(LostContact.id)))


def listed(db, clock) -> list[str]:
    with db.reading() as tx:
        return [one.phone for one in to_call(tx, Scope(frozenset(range(9)), home=True), clock())]


def calls(db, script, nadia, answer, nonce) -> None:
    with db.transaction() as tx:
        mine = Scope(frozenset(range(9)), home=True)
        called(tx, script, nadia.person, mine, lost(db)[-1].id, answer, nonce)


def test_who_blocks_the_bot_while_a_human_is_at_it_is_lost_once(lou, db, script, clock):
    assert lose_contact(db, script) == 0
    lou.does(Blocked(True))
    assert lose_contact(db, script) == 1
    assert lose_contact(db, script) == 0
    assert [(one.cause, one.handover_id is not None) for one in lost(db)] == [("blocked", True)]
    assert listed(db, clock) == ["0612345678"]


def test_who_does_not_answer_a_proposal_for_three_days_is_lost(lou, db, script, clock, nadia):
    clock.goes_on(minutes=5)
    proposes(db, clock, nadia)
    clock.goes_on(days=2, hours=23)
    assert lose_contact(db, script) == 0
    clock.goes_on(hours=1)
    assert lose_contact(db, script) == 1
    assert lost(db)[0].cause == "silence"


def test_whoever_wrote_since_the_proposal_is_not_lost(lou, db, script, clock, nadia):
    proposes(db, clock, nadia)
    clock.goes_on(hours=1)
    lou.writes("je réfléchis")
    clock.goes_on(days=4)
    assert lose_contact(db, script) == 0


def test_who_was_missed_and_stays_silent_for_a_day_is_lost(youth, db, script, clock):
    books(youth)
    with db.transaction() as tx:
        one = tx.exec(select(Appointment)).one()
        clock.at = one.ends_at
        tx.execute(update(Appointment).values(status="no_show", outcome_at=clock()))
    assert lose_contact(db, script) == 0
    clock.goes_on(days=1)
    assert lose_contact(db, script) == 1
    assert lost(db)[0].cause == "no_show"
    assert listed(db, clock) == [], "they did not agree to be called"
    with db.reading() as tx:
        assert not_to_call(tx, Scope(frozenset(range(9)), home=True)) == 1


def test_who_writes_again_is_back_at_once(lou, db, script, clock):
    lou.does(Blocked(True))
    lose_contact(db, script)
    clock.goes_on(minutes=1)
    lou.writes("je suis là")
    assert listed(db, clock) == [], "the list does not wait for the next look"
    assert lose_contact(db, script) == 1
    assert (lost(db)[0].outcome, lost(db)[0].ended_at) == ("back", clock())


def test_who_said_stop_is_not_lost_and_is_not_called(lou, db, script):
    lou.writes("/stop")
    lou.does(Blocked(True))
    assert lose_contact(db, script) == 0


def test_who_left_long_after_it_was_over_is_nobodys_business(lou, db, script, clock, nadia):
    nadia.closes(nadia.sees()[0])
    lou.hears()
    clock.goes_on(days=1)
    lou.does(Blocked(True))
    assert lose_contact(db, script) == 0
    clock.goes_on(days=LOOKED_BACK.days)
    assert lose_contact(db, script) == 0


def test_who_was_given_up_as_out_of_reach_and_blocked_the_bot_is_lost(lou, db, script, clock, nadia):
    nadia.closes(nadia.sees()[0], "unreachable")
    lou.hears()
    lou.does(Blocked(True))
    assert lose_contact(db, script) == 1


def test_three_calls_at_most_and_one_a_day(lou, db, script, clock, nadia):
    lou.does(Blocked(True))
    lose_contact(db, script)
    for day in range(3):
        calls(db, script, nadia, "missed", f"call-{day}")
        with pytest.raises(NoCall):
            calls(db, script, nadia, "missed", f"again-{day}")
        clock.goes_on(days=1)
    one = lost(db)[0]
    assert (one.calls, one.outcome) == (3, "given_up") and listed(db, clock) == []
    assert lose_contact(db, script) == 0, "given up is given up, until they are heard again"


def test_the_same_form_twice_is_one_call_and_reached_ends_it(lou, db, script, clock, nadia):
    lou.does(Blocked(True))
    lose_contact(db, script)
    for _ in range(2):
        calls(db, script, nadia, "reached", "same")
    assert (lost(db)[0].calls, lost(db)[0].outcome) == (1, "reached")


def test_who_takes_it_back_leaves_the_list(lou, db, script, clock, nadia):
    clock.goes_on(minutes=5)
    proposes(db, clock, nadia)
    clock.goes_on(days=3)
    lose_contact(db, script)
    assert listed(db, clock) == ["0612345678"]
    with db.transaction() as tx:
        tx.execute(update(YouthRow).values(phone_consent_at=None))
    assert listed(db, clock) == []
    with pytest.raises(NoCall):
        calls(db, script, nadia, "reached", "late")


def test_another_mission_locale_sees_and_calls_nobody(lou, db, script, clock, nadia):
    lou.does(Blocked(True))
    lose_contact(db, script)
    nobody = Scope(frozenset(), home=True)
    with db.transaction() as tx:
        assert to_call(tx, nobody, clock()) == []
        with pytest.raises(NoCall):
            called(tx, script, nadia.person, nobody, lost(db)[0].id, "reached", "n")


def test_the_longest_lost_comes_first_and_who_rests_last(lou, db, script, clock, nadia):
    sam = at_it(Youth(db, script, "77", name="Sam"), nadia)
    sam.does(Blocked(True))
    lose_contact(db, script)
    clock.goes_on(minutes=1)
    lou.does(Blocked(True))
    lose_contact(db, script)
    mine = Scope(frozenset(range(9)), home=True)
    with db.reading() as tx:
        first, second = to_call(tx, mine, clock())
    with db.transaction() as tx:
        called(tx, script, nadia.person, mine, first.id, "missed", "n1")
    with db.reading() as tx:
        assert [(one.id, one.rests) for one in to_call(tx, mine, clock())] == [
            (second.id, False),
            (first.id, True),
        ]


def test_erasing_takes_the_number_the_consent_and_the_loss_along(lou, db, script, clock):
    lou.does(Blocked(True))
    lose_contact(db, script)
    assert "0612345678" in everything(db)
    lou.writes("/supprimer")
    assert lost(db) == [] and "0612345678" not in everything(db)
    assert lose_contact(db, script) == 0


def test_a_look_at_many_costs_a_few_statements(lou, db, script, clock):
    said = []
    event.listen(db.engine, "before_cursor_execute", lambda *about: said.append(about[2]))
    lose_contact(db, script)
    assert len([words for words in said if words.startswith("SELECT")]) == 4, (
        "one for each cause, one for who is back"
    )
