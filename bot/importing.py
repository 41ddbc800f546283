"""`passerelle import …`: tables of the country, from files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from bot import import_partners, import_sheets
from bot.import_run import in_one

app = typer.Typer(
    no_args_is_help=True,
    help="Import tables: a mission locale from spreadsheets, the national list, its coverage.",
)
import_sheets.register(app)
import_partners.register(app)
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would change, and change nothing.")]
File = Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True)]


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
        report = in_one(db, work, file, dry_run, file.stat().st_size)
    except ImportRefused as error:
        stop(str(error))
    for line in report.refused:
        print(f"refused: {line}")
    done = "would be " if dry_run else ""
    counts = f"{report.new} {done}new, {report.changed} {done}changed, {report.unchanged} unchanged"
    print(f"{counts}, {len(report.refused)} refused")
