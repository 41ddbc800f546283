"""A change of hours and a booking never pass each other unseen."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from functools import partial

from sqlmodel import select

from backend.agenda.decisions import ListChanged
from backend.agenda.models import Appointment, Opening
from backend.agenda.opening_changes import carry_out
from backend.agenda.opening_store import put, remove
from backend.agenda.rules import parse_slot
from backend.scene import Arrival
from backend.turns import take_turn
from tests.youth import Youth, first_proposal, reaches_proposals


def held(youth: Youth, db) -> tuple[int, int]:
    """Someone is at «Confirmer»: the opening, and whose it is."""
    reaches_proposals(youth)
    proposal = youth.button(first_proposal(youth))
    youth.does(proposal)
    slot = parse_slot(proposal.choice)
    with db.reading() as tx:
        return slot.opening, tx.get_one(Opening, slot.opening).advisor_id


def booked(db) -> list[Appointment]:
    with db.reading() as tx:
        return list(tx.exec(select(Appointment)))


def test_who_confirms_while_the_opening_is_taken_away_is_refused(youth, db, script):
    opening, advisor = held(youth, db)
    confirm = youth.button("Confirmer")
    with ThreadPoolExecutor(1) as pool:
        with db.transaction() as tx:
            carry_out(tx, script, advisor, partial(remove, opening), {})
            booking = pool.submit(youth.turn, confirm)
            assert not wait([booking], timeout=1).done, "it waits for us"
        booking.result()
    assert booked(db) == []
    assert youth.hears()[0].startswith("Ce rendez-vous vient d'être pris")


def test_hours_changed_while_someone_confirms_see_them(youth, db, script):
    opening, advisor = held(youth, db)
    other_hours = partial(put, opening, {"hours": "Sa 09:00-09:30"})

    def change():
        db.retrying(lambda tx: carry_out(tx, script, advisor, other_hours, {}))

    with ThreadPoolExecutor(1) as pool:
        with db.transaction() as tx:
            tap = youth.button("Confirmer")
            take_turn(tx, script, Arrival("tap", "telegram", youth.address, tap, first_name="Lou", on="1"))
            changing = pool.submit(change)
            assert not wait([changing], timeout=1).done, "it waits for us"
        assert isinstance(changing.exception(), ListChanged)
    assert [a.status for a in booked(db)] == ["booked"]
