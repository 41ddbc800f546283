"""Wrong passwords, counted gently: by address and account, so that nobody can lock someone else out."""

from __future__ import annotations

import threading
from collections import deque
from datetime import datetime, timedelta

ALLOWED = 8
WINDOW = timedelta(minutes=15)
KEPT = 10_000
"""Keys at most; the oldest go first, so that a flood costs no memory."""

Key = tuple[str, str]


class Attempts:
    """Failures of the last quarter of an hour, in memory."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._failed: dict[Key, deque[datetime]] = {}

    def wait(self, key: Key, at: datetime) -> timedelta | None:
        """How long this key must wait before trying again; None if it may."""
        with self._lock:
            failed = self._recent(key, at)
            return failed[0] + WINDOW - at if len(failed) >= ALLOWED else None

    def failed(self, key: Key, at: datetime) -> None:
        with self._lock:
            failed = self._recent(key, at)
            failed.append(at)
            self._failed[key] = failed
            while len(self._failed) > KEPT:
                self._failed.pop(next(iter(self._failed)))

    def forget(self, key: Key) -> None:
        """They signed in after all."""
        with self._lock:
            self._failed.pop(key, None)

    def _recent(self, key: Key, at: datetime) -> deque[datetime]:
        failed = self._failed.get(key, deque())
        while failed and at - failed[0] > WINDOW:
            failed.popleft()
        return failed
