"""From the text of a calendar to the times at which its owner is not free. Distrusts what it reads.

A rule such as «every 30 February» keeps any reader busy for ever: a process of its own is given what strangers wrote
(`python -m backend.calendars.expanding ZONE BEGIN END OURS < calendar`), and `backend.calendars.apart` ends it in time.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import chain, islice, takewhile
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from icalendar import Calendar, Event, vRecur

LARGEST, MOST, MOST_TIMES = 5_000_000, 5_000, 20_000
"""Bytes of a calendar; its events; the times that they take within the window."""
HEAD, TAIL = b"BEGIN:VCALENDAR", b"END:VCALENDAR"
DAY = timedelta(days=1)
Span = tuple[datetime, datetime]


class NoCalendar(Exception):
    """The argument is a word: not_a_calendar, broken, too_big, too_many."""


@dataclass(frozen=True)
class Taken:
    """Times that are taken, in order, none touching the next. `partly`: something could not be read."""

    times: list[Span]
    partly: bool = False


@dataclass(frozen=True)
class Left:
    """What does not take place as the rule says: moments by the clock on the wall, or whole days."""

    moments: frozenset[datetime]
    days: frozenset[date]

    def out(self, at: datetime) -> bool:
        return at in self.moments or at.date() in self.days


def taken(
    data: bytes, zone: ZoneInfo, begin: datetime, end: datetime, ours: Collection[str] = frozenset()
) -> Taken:
    """When the owner is busy between two moments. Raises NoCalendar.

    `zone`: of whole days, and of times that name none. `ours`: UIDs that came from here and keep nobody busy twice.
    """
    events = [event for event in _events(data) if str(event.get("UID")) not in ours]
    changed: defaultdict[str, list[Any]] = defaultdict(list)
    for event in events:
        if "RECURRENCE-ID" in event:
            changed[str(event.get("UID"))].append(event["RECURRENCE-ID"])
    spans: list[Span] = []
    partly = False
    for event in filter(_is_busy, events):
        try:
            spans += _spans(event, changed[str(event.get("UID"))], zone, (begin, end))
        except Exception:  # noqa: BLE001  # whatever one entry does, the others are read
            partly = True
        if len(spans) > MOST_TIMES:
            raise NoCalendar("too_many")
    return Taken(_merged((max(a, begin), min(b, end)) for a, b in spans), partly)


def _events(data: bytes) -> list[Event]:
    if len(data) > LARGEST:
        raise NoCalendar("too_big")
    text = data.removeprefix(b"\xef\xbb\xbf").strip()
    if not text[: len(HEAD)].upper() == HEAD:
        raise NoCalendar("not_a_calendar")
    if text[-len(TAIL) :].upper() != TAIL:  # cut off on the way: what is missing may be busy
        raise NoCalendar("broken")
    begun = sum(line.strip().upper() == b"BEGIN:VEVENT" for line in text.splitlines())
    if begun > MOST:
        raise NoCalendar("too_many")
    try:
        found = [e for c in Calendar.from_ical(text, multiple=True) for e in c.walk() if isinstance(e, Event)]
    except Exception:  # noqa: BLE001  # a stranger's text: any mistake is possible
        raise NoCalendar("broken") from None
    if len(found) < begun:
        raise NoCalendar("broken")
    return found


def _is_busy(event: Event) -> bool:
    """Neither cancelled nor marked as free."""
    said = {str(event.get(name, "")).upper() for name in ("TRANSP", "STATUS", "X-MICROSOFT-CDO-BUSYSTATUS")}
    return not said & {"TRANSPARENT", "CANCELLED", "FREE"}


def _spans(event: Event, changed: list[Any], zone: ZoneInfo, window: Span) -> Iterator[Span]:
    """Every time it takes place around the window, in UTC."""
    start, stop = event.start, event.end
    there = (start.tzinfo if isinstance(start, datetime) else None) or zone
    first, last = _wall(start, there), _wall(stop, there)
    days = None if isinstance(start, datetime) else max(last - first, DAY)
    lasts = event.DURATION or _utc(last, there) - _utc(first, there)
    around = (_wall(window[0], there) - max(lasts, DAY) - DAY, _wall(window[1], there))
    for at in islice(_begins(event, first, changed, there, around), MOST_TIMES + 1):
        begins = _utc(at, there)
        yield begins, _utc(at + days, there) if days else begins + lasts


def _begins(
    event: Event, first: datetime, changed: list[Any], there: tzinfo, around: Span
) -> Iterator[datetime]:
    """When it begins, by the clock on the wall there. What was changed alone stands for itself."""
    if "RECURRENCE-ID" in event:
        yield first
        return
    left = _left([*event.exdates, *(one.dt for one in changed)], there)
    known: set[datetime] = set()
    single = (first, *(_wall(at, there) for at, _ in event.rdates))
    for at in chain(single, *(_rule(rule, first, there, around[1]) for rule in event.rrules)):
        if around[0] <= at < around[1] and at not in known and not left.out(at):
            known.add(at)
            yield at


def _rule(rule: vRecur, first: datetime, there: tzinfo, end: datetime) -> Iterator[datetime]:
    if any(step < 1 for step in rule.get("INTERVAL", [])):
        raise ValueError("a rule that stands still")
    parts = {name: value for name, value in rule.items() if name != "UNTIL"}
    if "UNTIL" in rule and "COUNT" not in rule:
        parts["UNTIL"] = [_until(until, there) for until in rule["UNTIL"]]
    words: bytes = vRecur(parts).to_ical()  # type: ignore[no-untyped-call]
    return takewhile(lambda at: at < end, rrulestr(words.decode(), dtstart=first))


def _until(until: date, there: tzinfo) -> datetime:
    """A day counts to its end."""
    return _wall(until, there) if isinstance(until, datetime) else datetime.combine(until, time(23, 59, 59))


def _left(values: Iterable[date], there: tzinfo) -> Left:
    given = list(values)
    return Left(
        frozenset(_wall(v, there) for v in given if isinstance(v, datetime)),
        frozenset(v for v in given if not isinstance(v, datetime)),
    )


def _wall(value: date, there: tzinfo) -> datetime:
    """What the clock on the wall there shows."""
    if not isinstance(value, datetime):
        return datetime.combine(value, time())
    return (value.astimezone(there) if value.tzinfo else value).replace(tzinfo=None)


def _utc(wall: datetime, there: tzinfo) -> datetime:
    return wall.replace(tzinfo=there).astimezone(UTC)


def _merged(spans: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for begin, end in sorted(spans):
        if begin >= end:
            continue
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((begin, end))
    return found


def main(zone: str, begin: str, end: str, ours: str = "") -> None:
    """JSON to standard output: {times, partly} or {problem}."""
    window = datetime.fromisoformat(begin), datetime.fromisoformat(end)
    try:
        read = taken(sys.stdin.buffer.read(), ZoneInfo(zone), *window, frozenset(ours.split()))
    except NoCalendar as error:
        said: dict[str, Any] = {"problem": str(error)}
    else:
        said = {"times": [[a.isoformat(), b.isoformat()] for a, b in read.times], "partly": read.partly}
    json.dump(said, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
