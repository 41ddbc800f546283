"""What comes by many calls at the same time is taken up in few lanes: order within a chat, one commit for many."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from aiogram.types import Update

from bot.inbound import whose
from bot.ingest import Handled

LANES = 8
"""On PostgreSQL, a connection each. SQLite has one writer, and one lane."""
ROOM = 100
"""So many updates wait in a lane at most. Telegram opens forty calls."""
PATIENCE = 15.0
"""Seconds until a call is told to come again; Telegram itself would wait for a minute."""
Take = Callable[[Sequence[Update]], Handled]


class Full(Exception):
    """Too many wait already: come again."""


@dataclass
class Lane:
    """The updates of some chats, in order."""

    waiting: list[tuple[Update, asyncio.Future[Handled]]] = field(default_factory=list)
    emptying: asyncio.Task[None] | None = None


class Lanes:
    """A chat has its lane. While a lane is at work what comes in waits, and is taken up together.

    A lane that is stuck keeps its own chats waiting, and no thread of others.
    """

    def __init__(self, take: Take, many: int) -> None:
        self.take = take
        self.lanes = [Lane() for _ in range(many)]
        self.threads = ThreadPoolExecutor(many, "webhook")

    async def handled(self, update: Update) -> Handled:
        """Once it is committed: what the edge may do. Raises Full, TimeoutError, and what `take` raises."""
        lane = self.lanes[whose(update) % len(self.lanes)]
        if len(lane.waiting) >= ROOM:
            raise Full
        done: asyncio.Future[Handled] = asyncio.get_running_loop().create_future()
        lane.waiting.append((update, done))
        lane.emptying = lane.emptying or asyncio.create_task(self._empty(lane))
        return await asyncio.wait_for(done, PATIENCE)

    async def apart(self, work: Callable[[], None]) -> None:
        """Something that belongs to no chat. Raises TimeoutError, and what `work` raises."""
        running = asyncio.get_running_loop().run_in_executor(self.threads, work)
        await asyncio.wait_for(running, PATIENCE)

    async def _empty(self, lane: Lane) -> None:
        while lane.waiting:
            batch, lane.waiting = [one for one in lane.waiting if not one[1].done()], []
            await self._batch(batch)
        lane.emptying = None

    async def _batch(self, batch: list[tuple[Update, asyncio.Future[Handled]]]) -> None:
        """In the order in which they were numbered, whichever call was faster."""
        updates = sorted((update for update, _ in batch), key=lambda update: update.update_id)
        loop, handled, failure = asyncio.get_running_loop(), Handled(), None
        try:
            handled = await loop.run_in_executor(self.threads, self.take, updates)
        except Exception as error:  # noqa: BLE001  # each of those who wait is told
            failure = error
        for update, done in batch:
            _tell(done, failure, [pair for pair in handled if pair[0] is update])

    def close(self) -> None:
        self.threads.shutdown(wait=False, cancel_futures=True)


def _tell(done: asyncio.Future[Any], failure: Exception | None, handled: Handled) -> None:
    if done.done():  # whoever asked has given up
        return
    if failure:
        done.set_exception(failure)
    else:
        done.set_result(handled)
