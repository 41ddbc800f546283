"""A table of texts, and the commune that each means: the work of `passerelle where`."""

from __future__ import annotations

import csv
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from content.communes import Commune, Communes, load_communes
from content.separated import Separated

TEXT = "text"
ADDED = ("insee", "name", "postcode", "candidates", "verdict")
LONGEST_CELL = 1_000_000  # characters; places are read from the first 2,000
VERDICTS = ("found", "ambiguous", "none")


class BadTable(ValueError):
    """A file that cannot be read or written: «places.csv, line 4: expected …». Never holds a text of the table."""


def find_all(source: Path, target: Path, near: str | None = None) -> dict[str, int]:
    """Write the rows of `source` to `target`, in order, with `insee, name, postcode, candidates, verdict` added.

    `source` is a CSV file in UTF-8, separated by commas, semicolons, tabs or bars as its first line is. An empty
    line is an empty text if `text` is the only column, else it is no row. Returns how many rows have each verdict.
    Raises BadTable, and then leaves `target` as it was.
    """
    communes = load_communes()
    if near is not None and communes.get(near) is None:
        raise BadTable("--near: expected the INSEE code of a commune, such as 58194")
    try:
        with source.open("rb") as file:
            return _replace(target, _Table(source.name, file), communes, near)
    except OSError as error:
        raise BadTable(f"{error.filename or source}: {error.strerror}") from None


class _Table:
    """The rows of a CSV file, checked as they are read."""

    def __init__(self, name: str, file: IO[bytes]) -> None:
        self._name, self._cells = name, Separated(name, file, BadTable, LONGEST_CELL, strict=True)
        self.separator = self._cells.separator
        self.columns = self._cells.next() or []
        self._check()

    def _check(self) -> None:
        if not self.columns:
            raise BadTable(f"{self._name}, line 1: expected a line of column names; the file is empty")
        if self.columns.count(TEXT) != 1:
            raise BadTable(f"{self._name}, line 1: expected one column named {TEXT}")
        if taken := [name for name in ADDED if name in self.columns]:
            raise BadTable(f"{self._name}, line 1: expected no column named {taken[0]}: it is added here")

    def rows(self) -> Iterator[list[str]]:
        """The cells of each row; an empty line is the empty text of a table of one column."""
        width = len(self.columns)
        while (cells := self._cells.next()) is not None:
            if not cells and width > 1:
                continue
            cells = cells or [""]
            if len(cells) != width:
                at = f"{self._name}, line {self._cells.line}"
                raise BadTable(f"{at}: expected {width} cells, got {len(cells)}")
            yield cells


def _replace(target: Path, table: _Table, communes: Communes, near: str | None) -> dict[str, int]:
    """Write beside the target, and take its place once all is written."""
    part = NamedTemporaryFile("w", encoding="utf-8", newline="", dir=target.parent, delete=False)  # noqa: SIM115
    try:
        with part:
            counts = _write(part, table, communes, near)
        Path(part.name).chmod(0o666 & ~_umask())
        Path(part.name).replace(target)
    finally:
        Path(part.name).unlink(missing_ok=True)
    return counts


def _umask() -> int:
    """What new files are not allowed here; the temporary one was made for its owner alone."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _write(file: IO[str], table: _Table, communes: Communes, near: str | None) -> dict[str, int]:
    out = csv.writer(file, delimiter=table.separator, lineterminator="\n")
    out.writerow([*table.columns, *ADDED])
    counts: Counter[str] = Counter(dict.fromkeys(VERDICTS, 0))
    place = table.columns.index(TEXT)
    for cells in table.rows():
        added = _found(cells[place], communes.find(cells[place], near))
        counts[added[-1]] += 1
        out.writerow([*cells, *added])
    return dict(counts)


def _found(text: str, found: tuple[Commune, ...]) -> tuple[str, ...]:
    """The cells of ADDED: name and postcode only when one commune is meant."""
    candidates = "|".join(c.insee for c in found)
    if len(found) != 1:
        return ("", "", "", candidates, "ambiguous" if found else "none")
    one = found[0]
    postcodes = one.postcodes or ("",)
    typed = next((code for code in postcodes if code in text), postcodes[0])
    return (one.insee, one.name, typed, candidates, "found")
