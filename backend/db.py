"""The only module that knows which database it is talking to."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from sqlalchemy import JSON, Engine, Index, create_engine, event, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, SQLModel

from backend.resting import ask_rested
from backend.utc import Utc

if TYPE_CHECKING:
    from backend.sealing.ring import Ring

__all__ = ["Utc"]  # handed on; all else is made here

Tx: TypeAlias = Session
T = TypeVar("T")
Json = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
TRIES = 5
SILENT = {"connect_timeout": "10", "tcp_user_timeout": "30000"}  # s, ms: a server that says nothing is away
SILENT |= {"keepalives_idle": "10", "keepalives_interval": "5", "keepalives_count": "4"}  # or we listen
RETRIED = {"40001", "40P01"}  # serialization failure, deadlock: the whole transaction is to be tried again

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
"""Constraints have names, so that later migrations can speak of them."""


def part_index(name: str, *columns: str, where: str) -> Index:
    """An index of some rows only: what is settled costs nothing, however much of it there is.

    `where` names no value that a statement binds: neither engine would know then that the index will do.
    """
    return Index(name, *columns, sqlite_where=text(where), postgresql_where=text(where))


@dataclass(frozen=True)
class Database:
    """One engine. On SQLite all writers queue on one lock, which is fair; readers never wait."""

    engine: Engine
    reader: Engine
    writer: Any
    info: Mapping[str, Any] = field(default_factory=dict)
    """What the settings say to those who work in a transaction (`tx.info`)."""
    kept: list[Any] = field(default_factory=list)  # the connection on which SQLite's pulse is felt

    @contextmanager
    def transaction(self) -> Iterator[Tx]:
        """Everything inside happens, or nothing does. Nobody else commits."""
        with self.writer, self._session(self.engine) as tx, tx.begin():
            yield tx

    @contextmanager
    def reading(self) -> Iterator[Tx]:
        """For pages: sees one moment, changes nothing, blocks nobody."""
        with self._session(self.reader) as tx, tx.begin():
            yield tx

    def _session(self, engine: Engine) -> Session:
        return Session(engine, expire_on_commit=False, info=dict(self.info))

    def retrying(self, work: Callable[[Tx], T]) -> T:
        """Run `work` in a transaction of its own, again if the database asks for it."""
        for left in reversed(range(TRIES)):
            try:
                with self.transaction() as tx:
                    return work(tx)
            except DBAPIError as error:
                if not left or getattr(error.orig, "sqlstate", None) not in RETRIED:
                    raise
        raise AssertionError("unreachable")  # pragma: no cover

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    def pulse(self) -> str:
        """Other than the last time if anything was committed in between, by whatever process. Reads no row.

        One thread at a time. On PostgreSQL other databases of the same server count too.
        """
        if not self.is_sqlite:
            with self.engine.connect() as connection:
                return str(connection.exec_driver_sql("SELECT pg_current_snapshot()").scalar())
        if not self.kept:  # the number counts the commits of others since this very connection was opened
            self.kept.append(self.engine.raw_connection())
        return str(self.kept[0].driver_connection.execute("PRAGMA data_version").fetchone()[0])

    @contextmanager
    def apart(self) -> Iterator[Any]:
        """The driver's own connection, outside the pool, for one who keeps it: every statement commits at once."""
        raw: Any = self.engine.raw_connection()
        with closing(raw.driver_connection) as connection:
            raw.detach()
            if not self.is_sqlite:
                connection.autocommit = True
            yield connection

    def close(self) -> None:
        for connection in self.kept:
            connection.close()
        self.kept.clear()
        self.engine.dispose()


def connect(url: str, ring: Ring | None = None) -> Database:
    """Open `sqlite:///path` or `postgresql+psycopg://…`. No words of anyone show in its errors.

    `ring`: the keys with which words are sealed and opened; without it they are read and written as they are.
    """
    db = _opened(url)
    db.engine.dialect.ring = ring  # type: ignore[attr-defined]  # each engine has a dialect for itself
    return db


def _opened(url: str) -> Database:
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(url, parsed.database)
    if parsed.drivername == "postgresql":
        parsed = parsed.set(drivername="postgresql+psycopg")
    parsed = parsed.update_query_dict(SILENT | dict(parsed.query))
    engine = create_engine(
        parsed, hide_parameters=True, pool_size=10, max_overflow=20, use_native_hstore=False
    )
    ask_rested(engine)
    return Database(engine, engine, nullcontext())


def _sqlite(url: str, path: str | None) -> Database:
    if path and path != ":memory:":
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, hide_parameters=True, connect_args={"check_same_thread": False})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin)
    reader = engine.execution_options(reading=True)
    return Database(engine, reader, threading.Lock())


def _prepare_sqlite(connection: Any, _: Any) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    pragmas = ("journal_mode = WAL", "foreign_keys = ON", "busy_timeout = 10000", "synchronous = FULL")
    for pragma in (*pragmas, "secure_delete = ON"):  # what is erased is gone from the file too
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Any) -> None:
    """A writer takes the lock at once: SQLite's default loses updates silently."""
    reading = connection.get_execution_options().get("reading")
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def on_sqlite(tx: Tx) -> bool:
    return tx.connection().dialect.name == "sqlite"


def insert_once(tx: Tx, table: type[SQLModel], **values: Any) -> bool:
    """Insert a row unless its key is there already. True if it is new."""
    if table.__table__.foreign_keys:  # type: ignore[attr-defined]  # what it points to must be there
        tx.flush()
    return tx.connection().execute(once(tx, table), values).rowcount == 1


def once(tx: Tx, table: type[SQLModel]) -> Any:
    """The statement that inserts a row unless its key is there already."""
    return _once(table, tx.connection().dialect.name)


@cache
def _once(table: type[SQLModel], dialect: str) -> Any:
    build = sqlite_insert if dialect == "sqlite" else postgresql_insert
    counted = {"preserve_rowcount": True}  # else PostgreSQL is not asked for the count
    return build(table).on_conflict_do_nothing().inline().execution_options(**counted)


def now() -> datetime:
    return datetime.now(UTC)
