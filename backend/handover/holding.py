"""Who holds the floor of a handover, and what an act of a médiateur has to pass."""

from __future__ import annotations

from sqlmodel import select

from backend.db import Tx, insert_once
from backend.handover.models import Handover
from backend.handover.standing import OFFERED, Act, standing
from backend.models import Conversation, Seen
from backend.people.models import Person
from backend.scene import Arrival
from backend.script import Script
from backend.turns import take_turn
from flows.events import Event


class FloorTaken(Exception):
    """They do not hold the floor. `holder_name` is the name of who does, None if nobody does."""

    def __init__(self, holder_name: str | None) -> None:
        super().__init__("the floor is not theirs")
        self.holder_name = holder_name


class Unreachable(Exception):
    """Nothing can be said here: the youth blocked the bot, or said stop."""


def locked(tx: Tx, handover_id: int) -> tuple[Handover, Conversation]:
    """The handover and its conversation, held until the transaction ends."""
    conversation_id = tx.get_one(Handover, handover_id).conversation_id
    mine = select(Conversation).where(Conversation.id == conversation_id).with_for_update()
    row = tx.exec(mine.execution_options(populate_existing=True)).one()
    fresh = select(Handover).where(Handover.id == handover_id).execution_options(populate_existing=True)
    return tx.exec(fresh).one(), row


def must_hold(tx: Tx, handover: Handover, row: Conversation, person: Person, epoch: int) -> None:
    """Raises FloorTaken, Unreachable (they hold it, but the youth said stop)."""
    if row.owner == "nobody" and handover.mediator_id == person.id:
        raise Unreachable
    holds = row.owner == "mediator" and handover.mediator_id == person.id and handover.closed_at is None
    if not holds or row.epoch != epoch:
        raise FloorTaken(None if handover.closed_at else name_of(tx, handover.mediator_id))


def must_offer(
    tx: Tx, handover: Handover, row: Conversation, person: Person, act: Act, epoch: int | None = None
) -> None:
    """What the page does not offer them as things stand is refused. Raises FloorTaken, Unreachable."""
    where = standing(row.owner, handover.mediator_id, person.id, closed=handover.closed_at is not None)
    if act in OFFERED[where] and epoch in {None, row.epoch}:
        return
    if where == "stopped" and act not in OFFERED[where]:
        raise Unreachable
    raise FloorTaken(None if handover.closed_at else name_of(tx, handover.mediator_id))


def repeated(tx: Tx, nonce: str) -> bool:
    """Whether this very form has come before."""
    return tx.get(Seen, f"console:{nonce}") is not None


def remember(tx: Tx, script: Script, nonce: str) -> None:
    """A form that changes nothing for the youth has come."""
    insert_once(tx, Seen, key=f"console:{nonce}", at=script.now())


def name_of(tx: Tx, person_id: int | None) -> str | None:
    """The name of a person; None of nobody."""
    return tx.get_one(Person, person_id).name if person_id else None


def turn(tx: Tx, script: Script, row: Conversation, person: Person, nonce: str, event: Event) -> None:
    """Let something that a médiateur does happen to the conversation."""
    key = f"console:{nonce}"
    take_turn(tx, script, Arrival(key, row.channel, row.address, event, "mediator", person.id))
