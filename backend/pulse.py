"""Whether it is worth looking: asked once for all the pages that are open."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any, TypeVar

from backend.db import Database
from backend.live import Bell

T = TypeVar("T")
FELT = 0.5
"""Seconds between two beats at least."""
SHARE = 2.0
"""All pages together spend one part in so many of a processor on looking: beyond that they look less often."""
SLACK = 1.0
"""Seconds of that for which they may run ahead: news that comes now and then is looked at at once."""
SELDOM = 2.0
"""Seconds that a page waits at most while there is news."""
GOOD = 1.0
"""Seconds for which what was made for one page is good for another, unless something changed."""


class Pulse:
    """Says whether anything at all was committed, by any process, however many pages ask."""

    def __init__(self, db: Database, bell: Bell) -> None:
        self._db, self._bell = db, bell
        self._feeling, self._making, self._booking = threading.Lock(), threading.Lock(), threading.Lock()
        self._made: dict[Any, tuple[float, Any]] = {}
        self._felt_at = 0.0
        self._now = ""
        self._booked = 0.0
        self.changed_at = 0.0
        """When it was last found to be another (`time.monotonic`)."""

    def beat(self) -> str:
        """The pulse; the same as before if nothing was committed meanwhile. At most half a second old."""
        with self._feeling:
            now = time.monotonic()
            if now - self._felt_at >= FELT:
                found, self._felt_at = self._db.pulse(), now
                if found != self._now:
                    self._now, self.changed_at = found, time.monotonic()
            return self._now

    def pause(self, cost: float) -> float:
        """Seconds to wait before a look that costs so many: while all looks stay within their share, none."""
        with self._booking:
            now = time.monotonic()
            ahead = max(self._booked - now, 0.0)
            self._booked = now + min(ahead + cost * SHARE, SLACK + SELDOM)
        return min(max(ahead - SLACK, 0.0), SELDOM)

    def shared(self, key: Any, make: Callable[[], T], *, fresh: bool = False) -> T:
        """What `make` gives, made once for all who ask for the same while nothing is known to have changed since."""
        with self._making:
            began = time.monotonic()
            self._made = {k: kept for k, kept in self._made.items() if began - kept[0] < GOOD}
            if (
                fresh
                or key not in self._made
                or self._made[key][0] <= max(self._bell.rung_at, self.changed_at)
            ):
                self._made[key] = (began, make())
            found: T = self._made[key][1]
            return found
