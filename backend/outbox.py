"""Delivering what was written down as due: in order for each chat, at least once, different chats side by side."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from backend.channel import Away, Blocked, Channel, Delivered, Opened, Refused, Wait
from backend.db import Database
from backend.leases import Parcel, lease, recover
from backend.live import Bell
from backend.pace import NO_LIMIT, Pace
from backend.script import Clock
from backend.senders import Roll
from backend.settling import Fate, exchange, one_by_one
from backend.stuck import STUCK, Stuck
from backend.troubles import trouble

__all__ = ["Away", "Blocked", "Channel", "Delivered", "Opened", "Outbox", "Refused", "Wait"]

log = logging.getLogger(__name__)
AT_ONCE = 8
"""How many chats are written to at the same time. While so many get a file, which may take a minute, no other does."""
PATIENCE = 1.0
"""Seconds between two looks when nothing rings."""
SHORT = 0.1
"""Seconds at least before a look at what was not due yet: several lines of a budget are then taken together."""
TOGETHER = 0.01
"""Seconds at most that we wait for those under way, so that one transaction settles them together and takes as many."""
ROLL_CALL = 2.0
"""Seconds between two looks at whether all senders live."""
AWAY, UNCLEAR = 30, 300
"""Seconds at most until a line is tried again: it cannot have arrived; it may have, and would come twice."""


class Outbox:
    """The one sender of a process. One transaction settles all that has left since the last, and takes what is next."""

    def __init__(
        self, db: Database, channel: Channel, now: Clock, bell: Bell | None = None, pace: Pace = NO_LIMIT
    ) -> None:
        self.db, self.channel, self.now, self.bell, self.pace = db, channel, now, bell or Bell(), pace
        self.under_way: dict[asyncio.Task[None], Parcel] = {}
        self.left: list[Fate] = []
        """Sent, and not settled yet."""
        self.awake = asyncio.Event()
        """There may be something to do: a line left, a bell rang, or it is time to look again."""
        self.awake.set()
        self.idle = asyncio.Event()
        """Nothing is under way."""
        self.rings = 0
        """How often we rang the bell ourselves."""
        self.closing = False
        self.roll, self.stuck = Roll(db), Stuck()

    async def run(self) -> None:
        """Deliver until `stop`. What a dead process was sending is taken up first."""
        await asyncio.to_thread(recover, self.db, self.now())
        beside = [asyncio.create_task(work) for work in (self._listen(), self._call_the_roll())]
        try:
            while not self.closing:
                await self._guarded(self._round())
            await self._rest()
        finally:
            for task in beside:
                task.cancel()
            await asyncio.to_thread(self.roll.leave)

    async def _call_the_roll(self) -> None:
        while not self.db.is_sqlite:
            await self._guarded(asyncio.to_thread(self.roll.call, self.now()))
            await asyncio.sleep(ROLL_CALL)

    async def _guarded(self, work: Coroutine[Any, Any, object]) -> None:
        try:
            await work
        except Exception as error:  # noqa: BLE001  # the database is away: say so without words, and go on
            log.error("outbox: %s", type(error).__name__)  # noqa: TRY400  # a traceback may hold words
            if not self.closing:
                await asyncio.sleep(PATIENCE)

    async def _listen(self) -> None:
        """Somebody else's ring, or the time, is a reason to look. A ring of ours is none: we have just looked."""
        while not (self.closing or self.bell.closed):  # a closed bell does not let wait
            rung, ours = self.bell.rung, self.rings
            await self.bell.wait(PATIENCE, rung)
            if self.bell.rung == rung or self.bell.rung - rung > self.rings - ours:
                self.awake.set()

    async def _round(self) -> None:
        await self.awake.wait()
        if self.under_way:
            await self._gathered()
        self.awake.clear()
        slow = sum(parcel.file is not None for parcel in self.under_way.values())
        room = AT_ONCE - (len(self.under_way) - slow)  # files on their way up keep no words from leaving
        for parcel in await self._exchange(max(room, 0), files=slow < AT_ONCE):
            self.under_way[asyncio.create_task(self._send(parcel))] = parcel
            if parcel.file is not None:  # there is room for as many words
                self.awake.set()

    async def _gathered(self) -> None:
        self.idle.clear()
        with suppress(TimeoutError):
            await asyncio.wait_for(self.idle.wait(), TOGETHER)

    async def _exchange(self, room: int, *, files: bool = True) -> list[Parcel]:
        """Nothing that left is forgotten if the database is in trouble: it is settled when it is well again."""
        left, self.left = self.left, []
        terms = (self.now(), room, self.pace, self.roll.number)
        try:
            taken = await asyncio.to_thread(exchange, self.db, left, *terms, files=files)
        except Exception as error:
            if trouble(error):
                self.left = left + self.left
            else:
                await asyncio.to_thread(one_by_one, self.db, left)
            raise
        if left:
            self._ring(left)
        self._look_again([*taken.more_at, *(fate.due for fate in left if fate.due)])
        return taken.parcels

    def _ring(self, left: Sequence[Fate]) -> None:
        self.bell.ring(*{fate.parcel.conversation_id for fate in left})
        self.rings += 1

    def _look_again(self, moments: Sequence[datetime]) -> None:
        """At the first of these moments, if it comes before the next look does. It may have come while we settled."""
        waits = [(moment - self.now()).total_seconds() for moment in moments]
        soon = [max(wait, SHORT) for wait in waits if wait < PATIENCE]
        if soon:
            asyncio.get_running_loop().call_later(min(soon), self.awake.set)

    async def deliver_due(self) -> int:
        """Deliver the first due line of every chat, once; how many were tried. For tests and commands."""
        parcels = await asyncio.to_thread(lease, self.db, self.now(), 1000, self.pace)
        await asyncio.gather(*(self._send(p) for p in parcels))
        await self._exchange(0)
        return len(parcels)

    async def stop(self) -> None:
        """Finish what is under way, start nothing more."""
        self.closing = True
        self.awake.set()
        await self._rest()

    async def _rest(self) -> None:
        await asyncio.gather(*self.under_way, return_exceptions=True)
        await self._guarded(self._exchange(0))

    async def _send(self, parcel: Parcel) -> None:
        began = self.now()
        outcome = await self._attempt(parcel)
        self.left.append(self._fate(parcel, outcome, began))
        self.under_way.pop(asyncio.current_task(), None)  # type: ignore[arg-type]  # the task that this is
        if not self.under_way:
            self.idle.set()
        self.awake.set()

    async def _attempt(self, parcel: Parcel) -> Delivered | Exception:
        try:
            return await self.channel.deliver(parcel)
        except Exception as error:  # noqa: BLE001  # whatever the channel does, the line is settled
            return error

    def _fate(self, parcel: Parcel, outcome: Delivered | Exception, began: datetime) -> Fate:
        match outcome:
            case Delivered(outside_id, file_id):
                self.stuck.over(parcel.line_id, passed=1)
                return Fate(parcel, "sent", outside_id=outside_id, file_id=file_id)
            case Blocked():
                return Fate(parcel, "blocked", tried_at=began)
            case Refused():
                return Fate(parcel, "failed", reason=str(outcome))
            case Wait():
                later = self.now() + timedelta(seconds=outcome.seconds)
                return Fate(parcel, "queued", due=later, asked_to_wait=True)
            case Away():
                self.stuck.over(parcel.line_id, passed=-1)
                return Fate(parcel, "queued", due=self.now() + _back_off(parcel.attempts, AWAY))
            case _:
                log.warning("line %s: %s", parcel.line_id, type(outcome).__name__)
                return self._broken(parcel)

    def _broken(self, parcel: Parcel) -> Fate:
        if self.stuck.fails(parcel.line_id, self.now()):
            return Fate(parcel, "failed", reason=STUCK)
        return Fate(parcel, "sending", due=self.now() + _back_off(parcel.attempts))


def _back_off(attempts: int, most: float = UNCLEAR) -> timedelta:
    """2, 4, 8 … seconds."""
    return timedelta(seconds=min(2.0 ** min(attempts, 9), most))
