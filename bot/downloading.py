"""Reading a file from Telegram, chunk by chunk. Its address holds the token: no error of ours tells it."""

from __future__ import annotations

from collections.abc import AsyncIterator

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.exceptions import AiogramError, TelegramBadRequest, TelegramNotFound
from aiohttp import ClientError, ClientTimeout

from backend.outbox import Away, Opened, Refused

CHUNK = 65_536
TIMEOUT = ClientTimeout(total=120, sock_connect=10, sock_read=20)
"""Seconds: for all of it, for the connection, between two pieces."""


async def open_file(bot: Bot, file_id: str) -> Opened:
    """Ask where the file is; nothing is read before the first chunk is asked for. Raises Refused, Away."""
    try:
        found = await bot.get_file(file_id)
    except (TelegramBadRequest, TelegramNotFound) as error:
        raise Refused(error.message) from None
    except (AiogramError, TimeoutError):
        raise Away from None
    if not found.file_path:
        raise Refused("no path")
    return Opened(found.file_size, chunks(bot, found.file_path))


async def chunks(bot: Bot, path: str) -> AsyncIterator[bytes]:
    """The bytes of a file. Raises Away."""
    if not isinstance(bot.session, AiohttpSession):
        raise Away
    session = await bot.session.create_session()
    url = bot.session.api.file_url(bot.token, path)
    try:
        async with session.get(url, timeout=TIMEOUT) as answer:
            if not answer.ok:
                raise Away
            async for chunk in answer.content.iter_chunked(CHUNK):
                yield chunk
    except (ClientError, TimeoutError):
        raise Away from None
