"""A médiateur proposes a place, a slot or a workshop: written down, and said to the youth with its buttons."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlmodel import col, select

from backend.db import Tx
from backend.handover.holding import Unreachable, locked, must_hold, repeated, turn
from backend.handover.models import Proposal
from backend.handover.promises import answered
from backend.handover.proposable import TOO_YOUNG
from backend.people.models import Person, Youth
from backend.scene import NotPossible
from backend.script import Script
from flows.events import Proposed

Finding = Callable[[Tx], dict[str, Any]]
"""What is proposed, looked up (and kept for the youth) in the transaction that proposes it."""


def propose(
    tx: Tx, script: Script, person: Person, handover_id: int, epoch: int, kind: str, find: Finding, nonce: str
) -> None:
    """Propose it to the youth. Raises FloorTaken, Unreachable, NotPossible: minor, taken, gone."""
    handover, row = locked(tx, handover_id)
    if repeated(tx, nonce):
        return
    must_hold(tx, handover, row, person, epoch)
    if row.blocked:
        raise Unreachable
    if kind != "place" and tx.get_one(Youth, row.youth_id).bracket == TOO_YOUNG:
        raise NotPossible("minor")
    made = Proposal(
        handover_id=handover_id, person_id=person.id or 0, kind=kind, about=find(tx), at=script.now()
    )
    handover.first_reply_at = handover.first_reply_at or script.now()
    tx.add_all((made, handover))
    tx.flush()
    answered(tx, script, handover)
    turn(tx, script, row, person, nonce, Proposed(str(made.id), kind, made.about, person.first_name))


def proposals_of(tx: Tx, handover_id: int) -> list[Proposal]:
    """Everything proposed in a handover, the oldest first."""
    mine = select(Proposal).where(Proposal.handover_id == handover_id)
    return list(tx.exec(mine.order_by(col(Proposal.id))))
