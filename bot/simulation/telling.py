"""What a simulated day came to, whether one process played it or several."""

from __future__ import annotations

from dataclasses import asdict
from typing import Protocol

from backend.db import Database
from backend.script import Script
from bot.simulation.figures import checked, counted
from bot.simulation.phones import Phones
from bot.simulation.plan import Plan, Spent
from bot.simulation.report import Report, conditions, milliseconds
from bot.simulation.sky import Sky
from bot.simulation.team import Team


class Played(Protocol):
    """A day that has ended, with everything that took part in it."""

    plan: Plan
    db: Database
    script: Script
    phones: Phones
    sky: Sky
    team: Team
    spent: Spent


def told(day: Played, work: Report, **asked: int) -> Report:
    """Everything of it. `work` as `work_of` tells it, `asked` besides the plan."""
    with day.db.reading() as tx:
        found = counted(tx, day.script)
        remembered = set(range(1, day.phones.number + 1)) - day.phones.unkept
        checks = checked(tx, remembered, day.phones.heard())
    return {
        "what was asked": {**asdict(day.plan), **asked},
        "conditions": conditions("SQLite" if day.db.is_sqlite else "PostgreSQL"),
        "work": work,
        "the day": {"youths": day.plan.youths, **found},
        "how it ended for them": day.phones.endings(),
        "checks": checks | {"jobs_failed": day.spent.failed},
    }


def work_of(day: Played, simulated: float, digits: int | None = None) -> Report:
    """Turns, and what they took. `simulated`: seconds of processor of all that is not the product: phones, Telegram,
    médiateurs. `digits` of the turns a second behind the point.
    """
    spent, phones = day.spent, day.phones
    return {
        "updates": phones.number,
        "updates_repeated": phones.repeated,
        "turns_a_second": round(phones.number / spent.taking, digits) if spent.taking else 0,
        "cpu_ms_a_turn": round(1000 * spent.turns / max(phones.number, 1), 2),
        **milliseconds(phones.taken),
        "nothing_was_said_to": phones.silent,
        "messages": sum(many for name, many in day.sky.said.items() if name.startswith("send")),
        "refused_by_telegram": dict(day.sky.refused),
        "cpu_s_of_the_clock": round(spent.rounds, 1),
        "cpu_s_of_the_simulation": round(simulated, 1),
        "acts_of_mediators": day.team.acts,
        "refused_acts_of_mediators": day.team.refused,
        "seconds": round(spent.real, 1),
    }
