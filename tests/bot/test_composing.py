"""Somebody writes: the youth sees it, if it is the one who has the floor."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

import pytest

from backend.live import Bell
from backend.presence import READS, WRITES, Sign
from bot.composing import composing
from tests.mediator import Mediator


@pytest.fixture
def url(sqlite_url: str) -> str:
    return sqlite_url


@dataclass
class Shown:
    """The one call that is made, and to whom."""

    chats: list[tuple[int, str]] = field(default_factory=list)
    news: asyncio.Event = field(default_factory=asyncio.Event)

    async def send_chat_action(self, chat: int, action: str) -> None:
        self.chats.append((chat, action))
        self.news.set()


async def test_only_who_has_the_floor_is_seen_writing_and_once_in_a_while(youth, db, script):
    youth.starts()
    youth.writes("/humain")
    nadia, bell, bot = Mediator(db, script), Bell(), Shown()
    nadia.claims(nadia.sees()[0])
    me = nadia.person.id or 0
    async with composing(bot, db, bell.presence):
        bell.presence.shows(Sign(2, me, "Nadia", WRITES))
        bell.presence.shows(Sign(99, me, "Nadia", WRITES))
        for does, who in ((READS, me), (WRITES, me), (WRITES, me)):
            bell.presence.shows(Sign(1, who, "Nadia", does))
        async with asyncio.timeout(20):
            await bot.news.wait()
    assert bot.chats == [(42, "typing")]
    assert bell.presence.followers == []


async def test_a_colleague_who_types_is_not_shown(youth, db, script):
    youth.starts()
    youth.writes("/humain")
    nadia, bell, bot = Mediator(db, script), Bell(), Shown()
    nadia.claims(nadia.sees()[0])
    other = youth.__class__(db, script, "43")
    other.starts()
    other.writes("/humain")
    nadia.claims(nadia.sees()[-1])
    me = nadia.person.id or 0
    async with composing(bot, db, bell.presence):
        bell.presence.shows(Sign(1, me + 1, "Théo", WRITES))
        bell.presence.shows(Sign(2, me, "Nadia", WRITES))
        async with asyncio.timeout(20):
            await bot.news.wait()
    assert bot.chats == [(43, "typing")]
