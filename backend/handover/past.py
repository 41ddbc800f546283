"""What has ended in a conversation, and whether the same médiateur may be called again."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import col, select

from backend.db import Tx
from backend.handover.models import Handover
from backend.models import Conversation
from backend.people.models import Person
from backend.scene import Scene
from flows.events import Said, Sent

LONGEST = 10
"""Digits of an id."""
WITHIN = timedelta(hours=48)
"""How long after the end the youth may ask for the same médiateur."""
TURNS_OF_FLOOR = 3
"""A conversation in which a handover has ended has seen the floor change at least so often."""


def ended_lately(tx: Tx, row: Conversation, now: datetime) -> tuple[Handover, Person] | None:
    """The handover that ended last with a médiateur, not long ago and not for abuse; and who it was."""
    last = (
        select(Handover, Person)
        .join(Person, col(Person.id) == Handover.mediator_id)
        .where(Handover.conversation_id == row.id, col(Handover.closed_at) > now - WITHIN)
        .order_by(col(Handover.closed_at).desc())
    )
    found = tx.exec(last).first()
    if found is None or found[0].outcome == "abuse" or not found[1].active:
        return None
    return found


def lately(scene: Scene) -> tuple[int, str] | None:
    """With whom the youth who writes now may be again: their id and first name."""
    row, event = scene.row, scene.arrival.event
    heard = scene.arrival.author == "youth" and isinstance(event, Said | Sent)
    if not heard or row.owner != "guide" or row.epoch < TURNS_OF_FLOOR or paused(row, scene.now):
        return None
    found = ended_lately(scene.tx, row, scene.now)
    return (found[1].id or 0, found[1].first_name) if found else None


def paused(row: Conversation, now: datetime) -> bool:
    """After abuse: the team takes no call from here for now."""
    return row.muted_until is not None and row.muted_until > now


def addressed(scene: Scene, why: str) -> tuple[str, int | None, int | None]:
    """(why, for whom, the handover taken up again) of a new call. A stranger's «resume-12» is an ordinary call."""
    kind, _, who = why.rpartition("-")
    wanted = int(who) if who.isdecimal() and len(who) < LONGEST else None
    if kind == "word":
        return why, wanted if wanted and scene.tx.get(Person, wanted) else None, None
    found = ended_lately(scene.tx, scene.row, scene.now)
    former = found[0].id if found else None
    if kind != "resume":
        return why, None, former
    if found and found[1].id == wanted:
        return why, wanted, former
    return "asked", None, former
