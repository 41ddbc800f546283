"""Days on which a place does not keep its usual hours, and the OSM rules that say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class DayException:
    """From `first` to `last`, both included: OSM times such as `10:00-12:00` instead of the usual; empty: closed."""

    first: date
    last: date
    hours: str = ""

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def rule(self) -> str:
        """`2026 Dec 24-2027 Jan 02 off`, `2026 Dec 05 10:00-12:00`."""
        days = _day(self.first) if self.first == self.last else f"{_day(self.first)}-{_day(self.last)}"
        return f"{days} {self.hours or 'off'}"


def with_exceptions(osm: str, exceptions: Sequence[DayException], since: date = date.min) -> str:
    """The hours with these exceptions, as one OSM string; where two meet, the later in the list holds.

    Those that are over on the day `since` are left out.
    """
    rules = [exception.rule for exception in exceptions if exception.last >= since]
    return "; ".join(filter(None, (osm.strip().rstrip("; "), *rules)))


def _day(day: date) -> str:
    return f"{day.year} {MONTHS[day.month - 1]} {day.day:02}"
