"""«Inquiétude»: a médiateur is worried for a youth. It is written down, becomes urgent, and the managers know."""

from __future__ import annotations

from backend.audit.commands import record
from backend.db import Tx
from backend.handover.holding import locked, remember, repeated
from backend.handover.models import Handover
from backend.handover.speaking import add_note
from backend.people.models import Person
from backend.script import Script
from backend.team.duty import managers_of
from backend.team.notices import desk_of, tell_team


def raise_concern(tx: Tx, script: Script, person: Person, handover_id: int, words: str, nonce: str) -> None:
    """Keep the worry as a note, and tell the team and its managers. The youth reads nothing of it. Audited.

    A handover that is over stays over: the note and the record are made, the managers are told.
    """
    handover, _ = locked(tx, handover_id)
    if repeated(tx, nonce):
        return
    add_note(tx, person, handover_id, words)
    record(tx, script, person.id or 0, "concern", "handover", handover_id)
    remember(tx, script, nonce)
    if handover.closed_at is None:
        handover.urgent, handover.snoozed_until = True, None
        tx.add(handover)
        tell_team(tx, script, handover, "urgent", urgent=True, but=person.id)
    _tell_managers(tx, script, handover, person)


def _tell_managers(tx: Tx, script: Script, handover: Handover, person: Person) -> None:
    desk = desk_of(tx, script, handover)
    for manager in managers_of(tx, desk.id or 0) if desk else ():
        if manager != person.id:
            tell_team(tx, script, handover, "urgent", urgent=True, only=manager)
