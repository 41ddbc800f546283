"""Two processes behind a webhook, on PostgreSQL: they fight for a chat, are renewed, and one of two senders dies."""

from __future__ import annotations

import asyncio
import signal
from contextlib import asynccontextmanager
from random import Random

import httpx
import pytest

from bot.webhook import HEADER, PATH
from tests.chaos.bots import SECRET
from tests.chaos.reaper import Aim, Reaper
from tests.chaos.test_ending import burst, doubled, ended, kept
from tests.chaos.youths import Youth


@pytest.fixture
def url(postgres_url):
    """SQLite means one process."""
    return postgres_url


async def test_two_processes_that_get_the_same_updates_of_one_chat_handle_each_once(scene):
    """Telegram sends again what it holds for unanswered, and may have two in the air for one chat."""
    lou = Youth(scene.telegram.desk, "Lou", Random(0))
    for number in range(20):
        lou.writes(f"/aide {number}")
    updates = list(scene.telegram.desk.updates.pending.values())
    await listening(scene)
    async with httpx.AsyncClient(timeout=30) as client:
        for update in updates:
            ports = Random(update["update_id"]).choices(scene.zygote.ports, k=4) + scene.zygote.ports
            answers = await asyncio.gather(*(given(client, port, update) for port in ports))
            assert {answer.status_code for answer in answers} == {200}
    scene.telegram.desk.updates.clear()
    await scene.rests()
    assert kept(scene, lou) and doubled(scene, lou) == 0


async def listening(scene):
    """One with everything and one that only receives, on ports of their own; Telegram calls neither by itself."""
    scene.starts("webhook", port=0)
    scene.starts("webhook", first=False, port=1)
    while not scene.telegram.desk.webhook.url:
        await asyncio.sleep(0.01)
    scene.telegram.desk.webhook.set("", "")


async def given(client, port, update):
    headers = {HEADER: SECRET}
    return await client.post(f"http://127.0.0.1:{port}{PATH}", json=update, headers=headers)


async def test_one_of_two_senders_dies_again_and_again_and_the_other_goes_on(scene):
    reaper = Reaper(scene.telegram, scene.db, Random(3))
    youths, other = burst(scene), scene.starts("webhook")
    for number in range(4):
        bot = scene.starts("webhook")
        for youth in youths:
            youth.writes(f"/aide again {number}")
        await reaper.takes(bot, "webhook", Aim("shown", 1 + 3 * number, 0.0))
    await scene.rests()
    other.dies()
    assert all(kept(scene, youth, reaper.kills) for youth in youths)


@asynccontextmanager
async def reading_pages(scene):
    """Somebody asks for a page again and again, and each time gets it."""
    reader = asyncio.create_task(_reads(f"http://127.0.0.1:{scene.zygote.ports[0]}/connexion"))
    yield
    assert not reader.done(), reader.result()
    reader.cancel()


async def _reads(url):
    while (status := await _as_a_browser(url)) == 200:
        await asyncio.sleep(0.01)
    return status


async def _as_a_browser(url):
    """A connection that is cut before any answer is made again, once."""
    async with httpx.AsyncClient(timeout=30) as client:
        try:
            return (await client.get(url)).status_code
        except (httpx.ReadError, httpx.RemoteProtocolError):
            return (await client.get(url)).status_code


async def test_a_rolling_restart_under_load_loses_and_doubles_nothing_and_lets_people_in(scene):
    old = [scene.starts("webhook"), scene.starts("webhook", first=False)]
    youths = burst(scene)
    async with reading_pages(scene):
        for bot, first in zip(old, (True, False), strict=True):
            shown = len(youths[0].shown())
            await youths[0].until(lambda shown=shown: len(youths[0].shown()) > shown)
            bot.gets(signal.SIGTERM)
            scene.starts("webhook", first=first)
            assert await ended(bot) == 0
        await scene.rests()
    assert all(kept(scene, youth) for youth in youths)
    assert [doubled(scene, youth) for youth in youths] == [0, 0, 0]
