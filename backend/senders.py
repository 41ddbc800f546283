"""Who delivers lines, where there may be several: each holds a lock of PostgreSQL's own as long as it lives.

A lease alone would keep the lines of a dead one for a minute. On SQLite there is one sender, and nothing to tell apart.
"""

from __future__ import annotations

from contextlib import ExitStack, suppress
from datetime import datetime, timedelta
from threading import Lock
from typing import Any
from zlib import crc32

from sqlalchemy import delete, update
from sqlmodel import col

from backend.claims import LET_GO
from backend.db import Database
from backend.models import Line, Sender

OURS = crc32(b"passerelle senders") - 2**31
"""Among the locks of a database, those of senders."""
GRACE = timedelta(seconds=3)
"""Who only lost the connection, and not its life, settles what was on its way meanwhile: then nothing leaves twice."""
_BEGIN = "INSERT INTO sender (since) VALUES (%s) RETURNING id, pg_advisory_lock(%s, id)"
_DEAD = "SELECT id FROM sender WHERE id <> %s AND pg_try_advisory_xact_lock(%s, id)"


class Roll:
    """One process among those that deliver: its number, and who of the others is gone."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.number: int | None = None
        self.wire: Any = None
        self.stack, self.lock = ExitStack(), Lock()

    def call(self, now: datetime) -> int:
        """Be on the roll, and strike off who is dead: their lines are due soon. How many they were.

        Raises what the database raises; then we are not on the roll any more, and the next call begins again.
        """
        if self.db.is_sqlite:
            return 0
        with self.lock:
            try:
                dead = self._dead(now)
            except Exception:
                self._let_go()
                raise
        if dead:
            self._strike(dead, now)
        return len(dead)

    def _dead(self, now: datetime) -> list[int]:
        if self.number is None:
            self._begin(now)
        return [row[0] for row in self.wire.execute(_DEAD, (self.number, OURS)).fetchall()]

    def _begin(self, now: datetime) -> None:
        self.wire = self.stack.enter_context(self.db.apart())
        self.number = self.wire.execute(_BEGIN, (now, OURS)).fetchone()[0]

    def _strike(self, dead: list[int], now: datetime) -> None:
        theirs = update(Line).where(col(Line.sender_id).in_(dead), col(Line.state) == "sending")
        with self.db.transaction() as tx:
            tx.execute(theirs.where(col(Line.due) > now + GRACE).values(due=now + GRACE))
            tx.execute(delete(Sender).where(col(Sender.id).in_(dead)))

    def leave(self) -> None:
        """Let go of the lock: what is not settled is taken up by the others."""
        with self.lock:
            if self.number is not None:
                with suppress(Exception):  # the connection is gone, and the lock with it
                    self.wire.execute(LET_GO)
            self._let_go()

    def _let_go(self) -> None:
        self.number = None
        self.stack.close()
