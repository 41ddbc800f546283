"""Receiving by long polling: an update is acknowledged only once it has been committed."""

from __future__ import annotations

import asyncio
import logging

from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramConflictError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.types import Update

from backend.db import Database
from backend.live import Bell
from backend.script import Script
from bot.courtesy import be_courteous, leave_groups
from bot.ingest import handle, readable, touched

log = logging.getLogger(__name__)
ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member"]
POLL = 25
"""Seconds that Telegram may hold a poll open."""
PAUSES = (1.0, 2.0, 5.0, 15.0, 30.0)
CONFLICT = 30.0


class Poller:
    """The one reader of updates of a bot."""

    def __init__(self, bot: Bot, db: Database, script: Script, bell: Bell) -> None:
        self.bot, self.db, self.script, self.bell = bot, db, script, bell
        self.offset: int | None = None
        self.failures = 0

    async def run(self) -> None:
        """Poll until cancelled. Failures are waited out, ever longer."""
        while True:
            try:
                await self.poll_once(POLL)
                self.failures = 0
            except Exception as error:  # noqa: BLE001  # Telegram or the database is away: nothing is lost, wait
                await asyncio.sleep(self._pause(error))

    async def poll_once(self, timeout: int = 0) -> int:  # noqa: ASYNC109  # Telegram's own long poll
        """One poll: handled and committed, then acknowledged by the next. Returns how many updates came."""
        updates, last = await self._updates(timeout)
        if updates:
            await self._take(updates)
        if last is not None:
            self.offset = last + 1
        return len(updates)

    async def _updates(self, seconds: int) -> tuple[list[Update], int | None]:
        """What came, and its last id. One update that cannot be read does not keep the others from us."""
        try:
            found = await self.bot.get_updates(
                offset=self.offset, timeout=seconds, allowed_updates=ALLOWED, request_timeout=seconds + 10
            )
        except ClientDecodeError as error:
            raw = error.data.get("result") if isinstance(error.data, dict) else None
            if not isinstance(raw, list) or not raw:
                raise
            return await asyncio.to_thread(readable, self.db, self.script, self.bot, raw), raw[-1][
                "update_id"
            ]
        return found, found[-1].update_id if found else None

    async def _take(self, updates: list[Update]) -> None:
        handled = await asyncio.to_thread(handle, self.db, self.script, self.bot.id, updates)
        self.bell.ring(*touched(handled))
        await be_courteous(self.bot, handled)
        await leave_groups(self.bot, self.script, updates)

    def _pause(self, error: Exception) -> float:
        """How long to wait, and a word to the operator. Never the token, never words of a youth."""
        self.failures += 1
        match error:
            case TelegramUnauthorizedError():
                log.error("PASSERELLE_TELEGRAM_TOKEN is refused by Telegram (401): expected a valid token")
                return CONFLICT
            case TelegramConflictError():
                log.error("another process polls with the same PASSERELLE_TELEGRAM_TOKEN (409)")
                return CONFLICT
            case TelegramRetryAfter():
                return float(error.retry_after)
            case AiogramError():
                log.warning("telegram: %s", type(error).__name__)
            case _:
                log.error("updates wait with Telegram: %s", type(error).__name__)
        return PAUSES[min(self.failures, len(PAUSES)) - 1]
