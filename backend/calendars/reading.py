"""Reading the calendars that advisors keep elsewhere: fetched and understood outside, written down in one short go.

What cannot be read keeps the times that were known before, and says why.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import delete, insert
from sqlmodel import col, select

from backend.calendars.apart import taken_apart
from backend.calendars.expanding import NoCalendar, Taken
from backend.calendars.fetching import Outside, Unreadable, address_of, fetch
from backend.calendars.models import ExternalBusy, ExternalCalendar
from backend.calendars.queries import invited, zone_of
from backend.db import Database, Tx
from backend.script import Clock

BEHIND, AHEAD = timedelta(days=1), timedelta(days=180)
FILE_AHEAD = timedelta(days=366)
"""A file is not read again: its repetitions are written down for longer."""
AT_ONCE = 4
NAME = 80
"""Characters of a calendar's name."""


@dataclass(frozen=True)
class Due:
    """A calendar to be read."""

    id: int
    url: str
    zone: ZoneInfo
    ours: tuple[str, ...] = ()
    """What we put there ourselves, by invitation or feed."""


def add_calendar(
    tx: Tx, person_id: int, name: str, url: str = "", outside: Outside | None = None
) -> ExternalCalendar:
    """A calendar to be read from now on; without an address, a file to be handed in. Raises Unreadable(address)."""
    if url:
        address_of(url, outside or Outside())
    made = ExternalCalendar(person_id=person_id, name=name.strip()[:NAME], url=url.strip())
    tx.add(made)
    tx.flush()
    return made


def drop_calendar(tx: Tx, calendar_id: int) -> None:
    """It and its busy times are forgotten."""
    tx.execute(delete(ExternalBusy).where(col(ExternalBusy.calendar_id) == calendar_id))
    tx.execute(delete(ExternalCalendar).where(col(ExternalCalendar.id) == calendar_id))


def read_calendars(db: Database, now: Clock, outside: Outside) -> int:
    """A tick, from a thread: read every calendar that has an address. How many there are."""
    with db.reading() as tx:
        every = tx.exec(
            select(ExternalCalendar).where(ExternalCalendar.url != "").order_by(col(ExternalCalendar.id))
        )
        due = [_due(tx, calendar, now()) for calendar in every.all()]
    asyncio.run(_read(db, due, now, outside))
    return len(due)


def read_calendar(db: Database, calendar_id: int, now: Clock, outside: Outside) -> str:
    """Read one at once, from a thread. The word of its problem; empty if there is none."""
    with db.reading() as tx:
        due = _due(tx, tx.get_one(ExternalCalendar, calendar_id), now())
    return asyncio.run(_read_one(db, due, now, outside))


def hand_in(db: Database, calendar_id: int, data: bytes, now: Clock) -> str:
    """A calendar as a file, from a thread. The word of its problem; empty if there is none."""
    with db.reading() as tx:
        due = _due(tx, tx.get_one(ExternalCalendar, calendar_id), now())
    return _understand(db, due, data, now(), FILE_AHEAD)


def _due(tx: Tx, calendar: ExternalCalendar, now: datetime) -> Due:
    person = calendar.person_id
    return Due(calendar.id or 0, calendar.url, zone_of(tx, person), invited(tx, person, now - BEHIND))


async def _read(db: Database, due: list[Due], now: Clock, outside: Outside) -> None:
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(calendar: Due) -> None:
        async with gate:
            await _read_one(db, calendar, now, outside)

    await asyncio.gather(*(one(calendar) for calendar in due))


async def _read_one(db: Database, due: Due, now: Clock, outside: Outside) -> str:
    try:
        data = await fetch(due.url, outside)
    except Unreadable as error:
        return await asyncio.to_thread(_keep_problem, db, due, str(error))
    return await asyncio.to_thread(_understand, db, due, data, now(), AHEAD)


def _understand(db: Database, due: Due, data: bytes, now: datetime, ahead: timedelta) -> str:
    try:
        found = taken_apart(data, due.zone, now - BEHIND, now + ahead, due.ours)
    except NoCalendar as error:
        return _keep_problem(db, due, str(error))
    return _keep(db, due, found, now)


def _keep(db: Database, due: Due, found: Taken, now: datetime) -> str:
    """The times of this calendar are those, and no other; unless it was dropped or changed meanwhile."""
    problem = "partly" if found.partly else ""
    with db.transaction() as tx:
        calendar = _still(tx, due)
        if calendar is None:
            return ""
        tx.execute(delete(ExternalBusy).where(col(ExternalBusy.calendar_id) == due.id))
        same = {"calendar_id": due.id, "person_id": calendar.person_id}
        if rows := [{**same, "starts_at": a, "ends_at": b} for a, b in found.times]:
            tx.execute(insert(ExternalBusy), rows)
        calendar.read_at, calendar.problem = now, problem
        tx.add(calendar)
    return problem


def _keep_problem(db: Database, due: Due, problem: str) -> str:
    with db.transaction() as tx:
        if calendar := _still(tx, due):
            calendar.problem = problem
            tx.add(calendar)
    return problem


def _still(tx: Tx, due: Due) -> ExternalCalendar | None:
    """The calendar that was read, held; unless it was dropped, or has another address by now."""
    mine = select(ExternalCalendar).where(ExternalCalendar.id == due.id).with_for_update()
    calendar = tx.exec(mine).first()
    return calendar if calendar and calendar.url == due.url else None
