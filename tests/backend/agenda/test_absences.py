"""An absence and a booking never pass each other unseen; a stand-in is really free."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import select

from backend.agenda.absences import Away, booked_then, enter, finds_ways
from backend.agenda.decisions import CANCEL, KEEP, ListChanged
from backend.agenda.models import LIVE, Absence, Appointment, Busy, Opening
from backend.agenda.rules import SlotId, parse_slot
from backend.agenda.stand_ins import ways_round
from backend.people.accounts import staff_of
from backend.people.models import Person
from backend.scene import Arrival, NotPossible
from backend.turns import take_turn
from tests.youth import Youth, books, first_proposal, reaches_proposals


def person(tx, first_name: str) -> Person:
    return next(p for p in tx.exec(select(Person)) if p.first_name == first_name)


def only(db) -> Appointment:
    with db.reading() as tx:
        return tx.exec(select(Appointment).where(Appointment.status.in_(LIVE))).one()


def absence_of(db, first_name: str, clock, days: int = 3) -> Away:
    with db.reading() as tx:
        who = person(tx, first_name).id or 0
    return Away(who, clock.at, clock.at + timedelta(days=days), "Europe/Paris", "Grippe")


def is_entered(db, script, away: Away, decisions: dict[int, str]) -> None:
    def work(tx):
        enter(tx, script, staff_of(tx, tx.get_one(Person, away.advisor_id)), away, decisions)

    db.retrying(work)


def ways(db, script, away: Away) -> dict[int, list[str]]:
    """What is proposed for each appointment concerned."""
    with db.reading() as tx:
        staff = staff_of(tx, tx.get_one(Person, away.advisor_id))
        mover = finds_ways(tx, away, script.now())
        found = booked_then(tx, staff, away, script.now())
        return {a.id or 0: [o["id"] for o in ways_round(mover, a)] for a in found}


def test_no_way_round_leads_back_into_the_absence(youth, db, script, clock):
    books(youth)
    away = absence_of(db, "Karim", clock, days=21)
    slots = [parse_slot(slot) for slot in ways(db, script, away)[only(db).id]]
    with db.reading() as tx:
        mine = set(tx.exec(select(Opening.id).where(Opening.advisor_id == away.advisor_id)))
    assert slots
    assert not [s for s in slots if s.opening in mine and s.starts_at < away.ends_at]


def test_what_is_proposed_can_be_done_and_frees_the_chair_of_the_absent(youth, db, script, clock):
    books(youth, "Nevers")
    old = only(db)
    with db.reading() as tx:
        name = tx.get_one(Person, old.advisor_id).first_name
    away = absence_of(db, name, clock)
    slot = ways(db, script, away)[old.id][0]
    is_entered(db, script, away, {old.id: slot})
    new = only(db)
    assert (new.starts_at, new.site_id) == (old.starts_at, old.site_id)
    with db.reading() as tx:
        busy = tx.exec(select(Busy.advisor_id).where(Busy.appointment_id.in_([old.id, new.id]))).all()
    assert set(busy) == {new.advisor_id} != {old.advisor_id}


def test_a_slot_within_the_absence_itself_is_refused_and_nothing_is_kept(youth, db, script, clock):
    books(youth)
    old, away = only(db), absence_of(db, "Karim", clock)
    with db.reading() as tx:
        there = select(Opening.id).where(Opening.site_id == old.site_id, Opening.advisor_id == old.advisor_id)
        opening = tx.exec(there).first()
    slot = str(SlotId(opening, old.starts_at + timedelta(minutes=55), old.mode))
    with pytest.raises(NotPossible):
        is_entered(db, script, away, {old.id: slot})
    with db.reading() as tx:
        assert tx.exec(select(Absence)).all() == []
    assert only(db).id == old.id and youth.hears() == []


@pytest.mark.parametrize("decisions", [{}, {999: CANCEL}, {999: KEEP}])
def test_a_list_that_is_not_the_one_of_now_does_nothing(youth, db, script, clock, decisions):
    books(youth)
    with pytest.raises(ListChanged):
        is_entered(db, script, absence_of(db, "Karim", clock), decisions)
    assert only(db).status == "booked" and youth.hears() == []


def test_who_confirms_while_the_absence_is_entered_is_refused(youth, db, script, clock):
    """The booking waits for the absence, on both databases, and looks again at who is there."""
    reaches_proposals(youth)
    youth.taps(first_proposal(youth))
    confirm, away = youth.button("Confirmer"), absence_of(db, "Karim", clock)
    with ThreadPoolExecutor(1) as pool:
        with db.transaction() as tx:
            enter(tx, script, staff_of(tx, tx.get_one(Person, away.advisor_id)), away, {})
            booking = pool.submit(youth.turn, confirm)
            assert not wait([booking], timeout=1).done, "it waits for us"
        booking.result()
    assert youth.hears()[0].startswith("Ce rendez-vous vient d'être pris")


def test_an_absence_entered_while_someone_confirms_sees_them(youth, db, script, clock):
    reaches_proposals(youth)
    youth.taps(first_proposal(youth))
    with ThreadPoolExecutor(1) as pool:
        with db.transaction() as tx:
            tap = youth.button("Confirmer")
            take_turn(tx, script, Arrival("tap", "telegram", youth.address, tap, first_name="Lou", on="1"))
            entering = pool.submit(is_entered, db, script, absence_of_karim(tx, clock), {})
            assert not wait([entering], timeout=1).done, "it waits for us"
        assert isinstance(entering.exception(), ListChanged)
    assert only(db).status == "booked"


def absence_of_karim(tx, clock) -> Away:
    who = person(tx, "Karim").id or 0
    return Away(who, clock.at, clock.at + timedelta(days=3), "Europe/Paris")


def test_those_of_others_and_of_before_are_not_concerned(db, script, clock):
    lou, zoe = Youth(db, script, "1"), Youth(db, script, "2", name="Zoé")
    books(lou)
    books(zoe, "Nevers")
    found = ways(db, script, absence_of(db, "Karim", clock))
    with db.reading() as tx:
        karim = person(tx, "Karim").id
        assert [tx.get_one(Appointment, a).advisor_id for a in found] == [karim]
    clock.goes_on(days=5)
    away = absence_of(db, "Karim", clock)
    assert ways(db, script, replace(away, starts_at=clock.at - timedelta(days=9))) == {}
