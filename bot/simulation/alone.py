"""A simulated day in this one process, from an address to a report."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

from sqlalchemy import text

from backend.db import Database
from bot.house import House
from bot.simulation.country import MISSIONS, country
from bot.simulation.day import Day
from bot.simulation.furnishing import SLUG
from bot.simulation.ground import opened, settings_for
from bot.simulation.locks import looking
from bot.simulation.plan import Plan
from bot.simulation.report import Report
from bot.simulation.shown import shown
from bot.simulation.telling import told, work_of
from bot.starting import settle_in


async def simulate(plan: Plan, url: str, missions: int = MISSIONS) -> Report:
    """Play the day. Raises NotOurs before anything is written, OSError if the port for watching is taken."""
    structures = country(missions)
    db = opened(url, structures)
    try:
        before = size(db)
        settings = settings_for(url)
        day = Day(plan, db, settings, SLUG + structures[0].seat.insee)
        watched = shown(day, House(settings, db, day.script, day.bell)) if plan.speed else nullcontext()
        with nullcontext() if db.is_sqlite else looking(db) as looks:
            async with watched:
                settle_in()
                await day.play()
        grown = {"bytes_a_youth": each(size(db) - before, plan.youths)}
        return told(day, work(day) | grown | ({"waiting_for_locks": looks.share} if looks else {}))
    finally:
        db.close()


def work(day: Day) -> Report:
    """Turns, and what they took; the jobs of the clock are done in between."""
    day.spent.rounds, day.spent.failed = day.rounds.spent, day.rounds.failed
    simulated = day.spent.whole - day.spent.turns - day.spent.rounds
    return work_of(day, simulated) | {"jobs_of_the_clock": day.rounds.runs}


def each(grown: int, youths: int) -> int | None:
    """Bytes for each youth; None where a database used before had room left. True of a fresh one only."""
    return grown // youths if grown > 0 else None


def size(db: Database) -> int:
    """Bytes of the database."""
    with db.reading() as tx:
        if not db.is_sqlite:
            return int(
                tx.connection().execute(text("SELECT pg_database_size(current_database())")).scalar() or 0
            )
        tx.connection().exec_driver_sql("SELECT 1")
    path = Path(db.engine.url.database or "")
    return sum(p.stat().st_size for p in (path, path.with_name(path.name + "-wal")) if p.exists())
