"""Reminders are derived from appointments, never scheduled: J-7, J-1 and H-2, once each, in time and by day.

What the clock looks at is only what is at its time (`agenda.looking`), however much there is to come.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlmodel import select

from backend.agenda.looking import at_their_time, looked, put_off
from backend.agenda.models import LIVE, Appointment
from backend.agenda.moments import Before, Due, next_reminder, nightfall, reminder
from backend.agenda.ways import about, seen, way_to
from backend.clockwork import one_by_one
from backend.db import Database, Tx
from backend.people.models import Youth
from backend.places.sites import zone_at
from backend.scene import Arrival
from backend.script import Script
from backend.turns import take_turn
from flows.events import Reminded

AHEAD = timedelta(days=8)
"""The earliest reminder leaves a week before, or the evening before that."""
MOMENTS: tuple[Before, ...] = ("J-7", "J-1", "H-2")


@dataclass(frozen=True)
class Look:
    """One appointment as it was found, and the reminder that would be said now if there is anybody to hear it."""

    row: Any
    zone: str
    due: Due | None

    @property
    def key(self) -> str:
        return key_of(self.row.id, self.row.starts_at, self.due.moment) if self.due else ""

    @property
    def speaks(self) -> bool:
        return bool(self.due and self.row.stands and self.row.hears)

    def then(self, now: datetime) -> datetime | None:
        """When to look again, if nothing is said of it now."""
        if not self.row.stands:
            return None
        since = self.due.until if self.due else now
        return next_reminder(self.row.starts_at, self.row.created_at, self.zone, since)


def remind(db: Database, script: Script) -> int:
    """Remind everyone who must be; doing it twice changes nothing. Returns how many were reminded."""
    now = script.now()
    with db.reading() as tx:
        looks = list(_looks(at_their_time(tx, now), now))
        said = seen(tx, {look.key for look in looks if look.speaks})
    wanted = [look for look in looks if look.speaks and look.key not in said]
    others = [look for look in looks if not look.speaks or look.key in said]
    put_off(db, [(look.row.id, look.row.remind_at, look.then(now)) for look in others])
    return one_by_one(db, [partial(_remind, script, look.row.id) for look in wanted])


def key_of(appointment_id: int, starts_at: datetime, moment: str) -> str:
    return f"reminder:{appointment_id}:{starts_at:%Y%m%dT%H%M}:{moment}"


def _looks(rows: Sequence[Any], now: datetime) -> Iterator[Look]:
    for row in rows:
        zone = zone_at(row.insee, row.timezone)
        yield Look(row, zone, reminder(row.starts_at, row.created_at, zone, now))


def _remind(script: Script, appointment_id: int, tx: Tx) -> bool:
    """Say it, if it still stands: someone may have cancelled, or another process been faster."""
    whose = select(Appointment.youth_id, Appointment.remind_at).where(Appointment.id == appointment_id)
    youth_id, was = tx.exec(whose).first() or (0, None)
    way, now = way_to(tx, youth_id), script.now()
    appointment = tx.get(Appointment, appointment_id)
    if way is None or appointment is None or appointment.status not in LIVE:
        return False
    told = about(tx, appointment, now)
    due = _unsaid(tx, appointment, told["zone"], now)
    if due is None or not tx.get_one(Youth, appointment.youth_id).reminders:
        return False
    then = next_reminder(appointment.starts_at, appointment.created_at, told["zone"], due.until)
    looked(tx, [(appointment_id, was, then)])
    until = min(due.until, nightfall(now, told["zone"]))
    event = Reminded(told, due.moment, until.isoformat())  # type: ignore[arg-type]
    key = key_of(appointment_id, appointment.starts_at, due.moment)
    return not take_turn(tx, script, Arrival(key, way.channel, way.address, event, "clock")).repeated


def _unsaid(tx: Tx, appointment: Appointment, zone: str, now: datetime) -> Due | None:
    keys = {key_of(appointment.id or 0, appointment.starts_at, moment): moment for moment in MOMENTS}
    said = {keys[key] for key in seen(tx, keys)}
    return reminder(appointment.starts_at, appointment.created_at, zone, now, said)
