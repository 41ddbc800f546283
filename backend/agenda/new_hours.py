"""Usual hours that change: who is booked on a day that they take away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from backend.agenda.models import Appointment
from backend.places.models import Site, SiteException
from content.calendars import Calendar, calendar_of
from content.hours import closed_by_name, intervals

A_DAY = timedelta(days=1)


def taken_away(
    site: Site, hours: str, coming: Iterable[Appointment], days: Sequence[SiteException]
) -> list[Appointment]:
    """Those who come on a day that the site is open (or says nothing of), and is not with these hours (OSM).

    Days that are not as usual do not hang on the usual hours.
    """
    calendar = calendar_of(site.insee)
    zone = ZoneInfo(calendar.zone)
    booked = ((a, a.starts_at.astimezone(zone).date()) for a in coming)
    return [
        a
        for a, day in booked
        if _closes(site.hours, hours, calendar, day) and not any(d.first <= day <= d.last for d in days)
    ]


def _closes(before: str, after: str, calendar: Calendar, day: date) -> bool:
    if closed_by_name(after, calendar, day):
        return not closed_by_name(before, calendar, day)
    return _receives(before, calendar, day) and not _receives(after, calendar, day)


def _receives(osm: str, calendar: Calendar, day: date) -> bool:
    """Whether it may be open that day: unknown hours and those «sur rendez-vous» rule nothing out."""
    if not osm.strip() or '"' in osm:
        return True
    begin = datetime.combine(day, time(), ZoneInfo(calendar.zone))
    return next(intervals(osm, calendar, begin, begin + A_DAY), None) is not None
