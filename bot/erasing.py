"""`passerelle erasures …`: after a back-up was restored, who was erased since is erased again."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.starting import house_or_stop, settings_or_stop, stop

app = typer.Typer(no_args_is_help=True, help="Who was erased, as it stands outside the database.")


@app.callback()
def erasures() -> None:
    """One command today; named, so that others may stand beside it."""


@app.command()
def apply(
    journals: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[JOURNAL]...", help="Journals of all machines; else PASSERELLE_ERASURES."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only count.")] = False,
) -> None:
    """Erase again, in a database restored from a back-up, whoever was erased since. Before anything else is started."""
    from backend.people.gone import NoJournal, read_journals  # noqa: PLC0415  # paid for by who restores
    from backend.people.restoring import erase_again, to_erase  # noqa: PLC0415  # paid for by who restores

    settings = settings_or_stop()
    try:
        gone = read_journals(journals or [settings.journal_of_erasures])
    except NoJournal as error:
        stop(f"PASSERELLE_ERASURES: {error}")
    db = house_or_stop(settings).db
    if dry_run:
        typer.echo(
            f"{len(gone.erased)} erasures are written down; {len(to_erase(db, gone))} would be erased again."
        )
        return
    done = erase_again(db, gone)
    typer.echo(
        f"{len(gone.erased)} erasures are written down; {done} were erased again, {len(to_erase(db, gone))} are left."
    )
