"""A simulated day with processes of its own: nothing is lost between them, and none ends unseen."""

from __future__ import annotations

import asyncio

import pytest

from bot.simulation.plan import Plan
from bot.simulation.side_by_side import Crowd
from bot.simulation.together import simulate_with
from tests.bot.simulation.test_day import FEW, empty_postgres

__all__ = ["empty_postgres"]
MORNING = Plan(youths=4, seed=3, hours=10, grain=3600)
WITHIN = 60.0


async def test_with_a_process_apart_nothing_is_lost_doubled_or_out_of_order(empty_postgres):
    report = await simulate_with(1, MORNING, empty_postgres, FEW)
    assert not any(report["checks"].values()), report["checks"]
    work = report["work"]
    assert work["updates"] > 20 and work["replies"] > 20 and work["cpu_ms_a_turn"] > 0
    assert report["what was asked"]["workers"] == 1


async def test_if_one_of_its_processes_dies_the_day_ends_and_says_so(empty_postgres, monkeypatch):
    play = Crowd.play

    async def killing(crowd, hands):
        asyncio.get_running_loop().call_later(0.1, hands[0].process.kill)
        await play(crowd, hands)

    monkeypatch.setattr(Crowd, "play", killing)
    with pytest.raises(RuntimeError, match="ended"):
        await asyncio.wait_for(simulate_with(1, MORNING, empty_postgres, FEW), WITHIN)
