"""What can be booked: the openings that fit a youth, and what is busy in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import col, or_, select

from backend.agenda.doors import exceptions
from backend.agenda.models import LIVE, Absence, Appointment, Busy, Hold, Opening
from backend.agenda.rules import Range, SlotId, away, cells, free, starts
from backend.agenda.wishes import Wish, misfits, mode_of, motive_for
from backend.db import Tx
from backend.people.models import Person
from backend.places.doors import REMOTE
from backend.places.models import MissionLocale, Site
from content.calendars import Calendar, calendar_of
from content.hours import DayException

__all__ = ["REMOTE", "Agenda", "Bookable", "Wish", "bookables", "every_opening", "motive_for"]


@dataclass(frozen=True)
class Bookable:
    """An opening with all that a booking in it must know."""

    opening: Opening
    site: Site | None
    advisor: Person
    calendar: Calendar
    door: tuple[DayException, ...] = ()
    """The days on which its site keeps other hours."""

    @property
    def zone(self) -> str:
        return self.calendar.zone

    @property
    def range(self) -> Range:
        usual, opening = self.site.hours if self.site else "", self.opening
        return Range(opening.hours, self.calendar, opening.since, opening.until, self.door, usual)


def bookables(tx: Tx, wish: Wish, site_id: int | None = None) -> list[Bookable]:
    """The openings that fit: audience, needs, mode, an active advisor. A closed site gives no slot (see Agenda)."""
    seeker = wish.seeker()
    every = every_opening(tx, wish.mission_locale_id, site_id)
    return [b for b in every if not misfits(b.opening, b.site, wish, seeker)]


def every_opening(tx: Tx, mission_locale_id: int, site_id: int | None = None) -> list[Bookable]:
    """The openings of a mission locale, or of one of its sites, for whomever, of active advisors."""
    query = (
        select(Opening, Site, Person, MissionLocale.timezone)
        .join(Person, col(Person.id) == Opening.advisor_id)
        .join(MissionLocale, col(MissionLocale.id) == Opening.mission_locale_id)
        .outerjoin(Site, col(Site.id) == Opening.site_id)
        .where(Opening.mission_locale_id == mission_locale_id, Person.active)
        .order_by(col(Opening.id))
    )
    if site_id is not None:
        query = query.where(Opening.site_id == site_id)
    rows = tx.exec(query).all()
    doors = exceptions(tx, mission_locale_id)
    return [
        Bookable(o, s, a, calendar_of(s.insee) if s else Calendar(z), doors[o.site_id]) for o, s, a, z in rows
    ]


class Agenda:
    """The free slots of several openings, or of one moment only. Busy cells are read once; slots come lazily."""

    def __init__(
        self, tx: Tx, wish: Wish, found: Sequence[Bookable], now: datetime, only: datetime | None = None
    ) -> None:
        self.wish, self.begin = wish, now + timedelta(hours=wish.motive.min_notice_hours)
        self.end = now + timedelta(days=wish.motive.max_notice_days)
        if only:
            self.begin, self.end = max(self.begin, only), min(self.end, only + timedelta(minutes=1))
        until = self.end + timedelta(days=1)  # what begins in a slot, or later on its day, counts too
        advisors = {b.advisor.id for b in found}
        self.busy = busy_cells(tx, advisors, self.begin, until, now, wish.youth_id)
        own = own_cells(tx, wish.youth_id)
        for advisor in advisors:
            self.busy[advisor] |= own
        self.absences = _absences(tx, advisors, self.begin, until)
        self.loads = _day_loads(tx, advisors, self.begin, until)

    def slots(self, bookable: Bookable) -> Iterator[SlotId]:
        """Free slots of an opening, soonest first, none from when its site is closed for good."""
        advisor, opening = bookable.advisor.id, bookable.opening
        taken = self.wish.motive.minutes + opening.buffer_minutes
        mode = mode_of(opening, bookable.site, self.wish)
        for at in starts(bookable.range, self.wish.motive.minutes, self.begin, self._end(bookable)):
            if not free(at, taken, self.busy[advisor]) or away(at, taken, self.absences[advisor]):
                continue
            if opening.max_a_day is None or self.loads[advisor, at.date()] < opening.max_a_day:
                yield SlotId(opening.id or 0, at, mode)

    def _end(self, bookable: Bookable) -> datetime:
        closed_at = bookable.site.closed_at if bookable.site else None
        last = closed_at - timedelta(minutes=self.wish.motive.minutes) if closed_at else self.end
        return min(self.end, last)

    def first(self, bookable: Bookable) -> SlotId | None:
        return next(self.slots(bookable), None)


def busy_cells(
    tx: Tx, advisors: set[int | None], begin: datetime, end: datetime, now: datetime, youth: int | None
) -> defaultdict[int | None, set[int]]:
    """The busy cells of each advisor. Expired holds, and the youth's own, do not count."""
    query = (
        select(Busy.advisor_id, Busy.cell)
        .outerjoin(Hold, col(Hold.id) == Busy.hold_id)
        .where(col(Busy.advisor_id).in_(advisors))
        .where(Busy.cell >= cells(begin, 0).start, Busy.cell <= cells(end, 0).start)
        .where(
            or_(col(Hold.id).is_(None), (col(Hold.expires_at) > now) & (col(Hold.youth_id) != (youth or 0)))
        )
    )
    found: defaultdict[int | None, set[int]] = defaultdict(set)
    for advisor, cell in tx.exec(query):
        found[advisor].add(cell)
    return found


def own_cells(tx: Tx, youth_id: int | None) -> set[int]:
    """When the youth is already expected somewhere: nobody has two appointments at once."""
    query = select(Appointment).where(Appointment.youth_id == youth_id, col(Appointment.status).in_(LIVE))
    lengths = ((a.starts_at, int((a.ends_at - a.starts_at).total_seconds()) // 60) for a in tx.exec(query))
    return {cell for starts_at, minutes in lengths for cell in cells(starts_at, minutes)}


def _absences(
    tx: Tx, advisors: set[int | None], begin: datetime, end: datetime
) -> defaultdict[int | None, list[tuple[datetime, datetime]]]:
    query = select(Absence).where(
        col(Absence.advisor_id).in_(advisors), Absence.ends_at > begin, Absence.starts_at < end
    )
    found: defaultdict[int | None, list[tuple[datetime, datetime]]] = defaultdict(list)
    for absence in tx.exec(query):
        found[absence.advisor_id].append((absence.starts_at, absence.ends_at))
    return found


def _day_loads(tx: Tx, advisors: set[int | None], begin: datetime, end: datetime) -> defaultdict[object, int]:
    """How many appointments each advisor has on each day (UTC days: nobody meets at midnight)."""
    query = select(Appointment.advisor_id, Appointment.starts_at).where(
        col(Appointment.advisor_id).in_(advisors),
        col(Appointment.status).in_((*LIVE, "attended")),
        Appointment.starts_at >= begin - timedelta(days=1),
        Appointment.starts_at < end,
    )
    loads: defaultdict[object, int] = defaultdict(int)
    for advisor, at in tx.exec(query):
        loads[advisor, at.date()] += 1
    return loads
