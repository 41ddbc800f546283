"""A simulated day in this one process, from an address to a report."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path

from sqlalchemy import text

from backend.db import Database
from bot.house import House
from bot.simulation.country import MISSIONS, country
from bot.simulation.day import Day
from bot.simulation.figures import checked, counted
from bot.simulation.furnishing import SLUG
from bot.simulation.ground import opened, settings_for
from bot.simulation.plan import Plan
from bot.simulation.report import Report, conditions, milliseconds
from bot.simulation.shown import shown


async def simulate(plan: Plan, url: str, missions: int = MISSIONS) -> Report:
    """Play the day. Raises NotOurs before anything is written, OSError if the port for watching is taken."""
    structures = country(missions)
    db = opened(url, structures)
    try:
        before = size(db)
        settings = settings_for(url)
        day = Day(plan, db, settings, SLUG + structures[0].seat.insee)
        watched = shown(day, House(settings, db, day.script, day.bell)) if plan.speed else nullcontext()
        async with watched:
            await day.play()
        report = told(plan, db, day)
        report["work"]["bytes_a_youth"] = each(size(db) - before, plan.youths)
        return report
    finally:
        db.close()


def told(plan: Plan, db: Database, day: Day) -> Report:
    """Everything of a day that has ended."""
    with db.reading() as tx:
        found = counted(tx, day.script)
        checks = checked(tx, day.phones.number, day.phones.heard())
    return {
        "what was asked": asdict(plan),
        "conditions": conditions("SQLite" if db.is_sqlite else "PostgreSQL"),
        "work": work(day),
        "the day": {"youths": plan.youths, **found},
        "how it ended for them": day.phones.endings(),
        "checks": checks,
    }


def work(day: Day) -> Report:
    """Turns, and what they took."""
    spent, phones = day.spent, day.phones
    updates = phones.number
    return {
        "updates": updates,
        "updates_repeated": phones.repeated,
        "turns_a_second": round(updates / spent.taking) if spent.taking else 0,
        "cpu_ms_a_turn": round(1000 * spent.turns / max(updates, 1), 2),
        **milliseconds(phones.taken),
        "nothing_was_said_to": phones.silent,
        "messages": sum(many for name, many in day.sky.said.items() if name.startswith("send")),
        "refused_by_telegram": dict(day.sky.refused),
        "jobs_of_the_clock": day.rounds.runs,
        "cpu_s_of_the_clock": round(spent.rounds or day.rounds.spent, 1),
        "acts_of_mediators": day.team.acts,
        "refused_acts_of_mediators": day.team.refused,
        "seconds": round(spent.real, 1),
    }


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
