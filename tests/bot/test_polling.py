"""Polling: acknowledged only once committed, and nothing stops it."""

from __future__ import annotations

import contextlib

import httpx
import pytest
from aiogram import Bot
from aiogram.client.telegram import TelegramAPIServer
from sqlalchemy.exc import OperationalError
from sqlmodel import select

from backend.live import Bell
from backend.models import Line
from bot.desk.app import TOKEN, desk_app
from bot.polling import Poller
from tests.bot.desk.conftest import PromptSession
from tests.bot.desk.hand import Hand
from tests.bot.desk.serving import served


@pytest.fixture(scope="module")
def desk():
    with served(desk_app()) as base:
        yield base


@pytest.fixture
async def hand(desk):
    async with httpx.AsyncClient(base_url=desk) as client:
        hand = Hand(client)
        await hand.post("/control/reset")
        yield hand


@pytest.fixture
async def poller(desk, db, script):
    session = PromptSession(api=TelegramAPIServer.from_base(desk))
    async with Bot(TOKEN, session=session) as bot:
        yield Poller(bot, db, script, Bell())


def heard(db):
    with db.reading() as tx:
        return list(tx.exec(select(Line.text).where(Line.author == "youth").order_by(Line.seq)))


async def test_what_was_not_committed_comes_again(hand, poller, db, monkeypatch):
    await hand.write(await hand.phone(), "bonjour")

    def away(*_args, **_more):
        raise OperationalError("x", {}, Exception())

    with monkeypatch.context() as patch:
        patch.setattr("bot.polling.handle", away)
        with contextlib.suppress(OperationalError):
            await poller.poll_once()
    assert heard(db) == [] and await poller.poll_once() == 1 and heard(db) == ["bonjour"]


async def test_a_batch_is_handled_in_order_and_once(hand, poller, db):
    phone = await hand.phone()
    for number in range(5):
        await hand.write(phone, f"message {number}")
    assert await poller.poll_once() == 5
    assert await poller.poll_once() == 0
    assert heard(db) == [f"message {number}" for number in range(5)]


async def test_a_new_reader_of_the_same_updates_handles_none_twice(hand, poller, db, script):
    await hand.write(await hand.phone(), "bonjour")
    await poller.poll_once()
    again = Poller(poller.bot, db, script, Bell())
    await hand.post("/control/duplicate")
    await again.poll_once()
    assert heard(db) == ["bonjour"]
