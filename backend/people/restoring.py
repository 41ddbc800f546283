"""After a back-up was restored: who was erased since it was made is erased again."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sqlmodel import col, select

from backend.db import Database, Tx
from backend.people.erasure import erase
from backend.people.gone import Gone, mark_of
from backend.people.models import Youth

A_PAGE = 10_000
"""Rows looked at together."""


def to_erase(db: Database, gone: Gone) -> list[int]:
    """The young people in this database whom a journal knows to be gone."""
    return [youth_id for youth_id, mark in _marks(db) if gone.knows(mark)]


def erase_again(db: Database, gone: Gone) -> int:
    """Each in a transaction of its own, so that it may be killed and given again. How many."""
    found = to_erase(db, gone)
    for youth_id in found:
        db.retrying(partial(_erase, youth_id))
    return len(found)


def _erase(youth_id: int, tx: Tx) -> None:
    """Of those under 16 the figures keep nothing."""
    if (youth := tx.get(Youth, youth_id)) is not None:
        erase(tx, youth_id, fact=youth.bracket != "under_16")


def _marks(db: Database) -> Iterator[tuple[int, str]]:
    last = 0
    while True:
        some = select(Youth.id, Youth.created_at).where(col(Youth.id) > last).order_by(col(Youth.id))
        with db.reading() as tx:
            rows = tx.exec(some.limit(A_PAGE)).all()
        yield from ((id_ or 0, mark_of(id_ or 0, at)) for id_, at in rows)
        if len(rows) < A_PAGE:
            return
        last = rows[-1][0] or 0
