"""The desk Telegram over real HTTP, an outbox that delivers to it, and youths whose phones are on it."""

from __future__ import annotations

import httpx
import pytest
from aiogram import Bot
from aiogram.client.telegram import TelegramAPIServer

from backend.outbox import Outbox
from bot.desk.app import desk_app
from bot.outbound import Telegram
from tests.bot.desk.conftest import PromptSession
from tests.bot.desk.hand import TOKEN, Hand
from tests.bot.desk.serving import served
from tests.reached import Reached

IMPATIENT = 0.3
"""Seconds after which the bot gives a call up."""


@pytest.fixture(scope="module")
def telegram():
    with served(desk_app(token=TOKEN)) as base:
        yield base


@pytest.fixture
async def hand(telegram):
    async with httpx.AsyncClient(base_url=telegram, timeout=30) as client:
        hand = Hand(client)
        await hand.post("/control/reset")
        yield hand


@pytest.fixture
async def outbox(telegram, db, clock):
    session = PromptSession(api=TelegramAPIServer.from_base(telegram), timeout=IMPATIENT)
    async with Bot(TOKEN, session) as bot:
        yield Outbox(db, Telegram(bot), clock)


@pytest.fixture
async def lou(db, script, hand):
    return Reached(db, script, str(await hand.phone("Lou")), hand=hand)


@pytest.fixture
async def sam(db, script, hand):
    return Reached(db, script, str(await hand.phone("Sam")), name="Sam", hand=hand)
