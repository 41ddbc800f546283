"""Which line goes next, who is sending it, and what became of it. Every change is a short transaction of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import bindparam, func, update
from sqlmodel import col, select

from backend.agenda.calendar import NAME, calendar_of
from backend.db import Database, Tx
from backend.forgetting import forget_if_said
from backend.models import Conversation, Line
from backend.validity import still_true

LEASE = timedelta(seconds=60)
"""A sender that has not settled by then is held for dead. Longer than the channel's own time-out."""


@dataclass(frozen=True)
class Parcel:
    """A line ready to leave, with all that the channel needs."""

    line_id: int
    conversation_id: int
    channel: str
    address: str
    kind: str
    text: str
    attempts: int
    buttons: list[Any] = field(default_factory=list)
    place: dict[str, Any] | None = None
    file: bytes | None = None
    file_name: str = ""
    outside_id: str | None = None


def lease(db: Database, now: datetime, room: int) -> list[Parcel]:
    """Take the first due line of up to `room` chats. What may no longer be said is dropped on the way."""
    with db.transaction() as tx:
        while rows := tx.execute(_heads(), {"now": now, "room": room}).all():
            if parcels := [p for line, talk in rows if (p := _take(tx, line, talk, now))]:
                return parcels
            tx.flush()  # all were dropped: what stands behind them is due now
    return []


@cache
def _heads() -> Any:
    """The statement, built once: it takes `now` and `room`."""
    first = (
        select(Line.conversation_id, func.min(Line.seq).label("seq"))
        .where(col(Line.due).is_not(None))
        .group_by(col(Line.conversation_id))
        .subquery()
    )
    return (
        select(Line, Conversation)
        .join(first, (first.c.conversation_id == Line.conversation_id) & (first.c.seq == Line.seq))
        .join(Conversation, col(Conversation.id) == Line.conversation_id)
        .where(col(Line.due) <= bindparam("now"))
        .order_by(col(Line.due))
        .limit(bindparam("room"))
        .with_for_update(skip_locked=True, of=Line)
    )


def _take(tx: Tx, line: Line, talk: Conversation, now: datetime) -> Parcel | None:
    tx.add(line)
    if dropped := _dropped(tx, line, talk, now):
        line.state, line.due = dropped, None
        return None
    line.again = line.again or line.state == "sending"
    line.state, line.due, line.attempts = "sending", now + LEASE, line.attempts + 1
    return _parcel(tx, line, talk)


def _dropped(tx: Tx, line: Line, talk: Conversation, now: datetime) -> str | None:
    """Why a line must not be sent any more, if so."""
    if talk.blocked:
        return "blocked"
    if line.fenced and line.epoch < talk.epoch:
        return "fenced"
    if (line.expires and line.expires <= now) or (line.about and not still_true(tx, line.about)):
        return "stale"
    if line.author == "mediator" and line.state == "sending":
        return "unknown"
    return None


def _parcel(tx: Tx, line: Line, talk: Conversation) -> Parcel:
    made = calendar_of(tx, line.file["calendar"]) if line.file and "calendar" in line.file else None
    kind = line.kind if line.kind != "file" or made else "text"
    return Parcel(
        line.id or 0,
        talk.id or 0,
        talk.channel,
        talk.address,
        kind,
        line.text,
        line.attempts,
        line.buttons,
        line.place,
        made,
        NAME,
        line.outside_id,
    )


def settle(
    db: Database, parcel: Parcel, state: str, *, outside_id: str | None = None, reason: str | None = None
) -> None:
    """The line's fate is known. A youth who blocked us is marked, and nothing more is due to them here."""
    with db.transaction() as tx:
        values: dict[str, Any] = {"state": state, "due": None, "reason": reason}
        if outside_id:
            values["outside_id"] = outside_id
        tx.execute(_still_sending(parcel).values(**values))
        if state == "blocked":
            talk = update(Conversation).where(col(Conversation.id) == parcel.conversation_id)
            tx.execute(talk.values(blocked=True))
        forget_if_said(tx, parcel.conversation_id)


def fail(db: Database, parcel: Parcel, due: datetime, *, undelivered: bool) -> None:
    """Try again later. Unless it surely did not arrive, the next time counts as «again»."""
    with db.transaction() as tx:
        values: dict[str, Any] = {"due": due, "state": "queued" if undelivered else "sending"}
        tx.execute(_still_sending(parcel).values(**values))


def _still_sending(parcel: Parcel) -> Any:
    """The line as it was leased: erased, or taken up by another sender meanwhile, it is not ours to settle."""
    mine = update(Line).where(col(Line.id) == parcel.line_id, col(Line.state) == "sending")
    return mine.where(col(Line.attempts) == parcel.attempts)


def recover(db: Database, now: datetime) -> None:
    """At the start of the only sender: what a dead process was sending is due now."""
    if not db.is_sqlite:
        return
    with db.transaction() as tx:
        sending = update(Line).where(col(Line.state) == "sending", col(Line.due).is_not(None))
        tx.execute(sending.values(due=now))
