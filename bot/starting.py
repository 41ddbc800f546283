"""What every command begins with: settings, the house, and a clear word when one of them is wrong."""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

import typer

from backend.settings import BadSettings, Settings, load_settings

if TYPE_CHECKING:
    from bot.house import House


RARELY = 50_000
"""What is read and imported stays. Looking through all of it again and again took a quarter of every start."""


def look_through_rarely() -> None:
    """What is not used any more is looked for now and then only."""
    gc.set_threshold(RARELY)


def settle_in() -> None:
    """Read what somebody's first words would wait for. All that is there by now stays, and is not looked at again."""
    from content.communes import load_communes

    load_communes()
    gc.collect()
    gc.freeze()


def settings_or_stop() -> Settings:
    """The settings; a wrong one stops the command with its name and what is expected."""
    look_through_rarely()
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    try:
        return load_settings()
    except BadSettings as error:
        stop(str(error))


def house_or_stop(settings: Settings) -> House:
    """Everything that a process shares; a database or a content file that is wrong stops the command."""
    from bot.house import open_house

    try:
        with database_or_stop():
            return open_house(settings)
    except BadSettings as error:
        stop(str(error))
    except (ValueError, LookupError, FileNotFoundError) as error:
        stop(f"content: {error}")


def several_or_stop(many: int, settings: Settings) -> None:
    """Whether these settings allow so many processes."""
    if settings.is_sqlite:
        stop(
            f"PASSERELLE_DATABASE_URL: --workers {many} needs postgresql://user:password@host/name, "
            "because SQLite has one writer (docs/operate.md says how to move)"
        )
    if settings.uses_desk:
        stop(f"PASSERELLE_TELEGRAM_TOKEN: --workers {many} needs it, the desk Telegram lives in one process")


@contextmanager
def database_or_stop() -> Iterator[None]:
    from alembic.util.exc import CommandError
    from sqlalchemy.exc import DBAPIError

    try:
        yield
    except DBAPIError as error:
        expected = "expected a database that is running and may be written to"
        stop(f"PASSERELLE_DATABASE_URL: it cannot be opened ({type(error.orig).__name__}); {expected}")
    except CommandError:
        stop("PASSERELLE_DATABASE_URL: another version of Passerelle made it; expected this one or an older")


def stop(why: str) -> NoReturn:
    print(f"passerelle: {why}", file=sys.stderr)
    raise typer.Exit(2)
