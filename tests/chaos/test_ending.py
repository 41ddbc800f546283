"""SIGTERM, and the end of whoever started a bot: what was on its way arrives, once, and the process is gone."""

from __future__ import annotations

import asyncio
import signal
from dataclasses import asdict
from random import Random
from time import monotonic

from tests.chaos.reckoning import account
from tests.chaos.reported import NEVER
from tests.chaos.youths import Youth

WITHIN = 20.0
"""Seconds: it gives itself four, and a busy machine takes longer."""
BURST, SHOWN = 60, 7


def kept(scene, youth, kills=()):
    """Nothing of what must never happen happened to this phone."""
    found = asdict(account(scene.db, youth, kills))
    return {name: many for name, many in found.items() if name in NEVER and many} == {}


def doubled(scene, youth):
    return account(scene.db, youth, ()).doubled


def burst(scene):
    """Three people write twenty messages each."""
    youths = [Youth(scene.telegram.desk, f"Lou {n}", Random(n)) for n in range(3)]
    for number in range(BURST):
        youths[number % 3].writes(f"/aide {number}")
    return youths


async def ended(bot):
    """How it ended, which it does by itself in time."""
    began = monotonic()
    code = await asyncio.to_thread(bot.ends)
    assert monotonic() - began < WITHIN
    return code


async def test_sigterm_in_the_middle_of_a_burst_loses_and_doubles_nothing(scene):
    delivery = "polling" if scene.db.is_sqlite else "webhook"
    youths, bot = burst(scene), scene.starts(delivery)
    await youths[0].until(lambda: len(youths[0].shown()) >= SHOWN)
    bot.gets(signal.SIGTERM)
    assert await ended(bot) == 0
    await scene.telegram.door.falls_silent()
    assert sum(len(youth.shown()) for youth in youths) < BURST, "it ended in the middle"
    scene.starts(delivery)
    await scene.rests()
    assert all(kept(scene, youth) for youth in youths)
    assert [doubled(scene, youth) for youth in youths] == [0, 0, 0]


async def test_a_bot_ends_when_nobody_holds_it_any_more(scene):
    bot, (lou, *_) = scene.starts("polling"), burst(scene)
    await lou.until(lambda: len(lou.shown()) >= SHOWN)
    scene.zygote.lets_go(bot.pid)
    assert await ended(bot) == 0
