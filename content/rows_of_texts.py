"""Tables of texts, read row by row: any separator, names of columns in any case, no row lost."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import IO

TEXT = "text"
SEPARATORS = (",", ";", "\t", "|")
LONGEST_CELL = 10_000_000  # characters; of a text the first 10,000 are read


class BadRows(ValueError):
    """A table that cannot be read: «needs.csv, line 4: expected …». Never holds a text of the table."""


class TextRows:
    """The rows of a CSV file in UTF-8, with a column named `text` in any case.

    A short row is filled up with empty cells, what stands beyond the last column stays in the row. An empty line is
    an empty text if `text` is the only column, else it is no row. Raises BadRows.
    """

    def __init__(self, name: str, file: IO[bytes]) -> None:
        self._name, self._file = name, file
        csv.field_size_limit(LONGEST_CELL)
        lines = self._lines()
        first = next(lines, "")
        self.separator = next((mark for mark in SEPARATORS if mark in first), ",")
        self._reader = csv.reader(_again(first, lines), delimiter=self.separator)
        self.columns = self._next() or []
        if not self.columns:
            raise BadRows(f"{name}, line 1: expected a line of column names; the file is empty")
        self.text = self.column(TEXT)

    def column(self, name: str) -> int:
        """The place of a column named so, in any case. Raises BadRows if there is none."""
        names = [column.strip().casefold() for column in self.columns]
        if name not in names:
            raise BadRows(
                f"{self._name}, line 1: expected a column named {name}, got {', '.join(self.columns)}"
            )
        return names.index(name)

    def __iter__(self) -> Iterator[list[str]]:
        width = len(self.columns)
        while (cells := self._next()) is not None:
            if cells or width == 1:
                yield cells + [""] * (width - len(cells))

    def _next(self) -> list[str] | None:
        try:
            return next(self._reader, None)
        except csv.Error as error:
            raise BadRows(f"{self._name}, line {self._reader.line_num}: expected CSV ({error})") from None

    def _lines(self) -> Iterator[str]:
        for number, raw in enumerate(self._file, 1):
            try:
                yield raw.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError:
                raise BadRows(f"{self._name}, line {number}: expected text in UTF-8") from None


def rows_in(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a file by the names of their columns in lower case. Raises BadRows."""
    try:
        with path.open("rb") as file:
            rows = TextRows(path.name, file)
            names = [column.strip().casefold() for column in rows.columns]
            for cells in rows:
                yield dict(zip(names, cells, strict=False))
    except OSError as error:
        raise BadRows(f"{path}: {error.strerror}") from None


def _again(first: str, lines: Iterator[str]) -> Iterator[str]:
    """The lines with the first, which was looked at, put back."""
    if first:
        yield first
    yield from lines
