"""What hours mean, shown while they are typed: in words, the next dates, or where the mistake is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from backend.places.models import SiteException
from backend.places.typed import Wrong
from backend.places.typed import hours as read
from content.calendars import calendar_of
from content.exceptions import DayException, with_exceptions
from content.hours import HoursError, next_days
from content.plain_hours import read_hours
from content.spoken_hours import spoken

Opened = tuple[date, list[tuple[datetime, datetime]]]


@dataclass(frozen=True)
class Preview:
    """`before`, `at` and `after` are what was typed, cut where it is wrong."""

    osm: str = ""
    days: tuple[Opened, ...] = ()
    wrong: Wrong | None = None
    before: str = ""
    at: str = ""
    after: str = ""
    own_days: bool = False
    """The dates reckon with days that are not as usual."""


def preview(text: str, insee: str, days: Sequence[SiteException], now: datetime) -> Preview:
    """Of the hours typed, at a commune, with its particular days."""
    typed = " ".join(text.split())
    try:
        osm = read(typed)
    except Wrong as wrong:
        return marked(typed, wrong)
    exceptions = [DayException(day.first, day.last, day.hours) for day in days]
    calendar = calendar_of(insee)
    coming = next_days(with_exceptions(osm, exceptions), calendar, now) if osm else []
    return Preview(osm, tuple(coming), own_days=bool(days))


def marked(typed: str, wrong: Wrong) -> Preview:
    """The typed text, cut around the word where it is wrong."""
    start = min(max(wrong.position - 1, 0), len(typed))
    end = typed.find(" ", start + 1)
    end = len(typed) if end < 0 else end
    return Preview(wrong=wrong, before=typed[:start], at=typed[start:end], after=typed[end:])


def written(osm: str) -> str:
    """Hours as the form shows them: in plain French if that is read back as the same, else as they are kept."""
    said = spoken(osm).replace("\u202f", " ").replace("\u00a0", " ") if osm else ""
    try:
        return said if said and read_hours(said) == osm else osm
    except HoursError:
        return osm
