"""What stands in the days of advisors and rooms, read once, so that free slots can be looked for lazily."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, func, select
from sqlmodel import col, or_

from backend.agenda.models import LIVE, Absence, Appointment, Busy, BusyRoom, Hold
from backend.agenda.rules import CELL, Span, cells
from backend.agenda.travel import Stop
from backend.calendars.models import ExternalBusy
from backend.db import Tx
from backend.places.doors import Point
from backend.places.models import Site

Rows: TypeAlias = Select[*tuple[Any, ...]]
PRESENT = (*LIVE, "attended")


@dataclass(frozen=True)
class Window:
    """What is looked at: two moments, whose own hold does not count, and where days begin."""

    begin: datetime
    end: datetime
    now: datetime
    youth_id: int | None
    zone: str

    @property
    def cells(self) -> tuple[int, int]:
        return cells(self.begin, 0).start, cells(self.end, 0).start

    def day(self, at: datetime) -> date:
        return at.astimezone(ZoneInfo(self.zone)).date()

    def counts(self) -> ColumnElement[bool]:
        """Appointments, and the holds of others that have not run out."""
        others = (col(Hold.expires_at) > self.now) & (col(Hold.youth_id) != (self.youth_id or 0))
        return or_(col(Hold.id).is_(None), others)


@dataclass
class Diary:
    """One advisor: cells taken, times away, and where they are expected, by local day."""

    busy: set[int] = field(default_factory=set)
    away: list[Span] = field(default_factory=list)
    stops: defaultdict[date, list[Stop]] = field(default_factory=lambda: defaultdict(list))

    @property
    def load(self) -> int:
        """How many appointments and holds there are."""
        return sum(map(len, self.stops.values()))


def diaries(tx: Tx, advisors: Collection[int | None], window: Window) -> defaultdict[int | None, Diary]:
    """The diaries of these advisors, in five queries whatever their number."""
    found: defaultdict[int | None, Diary] = defaultdict(Diary)
    for advisor, cell in tx.execute(_taken(Busy, col(Busy.advisor_id), advisors, window)):
        found[advisor].busy.add(cell)
    for advisor, starts_at, ends_at in tx.execute(
        _absences(advisors, window).union_all(_external(advisors, window))
    ):
        found[advisor].away.append((starts_at, ends_at))
    for advisor, stop in _stops(tx, advisors, window):
        found[advisor].stops[window.day(stop.starts_at)].append(stop)
    return found


def busy_rooms(tx: Tx, rooms: Collection[int | None], window: Window) -> defaultdict[int | None, set[int]]:
    """The cells taken in each of these rooms."""
    found: defaultdict[int | None, set[int]] = defaultdict(set)
    if rooms:
        for room, cell in tx.execute(_taken(BusyRoom, col(BusyRoom.room_id), rooms, window)):
            found[room].add(cell)
    return found


def own_cells(tx: Tx, youth_id: int | None) -> set[int]:
    """When the youth is already expected somewhere: nobody has two appointments at once."""
    if youth_id is None:
        return set()
    query = select(col(Appointment.starts_at), col(Appointment.ends_at))
    mine = query.where(col(Appointment.youth_id) == youth_id, col(Appointment.status).in_(LIVE))
    return {cell for starts_at, ends_at in tx.execute(mine) for cell in _cells_of(starts_at, ends_at)}


def _cells_of(starts_at: datetime, ends_at: datetime) -> range:
    return cells(starts_at, int((ends_at - starts_at).total_seconds()) // 60)


def _taken(table: type[Busy | BusyRoom], whose: Any, ids: Collection[Any], window: Window) -> Rows:
    first, last = window.cells
    rows = select(whose, col(table.cell)).outerjoin(Hold, col(Hold.id) == table.hold_id)
    return rows.where(whose.in_(ids), col(table.cell).between(first, last), window.counts())


def _absences(advisors: Collection[Any], window: Window) -> Rows:
    rows = select(col(Absence.advisor_id), col(Absence.starts_at), col(Absence.ends_at))
    within = (col(Absence.ends_at) > window.begin, col(Absence.starts_at) < window.end)
    return rows.where(col(Absence.advisor_id).in_(advisors), *within)


def _external(advisors: Collection[Any], window: Window) -> Rows:
    rows = select(col(ExternalBusy.person_id), col(ExternalBusy.starts_at), col(ExternalBusy.ends_at))
    within = (col(ExternalBusy.ends_at) > window.begin, col(ExternalBusy.starts_at) < window.end)
    return rows.where(col(ExternalBusy.person_id).in_(advisors), *within)


def _stops(tx: Tx, advisors: Collection[Any], window: Window) -> Iterator[tuple[int, Stop]]:
    """Where they are expected: appointments (of the first day from its morning on), and the holds of others."""
    for advisor, starts_at, ends_at, lat, lon in tx.execute(_meetings(advisors, window)):
        yield advisor, Stop(starts_at, ends_at, _point(lat, lon))
    for _, advisor, first, last, lat, lon in tx.execute(_holds(advisors, window)):
        yield advisor, Stop(_moment(first), _moment(last + 1), _point(lat, lon))


def _meetings(advisors: Collection[Any], window: Window) -> Rows:
    starts_at, advisor = col(Appointment.starts_at), col(Appointment.advisor_id)
    columns = (advisor, starts_at, col(Appointment.ends_at), col(Site.lat), col(Site.lon))
    rows = select(*columns).outerjoin(Site, col(Site.id) == Appointment.site_id)
    since = window.begin - timedelta(days=1)
    met = (advisor.in_(advisors), col(Appointment.status).in_(PRESENT))
    return rows.where(*met, starts_at >= since, starts_at < window.end)


def _holds(advisors: Collection[Any], window: Window) -> Rows:
    whose = (col(Hold.id), col(Busy.advisor_id))
    where = (col(Site.lat), col(Site.lon))
    rows = select(*whose, func.min(Busy.cell), func.max(Busy.cell), *where)
    joined = rows.join(Hold, col(Hold.id) == Busy.hold_id).outerjoin(Site, col(Site.id) == Hold.site_id)
    lately = col(Busy.cell) >= cells(window.begin - timedelta(days=1), 0).start
    theirs = (col(Busy.advisor_id).in_(advisors), lately, window.counts())
    return joined.where(*theirs).group_by(*whose, *where)


def _moment(cell: int) -> datetime:
    return datetime.fromtimestamp(cell * CELL * 60, UTC)


def _point(lat: float | None, lon: float | None) -> Point:
    return (lat, lon) if lat is not None and lon is not None else None
