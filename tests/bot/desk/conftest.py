from collections.abc import AsyncIterator, Iterator

import httpx
import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.desk.app import desk_app
from tests.bot.desk.hand import TOKEN, Hand
from tests.bot.desk.serving import served


@pytest.fixture(scope="session")
def one_desk() -> Iterator[str]:
    with served(desk_app(token=TOKEN)) as base:
        yield base


@pytest.fixture
async def hand(one_desk: str) -> AsyncIterator[Hand]:
    """A hand on a desk that has forgotten the other tests."""
    async with httpx.AsyncClient(base_url=one_desk, timeout=30) as client:
        hand = Hand(client)
        await hand.post("/control/reset")
        yield hand


@pytest.fixture
async def bot(one_desk: str, hand: Hand) -> AsyncIterator[Bot]:
    async with bot_at(one_desk) as bot:
        yield bot


class PromptSession(AiohttpSession):
    """aiogram's session waits a quarter of a second at each close, for TLS; the desk has none."""

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()


def bot_at(base: str) -> Bot:
    """A real aiogram bot whose Telegram is the desk at `base`."""
    return Bot(TOKEN, PromptSession(api=TelegramAPIServer.from_base(base)))
