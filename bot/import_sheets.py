"""`passerelle import territory|sites|staff|openings|exceptions`: a mission locale from an operator's spreadsheets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.import_run import in_one

if TYPE_CHECKING:
    from backend.places.report import Report

DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would change, and change nothing.")]
FileOrFolder = Annotated[Path, typer.Argument(exists=True, readable=True)]
File = Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True)]
Home = Annotated[str, typer.Option("--mission-locale", help="Its id, as in its territory.")]
SHOWN = 20
"""Changes, and what a file leaves out, that are named; refused lines are named all."""
SOME_REFUSED = 1


def register(app: typer.Typer) -> None:
    """Add these commands to `passerelle import`."""
    app.command("territory")(territory)
    app.command("template")(template)
    for table in ("sites", "staff", "openings", "exceptions"):
        app.command(table, help=f"The table of {table} of one mission locale, from CSV or XLSX.")(_one(table))


def territory(path: FileOrFolder, dry_run: DryRun = False) -> None:
    """A whole mission locale: a workbook, or a folder of CSV files (see `import template`)."""
    from backend.places.sheets.territory import import_territory  # paid for by who imports

    _run(import_territory, path, dry_run)


def template(file: Annotated[Path, typer.Argument(dir_okay=False)]) -> None:
    """Write an empty workbook to fill in."""
    from bot.starting import stop
    from content.sheet_template import write_template

    if file.suffix != ".xlsx" or file.exists():
        stop(f"{file.name}: expected a name that ends in .xlsx and is not there yet")
    write_template(file)
    typer.echo(f"{file}: fill it in, then passerelle import territory {file} --dry-run")


def _one(table: str) -> Callable[..., None]:
    def command(file: File, mission_locale: Home, dry_run: DryRun = False) -> None:
        from backend.places.sheets.territory import import_table

        _run(lambda tx, path, read: import_table(tx, path, table, mission_locale, read), file, dry_run)

    return command


def _run(work: Callable[..., Any], path: Path, dry_run: bool) -> None:
    """Exit code 0 if nothing was refused, 1 if lines were, 2 if the file cannot be used."""
    from bot.starting import house_or_stop, settings_or_stop, stop
    from content.sheets import size_of
    from content.tables import TableRefused

    db = house_or_stop(settings_or_stop()).db
    try:
        reports = in_one(db, work, path, dry_run, size_of(path))
    except TableRefused as error:
        stop(str(error))
    tell(reports, dry_run)
    if any(report.refused for report in reports.values()):
        raise typer.Exit(SOME_REFUSED)


def tell(reports: Mapping[str, Report], dry_run: bool) -> None:
    """A line a table, after what is worth a line of its own."""
    for name, report in reports.items():
        _list("refused", report.refused, len(report.refused))
        _list("changed", report.changes, SHOWN)
        _list(f"{name} not in the file, left as they are", report.left, SHOWN)
        _list("not read", report.ignored, SHOWN)
    done = "would be " if dry_run else ""
    for name, one in reports.items():
        counts = f"{one.new} {done}new, {one.changed} {done}changed, {one.unchanged} unchanged"
        typer.echo(f"{name}: {counts}, {len(one.refused)} refused")


def _list(what: str, lines: list[str], most: int) -> None:
    for line in lines[:most]:
        typer.echo(f"{what}: {line}")
    if len(lines) > most:
        typer.echo(f"{what}: and {len(lines) - most} more")
