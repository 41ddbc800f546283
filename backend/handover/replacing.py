"""Taking over from a colleague who has vanished: after a missed promise, or by a manager at any time."""

from __future__ import annotations

from sqlalchemy import or_
from sqlmodel import col, select

from backend.audit.commands import record
from backend.db import Tx
from backend.handover.holding import FloorTaken, locked, name_of, remember, repeated, turn
from backend.handover.models import Handover, Promise
from backend.handover.standing import offered, standing
from backend.models import Conversation
from backend.people.models import Person
from backend.people.queries import home_team
from backend.script import Script
from backend.team.duty import managers_of
from backend.team.notices import tell_team
from flows.events import Claimed


def take_over(tx: Tx, script: Script, person: Person, handover_id: int, epoch: int, nonce: str) -> None:
    """Take the floor from whoever has it, and say so to the youth, and to them. Audited. Raises FloorTaken.

    The epoch grows although a human keeps the floor: a page of the former holder is refused. After a /stop nothing
    is said, but it can be ended.
    """
    handover, row = locked(tx, handover_id)
    if repeated(tx, nonce):
        return
    holder = tx.get(Person, handover.mediator_id) if handover.mediator_id else None
    if not _may(tx, script, handover, row, person) or row.epoch != epoch:
        raise FloorTaken(None if handover.closed_at else name_of(tx, handover.mediator_id))
    record(tx, script, person.id or 0, "took_over", "handover", handover_id)
    handover.mediator_id, handover.claimed_at = person.id, script.now()
    handover.for_id = handover.snoozed_until = None
    tx.add(handover)
    _speak(tx, script, row, person, nonce, holder)
    if holder:
        tell_team(tx, script, handover, "taken_over", only=holder.id)


def _speak(
    tx: Tx, script: Script, row: Conversation, person: Person, nonce: str, holder: Person | None
) -> None:
    if row.owner == "nobody":
        remember(tx, script, nonce)
        return
    after = holder.first_name if holder and row.owner == "mediator" else None
    row.epoch += 1 if row.owner == "mediator" else 0
    tx.add(row)
    tx.flush()
    turn(tx, script, row, person, nonce, Claimed(person.first_name, after))


def _may(tx: Tx, script: Script, handover: Handover, row: Conversation, person: Person) -> bool:
    closed = handover.closed_at is not None
    where = standing(row.owner, handover.mediator_id, person.id, closed=closed)
    return "take_over" in offered(where, gone=may_replace(tx, script, handover, person.id or 0))


def may_replace(tx: Tx, script: Script, handover: Handover, me: int) -> bool:
    """Whether this person may take a handover from the colleague who has it."""
    home = handover.mission_locale_id or home_team(tx, script.team)
    manages = home is not None and me in managers_of(tx, home)
    return manages or has_vanished(tx, script, handover)


def has_vanished(tx: Tx, script: Script, handover: Handover) -> bool:
    """Who has it let a promise pass without a word, or has no account any more. What passed before them is not theirs."""
    holder = tx.get(Person, handover.mediator_id) if handover.mediator_id else None
    if holder is not None and not holder.active:
        return True
    late = (col(Promise.ended_at).is_(None)) & (col(Promise.due_at) <= script.now())
    broken = col(Promise.kept).is_(False) if handover.first_reply_at is None else late
    theirs = col(Promise.due_at) >= (handover.claimed_at or handover.opened_at)
    mine = select(Promise.id).where(Promise.handover_id == handover.id, theirs, or_(late, broken))
    return tx.exec(mine).first() is not None
