"""Staff, the clock and the youth act on one appointment in the same instant: nothing is lost, nobody comes back."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from datetime import timedelta

import pytest
from sqlmodel import func, select

from backend.agenda.closing import set_outcome
from backend.agenda.models import LIVE, Appointment
from backend.agenda.reminders import remind
from backend.agenda.series import book_series, cancel_following
from backend.models import Conversation
from backend.people.models import Youth as YouthRow
from backend.scene import Arrival
from backend.turns import take_turn
from flows.events import Chose, Said
from tests.youth import Youth, books


def appointments(db) -> list[Appointment]:
    with db.reading() as tx:
        return list(tx.exec(select(Appointment).order_by(Appointment.id)))


def turned(tx, script, youth: Youth, event) -> None:
    """A turn of the youth within a transaction that is still open."""
    take_turn(tx, script, Arrival(f"mine:{event}", "telegram", youth.address, event, on="1"))


def test_how_it_went_is_not_undone_by_an_old_button(youth, db, script, clock):
    books(youth)
    (booked,) = appointments(db)
    clock.at = booked.starts_at + timedelta(minutes=10)
    with ThreadPoolExecutor(1) as pool:
        with db.transaction() as tx:
            set_outcome(tx, script, booked.id, "attended")
            tapping = pool.submit(youth.turn, Chose("appointment", "wish", f"present-{booked.id}"))
            assert not wait([tapping], timeout=1).done, "it waits for us"
        tapping.result()
    assert [a.status for a in appointments(db)] == ["attended"]


@pytest.mark.parametrize("before", [timedelta(days=1), timedelta(hours=2)])
def test_whoever_erases_themselves_as_they_are_reminded_is_not_begun_anew(youth, db, script, clock, before):
    books(youth, "Imphy")
    (booked,) = appointments(db)
    clock.at = booked.starts_at - before
    if before == timedelta(hours=2):
        clock.at = booked.starts_at.replace(hour=18, minute=30) - timedelta(days=1)
    with ThreadPoolExecutor(1) as pool:
        with db.transaction() as tx:
            turned(tx, script, youth, Said("/supprimer"))
            reminding = pool.submit(remind, db, script)
            wait([reminding], timeout=1)
        assert reminding.result() == 0
    with db.reading() as tx:
        left = [tx.exec(select(func.count()).select_from(t)).one() for t in (Conversation, YouthRow)]
    assert left == [0, 0]


def test_a_series_is_cancelled_with_the_one_that_its_youth_is_moving(youth, db, script, clock):
    books(youth)
    (seed,) = appointments(db)
    with db.transaction() as tx:
        until = seed.starts_at.date() + timedelta(weeks=3)
        book_series(tx, script, tx.get_one(Appointment, seed.id), 1, until, (), seed.advisor_id)
    *_, last = appointments(db)
    youth.hears()
    youth.does(Chose("appointment", "wish", f"move-{last.id}"))
    days = [data for data in youth.buttons.values() if data.startswith("appointment:day:20")]
    youth.does(Chose(*days[-1].split(":", 2)))
    hours = [data for data in youth.buttons.values() if data.startswith("appointment:hour:")]
    hour = next(data for data in hours if "." in data)
    with ThreadPoolExecutor(1) as pool:
        with db.transaction() as tx:
            turned(tx, script, youth, Chose(*hour.split(":", 2)))

            def cancels() -> int:
                return db.retrying(lambda tx: cancel_following(tx, script, tx.get_one(Appointment, seed.id)))

            cancelling = pool.submit(cancels)
            assert not wait([cancelling], timeout=1).done, "it waits for us"
        cancelling.result()
    statuses = [a.status for a in appointments(db)]
    assert "rescheduled" in statuses and not set(LIVE) & set(statuses)
