"""Wrong passwords, counted gently: nobody can lock someone else out by trying elsewhere."""

from __future__ import annotations

import threading
from collections import deque
from datetime import datetime, timedelta
from typing import Any

ALLOWED = 8
"""Of one account from one address."""
ALLOWED_ADDRESS = 60
"""Of all accounts from one address: a whole mission locale may share one."""
WINDOW = timedelta(minutes=15)
KEPT = 10_000
"""Keys at most; the oldest go first, so that a flood costs no memory."""

Key = tuple[str, str]
"""(address, e-mail)."""


class Attempts:
    """Failures of the last quarter of an hour, in memory."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._failed: dict[tuple[str, str | None], deque[datetime]] = {}
        self._welcome: dict[Key, None] = {}
        """Who came in from where: the failures of their neighbours do not count against them."""

    def wait(self, key: Key, at: datetime) -> timedelta | None:
        """How long this key must wait before trying again; None if it may."""
        with self._lock:
            own = self._left(key, ALLOWED, at)
            return own or (None if key in self._welcome else self._left((key[0], None), ALLOWED_ADDRESS, at))

    def failed(self, key: Key, at: datetime) -> None:
        with self._lock:
            for one in (key, (key[0], None)):
                recent = self._recent(one, at)
                recent.append(at)
                self._failed.pop(one, None)
                self._failed[one] = recent
            _drop_oldest(self._failed)

    def came_in(self, key: Key) -> None:
        """They signed in after all."""
        with self._lock:
            self._failed.pop(key, None)
            self._welcome[key] = None
            _drop_oldest(self._welcome)

    def _left(self, key: tuple[str, str | None], allowed: int, at: datetime) -> timedelta | None:
        failed = self._recent(key, at)
        return failed[-allowed] + WINDOW - at if len(failed) >= allowed else None

    def _recent(self, key: tuple[str, str | None], at: datetime) -> deque[datetime]:
        failed = self._failed.get(key, deque(maxlen=ALLOWED_ADDRESS))
        while failed and at - failed[0] > WINDOW:
            failed.popleft()
        return failed


def _drop_oldest(kept: dict[Any, Any]) -> None:
    while len(kept) > KEPT:
        kept.pop(next(iter(kept)))
