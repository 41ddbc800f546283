"""What the hours of an opening mean while they are typed: its next dates within its season."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from itertools import groupby

from backend.agenda.models import OpeningException
from backend.agenda.opening_form import AHEAD, not_bookable
from backend.agenda.openings import Span
from backend.console.hours_preview import Preview, marked
from backend.places import typed
from backend.places.typed import Wrong
from content.calendars import Calendar

SHOWN = 3


def preview(
    fields: Mapping[str, str], calendar: Calendar, changes: Sequence[OpeningException], now: datetime
) -> Preview:
    """The words, and the next three dates, days that are not as usual included."""
    text = " ".join(fields.get("hours", "")[:2000].split())
    try:
        osm = typed.hours(text)
    except Wrong as wrong:
        return marked(text, wrong)
    if not osm:
        return Preview()
    if error := not_bookable(osm, calendar):
        refused = Wrong(error.reason, error.position if osm == text else 0)
        return marked(text, refused) if refused.position else Preview(wrong=refused)
    span = Span(osm, calendar, _day(fields, "since"), _day(fields, "until")).with_days(changes)
    return Preview(osm, tuple(_next(span, now)), own_days=bool(changes))


def _next(span: Span, now: datetime) -> list[tuple[date, list[tuple[datetime, datetime]]]]:
    by_day = groupby(span.ranges(now, AHEAD), lambda one: one[0].date())
    return [(day, list(ranges)) for day, ranges in by_day][:SHOWN]


def _day(fields: Mapping[str, str], name: str) -> date | None:
    with suppress(Wrong):
        return typed.day(fields.get(name, ""))
    return None
