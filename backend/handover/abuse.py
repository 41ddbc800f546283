"""Ending what has become abuse, with a reason, and perhaps a pause of the team. Danger always rings."""

from __future__ import annotations

from datetime import timedelta

from backend.audit.commands import record
from backend.db import Tx
from backend.handover.acts import end, leave
from backend.handover.holding import locked, must_offer, remember, repeated, turn
from backend.models import Conversation
from backend.people.models import Person
from backend.script import Script
from backend.team.notices import desk_of
from flows.events import LeftFloor, Told

PAUSES = (0, 1, 7, 30)
"""Days in which the team takes no call. 0: it only ends."""


def end_abuse(
    tx: Tx,
    script: Script,
    person: Person,
    handover_id: int,
    epoch: int,
    reason: str,
    days: int,
    nonce: str,
) -> None:
    """End it for abuse, and pause for so many days. Audited. Raises ValueError, FloorTaken."""
    if days not in PAUSES or not reason.strip():
        raise ValueError("expected a reason, and one of the pauses")
    handover, row = locked(tx, handover_id)
    if repeated(tx, nonce):
        return
    must_offer(tx, handover, row, person, "close", epoch)
    end(tx, script, handover, "abuse")
    handover.reason = reason.strip()
    row.muted_until = script.now() + timedelta(days=days) if days else row.muted_until
    tx.add(row)
    record(tx, script, person.id or 0, "muted" if days else "abuse", "handover", handover_id)
    desk = desk_of(tx, script, handover)
    leave(
        tx, script, row, person, nonce, _leaving(row, person, days, desk.timezone if desk else LeftFloor.zone)
    )


def lift(tx: Tx, script: Script, person: Person, handover_id: int, nonce: str) -> None:
    """The pause ends now: the youth may call the team again, and is told so. Audited."""
    _, row = locked(tx, handover_id)
    if repeated(tx, nonce):
        return
    lifted = row.muted_until is not None and row.muted_until > script.now()
    row.muted_until = None
    tx.add(row)
    tx.flush()
    if lifted:
        record(tx, script, person.id or 0, "unmuted", "handover", handover_id)
    if lifted and row.owner == "guide":
        turn(tx, script, row, person, nonce, Told("human-unpaused", {}))
    else:
        remember(tx, script, nonce)


def _leaving(row: Conversation, person: Person, days: int, zone: str) -> LeftFloor:
    until = row.muted_until.isoformat() if days and row.muted_until else None
    return LeftFloor(person.first_name, closed=True, abuse=True, until=until, zone=zone)
