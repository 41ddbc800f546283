"""A cell as operators write it, made what the strict readings of a row expect: «46,98», «21/11/2026», «siège»."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from content.hours import HoursError
from content.plain import plain
from content.plain_hours import read_hours
from content.rows import Row
from content.sheet_shapes import Column, Shape, meant

EMPTIED = frozenset({"-", "–", "—"})
"""Written in a cell to empty what is kept; an empty cell leaves it as it is."""
SPREADSHEET_ERRORS = frozenset(
    {"#REF!", "#VALUE!", "#NAME?", "#N/A", "#DIV/0!", "#NULL!", "#NUM!", "#NOM?", "#VALEUR!"}
)
A_DAY = "a date such as 21/11/2026"
YEARS = range(1980, 2100)
LINES = "lines"
"""The reading of a cell that may have several lines; in others they are one."""
BEYOND = ""
"""The column of what stands beyond the last heading."""
_DAY = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,62}")
_HOUR = re.compile(r"(\d{1,2})\s*[hH:]\s*(\d{2})?")
_TIMES = re.compile(r"\d{2}:\d{2}-\d{2}:\d{2}(,\d{2}:\d{2}-\d{2}:\d{2})*")
CLOSED = {"ferme", "off", "closed"}
_EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>]+")


@dataclass(frozen=True)
class Filled:
    """A line whose cells read as the strict readings expect; empty ones have their default. `given`: those filled."""

    row: Row
    given: frozenset[str]

    def also(self, **cells: str) -> Filled:
        """The same line with other cells."""
        return replace(self, row=replace(self.row, cells={**self.row.cells, **cells}))


def filled(row: Row, shape: Shape) -> Filled:
    """Read every cell of a line. Raises ContentError with the column and what is expected there."""
    if row.cells.get(BEYOND):
        raise row.wrong(BEYOND, "no value beyond the last heading")
    typed = {column.id: _tidy(row, column) for column in shape.columns}
    given = frozenset(name for name, text in typed.items() if text)
    neat = replace(row, cells={name: "" if text in EMPTIED else text for name, text in typed.items()})
    return Filled(replace(neat, cells={c.id: _read(neat, c) for c in shape.columns}), given)


def _tidy(row: Row, column: Column) -> str:
    lines = (" ".join(line.split()) for line in row.cells.get(column.id, "").splitlines())
    text = ("\n" if column.reading == LINES else " ").join(line for line in lines if line)
    if text.upper() in SPREADSHEET_ERRORS:
        raise row.wrong(column.id, "a value, not the error of a formula")
    if any(unicodedata.category(c) == "Cc" for c in text if c != "\n"):
        raise row.wrong(column.id, "text without control characters")
    if len(text) > column.longest:
        raise row.wrong(column.id, f"at most {column.longest} characters")
    return text


def _read(row: Row, column: Column) -> str:
    text = row.text(column.id)
    if not text:
        return column.default
    return READINGS[column.reading](row, column.id, text)


def _as_text(_row: Row, _column: str, text: str) -> str:
    return text


def _digits5(_row: Row, _column: str, text: str) -> str:
    """A spreadsheet eats the zero that a postcode or an INSEE code begins with."""
    return text.zfill(5) if text.isascii() and text.isdecimal() else text.upper()


def _phone(row: Row, column: str, text: str) -> str:
    digits = re.sub(r"[\s.\-()/]", "", text)
    if not re.fullmatch(r"\+?\d{2,15}", digits):
        raise row.wrong(column, "a telephone number")
    eaten = re.fullmatch(r"[1-9]\d{8}", text)
    return f"0{text}" if eaten else text


def _degrees(_row: Row, _column: str, text: str) -> str:
    return text.replace(",", ".").removesuffix("°")


def _day(row: Row, column: str, text: str) -> str:
    found = _DAY.fullmatch(text)
    day, month, year = (int(part) for part in found.groups()) if found else (0, 0, 0)
    try:
        said = date(year, month, day) if found else date.fromisoformat(text)
    except ValueError:
        raise row.wrong(column, A_DAY) from None
    if said.year not in YEARS:
        raise row.wrong(column, A_DAY)
    return said.isoformat()


def _hours(row: Row, column: str, text: str) -> str:
    try:
        return read_hours(text)
    except HoursError as error:
        reason = f"opening hours ({error.reason} at character {error.position})"
        raise row.wrong(column, reason) from None


def _times(row: Row, column: str, text: str) -> str:
    """«9h-12h, 14h-17h30»: the times of one day, or closed."""
    if plain(text) in CLOSED:
        return ""
    times = _HOUR.sub(lambda said: f"{int(said[1]):02}:{said[2] or '00'}", text).replace(" ", "")
    if not _TIMES.fullmatch(times):
        raise row.wrong(column, "times such as 14:00-17:00, or nothing for closed")
    return _hours(row, column, times)


def _id(row: Row, column: str, text: str) -> str:
    if not _ID.fullmatch(text):
        raise row.wrong(column, "a short name in a-z, 0-9, - . _ such as saint-eloi")
    return text


def _email(row: Row, column: str, text: str) -> str:
    if not _EMAIL.fullmatch(text):
        raise row.wrong(column, "an e-mail address")
    return text.casefold()


def _link(row: Row, column: str, text: str) -> str:
    if not re.fullmatch(r"https?://[^\s/@]+\.[^\s@]+", text):
        raise row.wrong(column, "an address that begins with https://")
    return text


def listed(text: str) -> list[str]:
    """The values of a cell, separated by | ; or a comma."""
    return [part.strip() for part in re.split(r"[|;,]", text) if part.strip()]


def _list(_row: Row, _column: str, text: str) -> str:
    return "|".join(listed(text))


def _one(kind: str) -> Reading:
    return lambda _row, _column, text: meant(kind, text)


def _some(kind: str) -> Reading:
    return lambda _row, _column, text: "|".join(dict.fromkeys(meant(kind, part) for part in listed(text)))


Reading = Callable[[Row, str, str], str]
READINGS: dict[str, Reading] = {
    "text": _as_text,
    LINES: _as_text,
    "number": _as_text,
    "communes": _list,
    "list": _list,
    "digits5": _digits5,
    "insee": _digits5,
    "phone": _phone,
    "degrees": _degrees,
    "day": _day,
    "hours": _hours,
    "times": _times,
    "id": _id,
    "email": _email,
    "link": _link,
    "flag": _one("flag"),
    "kind": _one("kind"),
    "booking_mode": _one("booking_mode"),
    "language": _one("language"),
    "modes": _some("mode"),
    "needs": _some("need"),
    "roles": _some("role"),
}
