"""XLSX files of others: guarded before they are opened, then read row by row, every cell as text."""

from __future__ import annotations

import io
import re
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from content.tables import Line, Read, TableRefused

LARGEST = 32 * 2**20
"""Bytes that a workbook may have in all once it is unpacked; 6,500 sites take six."""
LAST_ROW = 1_048_576
"""Of any sheet of Excel or LibreOffice."""
WIDEST = 200
"""Columns that are looked at."""
_OLE = b"\xd0\xcf\x11\xe0"
"""What an encrypted workbook, or one of before 2007, begins with."""
_ROW = re.compile(rb"<(?:\w{1,9}:)?row[ />]|</(?:\w{1,9}:)?sheetData>")
_CHUNK, _OVERLAP = 2**20, 4_096
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]*?ref="([A-Z0-9:]{1,20})"')
_UNKNOWN = re.compile(
    rb'<(?:\w+:)?c r="([A-Z]{1,3}\d{1,7})"[^>]{0,80}>'
    rb"<(?:\w+:)?f(?:[^>]{0,200}/>|[^>]{0,200}>[^<]{0,2000}</(?:\w+:)?f>)(?:<(?:\w+:)?v\s*/>|<v></v>)?</(?:\w+:)?c>"
)
_BROKEN = (
    AttributeError, BadZipFile, EOFError, IndexError, InvalidFileException, KeyError, NotImplementedError, OSError,
    OverflowError, ParseError, RuntimeError, TypeError, ValueError, zlib.error,
)  # fmt: skip
"""What a workbook that is none makes its readers raise."""


class _Heard(io.FileIO):
    """A file that tells how much of it was read."""

    def __init__(self, file: Path, read: Read) -> None:
        super().__init__(file)
        self._told = read

    def read(self, size: int | None = -1, /) -> bytes:
        got: bytes = super().read(-1 if size is None else size)
        self._told(len(got))
        return got


class Workbook:
    """An XLSX file, open for reading. Every method raises TableRefused on what is none."""

    def __init__(self, file: Path, read: Read) -> None:
        self.name = file.name
        self._file = _Heard(file, read)
        try:
            with self._refusing():
                self._guard()
                self._book = load_workbook(self._file, read_only=True, data_only=True, keep_links=False)
        except TableRefused:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self._book.close()
        self._file.close()

    @property
    def titles(self) -> list[str]:
        """The names of its sheets."""
        return [sheet.title for sheet in self._book.worksheets]

    def lines(self, title: str) -> Iterator[Line]:
        """The rows of a sheet that are not empty."""
        sheet: Any = self._book[title]
        where = f"{self.name}, sheet {title}"
        with self._refusing():
            self._need_plain_cells(vars(sheet)["_worksheet_path"], where)
            sheet.reset_dimensions()  # what a file says of its own size may be wrong, or made to harm
            rows = enumerate(sheet.iter_rows(max_col=WIDEST, values_only=True), 1)
        while (row := self._next(rows)) is not None:
            number, values = row
            if number > LAST_ROW:
                raise TableRefused(f"{where}, line {number}: expected at most {LAST_ROW} lines")
            if any(value is not None for value in values):
                yield number, [as_text(value) for value in values]

    def _next(self, rows: Iterator[tuple[int, tuple[Any, ...]]]) -> tuple[int, tuple[Any, ...]] | None:
        with self._refusing():
            return next(rows, None)

    def _guard(self) -> None:
        """Refuse before anything is unpacked."""
        if self._file.read(4) == _OLE:
            raise TableRefused(f"{self.name}: expected an .xlsx without password (save it anew as .xlsx)")
        size = self._file.seek(0, io.SEEK_END)
        if size <= LARGEST:
            with ZipFile(self._file) as packed:
                size = sum(part.file_size for part in packed.infolist())
        if size > LARGEST:
            raise TableRefused(
                f"{self.name}: expected at most {LARGEST // 2**20} MB once unpacked, got {size // 2**20} MB"
            )

    def _need_plain_cells(self, part: str, where: str) -> None:
        """Merged cells say something of their first cell only; a formula without its value says nothing.

        A line without end would fill the memory.
        """
        with ZipFile(self._file) as packed, packed.open(part) as xml:
            before, ended = b"", False
            while chunk := xml.read(_CHUNK):
                seen = before + chunk
                marks = _ROW.findall(seen)
                if not marks and not ended and len(chunk) == _CHUNK:
                    raise TableRefused(f"{where}: expected lines, got one longer than a megabyte")
                ended = ended or any(mark.startswith(b"</") for mark in marks)
                if merged := _MERGED.search(seen):
                    raise TableRefused(f"{where}, {merged[1].decode()}: expected no merged cells")
                if unknown := _UNKNOWN.search(seen):
                    cell = unknown[1].decode()
                    raise TableRefused(f"{where}, {cell}: expected a value, got a formula never calculated")
                before = seen[-_OVERLAP:]

    @contextmanager
    def _refusing(self) -> Iterator[None]:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of what is of no matter here: fonts, validations, headers
                yield
        except TableRefused:
            raise
        except _BROKEN as error:
            kind = type(error).__name__
            raise TableRefused(f"{self.name}: expected an .xlsx workbook that opens ({kind})") from None


def as_text(value: Any) -> str:
    """A cell as it would stand in a CSV file: days as 2026-11-21, numbers without .0, booleans as true and false."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case datetime():
            return (value.date() if value.time() == time() else value).isoformat()
        case date():
            return value.isoformat()
        case time():
            return value.isoformat("minutes")
        case float():
            return str(int(value)) if value.is_integer() else repr(value)
        case _:
            return str(value).strip()
