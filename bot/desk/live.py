"""Who is looking at a phone: each change gets a number, and wakes those who wait for it."""

import asyncio
import time
from collections import defaultdict


class Live:
    """Versions of the phones. They only grow, even over a restart: they begin at the clock's milliseconds."""

    def __init__(self) -> None:
        self._now = int(time.time() * 1000)
        self._versions: dict[int, int] = {}
        self._start = self._now
        self._waiting: defaultdict[int, set[asyncio.Future[None]]] = defaultdict(set)
        self._watchers: set[asyncio.Queue[int]] = set()

    def version(self, phone_id: int) -> int:
        return self._versions.get(phone_id, self._start)

    def touch(self, phone_id: int) -> None:
        self._now += 1
        self._versions[phone_id] = self._now
        for future in self._waiting.pop(phone_id, ()):
            if not future.done():
                future.set_result(None)
        for queue in self._watchers:
            queue.put_nowait(phone_id)

    async def after(self, phone_id: int, version: int, seconds: float) -> None:
        """Return once the phone's version is greater than `version`, or after `seconds`."""
        if self.version(phone_id) > version or seconds <= 0:
            return
        future = asyncio.get_running_loop().create_future()
        self._waiting[phone_id].add(future)
        try:
            async with asyncio.timeout(seconds):
                await future
        except TimeoutError:
            self._waiting[phone_id].discard(future)

    def watch(self) -> asyncio.Queue[int]:
        queue: asyncio.Queue[int] = asyncio.Queue()
        self._watchers.add(queue)
        return queue

    def leave(self, queue: asyncio.Queue[int]) -> None:
        self._watchers.discard(queue)

    def close(self) -> None:
        """Let go those who wait for a change, and tell every watcher to leave: phone 0 is nobody."""
        for phone_id in list(self._waiting):
            self.touch(phone_id)
        for queue in self._watchers:
            queue.put_nowait(0)
