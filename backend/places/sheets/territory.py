"""Importing the spreadsheets of an operator: a whole mission locale, or one of its tables. Twice is as once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from backend.db import Tx
from backend.db import now as this_moment
from backend.places.report import Report
from backend.places.sheets.coverage import import_coverage, import_motives
from backend.places.sheets.exceptions import import_exceptions
from backend.places.sheets.home import home_of, import_home
from backend.places.sheets.known import Known
from backend.places.sheets.openings import import_openings
from backend.places.sheets.sites import import_sites
from backend.places.sheets.staff import import_staff
from content.sheets import Book, Sheet, open_book, open_sheet
from content.tables import Read, TableRefused

Reports = dict[str, Report]
"""What became of each table."""
Work = Callable[[Known, Sheet, Report], None]
TABLES: dict[str, Work] = {
    "sites": import_sites,
    "staff": import_staff,
    "openings": import_openings,
    "coverage": import_coverage,
    "exceptions": import_exceptions,
}
"""In the order in which they lean on each other."""
OPTIONAL = {"exceptions"}


def _silent(_: int) -> None:
    """Nobody looks at a bar."""


def import_territory(tx: Tx, path: Path, read: Read = _silent, now: datetime | None = None) -> Reports:
    """A workbook or a folder with all tables of one mission locale, new or known. Raises TableRefused."""
    with open_book(path, read) as book:
        _need_all(book)
        reports = {name: Report() for name in ("mission_locale", *TABLES, "motives")}
        reports["mission_locale"].ignored = list(book.ignored)
        at = now or this_moment()
        home = import_home(tx, book.sheets["mission_locale"], reports["mission_locale"], at)
        if home is None:
            _need_nothing_else(book)
            return reports
        known = Known(tx, home, at)
        for name, work in TABLES.items():
            if name in book.sheets:
                work(known, book.sheets[name], reports[name])
        import_motives(known, book.sheets.get("motives"), reports["motives"])
        return reports


def import_table(
    tx: Tx, path: Path, table: str, slug: str, read: Read = _silent, now: datetime | None = None
) -> Reports:
    """One table (a key of TABLES) of the mission locale of this slug. Raises TableRefused."""
    known = Known(tx, home_of(tx, slug), now or this_moment())
    report = Report()
    with open_sheet(path, table, read) as sheet:
        TABLES[table](known, sheet, report)
    return {table: report}


def _need_all(book: Book) -> None:
    wanted = ("mission_locale", *TABLES)
    if missing := [name for name in wanted if name not in book.sheets and name not in OPTIONAL]:
        beside = f" (not known: {', '.join(book.ignored)})" if book.ignored else ""
        expected = ", ".join(wanted)
        raise TableRefused(f"{book.name}: expected the tables {expected}; without {missing[0]}{beside}")


def _need_nothing_else(book: Book) -> None:
    """Without a mission locale all other tables are empty, as in a template. Raises TableRefused."""
    for sheet in book.sheets.values():
        if next(sheet.rows(), None) is not None:
            where = book.sheets["mission_locale"].name
            raise TableRefused(f"{where}, line 2: expected the line of the mission locale")
