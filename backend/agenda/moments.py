"""When something is said of an appointment, before and after it. Pure; never at night where it takes place."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

MORNING, EVENING, NIGHT = time(8), time(19), time(21)
DAY, HOURS = timedelta(days=1), timedelta(hours=2)
WEEK, LONG_BEFORE = timedelta(days=7), timedelta(days=8)
"""A week before: only to those who booked more than LONG_BEFORE ahead."""
WEEK_STANDS = timedelta(days=2)
"""How late the reminder of the week before may come."""
LONGEST = timedelta(days=1)
"""No appointment lasts longer: what ended since then is found by when it began, which has an index."""
RIGHTED = timedelta(hours=1)
"""The time to put a wrong click right before a youth hears that they were missed."""
STANDS = timedelta(days=3)
"""How late the words after an appointment may come; by then we ask how things are, for as long again."""
AT_ONCE = datetime.fromtimestamp(0, UTC)
"""The moment of what nobody has looked at yet: the next tick does."""

Before = Literal["J-7", "J-1", "H-2"]
After = Literal["helped", "missed", "later"]


@dataclass(frozen=True)
class Due:
    """What is to be said, from `at` until just before `until` (both in UTC)."""

    moment: str
    at: datetime
    until: datetime


def before(starts_at: datetime, created_at: datetime, zone: str) -> tuple[Due, ...]:
    """The reminders of an appointment, in order; one ends where the next begins, so that one replaces the other."""
    local = starts_at.astimezone(ZoneInfo(zone))
    week, day = _by_day(local - WEEK), _by_day(local - DAY)
    hours = _by_day((starts_at - HOURS).astimezone(ZoneInfo(zone)))
    far = starts_at - created_at > LONG_BEFORE
    weekly = (Due("J-7", week, week + WEEK_STANDS),) if far else ()
    return (*weekly, Due("J-1", day, hours), Due("H-2", hours, starts_at.astimezone(UTC)))


def reminder(
    starts_at: datetime, created_at: datetime, zone: str, now: datetime, said: Collection[str] = ()
) -> Due | None:
    """The reminder to say now, if any: due since the booking, not said, not too late, and by day."""
    if is_night(now, zone):
        return None
    come = (d for d in _since(starts_at, created_at, zone) if d.at <= now < d.until)
    return next((d for d in come if d.moment not in said), None)


def next_reminder(starts_at: datetime, created_at: datetime, zone: str, since: datetime) -> datetime | None:
    """The first moment from `since` on at which there is a reminder to say, if any."""
    come = ((max(d.at, since), d.until) for d in _since(starts_at, created_at, zone))
    return next((at for begins, until in come if (at := morning(begins, zone)) < until), None)


def _since(starts_at: datetime, created_at: datetime, zone: str) -> Iterator[Due]:
    """Those that were not past when it was booked."""
    return (d for d in before(starts_at, created_at, zone) if created_at < d.at)


def after(status: str, ends_at: datetime, outcome_at: datetime) -> tuple[Due, ...]:
    """What may be said once it is known how an appointment went, in order."""
    stands = ends_at + STANDS
    if status == "no_show":
        return (Due("missed", max(ends_at, outcome_at + RIGHTED), stands),)
    if status == "attended":
        helped = Due("helped", max(ends_at, outcome_at) + HOURS, stands)
        return (helped, Due("later", max(stands, outcome_at + HOURS), stands + STANDS))
    return ()


def follow_up(
    status: str, ends_at: datetime, outcome_at: datetime, zone: str, now: datetime, said: Collection[str] = ()
) -> Due | None:
    """What to say now of an appointment that is over, if anything."""
    if is_night(now, zone):
        return None
    come = (d for d in after(status, ends_at, outcome_at) if d.at <= now < d.until)
    return next((d for d in come if d.moment not in said), None)


def is_night(at: datetime, zone: str) -> bool:
    """From 21:00 to 08:00 nobody is written to on our own account."""
    return not MORNING <= at.astimezone(ZoneInfo(zone)).time() < NIGHT


def morning(at: datetime, zone: str) -> datetime:
    """This moment by day; at night the end of that night."""
    if not is_night(at, zone):
        return at
    local = at.astimezone(ZoneInfo(zone))
    evening = DAY if local.time() >= NIGHT else timedelta()
    return datetime.combine(local.date() + evening, MORNING, local.tzinfo).astimezone(UTC)


def nightfall(at: datetime, zone: str) -> datetime:
    """When the day of a moment ends for us: what has not left by then does not leave at night."""
    local = at.astimezone(ZoneInfo(zone))
    return local.replace(hour=NIGHT.hour, minute=0, second=0, microsecond=0).astimezone(UTC)


def days_until(starts_at: datetime, zone: str, now: datetime) -> int:
    """0: today, 1: tomorrow; negative once it is over. By the calendar of the place."""
    there = ZoneInfo(zone)
    return (starts_at.astimezone(there).date() - now.astimezone(there).date()).days


def _by_day(at: datetime) -> datetime:
    """Out of the night, in UTC: before 08:00 becomes 19:00 the evening before, from 21:00 on 19:00."""
    evening = at.replace(hour=EVENING.hour, minute=0, second=0, microsecond=0)
    if at.time() < MORNING:
        return (evening - DAY).astimezone(UTC)
    return (evening if at.time() >= NIGHT else at).astimezone(UTC)
