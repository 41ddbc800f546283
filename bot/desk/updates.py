"""The updates waiting for the bot, with the offset semantics of getUpdates."""

import asyncio
from collections import OrderedDict, deque
from itertools import islice, takewhile

from bot.desk.errors import Json, conflict
from bot.desk.store import Store

# Telegram sends these only to those who ask for them by name.
_ON_DEMAND = {"chat_member", "message_reaction", "message_reaction_count"}
_BLOCK = 1000
HISTORY = 10_000
OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"


class Updates:
    """Pending updates in order. They leave when a later offset, or a webhook's 2xx, confirms them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.pending: OrderedDict[int, Json] = OrderedDict()
        self.again: list[Json] = []
        self.history: deque[Json] = deque(maxlen=HISTORY)
        self.last_tap: Json | None = None
        self.allowed: list[str] = []
        self.arrived = asyncio.Event()
        self._poller = 0
        self.closing = False
        self._next = self._reserved = 1
        self._load()

    def _load(self) -> None:
        for update in sorted(self._store.records("update"), key=lambda one: int(one["update_id"])):
            self.pending[update["update_id"]] = update
        for mark in self._store.records("counter"):
            self._next = self._reserved = mark["update_id"]
        for kept in self._store.records("allowed"):
            self.allowed = kept["kinds"]

    def _number(self) -> int:
        # Marked a block ahead, so that a restart never gives a number twice and a push costs one write.
        if self._next >= self._reserved:
            self._reserved = self._next + _BLOCK
            self._store.put("counter", "update_id", {"update_id": self._reserved})
        self._next += 1
        return self._next - 1

    def wants(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in _ON_DEMAND

    def allow(self, kinds: list[str]) -> None:
        if kinds != self.allowed:
            self.allowed = kinds
            self._store.put("allowed", "kinds", {"kinds": kinds})

    def push(self, kind: str, body: Json) -> int | None:
        """Queue an update; its update_id, or None if the bot did not ask for this kind."""
        if not self.wants(kind):
            return None
        number = self._number()
        update: Json = {"update_id": number, kind: body}
        self.pending[number] = update
        self._store.put("update", number, update)
        self.history.append(update)
        if kind == "callback_query":
            self.last_tap = update
        self.wake()
        return number

    def wake(self) -> None:
        self.arrived.set()
        self.arrived = asyncio.Event()

    def confirm(self, update_id: int) -> Json | None:
        update = self.pending.pop(update_id, None)
        if update is not None:
            self._store.drop("update", update_id)
        return update

    def confirm_before(self, offset: int) -> list[Json]:
        """Forget what `offset` confirms: all before it or, when negative, all but the last -offset."""
        if offset < 0:
            old = list(self.pending)[:offset]
        else:
            old = list(takewhile(lambda number: number < offset, self.pending))
        return [update for number in old if (update := self.confirm(number)) is not None]

    def clear(self) -> None:
        self.again.clear()
        for number in list(self.pending):
            self.confirm(number)

    def close(self) -> None:
        """The server stops: whoever polls gets an empty answer at once."""
        self.closing = True
        self.wake()

    async def poll(self, limit: int, seconds: float) -> list[Json]:
        """What is pending, at most `limit`; waits up to `seconds` for a first one.

        Raises the 409 of Telegram when another poll comes meanwhile: the newer one wins.
        """
        self._poller += 1
        mine = self._poller
        self.wake()
        now = asyncio.get_running_loop().time
        end = now() + seconds
        while not (self.pending or self.again or self.closing) and (left := end - now()) > 0:
            await _wait(self.arrived, left)
            if mine != self._poller:
                raise conflict(OTHER_POLLER)
        return self._batch(limit)

    def _batch(self, limit: int) -> list[Json]:
        repeated, self.again = self.again, []
        return (repeated + list(islice(self.pending.values(), limit)))[:limit]


async def _wait(event: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return
