"""The hours in which somebody does not want to be told. Pure."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

_HOURS = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)")
A_DAY = timedelta(days=1)


def span(quiet: str) -> tuple[time, time] | None:
    """`20:00-08:00` as (begin, end); None if there are none, or they cannot be read."""
    found = _HOURS.fullmatch(quiet)
    if found is None:
        return None
    a, b, c, d = map(int, found.groups())
    return None if (a, b) == (c, d) else (time(a, b), time(c, d))


def end_of_quiet(quiet: str, at: datetime, zone: str) -> datetime:
    """When they may be told: `at` itself, or the end of their quiet hours if it falls into them."""
    hours, local = span(quiet), at.astimezone(ZoneInfo(zone))
    if hours is None:
        return at
    begin, end = hours
    clock = local.time()
    inside = begin <= clock < end if begin < end else clock >= begin or clock < end
    if not inside:
        return at
    day = local.date() + A_DAY if clock >= end else local.date()
    return datetime.combine(day, end, local.tzinfo)
