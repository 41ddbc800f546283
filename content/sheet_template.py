"""An empty workbook to fill in: headings, a line that explains each column, lists to choose from."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from content.sheet_shapes import Column, Shape, said, shapes
from content.tables import REMARK

CHOSEN = {"kind", "booking_mode", "flag", "language"}
"""The readings whose words are offered as a list."""
LAST_LINE = 10_000
WIDEST, NARROWEST = 40, 14


def write_template(file: Path) -> None:
    """Write a workbook with a sheet a table. Its second line explains and is not read."""
    book = Workbook()
    for shape in shapes().values():
        _fill(book.create_sheet(shape.names[0]), shape)
    book.remove(book.worksheets[0])
    book.save(file)


def _fill(sheet: Worksheet, shape: Shape) -> None:
    sheet.append([_heading(column) for column in shape.columns])
    sheet.append([f"{REMARK} " * (not at) + column.note for at, column in enumerate(shape.columns)])
    for at, column in enumerate(shape.columns, 1):
        letter = get_column_letter(at)
        sheet.column_dimensions[letter].width = max(NARROWEST, min(WIDEST, len(column.note) // 2))
        sheet[f"{letter}1"].font = Font(bold=True)
        sheet[f"{letter}2"].font = Font(italic=True)
        sheet[f"{letter}2"].alignment = Alignment(wrap_text=True, vertical="top")
        if column.reading in {"digits5", "phone"}:
            sheet.column_dimensions[letter].number_format = "@"  # keeps the zero that they begin with
        if column.reading in CHOSEN:
            _offer(sheet, letter, said(column.reading))
    sheet.freeze_panes = "A3"


def _heading(column: Column) -> str:
    return column.names[0] if column.names else column.id


def _offer(sheet: Worksheet, letter: str, words: list[str]) -> None:
    """A list to choose from; other words may be typed, the import says if they are not understood."""
    choice = DataValidation("list", formula1=f'"{",".join(words)}"', allow_blank=True, showErrorMessage=False)
    choice.add(f"{letter}3:{letter}{LAST_LINE}")
    sheet.add_data_validation(choice)
