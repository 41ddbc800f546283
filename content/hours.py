"""Opening hours as OpenStreetMap writes them: checked, and turned into intervals of time.

`Th 14:00-17:00; PH off`, `Tu[1,3] 09:00-12:00`, `week 1-53/2 Fr 09:30-11:30`, `Th 14:00+` (open end).
Public holidays are those of metropolitan France. How hours are said is in `spoken_hours.py`.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from opening_hours import OpeningHours, ParserError, State  # type: ignore[attr-defined]  # absent from its stubs

from content.calendars import Calendar
from content.exceptions import DayException, with_exceptions
from content.spoken_hours import spoken

__all__ = [
    "DayException",
    "HoursError",
    "Interval",
    "check",
    "check_bookable",
    "intervals",
    "spoken",
    "with_exceptions",
]

LONGEST = 300
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
A_LEAP_YEAR = 2024
LONGEST_OPENING = timedelta(hours=14)
SAMPLE = (datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 3, 1, tzinfo=UTC))

_QUOTED = re.compile(r'"[^"]*"')
_SCHOOL_HOLIDAYS = re.compile(r"\bSH\b")
_DATE = re.compile(rf"(?:(\d{{4}})\s*)?({'|'.join(MONTHS)})\s*(\d{{1,2}})(?![\d:])(?:-(\d{{1,2}})(?![\d:]))?")
_OPEN_END = re.compile(r"\d\+")

Interval = tuple[datetime, datetime]


class HoursError(ValueError):
    """Hours that cannot stand. `reason` is a word for the page to explain, `position` counts from 1.

    Reasons: empty, too_long, unreadable, school_holidays, impossible_date; for bookable hours also open_end.
    """

    def __init__(self, reason: str, position: int = 1) -> None:
        super().__init__(f"opening hours: {reason} at character {position}")
        self.reason = reason
        self.position = position


def check(osm: str) -> None:
    """Refuse with HoursError what the library cannot read, or would silently read as something else."""
    if not osm.strip():
        raise HoursError("empty")
    if len(osm) > LONGEST:
        raise HoursError("too_long", LONGEST + 1)
    bare = _QUOTED.sub(lambda quoted: " " * len(quoted.group()), osm)
    if school := _SCHOOL_HOLIDAYS.search(bare):
        raise HoursError("school_holidays", school.start() + 1)
    for date in _DATE.finditer(bare):
        _check_date(date)
    try:
        _parsed(osm, "Europe/Paris")
    except ParserError as error:
        raise HoursError("unreadable", _position(str(error))) from None


def check_bookable(osm: str) -> None:
    """Refuse also, with HoursError, hours in which nobody could be booked: an end missing."""
    check(osm)
    bare = _QUOTED.sub("", osm)
    if plus := _OPEN_END.search(bare):
        raise HoursError("open_end", plus.end())
    if any(end - start > LONGEST_OPENING for start, end in intervals(osm, Calendar("UTC"), *SAMPLE)):
        raise HoursError("open_end")


def intervals(osm: str, calendar: Calendar, start: datetime, end: datetime) -> Iterator[Interval]:
    """When it is open between two aware moments, as aware pairs in the calendar's zone, in order, lazily.

    Empty hours (unknown) give nothing. An open end lasts until midnight. Raises ValueError for naive moments.
    """
    if start.tzinfo is None or end.tzinfo is None:
        raise ValueError("intervals need aware datetimes")
    if not osm.strip() or start >= end:
        return
    here = ZoneInfo(calendar.zone)
    first, last = start.astimezone(here), end.astimezone(here)
    for opens, closes, state, _ in _parsed(osm, calendar.zone).intervals(first, last):
        clipped = max(opens, first, key=datetime.timestamp), min(closes, last, key=datetime.timestamp)
        if state == State.OPEN and clipped[0].timestamp() < clipped[1].timestamp():
            yield clipped


def _check_date(date: re.Match[str]) -> None:
    year, month = int(date[1] or A_LEAP_YEAR), MONTHS.index(date[2]) + 1
    last = monthrange(year, month)[1] if year else 0
    for group in (3, 4):
        if date[group] and not 1 <= int(date[group]) <= last:
            raise HoursError("impossible_date", date.start(group) + 1)


def _position(message: str) -> int:
    found = re.search(r"--> \d+:(\d+)", message)
    return int(found[1]) if found else 1


@lru_cache(maxsize=20_000)
def _parsed(osm: str, zone: str) -> OpeningHours:
    # A place of its own would load 110 MB of zones and calendars: zone and country are given instead.
    return OpeningHours(
        osm,
        timezone=ZoneInfo(zone),
        country="FR",
        auto_country=False,
        auto_timezone=False,
        max_interval_days=400,
    )
