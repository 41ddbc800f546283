"""Where several processes have the same clock: each job is done by one at a time, and as often as one alone would."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from zlib import crc32

from sqlmodel import select

from backend.clockwork import EVERY
from backend.db import Database
from backend.models import Tick

RESTED = 0.8
"""A job that another process did is left alone for this share of its interval: clocks differ a little."""
OURS = crc32(b"passerelle clock") - 2**31
"""Among the locks of a database, those of the clock."""

NOTICED = (
    "SELECT set_config(name, value, false) FROM (VALUES ('tcp_keepalives_idle', '10'),"
    " ('tcp_keepalives_interval', '5'), ('tcp_keepalives_count', '4')) AS those (name, value)"
)
"""PostgreSQL is to ask whether we are there: of a machine that lost its power it would know only hours later."""


LET_GO = "SELECT pg_advisory_unlock_all()"
"""At once. Of a connection that is closed the server notices only later that its locks are free."""


class Claims:
    """What one process may do of the clock's work. On SQLite one process has the clock, and may do all.

    The lock is one of PostgreSQL's own (advisory), held by a connection: whoever is killed or cut off lets go.
    """

    def __init__(self, db: Database) -> None:
        self.db = db
        self.done: dict[str, datetime] = {}
        """What we wrote down ourselves: while nobody else did it since, our own schedule is kept."""

    @contextmanager
    def claim(self, name: str, now: datetime) -> Iterator[bool]:
        """Whether the job is ours this time; nobody else begins it inside the block."""
        if self.db.is_sqlite:
            yield True
        elif not self._is_wanted(name, now):
            yield False
        else:
            with self._alone(name) as alone:
                yield alone and self._is_wanted(name, now)  # another one may have ended just before

    def _is_wanted(self, name: str, now: datetime) -> bool:
        with self.db.reading() as tx:
            ran_at = tx.exec(select(Tick.ran_at).where(Tick.name == name)).first()
        if ran_at is None or ran_at == self.done.get(name):
            return True
        return abs(now - ran_at) >= RESTED * EVERY[name]  # far ahead of us: a clock was wrong

    @contextmanager
    def _alone(self, name: str) -> Iterator[bool]:
        key = OURS, crc32(name.encode()) - 2**31
        with self.db.apart() as wire:
            wire.execute(NOTICED)
            alone = bool(wire.execute("SELECT pg_try_advisory_lock(%s, %s)", key).fetchone()[0])
            try:
                yield alone
            finally:
                wire.execute(LET_GO)
