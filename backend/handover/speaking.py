"""What a médiateur says: to the youth, or to the team only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import update
from sqlmodel import col, select

from backend.attachments.commands import Enclosed, content_of, enclose
from backend.db import Tx
from backend.db import now as this_moment
from backend.handover.holding import FloorTaken, Unreachable, locked, must_hold, repeated
from backend.handover.models import Handover, Note
from backend.handover.opening import opened
from backend.handover.promises import answered
from backend.models import Conversation, Line
from backend.people.models import Person
from backend.scene import Arrival, Held
from backend.script import Script
from backend.turns import take_turn
from flows.events import MediatorSaid


class FileGone(Exception):
    """The file of a line waited too long and is not here any more."""


@dataclass(frozen=True)
class Beside:
    """What goes with the words: the line of the thread that they answer, a file."""

    quotes: int | None = None
    file: Enclosed | None = None


NOTHING = Beside()


def reply(
    tx: Tx,
    script: Script,
    person: Person,
    handover_id: int,
    epoch: int,
    text: str,
    nonce: str,
    beside: Beside = NOTHING,
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
    answered(tx, script, handover)
    about = enclose(tx, script.now(), row.id or 0, beside.file) if beside.file else None
    held = Held(file=about, quotes=_outside(tx, row, beside.quotes))
    event = MediatorSaid(text)
    key = f"console:{nonce}"
    take_turn(tx, script, Arrival(key, row.channel, row.address, event, "mediator", person.id, held=held))


def _outside(tx: Tx, row: Conversation, line_id: int | None) -> str | None:
    """The channel's id of a line of this conversation."""
    line = tx.get(Line, line_id) if line_id is not None else None
    return line.outside_id if line and line.conversation_id == row.id else None


def add_note(tx: Tx, person: Person, handover_id: int, text: str) -> None:
    """A private note: it cannot reach the youth. Raises NoResultFound: they have erased everything meanwhile."""
    locked(tx, handover_id)
    tx.add(Note(handover_id=handover_id, person_id=person.id or 0, text=text))


def resend(tx: Tx, person: Person, line_id: int) -> None:
    """Send again a line that failed, or whose fate is not known, at its place in the thread.

    Raises FloorTaken, Unreachable (they said stop, or blocked us meanwhile), FileGone.
    """
    found = opened(tx, tx.get_one(Line, line_id).conversation_id)
    if found is None:
        raise FloorTaken(None)
    handover, row = locked(tx, found.id or 0)
    must_hold(tx, handover, row, person, row.epoch)
    if row.blocked:
        raise Unreachable
    line = tx.get_one(Line, line_id, populate_existing=True)
    if line.state in {"unknown", "failed"}:
        if line.kind == "file" and content_of(tx, line.file or {}) is None:
            raise FileGone
        line.again, line.state, line.due = line.state == "unknown" or line.again, "queued", line.at
        line.reason = None
        tx.add(line)


def has_read(tx: Tx, person: Person, handover_id: int, seq: int) -> bool:
    """Their page shows the lines up to `seq`. It counts for who holds the floor; whether it was news."""
    handover = tx.get(Handover, handover_id)
    if handover is None or handover.closed_at or handover.mediator_id != person.id:
        return False
    mine = update(Conversation).where(col(Conversation.id) == handover.conversation_id)
    behind = mine.where(col(Conversation.owner) == "mediator", col(Conversation.read_seq) < seq)
    upto = behind.where(col(Conversation.last_seq) >= seq)
    done: Any = tx.execute(upto.values(read_seq=seq, read_at=this_moment()))
    return bool(done.rowcount)


def unread(tx: Tx, person: Person, handover_id: int, shown: Sequence[int]) -> int:
    """How far who holds the floor has read with these lines (ids) before their eyes; 0 if that is no news."""
    theirs = select(Line.seq, Conversation.read_seq).join(Conversation).join(Handover)
    mine = theirs.where(Handover.id == handover_id, Handover.mediator_id == person.id)
    newest = mine.where(Line.author == "youth", col(Line.id).in_(shown)).order_by(col(Line.seq).desc())
    row = tx.exec(newest.limit(1)).first()
    return row[0] if row and row[0] > row[1] else 0
