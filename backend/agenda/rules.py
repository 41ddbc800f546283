"""Free slots, purely: an opening's hours, minus what is busy, cut into a grid that never shifts."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from content.calendars import Calendar
from content.hours import DayException, closed_by_name, intervals
from content.hours_rules import rules_of

A_DAY = timedelta(days=1)
CELL = 5
"""Minutes in a busy cell."""
MODES = {"p": "place", "t": "phone", "v": "visio"}
LETTERS = {mode: letter for letter, mode in MODES.items()}
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


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


def starts(range_: Range, minutes: int, begin: datetime, end: datetime) -> Iterator[datetime]:
    """Every start of the grid between two moments, lazily. The grid hangs on the opening, not on what is free."""
    zone = ZoneInfo(range_.calendar.zone)
    day = begin.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
    step = timedelta(minutes=minutes)
    for opens, closes in intervals(range_.hours, range_.calendar, day, end.astimezone(zone) + A_DAY):
        at, last = opens.astimezone(UTC), closes.astimezone(UTC) - step
        if not _in_season(range_, opens.date()) or _day_off(range_, opens.date()):
            continue
        while at <= last:
            if begin <= at < end and _door_open(range_, at, step):
                yield at
            at += step


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


def free(at: datetime, minutes: int, busy: Collection[int]) -> bool:
    return not any(cell in busy for cell in cells(at, minutes))


def away(at: datetime, minutes: int, absences: Collection[tuple[datetime, datetime]]) -> bool:
    ends = at + timedelta(minutes=minutes)
    return any(start < ends and at < end for start, end in absences)
