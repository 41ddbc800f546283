"""Bots killed while they remind people of appointments: each is reminded once."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

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


def reminded(db: Database, many: int) -> dict[str, int]:
    """Of these evenings: how many reminders were due, and how many were said twice or not at all.

    Counted by the lines: that something has been said is only remembered for a week.
    """
    with db.reading() as tx:
        starts = tx.exec(select(Appointment.id, Appointment.starts_at, Appointment.created_at)).all()
        lines = tx.exec(select(Line).where(col(Line.about).is_not(None), Line.at >= SIX)).all()
    days = {evening.date() for evening in _before_appointments(db)[:many]}
    due = {
        (id_, at.date() - DAY) for id_, at, since in starts if at - since > DAY and at.date() - DAY in days
    }
    told = Counter((line.about["appointment"], line.at.date()) for line in lines if line.about)
    return {"due": len(due), "amiss": len(due - told.keys()) + sum(many - 1 for many in told.values())}
