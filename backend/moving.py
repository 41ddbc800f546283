"""Leaving one database for another: SQLite for PostgreSQL, and back. All of it arrives, or nothing does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import DatabaseError

from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import Table, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from backend.copying import (
    Tally,
    Watcher,
    copy,
    go_on_after,
    holds_rows,
    is_numbered,
    last_id,
    tables,
    tally_of,
)
from backend.db import Database, Tx, connect
from backend.migrations import configuration, upgrade

VERSIONS = "alembic_version"
DRIVERS = {
    "sqlite": "sqlite",
    "sqlite+pysqlite": "sqlite",
    "postgresql": "postgresql",
    "postgresql+psycopg": "postgresql",
}


class CannotMove(Exception):
    """Nothing was moved; the message says why, and what to do. It never repeats an address or a word of anyone."""


@dataclass(frozen=True)
class Moved:
    """A table that arrived, counted on the other side."""

    name: str
    tally: Tally


def move(source_url: str, target_url: str, watch: Watcher) -> list[Moved]:
    """Copy everything, and count it there before it is kept. The source stays as it is. Raises CannotMove."""
    if _place(source_url, "FROM") == _place(target_url, "TO"):
        raise CannotMove("FROM and TO are the same database")
    with _opened(source_url, "FROM") as source, _opened(target_url, "TO") as target:
        check_source(source)
        check_target(target)
        return _copy_all(source, target, watch)


def _place(url: str, which: str) -> tuple[str, ...]:
    """What tells one database from another. Raises CannotMove."""
    try:
        parsed = make_url(url)
        kind = DRIVERS.get(parsed.drivername)
    except (ArgumentError, ValueError):
        kind = None
    if kind is None or not parsed.database or parsed.database == ":memory:":
        raise CannotMove(f"{which}: expected sqlite:///path or postgresql://user:password@host/name")
    if kind == "sqlite":
        path = Path(parsed.database).resolve()
        if which == "FROM" and not path.is_file():
            raise CannotMove("FROM: there is no such file")
        return kind, str(path)
    host = str(parsed.query.get("host", parsed.host or ""))
    return kind, host, str(parsed.port or 5432), parsed.database


@contextmanager
def _opened(url: str, which: str) -> Iterator[Database]:
    """A database that answers. Raises CannotMove."""
    try:
        db = connect(url)
    except OSError as error:
        raise CannotMove(f"{which}: it cannot be opened ({type(error).__name__})") from None
    try:
        with db.reading() as tx:
            tx.connection().execute(text("SELECT 1"))
        yield db
    except (DBAPIError, DatabaseError) as error:
        raise CannotMove(f"{which}: it cannot be opened or read ({_kind(error)})") from None
    finally:
        db.close()


def _kind(error: Exception) -> str:
    """What failed, without the words that may stand in its message."""
    return type(getattr(error, "orig", error)).__name__


def check_source(db: Database) -> None:
    """It must be of this very version, and nobody may be using it. Raises CannotMove."""
    script = ScriptDirectory.from_config(configuration(db))
    found, newest = _version(db), script.get_current_head()
    if found is None:
        raise CannotMove("FROM: this is no database of Passerelle")
    if found != newest:
        known = found in {one.revision for one in script.walk_revisions()}
        how = (
            "run `passerelle upgrade` on it first, with PASSERELLE_DATABASE_URL set to it"
            if known
            else "move it with the version of Passerelle that made it"
        )
        raise CannotMove(f"FROM is at version {found}, and this Passerelle is at {newest}: {how}")


def _version(db: Database) -> str | None:
    with db.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def check_target(db: Database) -> None:
    """It must be empty; it is brought up to date. Raises CannotMove."""
    there, ours = set(inspect(db.engine).get_table_names()), tables()
    if strangers := there - {table.name for table in ours} - {VERSIONS}:
        raise CannotMove(f"TO is not empty: it has other tables ({', '.join(sorted(strangers)[:5])})")
    with db.reading() as tx:
        full = [table.name for table in ours if table.name in there and holds_rows(tx, table)]
    if full:
        raise CannotMove(f"TO is not empty: there are rows in {', '.join(full[:5])}")
    try:
        upgrade(db)
    except CommandError:
        raise CannotMove("TO was made by another version of Passerelle: use a new database") from None


def _copy_all(source: Database, target: Database, watch: Watcher) -> list[Moved]:
    before = source.pulse() if source.is_sqlite else ""
    with _snapshot(source) as old, target.transaction() as new:
        read = [(table, _copied(old, new, table, watch)) for table in tables()]
        for table, _ in read:
            if is_numbered(table):
                go_on_after(target, new, table, last_id(source, old, table))
        moved = _verified(new, read)
        if source.is_sqlite and source.pulse() != before:
            raise CannotMove("FROM was written to meanwhile: stop Passerelle, then move. TO is left empty")
    return moved


@contextmanager
def _snapshot(db: Database) -> Iterator[Tx]:
    """All that is read is of one moment, however long it takes. Raises CannotMove if others are at work there."""
    with db.reading() as tx:
        if not db.is_sqlite:
            connection = tx.connection()
            connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"))
            if connection.execute(text(_OTHERS)).scalar():
                raise CannotMove("FROM is in use by another process: stop Passerelle, then move")
        yield tx


_OTHERS = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()
    AND backend_type = 'client backend'
"""


def _copied(old: Tx, new: Tx, table: Table, watch: Watcher) -> Tally:
    try:
        return copy(old, new, table, watch)
    except Exception as error:  # noqa: BLE001  # whatever the driver says may repeat a row
        raise CannotMove(
            f"a row of {table.name} cannot be stored in TO ({_kind(error)}). TO is left empty"
        ) from None


def _verified(new: Tx, read: Sequence[tuple[Table, Tally]]) -> list[Moved]:
    """Read again on the other side, before it is kept."""
    moved = []
    for table, tally in read:
        if tally_of(new, table) != tally:
            raise CannotMove(f"{table.name} did not arrive as it was. TO is left empty")
        moved.append(Moved(table.name, tally))
    return moved
