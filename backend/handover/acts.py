"""What a médiateur does. Every change of the floor is checked against its holder and its epoch, under its lock."""

from __future__ import annotations

from datetime import datetime, timedelta

from backend.db import Tx
from backend.handover.holding import locked, must_offer, remember, repeated, turn
from backend.handover.models import OUTCOMES, Handover
from backend.handover.promises import dropped
from backend.models import Conversation
from backend.people.models import Person
from backend.script import Script
from content.aids import aid_ids
from flows.events import Claimed, LeftFloor

ENDINGS = tuple(outcome for outcome in OUTCOMES if outcome != "abuse")
"""How a handover ends that needs no reason."""
LONGEST_SLEEP = timedelta(days=31)


def claim(tx: Tx, script: Script, person: Person, handover_id: int, nonce: str) -> None:
    """Take the floor of a handover that nobody else has, or take it again. Raises FloorTaken, Unreachable."""
    handover, row = locked(tx, handover_id)
    if repeated(tx, nonce) or (handover.mediator_id == person.id and row.owner == "mediator"):
        return
    must_offer(tx, handover, row, person, "claim")
    handover.mediator_id, handover.claimed_at = person.id, script.now()
    handover.snoozed_until = None
    tx.add(handover)
    turn(tx, script, row, person, nonce, Claimed(person.first_name))


def give_back(tx: Tx, script: Script, person: Person, handover_id: int, epoch: int, nonce: str) -> None:
    """Give the floor back to the guide, at the question where it was. Raises FloorTaken, Unreachable."""
    handover, row = locked(tx, handover_id)
    if repeated(tx, nonce):
        return
    must_offer(tx, handover, row, person, "give_back", epoch)
    end(tx, script, handover, "given_back")
    leave(tx, script, row, person, nonce, LeftFloor(person.first_name, closed=False))


def close(
    tx: Tx,
    script: Script,
    person: Person,
    handover_id: int,
    epoch: int,
    outcome: str,
    nonce: str,
    aids: tuple[str, ...] = (),
) -> None:
    """End the handover with an outcome, and the aids that were given or asked for.

    Raises ValueError for an outcome or an aid that is not known, FloorTaken.
    """
    if outcome not in ENDINGS or not set(aids) <= aid_ids():
        raise ValueError(f"expected one of {', '.join(ENDINGS)}, and aids of aids.toml")
    handover, row = locked(tx, handover_id)
    if repeated(tx, nonce):
        return
    must_offer(tx, handover, row, person, "close", epoch)
    end(tx, script, handover, outcome, aids)
    leave(tx, script, row, person, nonce, LeftFloor(person.first_name, closed=True))


def snooze(
    tx: Tx, script: Script, person: Person, handover_id: int, epoch: int, until: datetime | None, nonce: str
) -> None:
    """Set it aside until then, or until the youth writes; None takes it up again. Raises ValueError, FloorTaken."""
    now = script.now()
    if until is not None and not now < until <= now + LONGEST_SLEEP:
        raise ValueError("expected a moment to come, within a month")
    handover, row = locked(tx, handover_id)
    if repeated(tx, nonce):
        return
    must_offer(tx, handover, row, person, "snooze", epoch)
    handover.snoozed_until = until
    tx.add(handover)
    remember(tx, script, nonce)


def end(tx: Tx, script: Script, handover: Handover, outcome: str, aids: tuple[str, ...] = ()) -> None:
    """It is over."""
    handover.closed_at, handover.outcome, handover.aids = script.now(), outcome, list(aids)
    handover.snoozed_until = None
    tx.add(handover)
    dropped(tx, script, handover)


def leave(tx: Tx, script: Script, row: Conversation, person: Person, nonce: str, event: LeftFloor) -> None:
    """The youth is told, if it was a human who had the floor; after a /stop nothing more is said."""
    if row.owner == "mediator":
        turn(tx, script, row, person, nonce, event)
    else:
        remember(tx, script, nonce)
