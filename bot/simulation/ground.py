"""Where a simulated day takes place: a database that is empty, or that an earlier simulated day has filled."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from pydantic import SecretStr, ValidationError
from sqlalchemy import delete, inspect
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError
from sqlmodel import col, select

from backend.audit.purging import JOURNAL, end_journal
from backend.audit.signing import SIGNET, Signet
from backend.copying import holds_rows, tables
from backend.db import Database, connect
from backend.migrations import upgrade
from backend.models import Conversation
from backend.places.models import MissionLocale
from backend.settings import Settings
from bot.simulation.characters import FIRST_ADDRESS
from bot.simulation.country import Structure
from bot.simulation.furnishing import SLUG, furnish
from bot.simulation.wire import TOKEN

SECRET = SecretStr("simulated, signs nothing that matters")
EXPECTED = "expected an empty database, or one that `passerelle simulate` has filled"


class NotOurs(Exception):
    """The database may hold somebody's real words: the message says what is expected."""


@contextmanager
def address_or_temporary(url: str | None) -> Iterator[str]:
    """The address given, else a file that is gone afterwards. Raises NotOurs."""
    if url:
        _check(url)
        yield url
        return
    with tempfile.TemporaryDirectory(prefix="passerelle-simulate-") as folder:
        yield f"sqlite:///{folder}/day.db"


def _check(url: str) -> None:
    try:
        settings_for(url)
    except ValidationError:
        raise NotOurs("expected sqlite:///path or postgresql://user:password@host/name") from None
    if _same(url, os.environ.get("PASSERELLE_DATABASE_URL") or Settings.model_fields["database_url"].default):
        raise NotOurs(f"it is PASSERELLE_DATABASE_URL, where the real words are; {EXPECTED}")


def _same(one: str, other: str) -> bool:
    try:
        a, b = make_url(one), make_url(other)
    except Exception:  # noqa: BLE001  # a wrong address is nobody's
        return False
    if a.get_backend_name() == b.get_backend_name() == "sqlite":
        return Path(a.database or "").resolve() == Path(b.database or "").resolve()
    return (a.host, a.port, a.database) == (b.host, b.port, b.database)


def settings_for(url: str, api: str = "") -> Settings:
    """Settings of a simulated deployment: nothing of the environment's leads to real people."""
    return Settings(
        _env_file=None,
        host="127.0.0.1",
        public_url="",
        database_url=url,
        telegram_token=SecretStr(TOKEN),
        telegram_api=api,
        telegram_name="passerelle_bot",
        secret_key=SECRET,
        encryption_key=SecretStr("simulated, seals nothing that matters at all"),
        smtp_url=SecretStr(""),
        home_team="",
    )


def connected(url: str) -> Database:
    """The database as every process of the day works with it."""
    return replace(connect(url), info={SIGNET: Signet(SECRET.get_secret_value().encode())})


def opened(url: str, structures: tuple[Structure, ...]) -> Database:
    """The database, up to date, empty but for the made-up country. Raises NotOurs."""
    try:
        db = connected(url)
        before = set(inspect(db.engine).get_table_names())
    except DBAPIError:
        raise NotOurs(
            "it cannot be opened; expected a database that is running and may be written to"
        ) from None
    known = {table.name for table in tables()}
    if before - known - {"alembic_version", "sqlite_sequence"}:
        raise NotOurs(f"it holds tables of something else; {EXPECTED}")
    if before:
        _ours_or_stop(db, before)
    upgrade(db)
    with db.transaction() as tx:
        end_journal(tx)
        for table in reversed(tables()):
            if table.name not in JOURNAL:
                tx.execute(delete(table))
        furnish(tx, db, structures)
    return db


def _ours_or_stop(db: Database, before: set[str]) -> None:
    """Empty, or every mission locale and every conversation is simulated."""
    with db.reading() as tx:
        if not any(holds_rows(tx, table) for table in tables() if table.name in before):
            return
        slugs = tx.exec(select(MissionLocale.slug)).all()
        addresses = tx.exec(select(Conversation.address).where(col(Conversation.channel) == "telegram")).all()
    real = [slug for slug in slugs if not slug.startswith(SLUG)]
    if real or not slugs or any(not _simulated(address) for address in addresses):
        raise NotOurs(f"it holds what is not simulated; {EXPECTED}")


def _simulated(address: str) -> bool:
    return address.isdecimal() and FIRST_ADDRESS < int(address) < 2 * FIRST_ADDRESS
