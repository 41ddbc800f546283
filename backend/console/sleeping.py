"""Until when a handover is set aside: the ways that a médiateur is offered. Pure."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

SLEEPS = ("hour", "tomorrow", "three_days", "week")
DAYS = {"tomorrow": 1, "three_days": 3, "week": 7}
MORNING = time(9)


def until(sleep: str, now: datetime, zone: str) -> datetime:
    """An hour from now, or nine in the morning of a day to come, on the clock of this zone. Raises KeyError."""
    if sleep == "hour":
        return now + timedelta(hours=1)
    local = now.astimezone(ZoneInfo(zone))
    day = local.date() + timedelta(days=DAYS[sleep])
    return datetime.combine(day, MORNING, ZoneInfo(zone))
