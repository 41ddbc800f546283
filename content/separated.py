"""The cells of a CSV file in UTF-8, line by line; its separator is that of its first line."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import IO

SEPARATORS = (",", ";", "\t", "|")


class Separated:
    """`bad` is what is raised for a line that cannot be read; it names the file and the line, and never holds a text."""

    def __init__(
        self, name: str, file: IO[bytes], bad: type[ValueError], longest: int, *, strict: bool = False
    ) -> None:
        self.name, self._file, self._bad = name, file, bad
        csv.field_size_limit(longest)
        lines = self._lines()
        first = next(lines, "")
        self.separator = next((mark for mark in SEPARATORS if mark in first), ",")
        self._reader = csv.reader(_again(first, lines), delimiter=self.separator, strict=strict)

    @property
    def line(self) -> int:
        """The number of the line that was read last, from 1."""
        return self._reader.line_num

    def next(self) -> list[str] | None:
        """The next cells; None after the last. Raises `bad`."""
        try:
            return next(self._reader, None)
        except csv.Error as error:
            raise self._bad(f"{self.name}, line {self.line}: expected CSV ({error})") from None

    def _lines(self) -> Iterator[str]:
        for number, raw in enumerate(self._file, 1):
            try:
                yield raw.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError:
                raise self._bad(f"{self.name}, line {number}: expected text in UTF-8") from None


def _again(first: str, lines: Iterator[str]) -> Iterator[str]:
    """The lines with the first, which was looked at, put back."""
    if first:
        yield first
    yield from lines
