"""What can be booked: the openings that fit a youth, and what is busy in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam
from sqlmodel import col, select

from backend.agenda.diaries import Window, busy_rooms, diaries, own_cells
from backend.agenda.doors import changed_days, exceptions
from backend.agenda.models import Opening
from backend.agenda.rules import Range, SlotId, away, cells, covers, starts
from backend.agenda.travel import ROADS, USUAL_ROADS, Roads, Stop, gets_there
from backend.agenda.wishes import Wish, misfits, mode_of, motive_for
from backend.db import Tx
from backend.people.models import Person
from backend.places.doors import REMOTE, Point
from backend.places.models import MissionLocale, Site
from content.calendars import Calendar, calendar_of
from content.hours import DayException, with_exceptions

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
    changes: tuple[DayException, ...] = ()
    """The days on which this very opening is not as usual."""

    @property
    def zone(self) -> str:
        return self.calendar.zone

    @property
    def point(self) -> Point:
        """Where the advisor is, by phone too."""
        return self.site.point if self.site else None

    @property
    def range(self) -> Range:
        usual, opening = self.site.hours if self.site else "", self.opening
        hours = with_exceptions(opening.hours, self.changes)
        return Range(hours, self.calendar, opening.since, opening.until, self.door, usual)


_EVERY: Any = (
    select(Opening, Site, Person, MissionLocale.timezone)
    .join(Person, col(Person.id) == Opening.advisor_id)
    .join(MissionLocale, col(MissionLocale.id) == Opening.mission_locale_id)
    .outerjoin(Site, col(Site.id) == Opening.site_id)
    .where(Opening.mission_locale_id == bindparam("home"), Person.active)
    .order_by(col(Opening.id))
)
"""Built once: it is asked at every proposal, and twice for a booking."""
_AT_SITE = _EVERY.where(Opening.site_id == bindparam("site"))
_ONE = _EVERY.where(Opening.id == bindparam("opening"))


def bookables(
    tx: Tx, wish: Wish, site_id: int | None = None, opening_id: int | None = None
) -> list[Bookable]:
    """The openings that fit: audience, needs, mode, an active advisor. A closed site gives no slot (see Agenda)."""
    seeker = wish.seeker()
    every = every_opening(tx, wish.mission_locale_id, site_id, opening_id)
    asked_for = (b for b in every if wish.meets(b.advisor.id))
    return [b for b in asked_for if not misfits(b.opening, b.site, wish, seeker)]


def every_opening(
    tx: Tx, mission_locale_id: int, site_id: int | None = None, opening_id: int | None = None
) -> list[Bookable]:
    """The openings of a mission locale, or of one of its sites, or only one, for whomever, of active advisors."""
    found = _EVERY
    if site_id is not None:
        found = _AT_SITE
    if opening_id is not None:
        found = _ONE
    asked = {"home": mission_locale_id, "site": site_id, "opening": opening_id}
    rows = tx.execute(found, asked).all()  # writes what this transaction has changed, too
    doors, changes = exceptions(tx, mission_locale_id), changed_days(tx, mission_locale_id)
    return [
        Bookable(o, s, a, calendar_of(s.insee) if s else Calendar(z), doors[o.site_id], changes[o.id])
        for o, s, a, z in rows
    ]


class Agenda:
    """The free slots of several openings, or of one moment only. Diaries are read once; slots come lazily."""

    def __init__(
        self, tx: Tx, wish: Wish, found: Sequence[Bookable], now: datetime, only: datetime | None = None
    ) -> None:
        notice = 0 if wish.by_staff else wish.motive.min_notice_hours
        self.wish, self.begin = wish, now + timedelta(hours=notice)
        self.end = now + timedelta(days=wish.motive.max_notice_days)
        if only:
            self.begin, self.end = max(self.begin, only), min(self.end, only + timedelta(minutes=1))
        until = self.end + timedelta(days=1)  # what begins in a slot, or later on its day, counts too
        zone = found[0].zone if found else "UTC"
        self.window = Window(self.begin, until, now, wish.youth_id, zone)
        self.diaries = diaries(tx, {b.advisor.id for b in found}, self.window)
        self.rooms = busy_rooms(tx, {b.opening.room_id for b in found} - {None}, self.window)
        self.own = own_cells(tx, wish.youth_id)
        self.roads: Roads = tx.info.get(ROADS, USUAL_ROADS)

    def slots(self, bookable: Bookable) -> Iterator[SlotId]:
        """Free slots of an opening, soonest first, none from when its site is closed for good."""
        opening, minutes = bookable.opening, self.wish.motive.minutes
        mode = mode_of(opening, bookable.site, self.wish)
        for at in starts(bookable.range, minutes, opening.buffer_minutes, self.begin, self._end(bookable)):
            if self._free(bookable, at):
                yield SlotId(opening.id or 0, at, mode)

    def _end(self, bookable: Bookable) -> datetime:
        closed_at = bookable.site.closed_at if bookable.site else None
        last = closed_at - timedelta(minutes=self.wish.motive.minutes) if closed_at else self.end
        return min(self.end, last)

    def first(self, bookable: Bookable) -> SlotId | None:
        return next(self.slots(bookable), None)

    def takes(self, bookable: Bookable, at: datetime) -> bool:
        """Whether one may be booked at that very moment; by staff off the grid too."""
        if not self.wish.by_staff:
            return next((slot.starts_at == at for slot in self.slots(bookable)), False)
        in_time = self.begin <= at <= self._end(bookable)
        within = in_time and covers(bookable.range, at, self.wish.motive.minutes)
        return within and self._free(bookable, at)

    def preference(self, bookable: Bookable) -> tuple[bool, int, int]:
        """At the same time and place: the lead advisor first, then whoever has least to do."""
        advisor = bookable.advisor.id
        lead = advisor != self.wish.lead_advisor_id
        return lead, self.diaries[advisor].load, bookable.opening.id or 0

    def _free(self, bookable: Bookable, at: datetime) -> bool:
        opening, diary = bookable.opening, self.diaries[bookable.advisor.id]
        minutes = self.wish.motive.minutes
        taken = cells(at, minutes + opening.buffer_minutes)
        if any(not busy.isdisjoint(taken) for busy in (diary.busy, self.own, self.rooms[opening.room_id])):
            return False
        return not away(at, minutes + opening.buffer_minutes, diary.away) and self._in_time(bookable, at)

    def _in_time(self, bookable: Bookable, at: datetime) -> bool:
        """The day is not full, and there is time for the way from the stop before and to the next."""
        diary, most = self.diaries[bookable.advisor.id], bookable.opening.max_a_day
        stops = diary.stops[self.window.day(at)] if diary.stops else []
        here = Stop(at, at + timedelta(minutes=self.wish.motive.minutes), bookable.point)
        return (most is None or len(stops) < most) and gets_there(here, stops, self.roads)
