"""Opening hours as OpenStreetMap writes them: checked, and turned into intervals of time.

`Th 14:00-17:00; PH off`, `Tu[1,3] 09:00-12:00`, `week 1-53/2 Fr 09:30-11:30`, `Mo 09:00-12:00; SH off`.
Weeks are those of ISO: after a week 53 (2026, 2032) come two odd weeks running.
How hours are said is in `spoken_hours.py`, how staff may type them in `plain_hours.py`.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import groupby
from zoneinfo import ZoneInfo

from opening_hours import OpeningHours, State

from content.calendars import Calendar
from content.checked_hours import check, check_bookable
from content.exceptions import DayException, with_exceptions
from content.hours_rules import HoursError, Rules, rules_of
from content.spoken_hours import spoken

__all__ = [
    "DayException",
    "HoursError",
    "Interval",
    "check",
    "check_bookable",
    "closed_by_name",
    "intervals",
    "next_days",
    "spoken",
    "with_exceptions",
]

A_DAY = timedelta(days=1)
AHEAD = timedelta(days=400)
_CLOSING = re.compile(r'\b(?:off|closed)(?: "[^"]*")?$')

Interval = tuple[datetime, datetime]
Kind = tuple[bool, bool | None]
"""Of a day: a public holiday, a school holiday (None: not known). False if the hours do not look at it."""


def intervals(osm: str, calendar: Calendar, start: datetime, end: datetime) -> Iterator[Interval]:
    """When it is open between two aware moments, as aware pairs in the calendar's zone, in order, lazily.

    Empty hours (unknown) give nothing. An open end lasts until midnight. Where school holidays are not known,
    only what is open with and without them is given. Raises ValueError for naive moments.
    """
    if start.tzinfo is None or end.tzinfo is None:
        raise ValueError("intervals need aware datetimes")
    osm = osm.strip()
    if not osm or start >= end:
        return iter(())
    zone = ZoneInfo(calendar.zone)
    first, last = start.astimezone(zone), end.astimezone(zone)
    rules = rules_of(osm)
    if not rules.named:
        return _joined(_plain(rules.on(False, False), calendar.zone, first, last))
    return _joined(_by_kind(rules, calendar, first, last))


def next_days(
    osm: str, calendar: Calendar, now: datetime, count: int = 3
) -> list[tuple[date, list[Interval]]]:
    """The next dates it is open, from now on, with what is left of each: [(date, [(opens, closes), ...])]."""
    found = intervals(osm, calendar, now, now + AHEAD)
    days: list[tuple[date, list[Interval]]] = []
    for day, ranges in groupby(found, lambda interval: interval[0].date()):
        days.append((day, list(ranges)))
        if len(days) == count:
            break
    return days


@lru_cache(maxsize=20_000)
def closed_by_name(osm: str, calendar: Calendar, day: date) -> bool:
    """Whether these hours say that it is closed that day (`PH off`, `Aug off`), and nothing opens it again.

    A day that they merely do not speak of is not closed by name.
    """
    rules = rules_of(osm.strip()).every
    closings = [rule.text for rule in rules if _CLOSING.search(rule.text) and rule.separator.strip() != "||"]
    if not closings:
        return False
    begin = datetime.combine(day, time(), ZoneInfo(calendar.zone))
    alone = "; ".join(("Mo-Su 00:00-24:00", *closings))
    return all(next(intervals(one, calendar, begin, begin + A_DAY), None) is None for one in (alone, osm))


def _by_kind(rules: Rules, calendar: Calendar, first: datetime, last: datetime) -> Iterator[Interval]:
    """Each run of days of one kind, read with the variant of that kind."""
    for (public, school), begin, end in _runs(rules.named, calendar, first, last):
        if school is not None:
            yield from _plain(rules.on(public, school), calendar.zone, begin, end)
        else:
            without = _joined(_plain(rules.on(public, False), calendar.zone, begin, end))
            during = _joined(_plain(rules.on(public, True), calendar.zone, begin, end))
            yield from _shared(list(without), list(during))


def _runs(
    named: frozenset[str], calendar: Calendar, first: datetime, last: datetime
) -> Iterator[tuple[Kind, datetime, datetime]]:
    days = (first.date() + timedelta(days=n) for n in range((last.date() - first.date()).days + 1))
    for kind, run in groupby(days, lambda day: _kind(named, calendar, day)):
        same = list(run)
        begin = datetime.combine(same[0], time(), first.tzinfo)
        end = datetime.combine(same[-1] + A_DAY, time(), first.tzinfo)
        yield kind, _later(begin, first), _sooner(end, last)


def _kind(named: frozenset[str], calendar: Calendar, day: date) -> Kind:
    school = calendar.school_holiday(day) if "SH" in named else False
    return "PH" in named and calendar.public_holiday(day), school


def _plain(osm: str, zone: str, first: datetime, last: datetime) -> Iterator[Interval]:
    """Hours that look at no holiday."""
    begin, end = first.timestamp(), last.timestamp()
    for opens, closes, state, _ in _parsed(osm, zone).intervals(first, last):
        if state == State.OPEN:
            since, until = opens.timestamp(), closes.timestamp()
            if max(since, begin) < min(until, end):
                yield (opens if since >= begin else first), (closes if until <= end else last)


def _joined(found: Iterable[Interval]) -> Iterator[Interval]:
    """The same, with those that touch made one."""
    kept: Interval | None = None
    for interval in found:
        if kept and kept[1].timestamp() >= interval[0].timestamp():
            kept = kept[0], _later(kept[1], interval[1])
            continue
        if kept:
            yield kept
        kept = interval
    if kept:
        yield kept


def _shared(some: list[Interval], others: list[Interval]) -> Iterator[Interval]:
    """What stands in both lists."""
    for opens, closes in some:
        for begin, end in others:
            both = _later(opens, begin), _sooner(closes, end)
            if both[0].timestamp() < both[1].timestamp():
                yield both


def _later(one: datetime, other: datetime) -> datetime:
    return max(one, other, key=datetime.timestamp)


def _sooner(one: datetime, other: datetime) -> datetime:
    return min(one, other, key=datetime.timestamp)


@lru_cache(maxsize=20_000)
def _parsed(osm: str, zone: str) -> OpeningHours:
    # A place of its own would load 110 MB of zones and calendars: the zone is given instead.
    return OpeningHours(
        osm, timezone=ZoneInfo(zone), auto_country=False, auto_timezone=False, max_interval_days=400
    )
