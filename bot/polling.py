"""Receiving by long polling: an update is acknowledged only once it has been committed."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from aiogram import Bot
from aiogram.exceptions import AiogramError, ClientDecodeError, TelegramConflictError
from aiogram.methods import GetUpdates
from aiogram.types import Update

from backend.db import Database
from backend.live import Bell
from backend.reception import Reception
from backend.script import Script
from bot.calling import call
from bot.courtesy import Courtesies
from bot.haste import Haste
from bot.ingest import Handled, handle, set_aside, touched
from bot.reading import is_id, only_ids, read
from bot.standing import Standing

ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member"]
POLL = 25
"""Seconds that Telegram may hold a poll open."""
LATE = 10
"""Seconds more after which the poll is given up."""
BATCH = 100
LARGEST = 2**62
"""Beyond it no number of an update can be confirmed."""


class NoAnswer(AiogramError):
    """What came is nothing that Telegram says."""


class Poller:
    """The one reader of updates of a bot."""

    def __init__(
        self,
        bot: Bot,
        db: Database,
        script: Script,
        bell: Bell,
        reception: Reception | None = None,
        pace: int = 0,
    ) -> None:
        self.bot, self.db, self.script, self.bell = bot, db, script, bell
        self.standing = Standing(db, script, reception or Reception())
        self.courtesies, self.haste = Courtesies(bot, script), Haste(pace)
        self.offset: int | None = None
        self.limit = BATCH

    async def run(self) -> None:
        """Poll until cancelled. Failures are waited out, ever longer."""
        while True:
            pause = await self.step(POLL)
            await asyncio.sleep(pause)

    async def step(self, seconds: int) -> float:
        """One poll, and a word if it goes wrong. Returns the seconds to wait before the next."""
        try:
            await self._poll(seconds)
            await self.standing.flows()
        except Exception as error:  # noqa: BLE001  # Telegram or the database is away: nothing is lost, wait
            await self._unhook(error)
            return await self.standing.waits(error)
        return 0.0

    async def poll_once(self, timeout: int = 0) -> int:  # noqa: ASYNC109  # Telegram's own long poll
        """One poll with all that follows from it. Returns how many updates came."""
        came = await self._poll(timeout)
        await self.courtesies.rest()
        return came

    async def _poll(self, seconds: int) -> int:
        """Handled and committed, then acknowledged by the next poll; what nobody can read too, it is set aside."""
        bodies = await self._updates(seconds)
        if bodies:
            updates, handled = await asyncio.to_thread(self._take, bodies)
            self.bell.ring(*touched(handled))
            self.courtesies.begin(handled, updates)
            self.offset = _last(bodies) + 1
        return len(bodies)

    async def _updates(self, seconds: int) -> list[Any]:
        """What came. What is nested too deeply is asked for alone, so that it keeps nobody from us."""
        asked = {"offset": self.offset, "timeout": seconds, "limit": self.limit, "allowed_updates": ALLOWED}
        try:
            found = await call(self.bot, GetUpdates, patience=seconds + LATE, **asked)
        except ClientDecodeError as error:
            if not isinstance(error.original, RecursionError):
                raise
            alone, self.limit = self.limit == 1, 1
            return only_ids(str(error.data)) if alone else await self._updates(0)
        self.limit = BATCH
        if not isinstance(found, list):
            raise NoAnswer("no updates")
        return found

    async def _unhook(self, error: Exception) -> None:
        """A webhook that stands from earlier keeps every poll from us."""
        if isinstance(error, TelegramConflictError) and "webhook" in error.message:
            with suppress(AiogramError):
                await self.bot.delete_webhook()

    def _take(self, bodies: Sequence[Any]) -> tuple[list[Update], Handled]:
        updates, failures = read(self.bot, bodies)
        set_aside(self.db, self.script, failures)
        return updates, handle(self.db, self.script, self.bot.id, updates, haste=self.haste)


def _last(bodies: Sequence[Any]) -> int:
    """The last number of a batch; never one by which Telegram understands something else (below zero: from the end)."""
    numbers = [body.get("update_id") for body in bodies if isinstance(body, dict)]
    fit = [number for number in numbers if is_id(number) and 0 <= number < LARGEST]
    if not fit:
        raise NoAnswer("no number that can be confirmed")
    return fit[-1]
