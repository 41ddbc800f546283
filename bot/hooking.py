"""Telling Telegram where to call, until it has heard it; and asking it whether its calls get through."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

from aiogram import Bot
from aiogram.types import WebhookInfo

from backend.reception import OURS
from bot.polling import ALLOWED
from bot.standing import Standing

EVERY = 60.0
"""Seconds between two questions."""
LATELY = timedelta(minutes=3)
"""A call that failed before is over: Telegram tries again at least every minute."""
CALLS = 40
"""So many at the same time, at most."""


class Hook:
    """The webhook of a bot, as one process of ours looks after it."""

    def __init__(self, bot: Bot, url: str, secret: str, standing: Standing) -> None:
        self.bot, self.url, self.secret, self.standing = bot, url, secret, standing
        self.is_set = False

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            pause = await self.step()
            await asyncio.sleep(pause)

    async def step(self) -> float:
        """One look, and a word if it goes wrong. Returns the seconds to wait before the next."""
        try:
            await self.look()
        except Exception as error:  # noqa: BLE001  # Telegram is away, or refuses: try again
            return await self.standing.waits(error)
        return EVERY

    async def look(self) -> None:
        """Set it, the first time and whenever it is not ours any more; then hear how it goes. Raises AiogramError."""
        found = await self.bot.get_webhook_info() if self.is_set else None
        if found is None or found.url != self.url:
            self.is_set = await self.bot.set_webhook(
                self.url, secret_token=self.secret, allowed_updates=ALLOWED, max_connections=CALLS
            )
        elif troubled(found, self.standing.script.now()):
            await self.standing.says("unheard", found.last_error_message or "")
            return
        if self._may_end():
            await self.standing.flows()

    def _may_end(self) -> bool:
        """What ails the database is ended by an update that is kept, not by a word of Telegram's."""
        waiting = self.standing.reception.waiting
        return waiting is None or waiting.reason in OURS


def troubled(found: WebhookInfo, now: datetime) -> bool:
    """Whether updates wait because the last call failed."""
    failed = found.last_error_date
    return failed is not None and found.pending_update_count > 0 and now - failed < LATELY
