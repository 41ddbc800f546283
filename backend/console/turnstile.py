"""Passwords are checked two at a time, in threads of their own: a crowd at the door freezes nobody inside."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from anyio import CapacityLimiter, fail_after
from anyio.to_thread import run_sync

from backend.entrance.passwords import password_fits

T = TypeVar("T")
PLACES = 2
"""Each check takes 64 MB and a fifth of a second of a core."""
PATIENCE = 1.0
"""Seconds that someone waits for a place."""


class Crowded(Exception):
    """Too many are signing in at this moment."""


class Turnstile:
    """Who waits here holds no thread of the other pages."""

    def __init__(self, check: Callable[[str | None, str], bool] = password_fits) -> None:
        self.check = check
        self.patience = PATIENCE
        self._places = CapacityLimiter(PLACES)

    async def fits(self, stored: str | None, password: str) -> bool:
        """Whether the password fits. A check that has begun is waited for. Raises Crowded."""
        return await self.passes(lambda: self.check(stored, password))

    async def passes(self, work: Callable[[], T]) -> T:
        """Whatever else takes as long: hashing a new password. Raises Crowded."""
        try:
            with fail_after(self.patience):
                return await run_sync(work, limiter=self._places)
        except TimeoutError:
            raise Crowded from None
