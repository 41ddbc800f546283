"""The command line: `run`, `serve`, `bot`, `upgrade`, `move-database`, `where`, `understand`, `import`…"""

from __future__ import annotations

import asyncio
import os
import socket
import sys
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from backend.settings import Settings
from bot import (
    auditing,
    encryption,
    erasing,
    exporting,
    importing,
    loop,
    purging,
    simulating,
    staff_cli,
    understand_cli,
)
from bot.starting import database_or_stop, house_or_stop, settings_or_stop, several_or_stop, stop

if TYPE_CHECKING:
    from bot.house import House

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
app.add_typer(staff_cli.user, name="user")
app.add_typer(importing.app, name="import")
app.add_typer(exporting.app, name="export")
app.add_typer(erasing.app, name="erasures")
app.add_typer(auditing.app, name="audit")
app.add_typer(encryption.app, name="encryption")
app.command()(simulating.simulate)
app.command()(purging.purge)
app.command()(understand_cli.understand)
app.command()(understand_cli.evaluate)


Many = Annotated[
    int,
    typer.Option(min=1, max=64, help="So many processes serve the pages; more than one needs PostgreSQL."),
]


@app.command()
def run(workers: Many = 1) -> None:
    """Everything: pages, bot, reminders, and the desk Telegram if no token is set."""
    settings = settings_or_stop()
    if workers > 1:
        _run_several(workers, settings)
        return
    house = house_or_stop(settings)
    from bot.run import run as run_house

    _until_stopped(run_house(house, told=lambda: welcome(house)), house.settings)


def _run_several(many: int, settings: Settings) -> None:
    several_or_stop(many, settings)
    from bot.listening import listen
    from bot.workers import keep

    with _port_or_stop(settings):
        port = listen(settings)
    raise typer.Exit(asyncio.run(keep(many, port)))


@app.command(hidden=True)
def worker(
    port: int, line: int, first: bool = False, greet: Annotated[bool, typer.Option("--welcome")] = False
) -> None:
    """One of several processes; `passerelle run --workers N` starts it, with what it has opened."""
    house = house_or_stop(settings_or_stop())
    from bot.listening import Lifeline
    from bot.run import run_first, run_other

    taken, wire = socket.socket(fileno=port), Lifeline(socket.socket(fileno=line))
    told = (lambda: welcome(house)) if greet else None
    _until_stopped(
        run_first(house, taken, wire, told=told) if first else run_other(house, taken, wire), house.settings
    )


@app.command()
def serve() -> None:
    """The pages only."""
    house = house_or_stop(settings_or_stop())
    from bot.run import run_pages

    _until_stopped(run_pages(house), house.settings)


@app.command()
def bot() -> None:
    """The bot only: receiving, sending, reminders."""
    house = house_or_stop(settings_or_stop())
    from bot.run import run_bot

    _until_stopped(run_bot(house), house.settings)


def _until_stopped(work: Coroutine[Any, Any, None], settings: Settings) -> None:
    """All is settled when `work` ends: taking 300 MB of objects apart after that would take seconds."""
    with _port_or_stop(settings):
        loop.run(work)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


@contextmanager
def _port_or_stop(settings: Settings) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        stop(f"PASSERELLE_PORT: {settings.host}:{settings.port} cannot be used ({error.strerror})")


def welcome(house: House) -> None:
    """Where to click, and who can sign in."""
    from bot.demo import sign_ins

    base = house.settings.base_url
    print(f"Passerelle is running. Stop with Ctrl-C.\n  Pages      {base}/connexion")
    if house.settings.uses_desk:
        print(f"  Phones     {base}/desk")
    if not house.settings.smtp_url.get_secret_value():
        print("  Mail       none leaves: PASSERELLE_SMTP_URL is not set")
    for line in sign_ins(house):
        print(line)
    sys.stdout.flush()


@app.command()
def upgrade() -> None:
    """Bring the database up to date."""
    settings = settings_or_stop()
    from backend.db import connect
    from backend.migrations import upgrade as upgrade_database

    with database_or_stop():
        upgrade_database(connect(settings.database_url))
    print("The database is up to date.")


@app.command("move-database")
def move_database(
    source: Annotated[str, typer.Argument(metavar="FROM", help="sqlite:///path or postgresql://…")],
    target: Annotated[str, typer.Argument(metavar="TO", help="An empty database.")],
) -> None:
    """Copy everything to another database, count it there, and leave the first as it is."""
    from backend.moving import CannotMove, move

    try:
        moved = move(source, target, _show_progress)
    except CannotMove as error:
        stop(str(error))
    for one in moved:
        print(f"{one.name:<20} {one.tally.rows:>12,} {one.tally.checksum:>17x}")
    print(
        f"{sum(one.tally.rows for one in moved):,} rows arrived, each read again. Now set PASSERELLE_DATABASE_URL."
    )
    print(auditing.after_move(target))


def _show_progress(table: str, rows: int) -> None:
    if sys.stderr.isatty():
        typer.echo(f"\r{table}: {rows} more rows\033[K\r", err=True, nl=False)


@app.command()
def where(
    source: Annotated[Path, typer.Option("--in", help="A CSV file with a column named text.")],
    target: Annotated[Path, typer.Option("--out", help="The same rows with what was found.")],
    near: Annotated[str | None, typer.Option(help="INSEE code of the middle of a territory.")] = None,
) -> None:
    """Find the communes that the texts of a CSV file mean."""
    from content.where import BadTable, find_all

    try:
        counts = find_all(source, target, near)
    except BadTable as error:
        stop(str(error))
    print(", ".join(f"{count} {verdict}" for verdict, count in counts.items()))
