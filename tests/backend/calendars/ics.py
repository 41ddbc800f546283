"""Calendars as others write them."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")


def entry(*lines: str, uid: str = "1") -> str:
    return "\r\n".join(("BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20261101T000000Z", *lines, "END:VEVENT"))


def ics(*entries: str) -> bytes:
    lines = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//elsewhere//EN", *entries, "END:VCALENDAR", "")
    return "\r\n".join(lines).encode()


def at(text: str) -> datetime:
    """`2026-11-24 10:00` in Paris, as UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=PARIS).astimezone(UTC)


MEETING = entry("DTSTART;TZID=Europe/Paris:20261124T100000", "DTEND;TZID=Europe/Paris:20261124T113000")
MEETING_TIMES = (at("2026-11-24 10:00"), at("2026-11-24 11:30"))
