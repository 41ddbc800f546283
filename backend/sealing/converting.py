"""What is in clear is sealed, what an old key sealed is sealed anew, or all is opened: while the product runs.

A batch of rows a transaction: whoever is killed has changed whole rows, and the next run does what is left. Nobody
waits longer than for a batch, and no row waits for somebody else: it is left to the next pass.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import Column, Table, bindparam, delete, select, type_coerce, update
from sqlmodel import col

from backend.db import Database, Tx
from backend.rows import write
from backend.sealing.columns import SealedJson, sealed_columns
from backend.sealing.models import SealingKey
from backend.sealing.ring import LOOKS_SEALED, MARK, Key, KeyUnknown, Ring
from backend.tables import metadata

BATCH = 500
"""Rows that are locked at a time."""
PAUSE, PATIENT = 0.2, 100
"""Seconds until rows that others held are looked for again; and how often without a single one before we give up."""
CLEAR = "in clear"
"""Instead of a key's name."""
Wanted: TypeAlias = Callable[[Key | None], bool]
"""Whether something sealed with this key, or in clear, is to be changed."""
Watcher: TypeAlias = Callable[[str, int], None]
"""Hears of which table so many rows more were changed."""


FOREIGN = (
    "another process seals with a key that is not known here: expected it in PASSERELLE_ENCRYPTION_KEYS_OLD"
)


class Held(Exception):
    """Rows that others held all the time; what was changed stays so."""


@dataclass(frozen=True)
class Work:
    """What is to be done, with the keys of this database."""

    db: Database
    ring: Ring
    wanted: Wanted
    watch: Watcher


def seal(db: Database, ring: Ring, watch: Watcher) -> Counter[str]:
    """Everything in clear with the first key. Rows changed of each table."""
    return _until_none(Work(db, ring, lambda key: key is None, watch))


def rotate(db: Database, ring: Ring, watch: Watcher) -> Counter[str]:
    """All words that are sealed with the first key; then no other is needed for words. Rows changed of each table."""
    changed = _until_none(Work(db, ring, lambda key: key not in {None, ring.first}, watch))
    _forget_keys(db, but=ring.first)
    return changed


def unseal(db: Database, ring: Ring, watch: Watcher) -> Counter[str]:
    """Everything in clear; then no key is needed any more. Rows changed of each table."""
    changed = _until_none(Work(db, ring, lambda key: key is not None, watch))
    _forget_keys(db, but=None)
    return changed


def census(db: Database, ring: Ring | None) -> Counter[str]:
    """How many values each key has sealed, by its name, and how many are in clear."""
    found: Counter[str] = Counter()
    for table, columns in sealed_columns(metadata).items():
        for rows in _batches(db, table, columns):
            for value in (value for row in rows for value in row[1:] if value):
                key = _key(ring, value)
                found[key.name if key else CLEAR] += 1
    return found


def _until_none(work: Work) -> Counter[str]:
    """Pass after pass, until one finds nothing: what is said to be done was read again."""
    changed, fruitless = Counter[str](), 0
    while True:
        found, done = 0, Counter[str]()
        for table, columns in sealed_columns(metadata).items():
            for ids in _wanting(work, table, columns):
                found += len(ids)
                done[table.name] += _change(work, table, columns, ids)
        changed += done
        if not found:
            _clear_log(work.db)
            return changed
        fruitless = 0 if done.total() else fruitless + 1
        if fruitless > PATIENT:
            raise Held(f"{found} rows are held by others: end what holds them, then run this again")
        time.sleep(0 if done.total() else PAUSE)


def _wanting(work: Work, table: Table, columns: Sequence[Column[Any]]) -> Iterator[list[Any]]:
    """The ids of rows to be changed, a batch at a time."""
    for rows in _batches(work.db, table, columns):
        if ids := [row[0] for row in rows if _wants(work, row[1:])]:
            yield ids


def _wants(work: Work, values: Sequence[Any]) -> bool:
    return any(value and work.wanted(_key(work.ring, value)) for value in values)


def _key(ring: Ring | None, value: Any) -> Key | None:
    return ring.key(value) if ring and isinstance(value, str) else None


def _batches(db: Database, table: Table, columns: Sequence[Column[Any]]) -> Iterator[Sequence[Any]]:
    """(id, value…) of all rows as they are stored, each batch read in a transaction of its own."""
    (key,) = table.primary_key.columns
    page = select(key, *_stored(columns)).order_by(key).limit(BATCH)
    last = None
    while True:
        with db.reading() as tx:
            rows = tx.execute(page if last is None else page.where(key > last)).all()
        if rows:
            yield rows
        if len(rows) < BATCH:
            return
        last = rows[-1][0]


def _stored(columns: Sequence[Column[Any]]) -> list[Any]:
    """As the database has it: neither opened nor sealed."""
    return [type_coerce(column, column.type.impl_instance).label(column.name) for column in columns]  # type: ignore[attr-defined]


def _change(work: Work, table: Table, columns: Sequence[Column[Any]], ids: Sequence[Any]) -> int:
    """How many were changed: whoever holds one of them now keeps it."""
    (key,) = table.primary_key.columns
    held = select(key, *_stored(columns)).where(key.in_(ids)).with_for_update(skip_locked=True)
    put = (
        update(table).where(key == bindparam("row")).values({c: bindparam(f"new_{c.name}") for c in columns})
    )

    def change(tx: Tx) -> int:
        rows = [row for row in tx.execute(held) if _wants(work, row[1:])]
        _refuse_foreign(tx, work.ring, rows)
        write(tx, put, [_opened(work.ring, columns, row) for row in rows])
        return len(rows)

    done = work.db.retrying(change)
    work.watch(table.name, done)
    return done


def _refuse_foreign(tx: Tx, ring: Ring, rows: Sequence[Sequence[Any]]) -> None:
    """What a process that has a newer key sealed meanwhile would be sealed twice, and read as that. Raises KeyUnknown."""
    clear = (value for row in rows for value in row[1:] if isinstance(value, str) and not ring.key(value))
    names = {value[len(MARK) :].partition(":")[0] for value in clear if LOOKS_SEALED.fullmatch(value)}
    known = select(col(SealingKey.name)).where(col(SealingKey.name).in_(names))
    if names and tx.execute(known).first():
        raise KeyUnknown(FOREIGN)


def _opened(ring: Ring, columns: Sequence[Column[Any]], row: Sequence[Any]) -> dict[str, Any]:
    """What its columns are given: they seal it themselves, if it is to be sealed."""
    opened = {
        f"new_{column.name}": _words(ring, column, value)
        for column, value in zip(columns, row[1:], strict=True)
    }
    return {"row": row[0], **opened}


def _words(ring: Ring, column: Column[Any], value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if isinstance(column.type, SealedJson):
        return json.loads(ring.open(value))
    return ring.open(value) if ring.key(value) else value  # words that only look sealed are sealed too


def _forget_keys(db: Database, but: Key | None) -> None:
    with db.transaction() as tx:
        tx.execute(delete(SealingKey).where(SealingKey.name != (but.name if but else "")))  # type: ignore[arg-type]


def _clear_log(db: Database) -> None:
    """SQLite's log would hold the words of before for a while. If somebody is reading just now it is later."""
    if db.is_sqlite:
        with db.apart() as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
