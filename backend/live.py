"""A bell: whoever changed something rings it, and the pages that are open look again."""

from __future__ import annotations

import asyncio
import threading
from typing import TypeAlias

Waiter: TypeAlias = tuple[asyncio.AbstractEventLoop, asyncio.Future[None]]


class Bell:
    """Wakes everyone who waits. Any thread may ring it; waiters may live in several event loops."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiters: set[Waiter] = set()
        self.rung = 0
        """How often it has rung. Read it before you look, give it to `wait`: no ring between is missed."""
        self.closed = False

    def ring(self) -> None:
        """Something changed. Call it after the commit."""
        with self._lock:
            self.rung += 1
            waiters, self._waiters = self._waiters, set()
        for loop, future in waiters:
            _wake(loop, future)

    def close(self) -> None:
        """The server stops: everyone wakes at once, and nobody waits any more."""
        self.closed = True
        self.ring()

    async def wait(self, timeout: float, since: int | None = None) -> None:  # noqa: ASYNC109  a wait with an end
        """Return at the next ring (at once if it rang after `since`), at closing, or after `timeout` s."""
        waiter = (asyncio.get_running_loop(), asyncio.get_running_loop().create_future())
        with self._lock:
            if self.closed or (since is not None and self.rung > since):
                return
            self._waiters.add(waiter)
        try:
            await asyncio.wait_for(waiter[1], timeout)
        except TimeoutError:
            return
        finally:
            with self._lock:
                self._waiters.discard(waiter)


def _wake(loop: asyncio.AbstractEventLoop, future: asyncio.Future[None]) -> None:
    try:
        loop.call_soon_threadsafe(_finish, future)
    except RuntimeError:
        return  # its loop has ended, and whoever waited with it


def _finish(future: asyncio.Future[None]) -> None:
    if not future.done():
        future.set_result(None)
