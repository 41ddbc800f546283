"""The roster as people look at it: who, when, and where nobody is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from sqlalchemy import delete
from sqlmodel import col, select

from backend.db import Tx
from backend.handover.queries import ROLES
from backend.people.accounts import Staff
from backend.people.models import Person
from backend.places.desk import desk_calendar
from backend.places.models import MissionLocale
from backend.team.duty import mediators_of, on_duty, roster_of
from backend.team.models import Duty, StaffChat
from content.calendars import Calendar
from content.hours import Interval, intervals

DAYS = 7


@dataclass(frozen=True)
class Member:
    """A médiateur as the roster shows them. `told`: telegram, blocked (they blocked the bot) or mail."""

    id: int
    name: str
    hours: str
    here: bool
    told: str


@dataclass(frozen=True)
class Shift:
    """A stretch of time and who is on duty in it. Nobody, while the desk is open: a gap."""

    begin: datetime
    end: datetime
    names: tuple[str, ...]


@dataclass(frozen=True)
class Roster:
    """A mission locale, its médiateurs, and the days to come. `planned`: somebody has hours of their own."""

    home: MissionLocale
    members: list[Member]
    planned: bool
    days: list[tuple[date, list[Shift]]]


def rosters(tx: Tx, staff: Staff, at: datetime) -> list[Roster]:
    """Of every mission locale where this person reads the threads."""
    mine = select(MissionLocale).where(col(MissionLocale.id).in_(staff.mission_locales(*ROLES)))
    return [_roster(tx, home, at) for home in tx.exec(mine.order_by(MissionLocale.name))]


def may_change(staff: Staff, home_id: int, person_id: int) -> bool:
    """Managers change everybody's hours, médiateurs their own."""
    own = staff.id == person_id and home_id in staff.mission_locales("mediator")
    return own or home_id in staff.mission_locales("manager")


def member(tx: Tx, home_id: int, person_id: int) -> tuple[MissionLocale, Person, str] | None:
    """(mission locale, médiateur, their OSM hours); None if they are no médiateur there."""
    if person_id not in mediators_of(tx, home_id):
        return None
    hours = "; ".join(osm for person, osm in roster_of(tx, home_id) if person == person_id)
    return tx.get_one(MissionLocale, home_id), tx.get_one(Person, person_id), hours


def set_hours(tx: Tx, home_id: int, person_id: int, hours: str) -> None:
    """These are the hours of a médiateur from now on; empty: none of their own."""
    mine = (col(Duty.person_id) == person_id, col(Duty.mission_locale_id) == home_id)
    tx.execute(delete(Duty).where(*mine))
    if hours:
        tx.add(Duty(person_id=person_id, mission_locale_id=home_id, hours=hours))


def shifts(duties: Iterable[tuple[str, Interval]], desk: Iterable[Interval]) -> list[Shift]:
    """Cut wherever somebody comes or goes; what the desk promises and nobody covers is a shift of nobody. Pure."""
    own, open_at = list(duties), list(desk)
    cuts = sorted({moment for span in [*(s for _, s in own), *open_at] for moment in span})
    found: list[Shift] = []
    for begin, end in pairwise(cuts):
        names = tuple(sorted({name for name, (a, b) in own if a <= begin and end <= b}))
        if names or any(a <= begin and end <= b for a, b in open_at):
            _add(found, Shift(begin, end, names))
    return found


def _add(found: list[Shift], shift: Shift) -> None:
    """Those that meet, with the same people, are one."""
    if found and found[-1].end == shift.begin and found[-1].names == shift.names:
        shift = Shift(found.pop().begin, shift.end, shift.names)
    found.append(shift)


def _roster(tx: Tx, home: MissionLocale, at: datetime) -> Roster:
    calendar, home_id = desk_calendar(tx, home), home.id or 0
    people = list(tx.exec(select(Person).where(col(Person.id).in_(mediators_of(tx, home_id)))))
    given, here = roster_of(tx, home_id), set(on_duty(tx, home_id, at))
    chats = {c.person_id: c for c in tx.exec(select(StaffChat))}
    members = [_member(p, given, here, chats) for p in sorted(people, key=lambda p: p.name)]
    hours = [(p.first_name, osm) for p in people for person, osm in given if person == p.id]
    hours = hours or [(p.first_name, home.desk_hours) for p in people]
    return Roster(home, members, bool(given), _days(hours, home, calendar, at))


def _member(
    person: Person, given: Sequence[tuple[int, str]], here: set[int], chats: dict[int, StaffChat]
) -> Member:
    hours = "; ".join(osm for person_id, osm in given if person_id == person.id)
    chat = chats.get(person.id or 0)
    told = ("blocked" if chat.blocked else "telegram") if chat else "mail"
    return Member(person.id or 0, person.name, hours, person.id in here, told)


def _days(
    hours: Sequence[tuple[str, str]], home: MissionLocale, calendar: Calendar, at: datetime
) -> list[tuple[date, list[Shift]]]:
    """The week to come, day by day."""
    today = at.astimezone(ZoneInfo(calendar.zone)).date()
    return [(day, _day(hours, home, calendar, day)) for day in (today + timedelta(n) for n in range(DAYS))]


def _day(hours: Sequence[tuple[str, str]], home: MissionLocale, calendar: Calendar, day: date) -> list[Shift]:
    zone = ZoneInfo(calendar.zone)
    begin, end = (datetime.combine(d, time(), zone) for d in (day, day + timedelta(days=1)))
    own = [(name, span) for name, osm in hours for span in intervals(osm, calendar, begin, end)]
    return shifts(own, intervals(home.desk_hours, calendar, begin, end))
