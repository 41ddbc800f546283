"""`passerelle import …`: tables of the country, from files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from backend.db import Database, Tx

app = typer.Typer(
    no_args_is_help=True, help="Import tables: the national list of missions locales, their coverage."
)
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would change, and change nothing.")]
File = Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True)]


class _Undone(Exception):
    """A dry run: everything is undone."""


@app.command("missions-locales")
def missions_locales(file: File, dry_run: DryRun = False) -> None:
    """The national list: code_structure_milo, nom_officiel, nom_usuel, departement, … separated by commas."""
    from backend.places.importing import import_listed

    _run(import_listed, file, dry_run)


@app.command("coverage")
def coverage(file: File, dry_run: DryRun = False) -> None:
    """Commune -> mission locale: Code INSEE, Code ML, … separated by semicolons."""
    from backend.places.importing import import_coverage

    _run(import_coverage, file, dry_run)


def _run(work: Callable[..., Any], file: Path, dry_run: bool) -> None:
    from backend.places.importing import ImportRefused
    from bot.starting import house_or_stop, settings_or_stop, stop

    db = house_or_stop(settings_or_stop()).db
    try:
        report = _in_one(db, work, file, dry_run)
    except ImportRefused as error:
        stop(str(error))
    for line in report.refused:
        print(f"refused: {line}")
    done = "would be " if dry_run else ""
    counts = f"{report.new} {done}new, {report.changed} {done}changed, {report.unchanged} unchanged"
    print(f"{counts}, {len(report.refused)} refused")


def _in_one(db: Database, work: Callable[..., Any], file: Path, dry_run: bool) -> Any:
    """All of it or nothing, with a bar where somebody looks."""
    report: Any = None
    try:
        with typer.progressbar(length=file.stat().st_size, label=file.name) as bar, db.transaction() as tx:
            report = work(tx, file, bar.update)
            _undo(tx, dry_run)
    except _Undone:
        pass
    return report


def _undo(tx: Tx, dry_run: bool) -> None:
    tx.flush()
    if dry_run:
        raise _Undone
