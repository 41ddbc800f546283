"""An advisor is away: who is booked then, and what becomes of each before the absence is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, delete, func
from sqlmodel import col, select

from backend.agenda.booking import lock_day
from backend.agenda.decisions import check_list, decide
from backend.agenda.models import LIVE, Absence, Appointment
from backend.agenda.moving import Mover
from backend.agenda.staff import in_scope
from backend.db import Tx
from backend.people.accounts import Staff
from backend.script import Script


@dataclass(frozen=True)
class Away:
    """From a moment to another. The reason is for colleagues only."""

    advisor_id: int
    starts_at: datetime
    ends_at: datetime
    zone: str
    reason: str = ""

    @property
    def first_day(self) -> date:
        return self.starts_at.astimezone(ZoneInfo(self.zone)).date()

    @property
    def last_day(self) -> date:
        """Included: an absence until midnight ends on the day before."""
        return (self.ends_at.astimezone(ZoneInfo(self.zone)) - timedelta(microseconds=1)).date()

    @property
    def whole_days(self) -> bool:
        zone = ZoneInfo(self.zone)
        return all(at.astimezone(zone).time() == time() for at in (self.starts_at, self.ends_at))


def booked_then(tx: Tx, staff: Staff, away: Away, now: datetime) -> Sequence[Appointment]:
    """Who is to see them then, within the scope of whoever enters the absence; soonest first."""
    touched = select(Appointment).where(in_scope(staff), *_then(away, now))
    fresh = touched.order_by(col(Appointment.starts_at), col(Appointment.id))
    return tx.exec(fresh.execution_options(populate_existing=True)).all()


def booked_elsewhere(tx: Tx, staff: Staff, away: Away, now: datetime) -> int:
    """How many more there are at places that this person does not keep: they stay, as conflicts to settle there."""
    rest = select(func.count(col(Appointment.id))).where(~in_scope(staff), *_then(away, now))
    return tx.exec(rest).one()


def _then(away: Away, now: datetime) -> tuple[ColumnElement[bool], ...]:
    """To come, with this advisor, while they are away."""
    return (
        col(Appointment.advisor_id) == away.advisor_id,
        col(Appointment.status).in_(LIVE),
        col(Appointment.starts_at) > now,
        col(Appointment.starts_at) < away.ends_at,
        col(Appointment.ends_at) > away.starts_at,
    )


def finds_ways(tx: Tx, away: Away, now: datetime) -> Mover:
    """Finds slots as if the absence were kept already."""
    return Mover(tx, now, lambda *_: True, away={away.advisor_id: (away.starts_at, away.ends_at)})


def enter(tx: Tx, script: Script, staff: Staff, away: Away, decisions: Mapping[int, str]) -> None:
    """Keep the absence and do with each appointment what was decided: all of it, or nothing. Twice is as once.

    Raises ListChanged if not just these appointments are concerned, NotPossible("taken") if a slot is gone.
    """
    _lock(tx, away)
    if _holds(tx, away):
        return
    concerned = booked_then(tx, staff, away, script.now())
    check_list(concerned, decisions)
    tx.add(
        Absence(
            advisor_id=away.advisor_id, starts_at=away.starts_at, ends_at=away.ends_at, reason=away.reason
        )
    )
    tx.flush()
    decide(tx, script, concerned, decisions)


def noted(tx: Tx, advisor_id: int, zone: str, now: datetime) -> list[tuple[int, Away]]:
    """The absences of an advisor that are not over, with their ids, soonest first."""
    mine = select(Absence).where(Absence.advisor_id == advisor_id, Absence.ends_at > now)
    rows = tx.exec(mine.order_by(col(Absence.starts_at), col(Absence.id)))
    return [(a.id or 0, Away(advisor_id, a.starts_at, a.ends_at, zone, a.reason)) for a in rows]


def take_back(tx: Tx, advisor_id: int, absence_id: int) -> None:
    """They are there after all: slots are open again. What was moved or cancelled stays so. Twice is as once."""
    mine = (col(Absence.id) == absence_id, col(Absence.advisor_id) == advisor_id)
    tx.execute(delete(Absence).where(*mine))


def _lock(tx: Tx, away: Away) -> None:
    """Whoever books one of these days waits."""
    zone = ZoneInfo(away.zone)
    day, last = away.starts_at.astimezone(zone).date(), away.ends_at.astimezone(zone).date()
    while day <= last:
        lock_day(tx, away.advisor_id, day)
        day += timedelta(days=1)


def _holds(tx: Tx, away: Away) -> bool:
    same = select(Absence.id).where(
        Absence.advisor_id == away.advisor_id,
        Absence.starts_at == away.starts_at,
        Absence.ends_at == away.ends_at,
    )
    return tx.exec(same).first() is not None
