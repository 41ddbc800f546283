"""Taking what leaves next looks at the lines that are taken, not at all that wait: reminders come in thousands."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import event

from backend.db import Database
from backend.heads import heads
from backend.pace import Pace
from tests.backend.test_outbox_pace import LATER, TALKING, chats
from tests.clock import MONDAY

__all__ = ["chats"]
FEW, MANY = 300, 6_000
ROOM = 8
MOST = 3.0
"""Times as much, at most, where twenty times as many wait."""
NOW = MONDAY + timedelta(hours=1)


@pytest.mark.parametrize("pace", [Pace(), Pace(25, 1)], ids=["free", "paced"])
def test_what_leaves_next_costs_the_same_however_many_wait(db, chats, pace):
    chats(range(1, FEW), lines=2, urgency=LATER)
    few = looked_at(db, pace)
    chats(range(FEW, MANY), urgency=LATER)
    chats(range(1, ROOM), urgency=TALKING)
    assert few and looked_at(db, pace) < MOST * few


def looked_at(db: Database, pace: Pace) -> float:
    """How much of the database was looked at: pages of PostgreSQL's, tens of steps of SQLite's."""
    return _pages(db, pace) if not db.is_sqlite else _steps(db, pace)


def _pages(db: Database, pace: Pace) -> float:
    def explaining(_conn, _cursor, statement, parameters, _context, _many):
        return f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {statement}", parameters

    with db.transaction() as tx:
        connection = tx.connection()
        connection.exec_driver_sql("ANALYZE line, conversation")
        event.listen(connection, "before_cursor_execute", explaining, retval=True)
        plan = heads(tx, pace, NOW, ROOM)[0][0][0]["Plan"]
    return float(plan["Shared Hit Blocks"] + plan["Shared Read Blocks"])


def _steps(db: Database, pace: Pace) -> float:
    steps = 0

    def step() -> None:
        nonlocal steps
        steps += 1

    with db.transaction() as tx:
        wire = tx.connection().connection.driver_connection
        wire.set_progress_handler(step, 10)
        try:
            assert len(heads(tx, pace, NOW, ROOM)) == ROOM
        finally:
            wire.set_progress_handler(None, 0)
    return float(steps)
