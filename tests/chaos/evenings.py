"""Bots killed while they remind people of appointments: each is reminded once."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlmodel import col, select

from backend.agenda.models import Appointment
from backend.db import Database
from backend.models import Line, Tick
from tests.chaos.reaper import Aim
from tests.clock import MONDAY

if TYPE_CHECKING:
    from tests.chaos.storm import Storm

SIX = MONDAY + timedelta(hours=9)
"""Six o'clock in the evening of the first day. The evening before an appointment it is called to mind."""

AIMS = Aim("shown", 1, 0.0), Aim("shown", 1, 0.005), Aim("any", 0, 0.15), Aim("any", 0, 0.3)
"""Few lines leave in the evening."""

DAY = timedelta(days=1)


async def evenings(storm: Storm, many: int) -> None:
    """Each evening a bot is killed while it reminds, and the next one ends its work."""
    days = _before_appointments(storm.db)
    for number in range(many):
        storm.scene.zygote.clock.goes_to(days[min(number, len(days) - 1)])
        bot, delivery = storm.starts()
        await storm.reaper.takes(bot, delivery, storm.random.choice(AIMS))
        storm.scene.leases_end()
        bot, _ = storm.starts()
        await _reminded(storm.db, storm.scene.zygote.clock())
        await storm.scene.rests()
        bot.dies()


def _before_appointments(db: Database) -> list[datetime]:
    with db.reading() as tx:
        days = {
            (starts_at.date() - MONDAY.date()).days for starts_at in tx.exec(select(Appointment.starts_at))
        }
    return [SIX + timedelta(days=day - 1) for day in sorted(days)]


async def _reminded(db: Database, since: datetime) -> None:
    """Until the job of the clock has come to its end."""
    async with asyncio.timeout(30):
        while not _ran(db, since):
            await asyncio.sleep(0.02)


def _ran(db: Database, since: datetime) -> bool:
    with db.reading() as tx:
        at = tx.exec(select(Tick.ran_at).where(Tick.name == "reminders")).first()
    return at is not None and at >= since


def reminded(db: Database, many: int) -> dict[str, Any]:
    """How many appointments were to be called to mind the day before by these evenings, and what is amiss.

    Counted by the lines: that something has been said is only remembered for a week. Those whose hour comes while the
    storm blows (the clock is moved over leases: by three hours in two hundred kills) are told then.
    """
    with db.reading() as tx:
        starts = tx.exec(select(Appointment.id, Appointment.starts_at, Appointment.created_at)).all()
        lines = tx.exec(select(Line).where(col(Line.about).is_not(None))).all()
    evenings = _before_appointments(db)[:many]
    due = {(id_, at.date() - DAY) for id_, at, since in starts if _comes(at - DAY, since, evenings)}
    told = Counter(_told(line) for line in lines if line.about and "reminder" in line.about)
    doubts = [f"{_named(one)}: not said" for one in due - told.keys()]
    doubts += [f"{_named(one)}: said {many} times" for one, many in told.items() if many > 1]
    return {"due": len(due), "amiss": len(doubts), "doubts": doubts}


def _comes(moment: datetime, booked: datetime, evenings: Sequence[datetime]) -> bool:
    """Whether a moment after the booking falls into the hours before one of these evenings, on its day."""
    return booked < moment and any(moment <= six and moment.date() == six.date() for six in evenings)


def _told(line: Line) -> tuple[int, date]:
    return (line.about or {})["appointment"], line.at.date()


def _named(one: tuple[int | None, date]) -> str:
    return f"reminder of appointment {one[0]} on {one[1]}"
