"""Tables of others, streamed line by line: refused with the file, the line and what is expected, never half read."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

LONGEST_LINE = 100_000
"""Bytes. A longer line is no table."""
SEPARATORS = (";", ",", "\t")
REMARK = "#"
"""A line, or a column, that begins so is not read."""
EXPECTED = "expected UTF-8 (in a spreadsheet: save as «CSV UTF-8», or as .xlsx)"
Read = Callable[[int], None]
"""Told how many bytes were read, for whoever shows a bar."""
Line = tuple[int, list[str]]
"""Its number in the file, and its cells."""


class TableRefused(ValueError):
    """The file cannot be read as a table; the message names the file, the line and what is expected."""


def rows_of(
    file: Path, columns: tuple[str, ...], separator: str, read: Read
) -> Iterator[tuple[int, dict[str, str]]]:
    """The lines of a CSV file by column, with their numbers; columns that are not asked for may stand between.

    Raises TableRefused.
    """
    lines = csv_lines(file, separator, read)
    head = next(lines, (1, []))[1]
    if missing := [c for c in columns if c not in head]:
        raise TableRefused(
            f"{file.name}, line 1: expected the columns {', '.join(columns)}; without {missing[0]}"
        )
    for number, cells in lines:
        if len(cells) < len(head):
            raise TableRefused(f"{file.name}, line {number}: expected {len(head)} cells, got {len(cells)}")
        yield number, dict(zip(head, cells, strict=False))


def csv_lines(file: Path, separator: str, read: Read) -> Iterator[Line]:
    """The lines of a CSV file in UTF-8 that are not empty, their cells without spaces around. Raises TableRefused."""
    table = csv.reader(_text(file, read), delimiter=separator, strict=True)
    try:
        for cells in table:
            if cells:
                yield table.line_num, [cell.strip() for cell in cells]
    except csv.Error as error:
        raise TableRefused(f"{file.name}, line {table.line_num}: {error}") from None


def separator_of(file: Path, is_heading: Callable[[str], bool]) -> str:
    """What stands between the columns: whatever shows the most headings that are known. Raises TableRefused."""
    first = next((line for line in _text(file, lambda _: None) if not _is_remark(line)), "")

    def headings(separator: str) -> tuple[int, int]:
        cells = [cell.strip(' "') for cell in first.rstrip("\r\n").split(separator)]
        return sum(map(is_heading, cells)), len(cells)

    return max(SEPARATORS, key=headings)


def _is_remark(line: str) -> bool:
    return not (said := line.strip(' ";,\t\r\n')) or said.startswith(REMARK)


def _text(file: Path, read: Read) -> Iterator[str]:
    with file.open("rb") as opened:
        number = 0
        while raw := opened.readline(LONGEST_LINE + 1):
            number += 1
            if len(raw) > LONGEST_LINE:
                raise TableRefused(f"{file.name}, line {number}: expected at most {LONGEST_LINE} characters")
            read(len(raw))
            if b"\0" in raw:
                raise TableRefused(f"{file.name}, line {number}: expected text, got a NUL byte")
            try:
                yield raw.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError:
                raise TableRefused(f"{file.name}, line {number}: {EXPECTED}") from None
