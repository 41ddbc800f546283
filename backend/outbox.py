"""Delivering what was written down as due: in order for each chat, at least once, different chats side by side."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Protocol

from backend.db import Database
from backend.leases import Parcel, fail, lease, recover, settle
from backend.live import Bell
from backend.script import Clock

log = logging.getLogger(__name__)
AT_ONCE = 8
"""How many chats are written to at the same time."""
PATIENCE = 1.0
"""Seconds between two looks when nothing rings."""


class Refused(Exception):
    """The channel will never accept this line, or never give this file; the argument is its reason."""


class Blocked(Exception):
    """The youth does not want to hear from us here."""


class Wait(Exception):
    """The channel asks for a pause before anything more is said."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"wait {seconds} s")
        self.seconds = seconds


class Away(Exception):
    """The channel cannot be reached now."""


@dataclass(frozen=True)
class Delivered:
    """The channel's id of the message, and of the file in it."""

    outside_id: str | None = None
    file_id: str | None = None


@dataclass(frozen=True)
class Opened:
    """A file that the channel keeps, as it comes in. `size` in bytes, None if the channel does not say."""

    size: int | None
    chunks: AsyncIterator[bytes]


class Channel(Protocol):
    """Where the youths are."""

    async def deliver(self, parcel: Parcel) -> Delivered:
        """Raises Refused, Blocked, Wait; anything else means: perhaps."""

    async def open_file(self, file_id: str) -> Opened:
        """Raises Refused, Away, also while the chunks come."""


class Outbox:
    """The one sender of a process."""

    def __init__(self, db: Database, channel: Channel, now: Clock, bell: Bell | None = None) -> None:
        self.db, self.channel, self.now, self.bell = db, channel, now, bell or Bell()
        self.under_way: set[asyncio.Task[None]] = set()
        self.closing = False

    async def run(self) -> None:
        """Deliver until `stop`. What a dead process was sending is taken up first."""
        await asyncio.to_thread(recover, self.db, self.now())
        while not self.closing:
            try:
                await self._round()
            except Exception as error:  # noqa: BLE001  # the database is away: say so without words, and go on
                log.error("outbox: %s", type(error).__name__)  # noqa: TRY400  # a traceback may hold words
                await self.bell.wait(PATIENCE)

    async def _round(self) -> None:
        rung, room = self.bell.rung, AT_ONCE - len(self.under_way)
        parcels = await asyncio.to_thread(lease, self.db, self.now(), room) if room else []
        for parcel in parcels:
            task = asyncio.create_task(self._send(parcel))
            self.under_way.add(task)
            task.add_done_callback(partial(self._done, parcel.conversation_id))
        if not parcels:
            await self.bell.wait(PATIENCE, rung)

    def _done(self, conversation_id: int, task: asyncio.Task[None]) -> None:
        """A line that could not be settled is taken up again when its lease is over."""
        self.under_way.discard(task)
        if not task.cancelled() and (error := task.exception()):
            log.error("outbox: not settled: %s", type(error).__name__)
        self.bell.ring(conversation_id)

    async def deliver_due(self) -> int:
        """Deliver the first due line of every chat, once; how many were tried. For tests and commands."""
        parcels = await asyncio.to_thread(lease, self.db, self.now(), 1000)
        await asyncio.gather(*(self._send(p) for p in parcels))
        return len(parcels)

    async def stop(self) -> None:
        """Finish what is under way, start nothing more."""
        self.closing = True
        self.bell.ring()
        await asyncio.gather(*self.under_way, return_exceptions=True)

    async def _send(self, parcel: Parcel) -> None:
        outcome = await self._attempt(parcel)
        await asyncio.to_thread(self._settle, parcel, outcome)

    async def _attempt(self, parcel: Parcel) -> Delivered | Exception:
        try:
            return await self.channel.deliver(parcel)
        except Exception as error:  # noqa: BLE001  # whatever the channel does, the line is settled
            return error

    def _settle(self, parcel: Parcel, outcome: Delivered | Exception) -> None:
        match outcome:
            case Delivered(outside_id, file_id):
                settle(self.db, parcel, "sent", outside_id=outside_id, file_id=file_id)
            case Blocked():
                settle(self.db, parcel, "blocked")
            case Refused():
                settle(self.db, parcel, "failed", reason=str(outcome))
            case Wait():
                fail(self.db, parcel, self.now() + timedelta(seconds=outcome.seconds), undelivered=True)
            case _:
                log.warning("line %s: %s", parcel.line_id, type(outcome).__name__)
                fail(self.db, parcel, self.now() + _back_off(parcel.attempts), undelivered=False)


def _back_off(attempts: int) -> timedelta:
    """2, 4, 8 … seconds, five minutes at most."""
    return timedelta(seconds=min(2.0 ** min(attempts, 9), 300))
