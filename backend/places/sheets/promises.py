"""Who is booked in an opening is still received once it changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from backend.agenda.models import Appointment, Opening
from backend.places.sheets.known import Known
from content.calendars import Calendar, calendar_of
from content.hours import intervals
from content.rows import Row


@dataclass(frozen=True)
class Change:
    """What a line changed of an opening, and how it was before."""

    row: Row
    opening: Opening
    before: Mapping[str, Any]
    fields: list[str]

    def undo(self) -> None:
        """As it was."""
        for name, value in self.before.items():
            setattr(self.opening, name, value)


@dataclass(frozen=True)
class Span:
    """When an opening holds, and where."""

    advisor_id: int
    site_id: int | None
    hours: str
    since: date | None
    until: date | None

    def holds(self, appointment: Appointment, calendar: Calendar) -> bool:
        """Whether all of this appointment lies in it."""
        if (appointment.advisor_id, appointment.site_id) != (self.advisor_id, self.site_id):
            return False
        day = appointment.starts_at.astimezone(ZoneInfo(calendar.zone)).date()
        if (self.since and day < self.since) or (self.until and day > self.until):
            return False
        whole = (appointment.starts_at, appointment.ends_at)
        return whole in list(intervals(self.hours, calendar, *whole))


SPAN = ("advisor_id", "site_id", "hours", "since", "until")


class Promises:
    """What the openings hold once the whole file is read."""

    def __init__(self, known: Known) -> None:
        self._known = known

    def broken_by(self, change: Change) -> int:
        """How many were booked in the opening as it was and are now in none of this advisor's there."""
        if not set(SPAN) & set(change.fields):
            return 0
        now = {name: getattr(change.opening, name) for name in SPAN}
        was = Span(**{**now, **{k: v for k, v in change.before.items() if k in SPAN}})
        return sum(self._held(was, a) and not self._kept(a) for a in self._known.booked)

    def _kept(self, appointment: Appointment) -> bool:
        openings = (o for o in self._known.openings if o.advisor_id == appointment.advisor_id)
        return any(self._held(_span(opening), appointment) for opening in openings)

    def _held(self, span: Span, appointment: Appointment) -> bool:
        return span.holds(appointment, self._calendar(appointment.site_id))

    def _calendar(self, site_id: int | None) -> Calendar:
        site = next((s for s in self._known.sites.values() if s.id == site_id), None)
        return calendar_of(site.insee) if site else Calendar(self._known.home.timezone)


def _span(opening: Opening) -> Span:
    return Span(**{name: getattr(opening, name) for name in SPAN})
