"""What a médiateur does. Every change of the floor is checked against its holder and its epoch, under its lock."""

from __future__ import annotations

from sqlmodel import select

from backend.db import Tx, insert_once
from backend.handover.models import OUTCOMES, Handover, Note
from backend.handover.opening import opened
from backend.models import Conversation, Line, Seen
from backend.people.models import Person
from backend.scene import Arrival
from backend.script import Script
from backend.turns import take_turn
from flows.events import Claimed, Event, LeftFloor, MediatorSaid


class FloorTaken(Exception):
    """They do not hold the floor. `holder_name` is the name of who does, None if nobody does."""

    def __init__(self, holder_name: str | None) -> None:
        super().__init__("the floor is not theirs")
        self.holder_name = holder_name


class Unreachable(Exception):
    """Nothing can be said here: the youth blocked the bot, or said stop."""


def claim(tx: Tx, script: Script, person: Person, handover_id: int, nonce: str) -> None:
    """Take the floor of a handover that nobody else has, or take it again. Raises FloorTaken, Unreachable."""
    handover, row = locked(tx, handover_id)
    if _repeated(tx, nonce) or (handover.mediator_id == person.id and row.owner == "mediator"):
        return
    if handover.closed_at or handover.mediator_id not in {None, person.id}:
        raise FloorTaken(_name(tx, handover.mediator_id))
    if row.owner == "nobody":
        raise Unreachable
    handover.mediator_id, handover.claimed_at = person.id, script.now()
    tx.add(handover)
    _turn(tx, script, row, person, nonce, Claimed(person.first_name))


def reply(
    tx: Tx, script: Script, person: Person, handover_id: int, epoch: int, text: str, nonce: str
) -> None:
    """Say something to the youth. Raises FloorTaken, Unreachable."""
    handover, row = locked(tx, handover_id)
    if _repeated(tx, nonce):
        return
    _must_hold(tx, handover, row, person, epoch)
    if row.blocked:
        raise Unreachable
    handover.first_reply_at = handover.first_reply_at or script.now()
    tx.add(handover)
    _turn(tx, script, row, person, nonce, MediatorSaid(text))


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
    if _repeated(tx, nonce):
        return
    if row.owner == "mediator":
        _must_hold(tx, handover, row, person, epoch)
    else:
        _may_end(tx, handover, row, person, epoch)
    handover.closed_at, handover.outcome = script.now(), outcome
    tx.add(handover)
    if row.owner == "mediator":
        _turn(tx, script, row, person, nonce, LeftFloor(person.first_name, closed=outcome != "given_back"))
    else:
        insert_once(tx, Seen, key=f"console:{nonce}", at=script.now())


def _may_end(tx: Tx, handover: Handover, row: Conversation, person: Person, epoch: int) -> None:
    """The floor went elsewhere (stop, /start): whoever had the handover, or anyone if nobody had, may end it."""
    ended = handover.closed_at is not None or row.owner == "waiting" or row.epoch != epoch
    if ended or handover.mediator_id not in {None, person.id}:
        raise FloorTaken(None if ended else _name(tx, handover.mediator_id))


def add_note(tx: Tx, person: Person, handover_id: int, text: str) -> None:
    """A private note: it cannot reach the youth."""
    tx.add(Note(handover_id=handover_id, person_id=person.id or 0, text=text))


def resend(tx: Tx, person: Person, line_id: int) -> None:
    """Send again a line that failed, or whose fate is not known, at its place in the thread. Raises FloorTaken."""
    line = tx.get_one(Line, line_id)
    handover = opened(tx, line.conversation_id)
    holder = handover.mediator_id if handover else None
    if holder != person.id:
        raise FloorTaken(_name(tx, holder))
    if line.state in {"unknown", "failed"}:
        line.again, line.state, line.due = line.state == "unknown" or line.again, "queued", line.at
        tx.add(line)


def locked(tx: Tx, handover_id: int) -> tuple[Handover, Conversation]:
    """The handover and its conversation, held until the transaction ends."""
    conversation_id = tx.get_one(Handover, handover_id).conversation_id
    mine = select(Conversation).where(Conversation.id == conversation_id).with_for_update()
    row = tx.exec(mine.execution_options(populate_existing=True)).one()
    fresh = select(Handover).where(Handover.id == handover_id).execution_options(populate_existing=True)
    return tx.exec(fresh).one(), row


def _must_hold(tx: Tx, handover: Handover, row: Conversation, person: Person, epoch: int) -> None:
    if row.owner == "nobody" and handover.mediator_id == person.id:
        raise Unreachable
    holds = row.owner == "mediator" and handover.mediator_id == person.id and handover.closed_at is None
    if not holds or row.epoch != epoch:
        raise FloorTaken(None if handover.closed_at else _name(tx, handover.mediator_id))


def _repeated(tx: Tx, nonce: str) -> bool:
    return tx.get(Seen, f"console:{nonce}") is not None


def _name(tx: Tx, person_id: int | None) -> str | None:
    return tx.get_one(Person, person_id).name if person_id else None


def _turn(tx: Tx, script: Script, row: Conversation, person: Person, nonce: str, event: Event) -> None:
    key = f"console:{nonce}"
    take_turn(tx, script, Arrival(key, row.channel, row.address, event, "mediator", person.id))
