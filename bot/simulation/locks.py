"""How much of the time of PostgreSQL's connections is spent waiting for each other's locks: looked at again and again."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from backend.db import Database

EVERY = 0.05
"""Seconds between two looks."""
_LOOK = (
    "SELECT count(*) FILTER (WHERE wait_event_type = 'Lock'), count(*) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid() AND state = 'active'"
)


@dataclass
class Looks:
    """Connections that were working, and those among them that waited for a lock, in all looks."""

    waiting: int = 0
    working: int = 0

    @property
    def share(self) -> float:
        return round(self.waiting / self.working, 4) if self.working else 0.0


@contextmanager
def looking(db: Database) -> Iterator[Looks]:
    """While the block runs."""
    looks, ended = Looks(), threading.Event()

    def work() -> None:
        with db.apart() as wire:
            while not ended.wait(EVERY):
                waiting, working = wire.execute(_LOOK).fetchone()
                looks.waiting += waiting
                looks.working += working

    thread = threading.Thread(target=work, name="locks", daemon=True)
    thread.start()
    try:
        yield looks
    finally:
        ended.set()
        thread.join()
