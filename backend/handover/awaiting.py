"""What a youth who called a human is told: when somebody reads, and until when somebody will have answered."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import col, select

from backend.db import Tx
from backend.handover.models import Handover, Promise
from backend.handover.promises import promise
from backend.scene import Scene
from backend.team.duty import staffed
from backend.team.notices import desk_of
from flows.events import Summoned
from flows.words import Deadline

LOOKS = (timedelta(days=4), timedelta(days=35))
"""How far ahead somebody's next hours are looked for."""


def called(scene: Scene, handover: Handover, danger: str | None) -> Summoned:
    """What is said to whoever called. With a human on the line already nothing is promised: nothing would be said."""
    desk = desk_of(scene.tx, scene.script, handover)
    if desk is None:
        return Summoned(danger=danger)
    held = scene.row.owner == "mediator"
    due = None if held else promise(scene.tx, scene.script, handover)
    reads_at = next_reading(scene.tx, desk.id or 0, scene.now)
    return Summoned(
        reads_at.isoformat() if reads_at else None,
        desk.timezone,
        danger,
        until=deadline(due, desk.timezone, scene.now),
    )


def next_reading(tx: Tx, mission_locale_id: int, now: datetime) -> datetime | None:
    """When somebody will read next; None if somebody does now, or if nobody knows."""
    looks = (next(iter(staffed(tx, mission_locale_id, now, now + far)), None) for far in LOOKS)
    first = next((found for found in looks if found), None)
    return None if first is None or first[0] <= now else first[0]


def deadline(due: datetime | None, zone: str, now: datetime) -> Deadline | None:
    """A moment as it is said to somebody now; None of none."""
    return Deadline(due.isoformat(), zone, now.isoformat()) if due else None


def awaited(scene: Scene) -> Deadline | None:
    """Until when somebody who waits was told to; None if nobody waits, nothing was said, or it is over."""
    if scene.row.owner != "waiting":
        return None
    rows = select(Promise, Handover).join(Handover).where(Handover.conversation_id == scene.row.id)
    still = rows.where(col(Promise.ended_at).is_(None), col(Promise.due_at) > scene.now)
    found = scene.tx.exec(still.order_by(col(Promise.id).desc())).first()
    desk = desk_of(scene.tx, scene.script, found[1]) if found else None
    return deadline(found[0].due_at, desk.timezone, scene.now) if found and desk else None
