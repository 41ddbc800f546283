"""How a value is said: a moment, a day, a name, a list, hours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time

from content import hours
from content.helplines import danger_numbers
from flows.words import Dated, Day, Hour, Hours, Lines, Numbers, Short, Term, Terms, When

NONE = "none"
"""What texts test for when there is nothing to say."""


class Sayer:
    """Puts values into the words of a language; `text` gives the words of a key."""

    def __init__(self, text: Callable[..., str]) -> None:
        self.text = text

    def say(self, language: str, value: Any) -> Any:
        """A value as Fluent takes it: words or a number."""
        match value:
            case When(iso, zone):
                return self.moment(language, _local(iso, zone))
            case Hour(iso, zone):
                return self.hour(language, _local(iso, zone))
            case Day(iso):
                return self.day(language, date.fromisoformat(iso))
            case Term(key):
                return self.text(language, key)
            case Terms(keys):
                return self.listed(language, [self.text(language, key) for key in keys])
            case Lines(keys):
                return "\n".join(self.text(language, key) for key in keys)
            case Hours(osm):
                return hours.spoken(osm)
            case Short(iso, zone):
                return self.short(language, _local(iso, zone))
            case Dated(iso):
                return self.dated(language, iso)
            case Numbers(danger):
                return self.numbers(language, danger)
            case _:
                return _plain(value)

    def moment(self, language: str, at: datetime) -> str:
        params = {"day": self.day(language, at.date()), "hour": self.hour(language, at)}
        return self.text(language, "date-moment", params)

    def day(self, language: str, day: date) -> str:
        pattern = self.text(language, "pattern-first-day" if day.day == 1 else "pattern-day")
        return format_date(day, _straight(pattern), locale=_babel(language))

    def short(self, language: str, at: datetime) -> str:
        day = format_date(at, self.text(language, "pattern-short-day"), locale=_babel(language))
        return self.text(language, "date-moment", {"day": day, "hour": self.hour(language, at)})

    def dated(self, language: str, iso: str) -> str:
        pattern = self.text(language, "pattern-dated")
        return format_date(date.fromisoformat(iso), pattern, locale=_babel(language)) if iso else NONE

    def numbers(self, language: str, danger: str) -> str:
        said = [line.number for line in danger_numbers(danger)]
        if len(said) < 2:
            return "".join(said)
        return self.text(language, "danger-or", {"some": ", ".join(said[:-1]), "last": said[-1]})

    def hour(self, language: str, at: datetime) -> str:
        pattern = self.text(language, "pattern-hour-minutes" if at.minute else "pattern-hour")
        return format_time(at.time(), _straight(pattern), locale=_babel(language))

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


def _local(iso: str, zone: str) -> datetime:
    return datetime.fromisoformat(iso).astimezone(ZoneInfo(zone))


def _straight(pattern: str) -> str:
    return pattern.replace("’", "'")


def _babel(language: str) -> str:
    return language.partition("-")[0]
