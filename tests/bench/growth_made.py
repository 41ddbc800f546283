"""A deployment that has grown: as many conversations as wanted, made up from a seed, with all that goes with them."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from sqlalchemy import text
from sqlmodel import SQLModel

from backend.db import Database, Tx
from backend.models import Conversation
from backend.rows import insert_many, table_of
from tests.bench.growth_places import Place, places
from tests.bench.growth_talks import ADDRESS, LINES, OPEN, ORDER, History, lived
from tests.clock import MONDAY

A_YEAR, MOST = 1_000, 400
"""Conversations of a mission locale in a year, and how many missions locales there are at most."""
BATCH = 5_000
SAID = "Bonjour, je cherche une formation de cuisinier pas trop loin de chez moi, est-ce que c'est possible ?"


def grow(db: Database, talks: int, many: int | None = None, seed: int = 1) -> None:
    """So many conversations of the last year (of more years once the country is full), with fresh statistics.

    `many`: of how many missions locales. The same seed makes the same rows. Minutes at a million; nothing is due.
    """
    with db.transaction() as tx:
        first = {model: _last(tx, model) + 1 for model in ORDER if "id" in table_of(model).c}
        history = History(first, Random(seed))
        around = places(tx, many or min(max(talks // A_YEAR, 1), MOST))
        _live(tx, history, around, talks)
        _say(tx, first[Conversation])
        _number(tx, history)
    with db.transaction() as tx:
        tx.execute(text("ANALYZE"))


def _last(tx: Tx, model: type[SQLModel]) -> int:
    found: int | None = tx.execute(text(f'SELECT max(id) FROM "{table_of(model).name}"')).scalar()
    return found or 0


def _live(tx: Tx, history: History, around: list[Place], talks: int) -> None:
    """Everybody comes in turn, the latest last."""
    years = max(talks / len(around) / A_YEAR, 1)
    began = MONDAY - timedelta(days=365) * years
    still_open = min(OPEN, OPEN * talks // len(around) // A_YEAR + 1)
    for n in range(talks):
        at = began + (MONDAY - began) * (n / talks)
        left = (talks - 1 - n) // len(around)
        lived(history, around[n % len(around)], n, _tidy(at), is_open=left < still_open)
        if n % BATCH == BATCH - 1:
            _write(tx, history)
    _write(tx, history)


def _tidy(at: datetime) -> datetime:
    return at.replace(microsecond=0)


def _write(tx: Tx, history: History) -> None:
    for model in ORDER:
        insert_many(tx, table_of(model), history.rows.pop(model, []))


def _say(tx: Tx, first: int) -> None:
    """The lines of every conversation, by the database itself: one of the youth, one of the guide, all settled.

    Of those who blocked us the last one did not arrive.
    """
    numbers = " UNION ALL ".join(f"SELECT {n} AS n" for n in range(1, LINES + 1))
    came = "k.n % 2 = 1"
    fate = f"CASE WHEN {came} THEN 'heard' WHEN c.blocked AND k.n = {LINES} THEN 'blocked' ELSE 'sent' END"
    empty = "CAST('[]' AS JSONB)" if tx.get_bind().dialect.name == "postgresql" else "'[]'"
    tx.execute(
        text(
            "INSERT INTO line (conversation_id, seq, author, kind, text, buttons, at, attempts, state, again,"
            " epoch, fenced, outside_id)"
            f" SELECT c.id, k.n, CASE WHEN {came} THEN 'youth' ELSE 'guide' END, 'text', :said, {empty},"
            f" c.last_heard_at, 1, {fate}, FALSE, 0, FALSE, CAST(c.id * {LINES} + k.n AS TEXT)"
            f" FROM conversation AS c CROSS JOIN ({numbers}) AS k WHERE c.id >= :first"
        ),
        {"said": SAID, "first": first},
    )


def _number(tx: Tx, history: History) -> None:
    """The numbers given here are not given again."""
    if tx.get_bind().dialect.name == "postgresql":
        for model, ids in history.ids.items():
            told = {"name": table_of(model).name, "next": next(ids)}
            tx.execute(text("SELECT setval(pg_get_serial_sequence(:name, 'id'), :next)"), told)


def phone(n: int) -> str:
    """The address of the n-th conversation."""
    return str(ADDRESS + n)
