"""Delivering what was written down as due: in order for each chat, at least once, different chats side by side."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Coroutine
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Protocol

from sqlalchemy.exc import OperationalError

from backend.db import Database
from backend.leases import Parcel, lease, recover
from backend.live import Bell
from backend.script import Clock
from backend.settling import Fate, exchange, one_by_one

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
    """The one sender of a process. One transaction settles all that has left since the last, and takes what is next."""

    def __init__(self, db: Database, channel: Channel, now: Clock, bell: Bell | None = None) -> None:
        self.db, self.channel, self.now, self.bell = db, channel, now, bell or Bell()
        self.under_way: set[asyncio.Task[None]] = set()
        self.left: list[Fate] = []
        """Sent, and not settled yet."""
        self.awake = asyncio.Event()
        """There may be something to do: a line left, a bell rang, or it is time to look again."""
        self.closing = False

    async def run(self) -> None:
        """Deliver until `stop`. What a dead process was sending is taken up first."""
        await asyncio.to_thread(recover, self.db, self.now())
        listening = asyncio.create_task(self._listen())
        try:
            while not self.closing:
                await self._guarded(self._round())
            await self._rest()
        finally:
            listening.cancel()

    async def _guarded(self, work: Coroutine[Any, Any, object]) -> None:
        try:
            await work
        except Exception as error:  # noqa: BLE001  # the database is away: say so without words, and go on
            log.error("outbox: %s", type(error).__name__)  # noqa: TRY400  # a traceback may hold words
            if not self.closing:
                await asyncio.sleep(PATIENCE)

    async def _listen(self) -> None:
        while not (self.closing or self.bell.closed):  # a closed bell does not let wait
            rung = self.bell.rung
            self.awake.set()
            await self.bell.wait(PATIENCE, rung)

    async def _round(self) -> None:
        await self.awake.wait()
        self.awake.clear()
        parcels = await self._exchange(AT_ONCE - len(self.under_way))
        for parcel in parcels:
            self.under_way.add(asyncio.create_task(self._send(parcel)))

    async def _exchange(self, room: int) -> list[Parcel]:
        """Nothing that left is forgotten if the database is away: it is settled when it is back."""
        left, self.left = self.left, []
        try:
            parcels = await asyncio.to_thread(exchange, self.db, left, self.now(), room)
        except OperationalError:
            self.left = left + self.left
            raise
        except Exception:
            await asyncio.to_thread(one_by_one, self.db, left)
            raise
        if left:
            self.bell.ring(*{fate.parcel.conversation_id for fate in left})
        return parcels

    async def deliver_due(self) -> int:
        """Deliver the first due line of every chat, once; how many were tried. For tests and commands."""
        parcels = await asyncio.to_thread(lease, self.db, self.now(), 1000)
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
        outcome = await self._attempt(parcel)
        self.left.append(self._fate(parcel, outcome))
        self.under_way.discard(asyncio.current_task())
        self.awake.set()

    async def _attempt(self, parcel: Parcel) -> Delivered | Exception:
        try:
            return await self.channel.deliver(parcel)
        except Exception as error:  # noqa: BLE001  # whatever the channel does, the line is settled
            return error

    def _fate(self, parcel: Parcel, outcome: Delivered | Exception) -> Fate:
        match outcome:
            case Delivered(outside_id, file_id):
                return Fate(parcel, "sent", outside_id=outside_id, file_id=file_id)
            case Blocked():
                return Fate(parcel, "blocked")
            case Refused():
                return Fate(parcel, "failed", reason=str(outcome))
            case Wait():
                return Fate(parcel, "queued", due=self.now() + timedelta(seconds=outcome.seconds))
            case _:
                log.warning("line %s: %s", parcel.line_id, type(outcome).__name__)
                return Fate(parcel, "sending", due=self.now() + _back_off(parcel.attempts))


def _back_off(attempts: int) -> timedelta:
    """2, 4, 8 … seconds, five minutes at most."""
    return timedelta(seconds=min(2.0 ** min(attempts, 9), 300))
