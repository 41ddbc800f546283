"""`passerelle understand` and `passerelle evaluate`: what messages ask for, a file of them at a time."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.starting import stop

Messages = Annotated[Path, typer.Option("--in", help="A CSV file with a column named text.")]
Understood = Annotated[Path, typer.Option("--out", help="The same rows with what was understood.")]
Needs = Annotated[Path | None, typer.Option(help="A CSV file: text, needs, intents.")]
Danger = Annotated[Path | None, typer.Option(help="A CSV file: text, danger, danger_kind.")]


def understand(source: Messages, target: Understood) -> None:
    """Needs, intents and danger in the texts of a CSV file.

    Adds the columns needs, intents, danger, danger_kind, language, because; where the file has one of these names
    already, it stays and ours is understood_needs and so on.
    """
    from content.rows_of_texts import BadRows  # noqa: PLC0415  # only who asks pays for the lexicons
    from content.understood_rows import understand_all  # noqa: PLC0415

    try:
        counts = understand_all(source, target)
    except BadRows as error:
        stop(str(error))
    typer.echo(f"{counts['messages']} messages, {counts['danger']} with danger", err=True)


def evaluate(needs: Needs = None, danger: Danger = None) -> None:
    """How well files of messages with their right labels are understood: precision, recall, F1, confusions."""
    from content.rows_of_texts import BadRows  # noqa: PLC0415
    from content.understood_rows import evaluated  # noqa: PLC0415

    if needs is None and danger is None:
        stop("evaluate: expected --needs FILE, --danger FILE or both")
    try:
        for line in evaluated(needs, danger):
            typer.echo(line)
    except BadRows as error:
        stop(str(error))
