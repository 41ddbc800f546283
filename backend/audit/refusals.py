"""Sign-ins that were refused, counted: never what was typed, and few rows however often somebody tries."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from threading import Lock

from backend.audit.commands import record, the_hour
from backend.db import Database
from backend.script import Script

NOBODY = 0
"""Whoever tries with an address that no account has."""


class Refusals:
    """Of this hour, by account, as this process has seen them."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._hour: datetime | None = None
        self._counts: Counter[int] = Counter()

    def count(self, person_id: int, at: datetime) -> int:
        """How many there are by now, if that is to be written down: at 1, 2, 4, 8…; else 0."""
        with self._lock:
            if self._hour != the_hour(at):
                self._hour, self._counts = the_hour(at), Counter()
            self._counts[person_id] += 1
            times = self._counts[person_id]
        return times if times & (times - 1) == 0 else 0


def note(db: Database, script: Script, refusals: Refusals, person_id: int) -> None:
    """Somebody was not let in to this account."""
    if times := refusals.count(person_id, script.now()):
        with db.transaction() as tx:
            record(tx, script, person_id, "failed_sign_in", "times", times)
