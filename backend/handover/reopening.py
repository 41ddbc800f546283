"""A médiateur takes up again what had ended: they have found what was looked for, and the youth has not to ask."""

from __future__ import annotations

from datetime import datetime, timedelta

from backend.db import Tx
from backend.handover.holding import FloorTaken, Unreachable, locked, name_of, repeated, turn
from backend.handover.models import Handover
from backend.handover.opening import opened
from backend.handover.standing import offered
from backend.models import Conversation
from backend.people.models import Person
from backend.script import Script
from flows.events import Claimed

WITHIN = timedelta(days=30)
"""Later than this nobody writes to a youth who has not called."""


def reopen(tx: Tx, script: Script, person: Person, handover_id: int, nonce: str) -> int:
    """Open a new handover that takes this one up again, held by this person; its id.

    Raises FloorTaken (another is open, or it ended long ago), Unreachable.
    """
    handover, row = locked(tx, handover_id)
    now_open = opened(tx, row.id or 0)
    if repeated(tx, nonce) and now_open:
        return now_open.id or 0
    if row.owner == "nobody" or row.blocked:
        raise Unreachable
    again = may_reopen(handover, row, now_open, script.now())
    if handover.closed_at is None or "reopen" not in offered("closed", again=again):
        raise FloorTaken(name_of(tx, now_open.mediator_id) if now_open else None)
    fresh = _again(handover, person, script.now())
    tx.add(fresh)
    tx.flush()
    turn(tx, script, row, person, nonce, Claimed(person.first_name))
    return fresh.id or 0


def may_reopen(handover: Handover, row: Conversation, now_open: Handover | None, now: datetime) -> bool:
    """Whether what has ended may be taken up again: nobody else is called, the guide speaks, not long ago."""
    ended = handover.closed_at is not None and handover.closed_at > now - WITHIN
    return ended and now_open is None and row.owner == "guide" and not row.blocked


def _again(former: Handover, person: Person, now: datetime) -> Handover:
    return Handover(
        conversation_id=former.conversation_id,
        youth_id=former.youth_id,
        mission_locale_id=former.mission_locale_id,
        site_id=former.site_id,
        why=f"resume-{person.id}",
        opened_at=now,
        mediator_id=person.id,
        for_id=person.id,
        former_id=former.id,
        claimed_at=now,
    )
