"""Hours that cannot stand are refused, with the place of the mistake."""

import re
from calendar import monthrange
from datetime import datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

from opening_hours import OpeningHours, ParserError, State  # type: ignore[attr-defined]  # absent from its stubs

from content.calendars import Calendar
from content.exceptions import MONTHS
from content.hours_rules import HoursError, check_rules, rules_of, without_quotes

LONGEST = 300
A_LEAP_YEAR = 2024
LONGEST_OPENING = timedelta(hours=14)
UTC = ZoneInfo("UTC")
SAMPLE = (datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 3, 1, tzinfo=UTC))

_SCHOOL_HOLIDAYS = re.compile(r"\bSH\b")
_DATE = re.compile(rf"(?:(\d{{4}})\s*)?({'|'.join(MONTHS)})\s*(\d{{1,2}})(?![\d:])(?:-(\d{{1,2}})(?![\d:]))?")
_OPEN_END = re.compile(r"\d\+")


def check(osm: str, calendar: Calendar | None = None) -> None:
    """Refuse with HoursError what cannot be read, or would silently be read as something else.

    With the calendar of a place, also school holidays where they are not known (Corsica, overseas).
    """
    if not osm.strip():
        raise HoursError("empty")
    if len(osm) > LONGEST:
        raise HoursError("too_long", LONGEST + 1)
    bare = without_quotes(osm)
    school = _SCHOOL_HOLIDAYS.search(bare)
    if school and calendar and not calendar.knows_school_holidays:
        raise HoursError("school_holidays", school.start() + 1)
    for date in _DATE.finditer(bare):
        _check_date(date)
    try:
        _parsed(osm)
    except ParserError as error:
        raise HoursError("unreadable", _position(str(error))) from None
    check_rules(osm)
    try:
        _variants(osm)
    except ParserError:
        raise HoursError("unclear_holidays") from None


def check_bookable(osm: str, calendar: Calendar | None = None) -> None:
    """Refuse also, with HoursError, hours in which nobody could be booked: an end missing."""
    check(osm, calendar)
    if plus := _OPEN_END.search(without_quotes(osm)):
        raise HoursError("open_end", plus.end())
    if any(_too_long(variant) for variant in _variants(osm)):
        raise HoursError("open_end")


def _variants(osm: str) -> list[OpeningHours]:
    """The hours as they read on each kind of day."""
    rules = rules_of(osm.strip())
    return [_parsed(osm) for osm in {rules.on(*kind) for kind in product((False, True), repeat=2)}]


def _too_long(variant: OpeningHours) -> bool:
    found = variant.intervals(*SAMPLE)
    return any(state == State.OPEN and closes - opens > LONGEST_OPENING for opens, closes, state, _ in found)


def _check_date(date: re.Match[str]) -> None:
    year, month = int(date[1] or A_LEAP_YEAR), MONTHS.index(date[2]) + 1
    last = monthrange(year, month)[1] if year else 0
    for group in (3, 4):
        if date[group] and not 1 <= int(date[group]) <= last:
            raise HoursError("impossible_date", date.start(group) + 1)


def _position(message: str) -> int:
    found = re.search(r"--> \d+:(\d+)", message)
    return int(found[1]) if found else 1


def _parsed(osm: str) -> OpeningHours:
    return OpeningHours(osm, timezone=UTC, auto_country=False, auto_timezone=False, max_interval_days=400)
