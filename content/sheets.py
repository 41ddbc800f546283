"""An operator's workbook, folder of CSV files or single table, opened as rows by column id, whatever the headings."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path

from content.rows import ContentError, Row
from content.sheet_cells import BEYOND, SPREADSHEET_ERRORS
from content.sheet_shapes import Shape, shapes
from content.tables import REMARK, Line, Read, TableRefused, csv_lines, separator_of
from content.workbooks import Workbook

MOST_LINES = 50_000
"""Of one table: there are 35,000 communes; more is another file."""
WORKBOOKS = {".xlsx", ".xlsm"}
TERRITORY = "territory.toml"
"""How the territories kept with the product say their mission locale."""


@dataclass(frozen=True)
class SheetRow(Row):
    """A line that names its columns as the operator does, and shows what they typed."""

    headings: Mapping[str, str] = field(default_factory=dict)
    typed: Mapping[str, str] = field(default_factory=dict)

    def wrong(self, column: str, expected: str) -> ContentError:
        """The error that says what was expected under this heading and what is there."""
        place = f"{self.file}, line {self.line}, {self.headings.get(column, column)}"
        return ContentError(f"{place}: expected {expected}, got {self.typed.get(column, '')[:80]!r}")


@dataclass(frozen=True)
class Sheet:
    """One table of a file. `name` is how its mistakes are told, `source` the name of its file."""

    shape: Shape
    name: str
    source: str
    lines: Callable[[], Iterator[Line]]

    def rows(self) -> Iterator[SheetRow]:
        """Its lines that are neither empty nor remarks. Raises TableRefused."""
        lines = (line for line in self.lines() if _says_something(line[1]))
        head = next(lines, None)
        if head is None:
            raise TableRefused(f"{self.name}, line 1: expected headings such as {self._expected()}")
        columns = self._columns(*head)
        names = {name: text for name, text in zip(columns, head[1], strict=True) if name}
        for count, (number, cells) in enumerate(lines):
            if count == MOST_LINES:
                raise TableRefused(f"{self.name}, line {number}: expected at most {MOST_LINES} lines")
            typed = _by_column(columns, cells)
            yield SheetRow(self.name, number, typed, names, typed)

    def _columns(self, number: int, head: list[str]) -> list[str]:
        """The id of each column; BEYOND where there is no heading, REMARK over what is not read."""
        where = f"{self.name}, line {number}"
        found = [self._column(where, heading) for heading in head]
        present = [name for name in found if name not in {BEYOND, REMARK}]
        if twice := [name for name in present if present.count(name) > 1]:
            raise TableRefused(f"{where}, {twice[0]}: expected this column once")
        missing = [c.id for c in self.shape.columns if c.required and c.id not in present]
        if "insee" in self.shape.headings and not {"insee", "commune"} & set(present):
            missing += ["insee"] if self.shape.id != "mission_locale" else []
        if missing:
            raise TableRefused(f"{where}: expected the columns {self._expected()}; without {missing[0]}")
        return found

    def _column(self, where: str, heading: str) -> str:
        if not heading or heading.startswith(REMARK):
            return heading[:1]
        if name := self.shape.column_of(heading):
            return name
        known = ", ".join(column.id for column in self.shape.columns)
        raise TableRefused(
            f"{where}, {heading[:40]!r}: expected one of {known} (or {REMARK} before a remark)"
        )

    def _expected(self) -> str:
        return ", ".join(f"{c.id} ({c.names[0]})" for c in self.shape.columns if c.required)


@dataclass(frozen=True)
class Book:
    """The tables of a mission locale by their id, and what else lies there and is not read."""

    name: str
    sheets: dict[str, Sheet]
    ignored: tuple[str, ...]


@contextmanager
def open_book(path: Path, read: Read) -> Iterator[Book]:
    """A whole mission locale: a workbook, or a folder of CSV files. Raises TableRefused."""
    if path.is_dir():
        files = sorted(p for p in path.iterdir() if p.suffix.lower() == ".csv" or p.name == TERRITORY)
        yield _book(path.resolve().name, ((_title(p), p.name, _lines_of(p, read)) for p in files))
    elif path.suffix.lower() in WORKBOOKS:
        with Workbook(path, read) as book:
            titles = ((t, f"{path.name}, sheet {t}", _rows_of(book, t)) for t in book.titles)
            yield _book(path.name, titles)
    else:
        raise TableRefused(f"{path.name}: expected a workbook (.xlsx) or a folder of CSV files")


@contextmanager
def open_sheet(path: Path, table: str, read: Read) -> Iterator[Sheet]:
    """One table: a CSV file, or the sheet of a workbook that bears its name, or the only one. Raises TableRefused."""
    shape = shapes()[table]
    if path.suffix.lower() not in WORKBOOKS:
        if path.suffix.lower() not in {".csv", ".tsv", ".txt"}:
            raise TableRefused(f"{path.name}: expected a CSV file or a workbook (.xlsx)")
        yield Sheet(shape, path.name, path.name, _lines_of(path, read, shape))
        return
    with Workbook(path, read) as book:
        named = [t for t in book.titles if shape.is_called(t)] or book.titles
        if len(named) != 1:
            raise TableRefused(f"{path.name}: expected one sheet called {shape.names[0]} or {table}")
        yield Sheet(shape, f"{path.name}, sheet {named[0]}", path.name, _rows_of(book, named[0]))


def size_of(path: Path) -> int:
    """Bytes of a file, or of the files of a folder."""
    return (
        sum(p.stat().st_size for p in path.iterdir() if p.is_file()) if path.is_dir() else path.stat().st_size
    )


def _book(name: str, parts: Iterable[tuple[str, str, Callable[[], Iterator[Line]]]]) -> Book:
    sheets: dict[str, Sheet] = {}
    ignored = []
    for title, where, lines in parts:
        shape = next((s for s in shapes().values() if s.is_called(title)), None)
        if shape is None:
            ignored.append(where)
        elif shape.id in sheets:
            raise TableRefused(
                f"{name}: expected one table of {shape.id}, got {sheets[shape.id].name} and {where}"
            )
        else:
            sheets[shape.id] = Sheet(shape, where, name, lines)
    return Book(name, sheets, tuple(ignored))


def _title(file: Path) -> str:
    return "mission_locale" if file.name == TERRITORY else file.stem


def _lines_of(file: Path, read: Read, shape: Shape | None = None) -> Callable[[], Iterator[Line]]:
    if file.name == TERRITORY:
        return lambda: _toml_lines(file)
    known = shape or next((s for s in shapes().values() if s.is_called(file.stem)), None)

    def lines() -> Iterator[Line]:
        separator = separator_of(file, lambda heading: bool(known and known.column_of(heading)))
        return csv_lines(file, separator, read)

    return lines


def _rows_of(book: Workbook, title: str) -> Callable[[], Iterator[Line]]:
    return lambda: book.lines(title)


def _toml_lines(file: Path) -> Iterator[Line]:
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except (ValueError, OSError) as error:
        raise TableRefused(f"{file.name}: expected TOML in UTF-8 ({type(error).__name__})") from None
    yield 1, list(data)
    yield 2, ["|".join(v) if isinstance(v, list) else _plain_value(v) for v in data.values()]


def _plain_value(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _says_something(cells: list[str]) -> bool:
    first = next(filter(None, cells), REMARK)
    return not first.startswith(REMARK) or first.upper() in SPREADSHEET_ERRORS


def _by_column(columns: list[str], cells: list[str]) -> dict[str, str]:
    """The cells by column; what stands under no heading is kept apart, to be refused."""
    pairs = list(zip_longest(columns, cells, fillvalue=""))
    beyond = " ".join(cell for name, cell in pairs if name == BEYOND and cell)
    return {name: cell for name, cell in pairs if name not in {BEYOND, REMARK}} | {BEYOND: beyond}
