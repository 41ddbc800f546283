"""Databases that really are in trouble."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event

READ_ONLY = {"sqlite": "PRAGMA query_only = 1", "postgresql": "SET transaction_read_only = on"}
WRITABLE = {"sqlite": "PRAGMA query_only = 0", "postgresql": "SET transaction_read_only = off"}


@contextmanager
def read_only(db) -> Iterator[None]:
    """Nothing may be written, as on a disk that was mounted so, or on a standby."""
    with _prepared(db, READ_ONLY[db.engine.dialect.name], WRITABLE[db.engine.dialect.name]):
        yield


@contextmanager
def full(db) -> Iterator[None]:
    """SQLite's file may not grow by a single page."""
    with db.reading() as tx:
        pages = tx.connection().exec_driver_sql("PRAGMA page_count").scalar()
    with _prepared(db, f"PRAGMA max_page_count = {pages}", "PRAGMA max_page_count = 1000000"):
        yield


@contextmanager
def _prepared(db, before: str, after: str) -> Iterator[None]:
    """Each connection is prepared as it is taken, and healed when it is taken the next time."""

    def prepare(connection, _record, _proxy, statement=before):
        connection.execute(statement)

    event.listen(db.engine, "checkout", prepare)
    try:
        yield
    finally:
        event.remove(db.engine, "checkout", prepare)
        event.listen(db.engine, "checkout", lambda c, _r, _p: c.execute(after))
