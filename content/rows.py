"""Tables kept as CSV, read strictly: a mistake is refused with its file, its line and what is expected."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from content.hours import HoursError
from content.tables import Line, TableRefused, csv_lines


class ContentError(ValueError):
    """A mistake in the data kept with the product: «sites.csv, line 4, insee: expected …»."""


@dataclass(frozen=True)
class Row:
    """One line of a table; every reading of a cell checks it."""

    file: str
    line: int
    cells: dict[str, str]

    def wrong(self, column: str, expected: str) -> ContentError:
        """The error that says what was expected in this column and what is there."""
        return ContentError(
            f"{self.file}, line {self.line}, {column}: expected {expected}, got {self.text(column)!r}"
        )

    def text(self, column: str) -> str:
        """The cell without spaces around, maybe empty."""
        return self.cells[column].strip()

    def word(self, column: str) -> str:
        """The cell, which must not be empty."""
        if not (text := self.text(column)):
            raise self.wrong(column, "a value")
        return text

    def one_of(self, column: str, known: Collection[str]) -> str:
        """The cell, which must be one of the known values."""
        if (text := self.text(column)) not in known:
            raise self.wrong(
                column, f"one of {', '.join(sorted(known))}" if len(known) < 30 else "a known id"
            )
        return text

    def some_of(self, column: str, known: Collection[str]) -> tuple[str, ...]:
        """The values of the cell separated by `|`, each of which must be known; none when it is empty."""
        values = tuple(v.strip() for v in self.text(column).split("|") if v.strip())
        if unknown := [v for v in values if v not in known]:
            raise self.wrong(column, f"known ids separated by |, not {unknown[0]!r}")
        return values

    def number(self, column: str, low: int, high: int) -> int:
        """A whole number between two bounds."""
        text = self.text(column)
        if not (text.isascii() and text.isdecimal() and low <= int(text) <= high):
            raise self.wrong(column, f"a whole number from {low} to {high}")
        return int(text)

    def degrees(self, column: str, low: float, high: float) -> float:
        """A coordinate between two bounds, with a decimal point."""
        try:
            value = float(self.text(column))
        except ValueError:
            value = high + 1
        if not low <= value <= high:
            raise self.wrong(column, f"degrees from {low} to {high}")
        return value

    def flag(self, column: str) -> bool:
        """`true` or `false`."""
        return self.one_of(column, {"true", "false"}) == "true"

    def day(self, column: str) -> date:
        """A date written 2026-11-21."""
        try:
            return date.fromisoformat(self.text(column))
        except ValueError:
            raise self.wrong(column, "a date such as 2026-11-21") from None

    def day_or_none(self, column: str) -> date | None:
        """A date, or None for an empty cell."""
        return self.day(column) if self.text(column) else None

    def hours(self, column: str, check: Callable[[str], None]) -> str:
        """Opening hours that pass this check."""
        try:
            check(self.text(column))
        except HoursError as error:
            raise self.wrong(
                column, f"opening hours ({error.reason} at character {error.position})"
            ) from None
        return self.text(column)


def read_rows(path: Path, columns: Collection[str]) -> Iterator[Row]:
    """The rows of a UTF-8 CSV file that has exactly these columns. Raises ContentError."""
    name = f"{path.parent.name}/{path.name}"
    if not path.is_file():
        raise ContentError(f"{name}: expected this file")
    try:
        yield from _rows(csv_lines(path, ",", lambda _: None), name, columns)
    except TableRefused as error:
        raise ContentError(f"{path.parent.name}/{error}") from None


def _rows(lines: Iterator[Line], name: str, columns: Collection[str]) -> Iterator[Row]:
    head = next(lines, (1, []))[1]
    if set(head) != set(columns):
        raise ContentError(f"{name}, line 1: expected the columns {', '.join(columns)}")
    for number, cells in lines:
        if len(cells) != len(head):
            raise ContentError(f"{name}, line {number}: expected {len(columns)} cells")
        yield Row(name, number, dict(zip(head, cells, strict=True)))


def unique(rows: Iterator[Row], column: str = "id") -> Iterator[Row]:
    """The same rows, refused when a value of this column comes twice."""
    seen: set[str] = set()
    for row in rows:
        if row.word(column) in seen:
            raise row.wrong(column, "a value that no other line has")
        seen.add(row.text(column))
        yield row
