"""How a value is said: a moment, a day, a name, a list, hours."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time

from content.helplines import danger_numbers
from content.language import base
from content.spoken_hours import spoken, weekday
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
OWN_WEEKDAYS = frozenset({"ps"})
"""Where Babel's names of the days are rare words: those of `hours.toml` are said."""
WEEKDAY = re.compile("E+")
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
            Hours: lambda language, hours: spoken(hours.osm, self._hours(language)),
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
        weekday = self.dates(language, "pattern-weekday", at.date())
        return self.text(language, "date-weekday", {"day": weekday, "hour": self.hour(language, at)})

    def day(self, language: str, day: date) -> str:
        return self.dates(language, "pattern-first-day" if day.day == 1 else "pattern-day", day)

    def short(self, language: str, at: datetime) -> str:
        day = self.dates(language, "pattern-short-day", at.date())
        return self.text(language, "date-moment", {"day": day, "hour": self.hour(language, at)})

    def moments(self, language: str, some: Moments) -> list[str]:
        return [self.short(language, _local(Short(iso, some.zone))) for iso in some.isos]

    def month(self, language: str, month: date) -> str:
        """The month of a day, with its year."""
        return self.dates(language, "pattern-month", month)

    def dated(self, language: str, iso: str) -> str:
        return self.dates(language, "pattern-dated", date.fromisoformat(iso)) if iso else NONE

    def dates(self, language: str, pattern: str, day: date) -> str:
        """A day by one of the patterns of the texts."""
        asked = self._pattern(language, pattern)
        if base(language) in OWN_WEEKDAYS:
            name = weekday(day, self._hours(language))
            asked = WEEKDAY.sub(f"'{name}'", asked)
        return format_date(day, asked, locale=base(language))

    def numbers(self, language: str, danger: str) -> str:
        numbers = (line.number for line in danger_numbers(danger))
        said = [self.text(language, "danger-the", {"number": n}) for n in numbers]
        return self._joined(language, "danger-or", said)

    def hour(self, language: str, at: datetime) -> str:
        pattern = self._pattern(language, "pattern-hour-minutes" if at.minute else "pattern-hour")
        return format_time(at.time(), pattern, locale=base(language))

    def listed(self, language: str, words: list[str]) -> str:
        return self._joined(language, "list-and", words)

    def _joined(self, language: str, last: str, words: list[str]) -> str:
        """`last` is the text that puts the last one beside the others."""
        if len(words) < 2:
            return "".join(words)
        some = words[0]
        for word in words[1:-1]:
            some = self.text(language, "list-more", {"some": some, "next": word})
        return self.text(language, last, {"some": some, "last": words[-1]})

    def _pattern(self, language: str, key: str) -> str:
        """Babel quotes words with straight quotes; what is said has curly ones."""
        return self.text(language, key).replace("\u2019", "'")

    def _hours(self, language: str) -> Path:
        return self.root / base(language) / "hours.toml"


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
