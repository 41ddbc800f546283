"""`passerelle encryption`: words in the database sealed, sealed anew, or opened, while the product runs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import typer

from bot.starting import database_or_stop, settings_or_stop, stop

if TYPE_CHECKING:
    from collections import Counter

    from backend.db import Database
    from backend.sealing.converting import Watcher
    from backend.sealing.ring import Ring
    from backend.settings import Settings

    Doing = Callable[[Database, Ring, Watcher], Counter[str]]

app = typer.Typer(no_args_is_help=True, help="Words in the database, sealed with a key outside it.")
TO_SEAL = "PASSERELLE_ENCRYPT: expected 1, so that new words are sealed too"
TO_OPEN = "PASSERELLE_ENCRYPT: expected 0, or new words would be sealed again"


@app.command()
def status() -> None:
    """How much is sealed, with which keys, and how much is in clear. Changes nothing."""
    from backend.sealing.converting import census  # noqa: PLC0415  # a command pays only for what it imports

    settings = settings_or_stop()
    with _opened(settings) as db:
        found = census(db, settings.ring)
    first = settings.ring.first if settings.ring else None
    for name, values in sorted(found.items()):
        typer.echo(f"{name:<16} {values:>12,} values{' (now)' if first and first.name == name else ''}")


@app.command()
def seal() -> None:
    """Seal what is in clear, with the key that PASSERELLE_ENCRYPTION_KEY holds now."""
    from backend.sealing import converting  # noqa: PLC0415

    _do(converting.seal, "sealed", sealing=True)


@app.command()
def rotate() -> None:
    """Seal with the key of now what former keys had sealed: words, if they are sealed, and second factors."""
    from backend.sealing import converting  # noqa: PLC0415
    from backend.sealing.factors import renew_factors  # noqa: PLC0415

    settings = settings_or_stop()
    with _opened(settings) as db, db.transaction() as tx:
        factors = renew_factors(tx)
    if settings.encrypt is not None:
        _do(converting.rotate, "sealed anew", sealing=True)
    typer.echo(
        f"{factors:,} second factors sealed anew. Files and links that wait do so for two days at most."
    )


@app.command("open")
def unseal() -> None:
    """Write everything in clear again."""
    from backend.sealing import converting  # noqa: PLC0415

    _do(converting.unseal, "in clear again", sealing=False)


def _do(work: Doing, done: str, *, sealing: bool) -> None:
    from backend.sealing.converting import Held  # noqa: PLC0415
    from backend.sealing.ring import Unopenable  # noqa: PLC0415

    settings = settings_or_stop()
    if settings.encrypt is not sealing:
        stop(TO_SEAL if sealing else TO_OPEN)
    with _opened(settings) as db:
        try:
            changed = work(db, _ring(settings), _show_progress)
        except (Held, Unopenable) as error:
            stop(str(error))
    for table, rows in sorted(changed.items()):
        typer.echo(f"{table:<20} {rows:>12,}")
    typer.echo(f"{changed.total():,} rows {done}; all were read again.")


def _ring(settings: Settings) -> Ring:
    if settings.ring is None:
        stop("PASSERELLE_ENCRYPTION_KEYS_OLD: expected the keys with which words are sealed")
    return settings.ring


@contextmanager
def _opened(settings: Settings) -> Iterator[Database]:
    """The database, with keys that fit it."""
    from backend.attachments.sealing import VAULT, Vault  # noqa: PLC0415
    from backend.db import connect  # noqa: PLC0415
    from backend.migrations import upgrade  # noqa: PLC0415
    from backend.sealing.keys import begin_sealing, check_keys  # noqa: PLC0415
    from backend.settings import BadSettings  # noqa: PLC0415

    with database_or_stop():
        vault = Vault(settings.sealing_secret, *(key.encode() for key in settings.old_keys))
        db = replace(connect(settings.database_url, settings.ring), info={VAULT: vault})
        try:
            check_keys(db, settings)
            upgrade(db)
            with db.transaction() as tx:
                begin_sealing(tx, settings.ring)
            yield db
        except BadSettings as error:
            stop(str(error))
        finally:
            db.close()


def _show_progress(table: str, rows: int) -> None:
    if sys.stderr.isatty():
        typer.echo(f"\r{table}: {rows} more rows\033[K\r", err=True, nl=False)
