"""How a value is said: a moment, a day, a name, a list, hours."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time

from content.helplines import danger_numbers
from content.language import base
from content.spoken_hours import spoken
from flows.words import (
    Dated,
    Day,
    Deadline,
    Hour,
    Hours,
    Language,
    Lines,
    Moments,
    Numbers,
    Short,
    Term,
    Terms,
    When,
)

A_WEEK = 7
NONE = "none"
"""What texts test for when there is nothing to say."""


class Sayer:
    """Puts values into the words of a language. `text`: key to words; `root`: the folder of texts."""

    def __init__(self, text: Callable[..., str], root: Path) -> None:
        self.text, self.root = text, root
        self.ways: dict[type, Callable[[str, Any], str]] = {
            When: lambda language, at: self.moment(language, _local(at)),
            Deadline: self.deadline,
            Hour: lambda language, at: self.hour(language, _local(at)),
            Short: lambda language, at: self.short(language, _local(at)),
            Day: lambda language, day: self.day(language, date.fromisoformat(day.iso)),
            Dated: lambda language, day: self.dated(language, day.iso),
            Term: lambda language, term: self.text(language, term.key),
            Terms: lambda language, terms: self.listed(language, self.each(language, terms.keys)),
            Moments: lambda language, some: self.listed(language, self.moments(language, some)),
            Lines: lambda language, lines: "\n".join(self.each(language, lines.keys)),
            Hours: lambda language, hours: spoken(hours.osm, root / base(language) / "hours.toml"),
            Language: lambda _, named: self.text(named.code, "language-name"),
            Numbers: lambda language, numbers: self.numbers(language, numbers.danger),
        }

    def say(self, language: str, value: Any) -> Any:
        """A value as Fluent takes it: words or a number."""
        way = self.ways.get(type(value))
        return way(language, value) if way else _plain(value)

    def each(self, language: str, keys: Iterable[str]) -> list[str]:
        return [self.text(language, key) for key in keys]

    def moment(self, language: str, at: datetime) -> str:
        params = {"day": self.day(language, at.date()), "hour": self.hour(language, at)}
        return self.text(language, "date-moment", params)

    def deadline(self, language: str, until: Deadline) -> str:
        """The hour alone today, with the weekday this week, with the date later."""
        at, since = (
            datetime.fromisoformat(iso).astimezone(ZoneInfo(until.zone)) for iso in (until.iso, until.since)
        )
        days = (at.date() - since.date()).days
        if days == 0:
            return self.hour(language, at)
        if not 0 < days < A_WEEK:
            return self.moment(language, at)
        weekday = format_date(at, self.text(language, "pattern-weekday"), locale=base(language))
        return self.text(language, "date-weekday", {"day": weekday, "hour": self.hour(language, at)})

    def day(self, language: str, day: date) -> str:
        pattern = self.text(language, "pattern-first-day" if day.day == 1 else "pattern-day")
        return format_date(day, _straight(pattern), locale=base(language))

    def short(self, language: str, at: datetime) -> str:
        day = format_date(at, self.text(language, "pattern-short-day"), locale=base(language))
        return self.text(language, "date-moment", {"day": day, "hour": self.hour(language, at)})

    def moments(self, language: str, some: Moments) -> list[str]:
        return [self.short(language, _local(Short(iso, some.zone))) for iso in some.isos]

    def month(self, language: str, month: date) -> str:
        """The month of a day, with its year."""
        return format_date(month, self.text(language, "pattern-month"), locale=base(language))

    def dated(self, language: str, iso: str) -> str:
        pattern = self.text(language, "pattern-dated")
        return format_date(date.fromisoformat(iso), pattern, locale=base(language)) if iso else NONE

    def numbers(self, language: str, danger: str) -> str:
        numbers = (line.number for line in danger_numbers(danger))
        said = [self.text(language, "danger-the", {"number": n}) for n in numbers]
        if len(said) < 2:
            return "".join(said)
        return self.text(language, "danger-or", {"some": ", ".join(said[:-1]), "last": said[-1]})

    def hour(self, language: str, at: datetime) -> str:
        pattern = self.text(language, "pattern-hour-minutes" if at.minute else "pattern-hour")
        return format_time(at.time(), _straight(pattern), locale=base(language))

    def listed(self, language: str, words: list[str]) -> str:
        if len(words) < 2:
            return "".join(words)
        return self.text(language, "list-and", {"some": ", ".join(words[:-1]), "last": words[-1]})


def _plain(value: Any) -> Any:
    """Booleans are said by the text (`yes`, `no`); nothing is `none`; a distance keeps no false precision."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or value == "":
        return NONE
    if isinstance(value, float):
        return str(round(value)) if value >= 1 else "1"
    return value if isinstance(value, int) else str(value)


def _local(at: When | Hour | Short) -> datetime:
    return datetime.fromisoformat(at.iso).astimezone(ZoneInfo(at.zone))


def _straight(pattern: str) -> str:
    return pattern.replace("’", "'")
