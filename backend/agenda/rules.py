"""Free slots, purely: an opening's hours, minus what is busy, cut into a grid that never shifts."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import TypeAlias
from zoneinfo import ZoneInfo

from content.calendars import Calendar
from content.hours import DayException, closed_by_name, intervals
from content.hours_rules import rules_of

A_WEEK = timedelta(days=7)
Span: TypeAlias = tuple[datetime, datetime]
CELL = 5
"""Minutes in a busy cell."""
MODES = {"p": "place", "t": "phone", "v": "visio", "h": "home"}
LETTERS = {mode: letter for letter, mode in MODES.items()}
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
LONGEST_OPENING, LONGEST_MOMENT = 9, 5
"""Characters in a slot id: what every database can hold, and moments until 2084."""


@dataclass(frozen=True)
class Range:
    """When an advisor can be booked: OSM hours by a calendar, from and until days included."""

    hours: str
    calendar: Calendar
    since: date | None = None
    until: date | None = None
    door: tuple[DayException, ...] = ()
    """When the site keeps other hours than usual: it is booked within those only, never when closed."""
    usual: str = ""
    """The usual hours of the site: on a day that they close by name nobody is booked."""


@dataclass(frozen=True)
class SlotId:
    """What stands in a button: the opening, the moment, the mode."""

    opening: int
    starts_at: datetime
    mode: str

    def __str__(self) -> str:
        return f"{self.opening}.{_base36(int(self.starts_at.timestamp()) // 60)}.{LETTERS[self.mode]}"


def parse_slot(text: str) -> SlotId | None:
    """Read a slot id; None if it is none (a forged button)."""
    try:
        opening, minutes, letter = text.split(".")
        if len(opening) > LONGEST_OPENING or len(minutes) > LONGEST_MOMENT:
            return None
        starts_at = datetime.fromtimestamp(int(minutes, 36) * 60, UTC)
        return SlotId(int(opening), starts_at, MODES[letter])
    except (ValueError, KeyError, OverflowError, OSError):
        return None


def _base36(number: int) -> str:
    number, digit = divmod(number, 36)
    return (_base36(number) if number else "") + DIGITS[digit]


def cells(starts_at: datetime, minutes: int) -> range:
    """The busy cells that a meeting takes, in order."""
    first = int(starts_at.timestamp()) // 60
    return range(first // CELL, -(-(first + minutes) // CELL))


def starts(range_: Range, minutes: int, buffer: int, begin: datetime, end: datetime) -> Iterator[datetime]:
    """Every start of the grid between two moments, lazily: a meeting and its buffer, then the next.

    The grid hangs on the opening, not on what is free: a cancellation never shifts what comes later.
    """
    lasts, step = timedelta(minutes=minutes), timedelta(minutes=minutes + buffer)
    for at, closes in _ranges(range_, begin, end):
        while at + lasts <= closes and at < end:
            if begin <= at and _door_open(range_, at, lasts):
                yield at
            at += step  # noqa: PLW2901  # along the grid


def _ranges(range_: Range, begin: datetime, end: datetime) -> Iterator[Span]:
    """The ranges in season, as UTC moments, from the first day's morning on."""
    zone = ZoneInfo(range_.calendar.zone)
    first, last = begin.astimezone(zone).date(), end.astimezone(zone).date()
    week = first - timedelta(days=first.weekday())
    while week <= last:
        for day, span in week_of(range_.hours, range_.calendar, week):
            if first <= day <= last and _holds(range_, day):
                yield span
        week += A_WEEK


@lru_cache(maxsize=50_000)
def week_of(hours: str, calendar: Calendar, monday: date) -> tuple[tuple[date, Span], ...]:
    """The ranges of a week with the local day on which each begins. Remembered: many openings share their hours."""
    begin, end = (datetime.combine(day, time(), ZoneInfo(calendar.zone)) for day in (monday, monday + A_WEEK))
    found = intervals(hours, calendar, begin, end)
    return tuple((a.date(), (a.astimezone(UTC), b.astimezone(UTC))) for a, b in found)


def monday_of(at: datetime, calendar: Calendar) -> date:
    """The Monday of that moment's week, there."""
    day = at.astimezone(ZoneInfo(calendar.zone)).date()
    return day - timedelta(days=day.weekday())


def ranges_of(hours: str, calendar: Calendar, day: date) -> list[Span]:
    """The ranges that begin on a local day, as UTC moments."""
    week = week_of(hours, calendar, day - timedelta(days=day.weekday()))
    return [span for begins, span in week if begins == day]


def open_ranges(range_: Range, begin: datetime, end: datetime) -> Iterator[Span]:
    """When one may be booked at all between the days of two moments: in season, and while the door is open."""
    for opens, closes in _ranges(range_, begin, end):
        special = [e.hours for e in range_.door if e.holds(opens.astimezone(_zone(range_)).date())]
        if special:
            yield from intervals(special[-1], range_.calendar, opens, closes)
        else:
            yield opens, closes


def _zone(range_: Range) -> ZoneInfo:
    return ZoneInfo(range_.calendar.zone)


def covers(range_: Range, at: datetime, minutes: int) -> bool:
    """Whether a meeting may begin then, on the grid or not."""
    lasts, day = timedelta(minutes=minutes), at.astimezone(ZoneInfo(range_.calendar.zone)).date()
    open_then = ranges_of(range_.hours, range_.calendar, day) if _holds(range_, day) else ()
    within = any(opens <= at and at + lasts <= closes for opens, closes in open_then)
    return within and _door_open(range_, at, lasts)


def _holds(range_: Range, day: date) -> bool:
    return _in_season(range_, day) and not _day_off(range_, day)


def _in_season(range_: Range, day: date) -> bool:
    return (range_.since is None or day >= range_.since) and (range_.until is None or day <= range_.until)


def _day_off(range_: Range, day: date) -> bool:
    """A public holiday, unless the opening speaks of them; or a day off of the site, unless it is a special day."""
    if "PH" not in rules_of(range_.hours.strip()).named and range_.calendar.public_holiday(day):
        return True
    special = any(exception.holds(day) for exception in range_.door)
    return not special and closed_by_name(range_.usual, range_.calendar, day)


def _door_open(range_: Range, at: datetime, lasts: timedelta) -> bool:
    if not range_.door:
        return True
    day = at.astimezone(ZoneInfo(range_.calendar.zone)).date()
    special = [exception.hours for exception in range_.door if exception.holds(day)]
    if not special:
        return True
    return any(
        (opens, closes) == (at, at + lasts)
        for opens, closes in intervals(special[-1], range_.calendar, at, at + lasts)
    )


def away(at: datetime, minutes: int, absences: Collection[tuple[datetime, datetime]]) -> bool:
    ends = at + timedelta(minutes=minutes)
    return any(start < ends and at < end for start, end in absences)
