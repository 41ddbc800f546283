"""Tables of texts, read row by row: any separator, names of columns in any case, no row lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO

from content.separated import Separated

TEXT = "text"
LONGEST_CELL = 10_000_000  # characters; of a text the first 10,000 are read


class BadRows(ValueError):
    """A table that cannot be read: «needs.csv, line 4: expected …». Never holds a text of the table."""


class TextRows:
    """The rows of a CSV file in UTF-8, with a column named `text` in any case.

    A short row is filled up with empty cells, what stands beyond the last column stays in the row. An empty line is
    an empty text if `text` is the only column, else it is no row. Raises BadRows.
    """

    def __init__(self, name: str, file: IO[bytes]) -> None:
        self._read = Separated(name, file, BadRows, LONGEST_CELL)
        self.separator = self._read.separator
        self.columns = self._read.next() or []
        if not self.columns:
            raise BadRows(f"{name}, line 1: expected a line of column names; the file is empty")
        self.text = self.column(TEXT)

    def column(self, name: str) -> int:
        """The place of a column named so, in any case. Raises BadRows if there is none."""
        names = [column.strip().casefold() for column in self.columns]
        if name not in names:
            raise BadRows(
                f"{self._read.name}, line 1: expected a column named {name}, got {', '.join(self.columns)}"
            )
        return names.index(name)

    def __iter__(self) -> Iterator[list[str]]:
        width = len(self.columns)
        while (cells := self._read.next()) is not None:
            if cells or width == 1:
                yield cells + [""] * (width - len(cells))


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
