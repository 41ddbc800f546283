"""`passerelle export …`: what this deployment knows, for the directories of others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

app = typer.Typer(no_args_is_help=True, help="Export our sites for the directories of others.")
OUT = {"dir_okay": False, "writable": True}


@app.callback()
def exports() -> None:
    """One command today; named, so that others may stand beside it."""


@app.command("data-inclusion")
def data_inclusion(
    structures: Annotated[Path, typer.Option("--structures", help="The JSON file to write.", **OUT)],
    services: Annotated[Path, typer.Option("--services", help="The JSON file to write.", **OUT)],
    mission_locale: Annotated[str, typer.Option("--mission-locale", help="Only this one (its id).")] = "",
    with_examples: Annotated[bool, typer.Option("--with-examples", help="Made-up sites too.")] = False,
) -> None:
    """Our open sites as data·inclusion v1: a structure and a service each."""
    from backend.audit.commands import COMMAND_LINE, record
    from backend.db import now  # paid for by who exports
    from backend.partners.exporting import published_sites
    from bot.starting import house_or_stop, settings_or_stop

    house = house_or_stop(settings_or_stop())
    with house.db.transaction() as tx:
        done = published_sites(tx, now(), mission_locale or None, examples=with_examples)
        record(tx, house.script, COMMAND_LINE, "exported_sites")
    _write(structures, done.structures)
    _write(services, done.services)
    for line in done.left_out:
        typer.echo(f"left out: {line}")
    typer.echo(
        f"{len(done.structures)} structures, {len(done.services)} services, {len(done.left_out)} left out"
    )


def _write(file: Path, rows: list[dict[str, Any]]) -> None:
    """The whole file or none: it is written beside, then takes its place."""
    beside = file.with_name(f"{file.name}.part")
    beside.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    beside.replace(file)
