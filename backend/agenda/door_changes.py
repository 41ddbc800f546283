"""A door that closes, for days or for good: who is booked behind it, and what becomes of each before it closes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlmodel import col, select

from backend.agenda.decisions import CANCEL, KEEP, ListChanged, check_list, decide
from backend.agenda.models import LIVE, Appointment
from backend.agenda.moving import Fits
from backend.db import Tx
from backend.places.models import Site, SiteException
from backend.places.sites import exceptions_of, is_open, lock_site
from backend.script import Script
from content.calendars import calendar_of
from content.hours import DayException, intervals

__all__ = [
    "CANCEL",
    "DoorChange",
    "ListChanged",
    "StillNeeded",
    "carry_out",
    "lets_in",
    "open_after",
    "reopen",
    "shuts_out",
    "stranded",
    "take_back",
]


class StillNeeded(Exception):
    """These days cannot be taken back: someone is booked who would stand before a closed door."""


@dataclass(frozen=True)
class DoorChange:
    """Other hours from `first` to `last`, both included (no hours: closed); without days: closed for good."""

    site_id: int
    first: date | None = None
    last: date | None = None
    hours: str = ""
    """OSM times such as 14:00-17:00."""
    reason: str = ""

    @property
    def for_good(self) -> bool:
        return self.first is None or self.last is None

    @property
    def exception(self) -> DayException | None:
        if self.first is None or self.last is None:
            return None
        return DayException(self.first, self.last, self.hours)


def shuts_out(change: DoorChange, insee: str, starts_at: datetime, ends_at: datetime) -> bool:
    """Whether nobody can be received then once the change holds."""
    return change.exception is None or not lets_in([change.exception], insee, starts_at, ends_at)


def open_after(change: DoorChange, insee: str) -> Fits:
    """Where and when someone may be sent once the change of this site holds."""
    return lambda site_id, starts_at, ends_at: (
        site_id != change.site_id or not shuts_out(change, insee, starts_at, ends_at)
    )


def stranded(tx: Tx, site: Site, change: DoorChange, now: datetime) -> list[Appointment]:
    """Those who would come to a closed door, soonest first. A call concerns no door."""
    coming = booked_there(tx, site, now)
    return [a for a in coming if shuts_out(change, site.insee, a.starts_at, a.ends_at)]


def booked_there(tx: Tx, site: Site, now: datetime) -> Sequence[Appointment]:
    """Who is to come to this site."""
    there = select(Appointment).where(
        Appointment.site_id == site.id,
        Appointment.mode == "place",
        col(Appointment.status).in_(LIVE),
        Appointment.starts_at > now,
    )
    fresh = there.order_by(col(Appointment.starts_at), col(Appointment.id))
    return tx.exec(fresh.execution_options(populate_existing=True)).all()


def carry_out(tx: Tx, script: Script, change: DoorChange, decisions: Mapping[int, str]) -> None:
    """Close the door and do with each appointment what was decided: all of it, or nothing. Twice is as once.

    Raises ListChanged if not just these appointments are concerned, NotPossible("taken") if a slot is gone.
    """
    site = lock_site(tx, change.site_id)
    concerned = stranded(tx, site, change, script.now())
    if not concerned and _holds(tx, site, change, script.now()):
        return
    check_list(concerned, decisions)
    if KEEP in decisions.values():
        raise ListChanged  # nobody is left before a closed door
    _write(tx, site, change, script.now())
    decide(tx, script, concerned, decisions)


def take_back(tx: Tx, site_id: int, exception_id: int, now: datetime) -> None:
    """The usual hours hold again on these days. Raises StillNeeded."""
    site = lock_site(tx, site_id)
    row = tx.get(SiteException, exception_id)
    if row is None or row.site_id != site_id:
        return
    left = [_exception(one) for one in exceptions_of(tx, site_id) if one.id != exception_id]
    coming = booked_there(tx, site, now)
    if any(not lets_in(left, site.insee, a.starts_at, a.ends_at) for a in coming):
        raise StillNeeded
    tx.delete(row)
    _touch(tx, site, now)


def reopen(tx: Tx, site_id: int, now: datetime) -> None:
    site = lock_site(tx, site_id)
    site.closed_at = None
    _touch(tx, site, now)


def lets_in(exceptions: Sequence[DayException], insee: str, starts_at: datetime, ends_at: datetime) -> bool:
    """Whether the door is open then, as far as these days say; where two meet, the later holds."""
    calendar = calendar_of(insee)
    day = starts_at.astimezone(ZoneInfo(calendar.zone)).date()
    holding = [e for e in exceptions if e.holds(day)]
    if not holding:
        return True
    return any(
        (opens, closes) == (starts_at, ends_at)
        for opens, closes in intervals(holding[-1].hours, calendar, starts_at, ends_at)
    )


def _holds(tx: Tx, site: Site, change: DoorChange, now: datetime) -> bool:
    """Whether it has been done already. A closing yet to come is brought forward."""
    if change.for_good:
        return not is_open(site, now)
    kept = exceptions_of(tx, site.id or 0)
    return bool(kept) and _exception(kept[-1]) == change.exception


def _write(tx: Tx, site: Site, change: DoorChange, now: datetime) -> None:
    if change.first is None or change.last is None:
        site.closed_at = now
    else:
        tx.add(
            SiteException(
                site_id=change.site_id,
                first=change.first,
                last=change.last,
                hours=change.hours,
                reason=change.reason,
            )
        )
    _touch(tx, site, now)


def _touch(tx: Tx, site: Site, now: datetime) -> None:
    site.changed_at = now
    tx.add(site)
    tx.flush()


def _exception(row: SiteException) -> DayException:
    return DayException(row.first, row.last, row.hours)
