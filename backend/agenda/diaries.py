"""What stands in the days of advisors and rooms, read once, so that free slots can be looked for lazily.

Slots are looked for at every proposal: the statements are built once, and their rows make no objects.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from sqlalchemy import BindParameter, Select, Table, and_, bindparam, func, or_, select

from backend.agenda.models import LIVE, Absence, Appointment, Busy, BusyRoom, Hold
from backend.agenda.rules import CELL, Span, cells
from backend.agenda.travel import Stop
from backend.calendars.models import ExternalBusy
from backend.db import Tx
from backend.places.doors import Point
from backend.places.models import Site
from backend.rows import table_of

Rows: TypeAlias = Select[*tuple[Any, ...]]
PRESENT = (*LIVE, "attended")
ABSENCE, MEETING, HOLD, SITE = (table_of(table) for table in (Absence, Appointment, Hold, Site))
BUSY, ROOM, OUTSIDE = (table_of(table) for table in (Busy, BusyRoom, ExternalBusy))


@dataclass(frozen=True)
class Window:
    """What is looked at: two moments, whose own hold does not count, and where days begin."""

    begin: datetime
    end: datetime
    now: datetime
    youth_id: int | None
    zone: str

    @property
    def bounds(self) -> dict[str, Any]:
        """The same, as the statements take it; stops count from a day before."""
        since = self.begin - timedelta(days=1)
        return {
            "begin": self.begin,
            "end": self.end,
            "since": since,
            "now": self.now,
            "youth": self.youth_id or 0,
            "first": _cell(self.begin),
            "last": _cell(self.end),
            "lately": _cell(since),
        }

    def day(self, at: datetime) -> date:
        return at.astimezone(ZoneInfo(self.zone)).date()


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
    """The diaries of these advisors, in four queries whatever their number."""
    found: defaultdict[int | None, Diary] = defaultdict(Diary)
    tx.flush()  # what this transaction has changed counts
    asked = {"whose": list(advisors), **window.bounds}
    for advisor, cell in _rows(tx, _BUSY, asked):
        found[advisor].busy.add(cell)
    for advisor, starts_at, ends_at in _rows(tx, _AWAY, asked):
        found[advisor].away.append((starts_at, ends_at))
    for advisor, stop in _stops(tx, asked):
        found[advisor].stops[window.day(stop.starts_at)].append(stop)
    return found


def busy_rooms(tx: Tx, rooms: Collection[int | None], window: Window) -> defaultdict[int | None, set[int]]:
    """The cells taken in each of these rooms."""
    found: defaultdict[int | None, set[int]] = defaultdict(set)
    if rooms:
        for room, cell in _rows(tx, _ROOMS, {"whose": list(rooms), **window.bounds}):
            found[room].add(cell)
    return found


def own_cells(tx: Tx, youth_id: int | None) -> set[int]:
    """When the youth is already expected somewhere: nobody has two appointments at once."""
    if youth_id is None:
        return set()
    mine = _rows(tx, _OWN, {"youth": youth_id})
    return {cell for starts_at, ends_at in mine for cell in _cells_of(starts_at, ends_at)}


def _rows(tx: Tx, statement: Any, asked: Mapping[str, Any]) -> Any:
    return tx.connection().execute(statement, asked).all()


def _cells_of(starts_at: datetime, ends_at: datetime) -> range:
    return cells(starts_at, int((ends_at - starts_at).total_seconds()) // 60)


def _stops(tx: Tx, asked: Mapping[str, Any]) -> Iterator[tuple[int, Stop]]:
    """Where they are expected: appointments (of the first day from its morning on), and the holds of others."""
    for advisor, starts_at, ends_at, lat, lon in _rows(tx, _MEETINGS, asked):
        yield advisor, Stop(starts_at, ends_at, _point(lat, lon))
    for _, advisor, first, last, lat, lon in _rows(tx, _HOLDS, asked):
        yield advisor, Stop(_moment(first), _moment(last + 1), _point(lat, lon))


def _taken(table: Table, whose: Any) -> Rows:
    rows = select(whose, table.c.cell).outerjoin(HOLD, HOLD.c.id == table.c.hold_id)
    within = table.c.cell.between(bindparam("first"), bindparam("last"))
    return rows.where(whose.in_(_WHOSE), within, _COUNTS)


def _times(table: Table, whose: Any) -> Rows:
    rows = select(whose, table.c.starts_at, table.c.ends_at)
    within = and_(table.c.ends_at > bindparam("begin"), table.c.starts_at < bindparam("end"))
    return rows.where(whose.in_(_WHOSE), within)


def _meetings() -> Rows:
    at, site = MEETING.c.starts_at, SITE.c
    rows = select(MEETING.c.advisor_id, at, MEETING.c.ends_at, site.lat, site.lon)
    met = and_(MEETING.c.advisor_id.in_(_WHOSE), MEETING.c.status.in_(PRESENT))
    within = and_(at >= bindparam("since"), at < bindparam("end"))
    return rows.outerjoin(SITE, site.id == MEETING.c.site_id).where(met, within)


def _holds() -> Rows:
    groups = (HOLD.c.id, BUSY.c.advisor_id, SITE.c.lat, SITE.c.lon)
    cell, (hold, advisor, *where) = BUSY.c.cell, groups
    rows = select(hold, advisor, func.min(cell), func.max(cell), *where)
    joined = rows.join(HOLD, HOLD.c.id == BUSY.c.hold_id).outerjoin(SITE, SITE.c.id == HOLD.c.site_id)
    theirs = (advisor.in_(_WHOSE), cell >= bindparam("lately"), _COUNTS)
    return joined.where(*theirs).group_by(*groups)


def _cell(at: datetime) -> int:
    return cells(at, 0).start


def _moment(cell: int) -> datetime:
    return datetime.fromtimestamp(cell * CELL * 60, UTC)


def _point(lat: float | None, lon: float | None) -> Point:
    return (lat, lon) if lat is not None and lon is not None else None


_WHOSE: BindParameter[Any] = bindparam("whose", expanding=True)
_COUNTS = or_(
    HOLD.c.id.is_(None),
    and_(HOLD.c.expires_at > bindparam("now"), HOLD.c.youth_id != bindparam("youth")),
)
"""Appointments, and the holds of others that have not run out."""
_BUSY, _ROOMS = _taken(BUSY, BUSY.c.advisor_id), _taken(ROOM, ROOM.c.room_id)
_AWAY = _times(ABSENCE, ABSENCE.c.advisor_id).union_all(_times(OUTSIDE, OUTSIDE.c.person_id))
_MEETINGS, _HOLDS = _meetings(), _holds()
_OWN = select(MEETING.c.starts_at, MEETING.c.ends_at).where(
    MEETING.c.youth_id == bindparam("youth"), MEETING.c.status.in_(LIVE)
)
