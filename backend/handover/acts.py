"""What a médiateur does. Every change of the floor is checked against its holder and its epoch, under its lock."""

from __future__ import annotations

from backend.db import Tx, insert_once
from backend.handover.holding import FloorTaken, Unreachable, locked, must_hold, name_of, repeated, turn
from backend.handover.models import OUTCOMES, Handover
from backend.models import Conversation, Seen
from backend.people.models import Person
from backend.script import Script
from flows.events import Claimed, LeftFloor


def claim(tx: Tx, script: Script, person: Person, handover_id: int, nonce: str) -> None:
    """Take the floor of a handover that nobody else has, or take it again. Raises FloorTaken, Unreachable."""
    handover, row = locked(tx, handover_id)
    if repeated(tx, nonce) or (handover.mediator_id == person.id and row.owner == "mediator"):
        return
    if handover.closed_at or handover.mediator_id not in {None, person.id}:
        raise FloorTaken(name_of(tx, handover.mediator_id))
    if row.owner == "nobody":
        raise Unreachable
    handover.mediator_id, handover.claimed_at = person.id, script.now()
    tx.add(handover)
    turn(tx, script, row, person, nonce, Claimed(person.first_name))


def give_back(tx: Tx, script: Script, person: Person, handover_id: int, epoch: int, nonce: str) -> None:
    """Give the floor back to the guide, at the question where it was."""
    _leave(tx, script, person, handover_id, epoch, "given_back", nonce)


def close(
    tx: Tx, script: Script, person: Person, handover_id: int, epoch: int, outcome: str, nonce: str
) -> None:
    """End the handover with an outcome. Raises ValueError for one that is not known."""
    if outcome not in OUTCOMES:
        raise ValueError(f"expected one of {', '.join(OUTCOMES)}")
    _leave(tx, script, person, handover_id, epoch, outcome, nonce)


def _leave(
    tx: Tx, script: Script, person: Person, handover_id: int, epoch: int, outcome: str, nonce: str
) -> None:
    handover, row = locked(tx, handover_id)
    if repeated(tx, nonce):
        return
    if row.owner == "mediator":
        must_hold(tx, handover, row, person, epoch)
    else:
        _may_end(tx, handover, row, person, epoch)
    handover.closed_at, handover.outcome = script.now(), outcome
    tx.add(handover)
    if row.owner == "mediator":
        turn(tx, script, row, person, nonce, LeftFloor(person.first_name, closed=outcome != "given_back"))
    else:
        insert_once(tx, Seen, key=f"console:{nonce}", at=script.now())


def _may_end(tx: Tx, handover: Handover, row: Conversation, person: Person, epoch: int) -> None:
    """The floor went elsewhere (stop, /start): whoever had the handover, or anyone if nobody had, may end it."""
    ended = handover.closed_at is not None or row.owner == "waiting" or row.epoch != epoch
    if ended or handover.mediator_id not in {None, person.id}:
        raise FloorTaken(None if ended else name_of(tx, handover.mediator_id))
