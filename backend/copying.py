"""From one database to another, row for row: how a table is copied, counted and compared."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import Table, func, select, text

from backend.db import Database, Tx
from backend.rows import insert_many
from backend.tables import metadata

BATCH = 2000
"""Rows in memory at a time."""
Row: TypeAlias = dict[str, Any]
Watcher: TypeAlias = Callable[[str, int], None]
"""Hears which table so many rows more were copied of."""


@dataclass(frozen=True)
class Tally:
    """What a table holds: how many rows, and what all of them come to, in whatever order they are read."""

    rows: int = 0
    checksum: int = 0

    def with_rows(self, rows: Sequence[Row]) -> Tally:
        total = sum(map(fingerprint, rows), self.checksum)
        return Tally(self.rows + len(rows), total % 2**64)


def fingerprint(row: Row) -> int:
    """All of a row, not only its id: a moment that slipped by an hour shows."""
    words = json.dumps(row, sort_keys=True, default=_word)
    return int.from_bytes(hashlib.blake2b(words.encode(), digest_size=8).digest())


def _word(value: Any) -> str:
    return value.hex() if isinstance(value, bytes) else str(value)


def tables() -> list[Table]:
    """Every table, those first that others point to."""
    return list(metadata.sorted_tables)


def copy(source: Tx, target: Tx, table: Table, watch: Watcher) -> Tally:
    """Copy all rows; what was read. Rows that point to earlier ones of the same table come after them."""
    tally = Tally()
    for rows in batches(source, table):
        insert_many(target, table, rows)
        tally = tally.with_rows(rows)
        watch(table.name, len(rows))
    return tally


def tally_of(tx: Tx, table: Table) -> Tally:
    """What stands there now."""
    tally = Tally()
    for rows in batches(tx, table):
        tally = tally.with_rows(rows)
    return tally


def batches(tx: Tx, table: Table) -> Iterator[list[Row]]:
    """All rows by their key, a batch at a time, without holding them all."""
    found = tx.connection().execute(
        select(table).order_by(*table.primary_key), execution_options={"yield_per": BATCH}
    )
    for part in found.mappings().partitions():
        yield [dict(row) for row in part]


def holds_rows(tx: Tx, table: Table) -> bool:
    return tx.execute(select(1).select_from(table).limit(1)).first() is not None


def is_numbered(table: Table) -> bool:
    """The database gives the ids."""
    return [column.name for column in table.primary_key] == ["id"]


def last_id(db: Database, tx: Tx, table: Table) -> int:
    """The last id ever given, erased rows included: it must not be given to somebody else."""
    if db.is_sqlite:
        asked = "SELECT seq FROM sqlite_sequence WHERE name = :name"
    else:
        asked = "SELECT pg_sequence_last_value(pg_get_serial_sequence(:name, 'id')::regclass)"
    given = tx.connection().execute(text(asked), {"name": table.name}).scalar()
    highest = tx.execute(select(func.max(table.c.id))).scalar()
    return max(int(given or 0), int(highest or 0))


def go_on_after(db: Database, tx: Tx, table: Table, id_: int) -> None:
    """The next row gets a higher id."""
    if id_ == 0:
        return
    told, connection = {"name": table.name, "id": id_}, tx.connection()
    if db.is_sqlite:
        connection.execute(text("DELETE FROM sqlite_sequence WHERE name = :name"), told)
        connection.execute(text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :id)"), told)
    else:
        connection.execute(text("SELECT setval(pg_get_serial_sequence(:name, 'id'), :id)"), told)
