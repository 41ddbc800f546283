"""Dates among the words of hours: «du 24 décembre au 2 janvier», «en août», «de juillet à septembre»."""

from __future__ import annotations

from dataclasses import replace

from content.exceptions import MONTHS
from content.hours_parts import DAYS
from content.hours_rules import HoursError
from content.plain_rules import Clause, When
from content.plain_words import Cursor


def read_dates(words: Cursor, clause: Clause) -> bool:
    """Read a date, a month or a range of them into the clause; False, and nothing read, if there is none here."""
    began = words.at
    first = _when(words)
    if first is None and not _day_alone(words, began):
        words.at = began
        return False
    day = words.take() if first is None else None
    last = _last(words)
    if first is None:
        if last is None or day is None:
            raise words.wrong()
        first = replace(last, day=int(day.text), position=day.position)
        first.check("")
    if clause.dates or (last and (first.day is None) != (last.day is None)):
        raise HoursError("unclear", first.position)
    clause.dates = _same_year(first, last)
    return True


def period_here(words: Cursor, ahead: int = 0) -> bool:
    """Whether weeks, school holidays as a period, or dates stand here."""
    during = False
    while words.kind(ahead) in {"from", "during"}:
        during = during or words.kind(ahead) == "during"
        ahead += 1
    ahead += 1 if words.kind(ahead) == "days" and words.kind(ahead + 1) == "number" else 0
    dated = words.kind(ahead) == "number" or (words.kind(ahead), words.kind(ahead + 1)) == ("which", "months")
    return dated or words.kind(ahead) in {"weeks", "months"} or (during and words.kind(ahead) == "school")


def _day_alone(words: Cursor, began: int) -> bool:
    """«du 24 au 26 décembre»: the first day has no month of its own."""
    words.at = began
    return (
        words.kind() in {"number", "which"} and words.kind(1) == "to" and words.kind(2) in {"number", "which"}
    )


def _last(words: Cursor) -> When | None:
    """The other end of a range; «juillet et août» is one too."""
    if words.kind() not in {"to", "and"} or (words.kind() == "and" and words.kind(1) != "months"):
        return None
    words.at += 1
    last = _when(words)
    if last is None:
        raise words.wrong()
    return last


def _when(words: Cursor) -> When | None:
    """[jeudi] 24 décembre [2026], or a month."""
    weekday = words.take().text if words.kind() == "days" and words.kind(1) in {"number", "which"} else ""
    if weekday and words.kind(1) != "months":
        return None
    day = words.take() if words.kind() in {"number", "which"} and words.kind(1) == "months" else None
    if words.kind() != "months":
        return None
    month = words.take()
    number = int(day.text) if day else None
    found = When(month.text, number, _year(words), (day or month).position)
    if number is not None and not 1 <= number <= 31:
        raise HoursError("impossible_date", found.position)
    found.check(weekday if weekday in DAYS else "")
    return found


def _year(words: Cursor) -> int | None:
    if words.kind() != "number":
        return None
    year = words.take()
    if not (year.text.isdecimal() and 2000 <= int(year.text[:5]) <= 2100):
        raise HoursError("unclear", year.position)
    return int(year.text)


def _same_year(first: When, last: When | None) -> tuple[When, When | None]:
    """«du 24 décembre au 2 janvier 2027»: the year said once holds for both."""
    if last is None or first.year == last.year:
        return first, last
    later = MONTHS.index(last.month) < MONTHS.index(first.month)
    if first.year is None and last.year is not None:
        return replace(first, year=last.year - later), last
    if last.year is None and first.year is not None:
        return first, replace(last, year=first.year + later)
    return first, last
