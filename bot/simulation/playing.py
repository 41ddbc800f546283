"""Which way a simulated day is played: alone in this process, watched, or by several processes."""

from __future__ import annotations

from bot.simulation.alone import simulate
from bot.simulation.ground import NotOurs, settings_for
from bot.simulation.plan import Plan
from bot.simulation.report import Report
from bot.simulation.together import simulate_with


async def play(plan: Plan, url: str, workers: int) -> Report:
    """The report of the day. Raises NotOurs."""
    if not workers:
        return await simulate(plan, url)
    if settings_for(url).is_sqlite:
        raise NotOurs("--workers needs postgresql://user:password@host/name, because SQLite has one writer")
    return await simulate_with(workers, plan, url)
