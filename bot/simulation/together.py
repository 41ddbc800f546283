"""A simulated day with several processes, from an address to a report."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import monotonic

from sqlalchemy import func, select

from backend.live import Bell
from backend.models import Line
from backend.neighbours import neighbours
from backend.rows import table_of
from bot.simulation.alone import each, size
from bot.simulation.country import MISSIONS, country
from bot.simulation.crew import Hand, crew
from bot.simulation.furnishing import SLUG
from bot.simulation.ground import opened, settings_for
from bot.simulation.locks import Looks, looking
from bot.simulation.moment import Shared
from bot.simulation.over_http import answering
from bot.simulation.plan import Plan
from bot.simulation.report import Report
from bot.simulation.side_by_side import Crowd
from bot.simulation.telling import told, work_of

LAST = 60.0
"""Seconds in which the sender must have said something more of what is due at the end."""


async def simulate_with(workers: int, plan: Plan, url: str, missions: int = MISSIONS) -> Report:
    """Play the day with so many processes, on PostgreSQL. Raises NotOurs before anything is written."""
    structures = country(missions)
    db = opened(url, structures)
    bell, team = Bell(), SLUG + structures[0].seat.insee
    try:
        with tempfile.TemporaryDirectory(prefix="passerelle-simulate-") as folder, neighbours(db, bell):
            file = Path(folder) / "clock"
            crowd = Crowd(plan, db, settings_for(url), team, Shared(file), bell)
            async with answering(crowd.sky) as api:
                words = (url, team, str(file), api, str(plan.grain))
                async with crew(workers, *words) as hands:
                    return await _played(crowd, hands)
    finally:
        db.close()


async def _played(crowd: Crowd, hands: Sequence[Hand]) -> Report:
    db, before = crowd.db, size(crowd.db)
    spent = [await hand.spent() for hand in hands]
    with looking(db) as looks:
        await crowd.play(hands)
        await _all_said(crowd)
    after = [await hand.spent() for hand in hands]
    crowd.spent.rounds = sum(one["rounds"] for one in after) - sum(one["rounds"] for one in spent)
    crowd.spent.failed = int(sum(one["failed"] for one in after))
    whole = sum(one["cpu"] for one in after) - sum(one["cpu"] for one in spent)
    crowd.spent.turns = whole - crowd.spent.rounds
    return told(crowd, _work(crowd, looks, size(db) - before), workers=len(hands))


async def _all_said(crowd: Crowd) -> None:
    """What is due at the end leaves."""
    crowd.clock.goes_to(crowd.plan.end)
    line, until, fewest = table_of(Line), monotonic() + LAST, None
    due = select(func.count()).where(line.c.due <= crowd.clock())
    while monotonic() < until:
        with crowd.db.reading() as tx:
            left = tx.execute(due).scalar_one()
        if not left:
            return
        if fewest is None or left < fewest:
            until, fewest = monotonic() + LAST, left
        crowd.bell.ring()
        await asyncio.sleep(0.1)


def _work(crowd: Crowd, looks: Looks, grown: int) -> Report:
    return work_of(crowd, crowd.spent.whole, digits=1) | {
        "updates_tried_again": crowd.tried_again,
        "waiting_for_locks": looks.share,
        "bytes_a_youth": each(grown, crowd.plan.youths),
    }
