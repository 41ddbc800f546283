"""Files of other directories, read row by row: JSON, JSON lines, CSV. Never more than one row in memory.

What is no such file is refused whole, with where: `structures.json, row 1204: …`.
"""

from __future__ import annotations

import csv
import json
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import ijson  # type: ignore[import-untyped]  # it has no types

from backend.partners.report import ImportRefused

Read = Callable[[int], None]
Row = tuple[str, Any]
"""Where it stands («row 3», «line 12») and what stands there."""
LONGEST, DEEPEST = 1_000_000, 8
"""Bytes of one row, and how deep lists may stand in it."""
CHUNK = 1 << 16
OPENING: dict[str, Callable[[], Any]] = {"start_map": dict, "start_array": list}
CLOSING = {"end_map", "end_array"}
BOM, PARQUET = b"\xef\xbb\xbf", b"PAR1"
TO_JSON = "duckdb -c \"COPY (FROM 'FILE.parquet') TO 'FILE.json' (ARRAY true)\""


def rows(file: Path, key: str = "", read: Read = lambda _: None) -> Iterator[Row]:
    """Every row of a file: the items of a JSON list (the whole, or under `key`), or a line each.

    `read` hears how many bytes were read. Raises ImportRefused.
    """
    with file.open("rb") as opened:
        head = opened.read(CHUNK)
        opened.seek(len(BOM) if head.startswith(BOM) else 0)
        first = head.removeprefix(BOM).lstrip()[:1]
        if head.startswith(PARQUET):
            raise ImportRefused(f"{file.name}: Parquet is not read here; convert it first: {TO_JSON}")
        if first == b"[" or (first == b"{" and key):
            yield from _items(file.name, _Watched(opened, read), key)
        elif first == b"{":
            yield from _objects(file.name, opened, read)
        else:
            yield from _table(file.name, opened, read)


class _Watched:
    """A file that says how much was read, and refuses a row that does not end."""

    def __init__(self, file: BinaryIO, read: Read) -> None:
        self.file, self.said, self.of_row = file, read, 0

    def read(self, size: int) -> bytes:
        chunk = self.file.read(size)
        self.said(len(chunk))
        self.of_row += len(chunk)
        if self.of_row > LONGEST + CHUNK:
            raise ImportRefused(f"expected at most {LONGEST} bytes")
        return chunk


def _items(name: str, file: _Watched, key: str) -> Iterator[Row]:
    number = 0
    try:
        for value in _values(ijson.basic_parse(file, use_float=True, buf_size=CHUNK), key):
            number += 1
            file.of_row = 0
            yield f"row {number}", value
    except (ijson.JSONError, UnicodeDecodeError, ImportRefused) as error:
        why = str(error) if isinstance(error, ImportRefused) else "expected JSON in UTF-8"
        raise ImportRefused(f"{name}, row {number + 1}: {why}") from None
    if file.of_row and not number and key:
        raise ImportRefused(f"{name}: expected a list under {key!r}")


def _values(events: Iterator[tuple[str, Any]], key: str) -> Iterator[Any]:
    """The items of the outer list, or of the one under `key`; all else is passed over."""
    event, value = next(events, ("", None))
    if event == "start_array":
        yield from _list(events)
        deque(events, maxlen=0)  # nothing may stand after it
        return
    for event, value in events:
        if event == "map_key" and value == key:
            if next(events)[0] == "start_array":
                yield from _list(events)
            deque(events, maxlen=0)  # a file that was cut is found here
            return
        if event in {"start_map", "start_array"}:
            _built(event, value, events)


def _list(events: Iterator[tuple[str, Any]]) -> Iterator[Any]:
    for event, value in events:
        if event == "end_array":
            return
        yield _built(event, value, events)


def _built(event: str, value: Any, events: Iterator[tuple[str, Any]]) -> Any:
    """The value that begins with this event. A loop, not a recursion: depth is counted, not trusted."""
    if event not in OPENING:
        return value
    here: Any = OPENING[event]()
    above: list[tuple[Any, str | None]] = []
    key: str | None = None
    for kind, read in events:
        if kind == "map_key":
            key = read
        elif kind in CLOSING:
            if not above:
                return here
            here, key = above.pop()
        else:
            made = OPENING[kind]() if kind in OPENING else read
            if key is None:
                here.append(made)
            else:
                here[key] = made
            if kind in OPENING:
                above.append((here, key))
                here, key = made, None
                if len(above) >= DEEPEST:
                    raise ImportRefused(f"expected at most {DEEPEST} lists in one another")
    return here  # pragma: no cover  # the parser refuses what does not end


def _objects(name: str, file: BinaryIO, read: Read) -> Iterator[Row]:
    for number, line in _lines(name, file, read):
        if not line.strip():
            continue
        try:
            yield f"line {number}", json.loads(line)
        except (ValueError, RecursionError):
            raise ImportRefused(f"{name}, line {number}: expected a JSON object on each line") from None


def _table(name: str, file: BinaryIO, read: Read) -> Iterator[Row]:
    """A CSV file with a head: empty cells are no value, lists are JSON or separated by `|`."""
    table = csv.reader((line for _, line in _lines(name, file, read)), strict=True)
    try:
        head = [column.strip() for column in next(table, [])]
        if "id" not in head:
            raise ImportRefused(f"{name}, line 1: expected JSON, or the columns of data·inclusion in CSV")
        for cells in table:
            if cells:
                yield f"line {table.line_num}", dict(zip(head, cells, strict=False))
    except csv.Error as error:
        raise ImportRefused(f"{name}, line {table.line_num}: {error}") from None


def _lines(name: str, file: BinaryIO, read: Read) -> Iterator[tuple[int, str]]:
    number = 0
    while raw := file.readline(LONGEST + 1):
        number += 1
        read(len(raw))
        if len(raw) > LONGEST:
            raise ImportRefused(f"{name}, line {number}: expected at most {LONGEST} bytes")
        try:
            yield number, raw.decode("utf-8")
        except UnicodeDecodeError:
            raise ImportRefused(f"{name}, line {number}: expected UTF-8") from None
