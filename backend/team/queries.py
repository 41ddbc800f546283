"""How the notices to the staff stand, and which are kept no longer."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, func
from sqlmodel import col, select

from backend.db import Tx
from backend.people.models import Membership, Person
from backend.team.leases import WAITING
from backend.team.models import Notice

KEPT = timedelta(days=30)
"""How long a settled notice is still counted."""
UNHEARD = ("failed", "blocked")


@dataclass(frozen=True)
class Standing:
    """The notices, counted: those due and not said yet, those that wait for their hour, those nobody heard."""

    late: int
    oldest: datetime | None
    later: int
    unheard: int


def standing(tx: Tx, at: datetime) -> Standing:
    """Of all teams."""
    waiting = col(Notice.state).in_(WAITING)
    due = select(func.count(col(Notice.id)), func.min(Notice.due)).where(waiting, col(Notice.due) <= at)
    late, oldest = tx.execute(due).one()
    later = select(func.count(col(Notice.id))).where(waiting, col(Notice.due) > at)
    unheard = select(func.count(col(Notice.id))).where(col(Notice.state).in_(UNHEARD))
    return Standing(late, oldest, tx.exec(later).one(), tx.exec(unheard).one())


def unheard(tx: Tx, places: Collection[int]) -> list[str]:
    """The names of those of these missions locales whom notices did not reach."""
    there = select(Membership.person_id).where(col(Membership.mission_locale_id).in_(places))
    rows: Any = tx.exec(
        select(Person.name)
        .join(Notice, col(Notice.person_id) == Person.id)
        .where(col(Notice.state).in_(UNHEARD), col(Person.id).in_(there))
        .distinct()
        .order_by(Person.name)
    )
    return list(rows)


def forget_notices(tx: Tx, at: datetime) -> None:
    """What was settled long ago goes; what a chat still shows is kept until it is changed."""
    settled = (col(Notice.due).is_(None), col(Notice.outside_id).is_(None))
    tx.execute(delete(Notice).where(*settled, col(Notice.at) < at - KEPT))
