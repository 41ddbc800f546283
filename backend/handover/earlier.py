"""What happened with a youth before: former handovers, and whether contact is lost."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlmodel import col, select

from backend.db import Tx
from backend.handover.models import Handover
from backend.people.models import LostContact, Person

SHOWN = 5
"""Former handovers, at most."""


class Former(NamedTuple):
    """A handover that is over."""

    id: int
    closed_at: datetime
    mediator: str | None
    outcome: str | None
    aids: tuple[str, ...]


def former(tx: Tx, handover: Handover) -> list[Former]:
    """The last handovers of the same youth that were closed, the newest first."""
    theirs = (
        Handover.youth_id == handover.youth_id,
        Handover.id != handover.id,
        col(Handover.closed_at).is_not(None),
    )
    rows = tx.execute(
        select(Handover.id, Handover.closed_at, Person.name, Handover.outcome, Handover.aids)  # type: ignore[call-overload]
        .outerjoin(Person, col(Person.id) == Handover.mediator_id)
        .where(*theirs)
        .order_by(col(Handover.id).desc())
        .limit(SHOWN)
    )
    return [Former(id_, at, name, outcome, tuple(aids)) for id_, at, name, outcome, aids in rows]


def lost_since(tx: Tx, youth_id: int) -> tuple[str, datetime] | None:
    """Why and since when this youth cannot be reached in the chat; None if they can, as far as is known."""
    mine = select(LostContact.cause, LostContact.at).where(
        LostContact.youth_id == youth_id, col(LostContact.ended_at).is_(None)
    )
    row = tx.execute(mine.order_by(col(LostContact.id).desc()).limit(1)).first()
    return (row[0], row[1]) if row else None
