"""`passerelle import data-inclusion|dila`: partners, from the directories of others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.import_run import in_one

if TYPE_CHECKING:
    from backend.partners.report import Report

DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would change, and change nothing.")]
FILE = {"exists": True, "dir_okay": False, "readable": True}
Structures = Annotated[
    Path, typer.Option("--structures", help="JSON (a list, or a line each) or CSV.", **FILE)
]
Services = Annotated[Path, typer.Option("--services", help="JSON (a list, or a line each) or CSV.", **FILE)]
Departements = Annotated[str, typer.Option("--departement", help="Only these, such as 58,63.")]
Extract = Annotated[
    bool, typer.Option("--extract", help="The files are a part: what they do not name is not gone.")
]
File = Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True)]


def register(app: typer.Typer) -> None:
    """Add these commands to `passerelle import`."""
    app.command("data-inclusion")(data_inclusion)
    app.command("dila")(dila)


def data_inclusion(
    structures: Structures,
    services: Services,
    departement: Departements = "",
    extract: Extract = False,
    dry_run: DryRun = False,
) -> None:
    """Structures and services of data·inclusion v1, as partners named to young people."""
    from backend.partners.importing import import_data_inclusion  # paid for by who imports

    def work(tx: Any, path: Path, read: Callable[[int], None]) -> tuple[Report, ...]:
        return import_data_inclusion(tx, path, services, read, _codes(departement), extract=extract)

    size = structures.stat().st_size + services.stat().st_size
    _run(work, structures, size, ("structures", "services"), dry_run)


def dila(file: File, departement: Departements = "", dry_run: DryRun = False) -> None:
    """The directory of public services of the DILA: the types that help young people."""
    from backend.partners.annuaire import import_annuaire

    def work(tx: Any, path: Path, read: Callable[[int], None]) -> tuple[Report, ...]:
        return (import_annuaire(tx, path, read, _codes(departement)),)

    _run(work, file, file.stat().st_size, ("organisations",), dry_run)


def _codes(written: str) -> tuple[str, ...]:
    """The départements named; one that does not exist stops the command."""
    from bot.starting import stop
    from content.communes import load_communes

    codes = tuple(code.strip().upper() for code in written.split(",") if code.strip())
    known = {c.departement for c in load_communes().all}
    if strange := [code for code in codes if code not in known]:
        stop(f"--departement: expected codes such as 58,2A,971, got {strange[0]!r}")
    return codes


def _run(work: Callable[..., Any], path: Path, size: int, names: tuple[str, ...], dry_run: bool) -> None:
    from backend.partners.report import ImportRefused
    from bot.starting import house_or_stop, settings_or_stop, stop

    db = house_or_stop(settings_or_stop()).db
    try:
        reports = in_one(db, work, path, dry_run, size)
    except ImportRefused as error:
        stop(str(error))
    for name, report in zip(names, reports, strict=True):
        _tell(name, report, dry_run)


def _tell(name: str, report: Report, dry_run: bool) -> None:
    for line in report.told:
        typer.echo(line)
    if (untold := report.refused + report.dropped - len(report.told)) > 0:
        typer.echo(f"… and {untold} more")
    done = "would be " if dry_run else ""
    typer.echo(
        f"{name}: {report.new} {done}new, {report.changed} {done}changed, {report.unchanged} unchanged, "
        f"{report.gone} {done}gone, {report.refused} refused, {report.dropped} values dropped, "
        f"{report.passed} passed over"
    )
