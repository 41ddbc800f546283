"""What a médiateur says: to the youth, or to the team only."""

from __future__ import annotations

from backend.db import Tx
from backend.handover.holding import FloorTaken, Unreachable, locked, must_hold, name_of, repeated, turn
from backend.handover.models import Note
from backend.handover.opening import opened
from backend.models import Line
from backend.people.models import Person
from backend.script import Script
from flows.events import MediatorSaid


def reply(
    tx: Tx, script: Script, person: Person, handover_id: int, epoch: int, text: str, nonce: str
) -> None:
    """Say something to the youth. Raises FloorTaken, Unreachable."""
    handover, row = locked(tx, handover_id)
    if repeated(tx, nonce):
        return
    must_hold(tx, handover, row, person, epoch)
    if row.blocked:
        raise Unreachable
    handover.first_reply_at = handover.first_reply_at or script.now()
    tx.add(handover)
    turn(tx, script, row, person, nonce, MediatorSaid(text))


def add_note(tx: Tx, person: Person, handover_id: int, text: str) -> None:
    """A private note: it cannot reach the youth."""
    tx.add(Note(handover_id=handover_id, person_id=person.id or 0, text=text))


def resend(tx: Tx, person: Person, line_id: int) -> None:
    """Send again a line that failed, or whose fate is not known, at its place in the thread. Raises FloorTaken."""
    line = tx.get_one(Line, line_id)
    handover = opened(tx, line.conversation_id)
    holder = handover.mediator_id if handover else None
    if holder != person.id:
        raise FloorTaken(name_of(tx, holder))
    if line.state in {"unknown", "failed"}:
        line.again, line.state, line.due = line.state == "unknown" or line.again, "queued", line.at
        tx.add(line)
