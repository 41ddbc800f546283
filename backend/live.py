"""A bell: whoever changed something rings it, and the pages that are open look again."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from backend.presence import Presence

REMEMBERED = 10_000
"""Of so many conversations it knows when they rang last."""
SOMEWHERE = 0
"""Rung for what was said here and there: senders and inboxes wake; open threads notice by the pulse, a second later."""


@dataclass(frozen=True, eq=False)
class Waiter:
    """Someone who waits, in an event loop of theirs, for one conversation (None: for anything)."""

    loop: asyncio.AbstractEventLoop
    future: asyncio.Future[None]
    about: int | None


class Bell:
    """Wakes everyone who waits. Any thread may ring it; waiters may live in several event loops."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiters: set[Waiter] = set()
        self._last: dict[int, int] = {}
        self._everywhere = 0
        self.rung = 0
        """How often it has rung. Read it before you look, give it to `wait`: no ring between is missed."""
        self.rung_at = 0.0
        """When it last rang (`time.monotonic`)."""
        self.closed = False
        self.tell: Callable[[frozenset[int]], None] | None = None
        """Lets the other processes know, where there are any."""
        self.presence = Presence(self.heard)

    def ring(self, *conversations: int) -> None:
        """Something changed in these conversations; if none is named, anywhere. Call it after the commit."""
        self.heard(conversations)
        if self.tell and not self.closed:
            self.tell(frozenset(conversations))

    def heard(self, conversations: Iterable[int] = ()) -> None:
        """It was rung, here or in another process: those concerned wake."""
        which = frozenset(conversations)
        with self._lock:
            self.rung, self.rung_at = self.rung + 1, time.monotonic()
            self._note(which)
            woken = {w for w in self._waiters if not which or w.about is None or w.about in which}
            self._waiters -= woken
        for waiter in woken:
            _wake(waiter)

    def _note(self, which: frozenset[int]) -> None:
        if not which or len(self._last) > REMEMBERED:
            self._everywhere = self.rung
            self._last.clear()
        self._last.update(dict.fromkeys(which, self.rung))

    def close(self) -> None:
        """The server stops: everyone wakes at once, and nobody waits any more."""
        self.closed = True
        self.heard()

    def has_rung(self, since: int, about: int | None = None) -> bool:
        """Whether it rang for this conversation (None: at all) after the `since`-th time."""
        last = self.rung if about is None else max(self._everywhere, self._last.get(about, 0))
        return last > since

    async def wait(self, timeout: float, since: int | None = None, about: int | None = None) -> None:  # noqa: ASYNC109  a wait with an end
        """Return at the next ring (at once if it rang after `since`), at closing, or after `timeout` s."""
        loop = asyncio.get_running_loop()
        waiter = Waiter(loop, loop.create_future(), about)
        with self._lock:
            if self.closed or (since is not None and self.has_rung(since, about)):
                return
            self._waiters.add(waiter)
        try:
            await asyncio.wait_for(waiter.future, timeout)
        except TimeoutError:
            return
        finally:
            with self._lock:
                self._waiters.discard(waiter)


def _wake(waiter: Waiter) -> None:
    try:
        waiter.loop.call_soon_threadsafe(_finish, waiter.future)
    except RuntimeError:
        return  # its loop has ended, and whoever waited with it


def _finish(future: asyncio.Future[None]) -> None:
    if not future.done():
        future.set_result(None)
