"""The youth sees that somebody is writing to them: a courtesy, for the few seconds in which it is true."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import AsyncIterator

from aiogram import Bot
from aiogram.exceptions import AiogramError
from sqlalchemy.exc import SQLAlchemyError

from backend.db import Database
from backend.handover.queries import written_to
from backend.presence import WRITES, Presence, Sign

log = logging.getLogger(__name__)
EVERY = 4.0
"""Seconds. Telegram shows it for five."""
WAITING = 100
"""Signs that wait to be shown; more are left: they would be late."""


@contextlib.asynccontextmanager
async def composing(bot: Bot, db: Database, presence: Presence) -> AsyncIterator[None]:
    """While the bot runs, it shows every sign of writing to whom it concerns."""
    loop = asyncio.get_running_loop()
    signs: asyncio.Queue[Sign] = asyncio.Queue(WAITING)

    def follow(sign: Sign) -> None:
        if sign.does == WRITES and not loop.is_closed():
            loop.call_soon_threadsafe(_queue, signs, sign)

    presence.followers.append(follow)
    task = asyncio.create_task(_show_all(bot, db, signs))
    try:
        yield
    finally:
        presence.followers.remove(follow)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _show_all(bot: Bot, db: Database, signs: asyncio.Queue[Sign]) -> None:
    shown: dict[tuple[int, int], float] = {}
    while True:
        sign = await signs.get()
        who, now = (sign.conversation_id, sign.person_id), time.monotonic()
        shown = {one: at for one, at in shown.items() if now - at < EVERY}
        if who not in shown:
            shown[who] = now
            await _show(bot, db, sign)


def _queue(signs: asyncio.Queue[Sign], sign: Sign) -> None:
    if not signs.full():
        signs.put_nowait(sign)


async def _show(bot: Bot, db: Database, sign: Sign) -> None:
    """Only the one who has the floor is shown: what others type is theirs."""
    try:
        address = await asyncio.to_thread(_address, db, sign)
        if address:
            await bot.send_chat_action(int(address), "typing")
    except (AiogramError, TimeoutError, SQLAlchemyError, ValueError) as error:
        log.info("a courtesy failed: %s", type(error).__name__)


def _address(db: Database, sign: Sign) -> str | None:
    with db.reading() as tx:
        return written_to(tx, sign.conversation_id, sign.person_id)
