"""Which line goes next, who is sending it, and what became of it. Every change is a short transaction of its own."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache, partial
from typing import Any

from sqlalchemy import bindparam, func, update
from sqlmodel import col, select

from backend.agenda.calendar import NAME, calendar_of
from backend.attachments.commands import content_of, let_go
from backend.db import Database, Tx
from backend.forgetting import forget_if_said
from backend.handover.keepsake import NAME as TRANSCRIPT
from backend.handover.keepsake import transcript_of
from backend.models import Conversation, Line
from backend.validity import still_true

LEASE = timedelta(seconds=60)
"""A sender that has not settled by then is held for dead. Longer than the channel's own time-out."""


FILE_GONE = "file-gone"
"""Why a line failed: its file waited too long, or the key of the deployment has changed."""


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
    marks: list[Any] = field(default_factory=list)
    quotes: str | None = None
    """The channel's id of the message that it answers."""
    about: dict[str, Any] | None = None
    """What is known of the file: {way, mime, size}."""


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
    parcel = _parcel(tx, line, talk)
    if line.kind == "file" and line.author == "mediator" and parcel.file is None:
        line.state, line.due, line.reason = "failed", None, FILE_GONE
        return None
    line.again = line.again or line.state == "sending"
    line.state, line.due, line.attempts = "sending", now + LEASE, line.attempts + 1
    return replace(parcel, attempts=line.attempts)


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
    made, name = _file(tx, line)
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
        name,
        line.outside_id,
        line.marks or [],
        line.on_id,
        line.file,
    )


def _file(tx: Tx, line: Line) -> tuple[bytes | None, str]:
    """What goes with a line: a calendar entry that is made now, or the file that a médiateur sends; and its name."""
    about = line.file or {}
    if "calendar" in about:
        return calendar_of(tx, about["calendar"]), NAME
    if "transcript" in about:
        return transcript_of(tx, about["transcript"], line.conversation_id), TRANSCRIPT
    return content_of(tx, about), about.get("name", "")


def settle(
    db: Database,
    parcel: Parcel,
    state: str,
    *,
    outside_id: str | None = None,
    file_id: str | None = None,
    reason: str | None = None,
) -> None:
    """The line's fate is known. A youth who blocked us is marked, and nothing more is due to them here."""
    values: dict[str, Any] = {"state": state, "due": None, "reason": reason}
    if outside_id:
        values["outside_id"] = outside_id
    if file_id and parcel.about and "attachment" in parcel.about:
        known = {key: value for key, value in parcel.about.items() if key != "attachment"}
        values["file"] = {**known, "id": file_id}
    db.retrying(partial(_settle, parcel, values))


def _settle(parcel: Parcel, values: dict[str, Any], tx: Tx) -> None:
    """The conversation first and its line then, as a turn does: the other way round each waits for the other."""
    if values["state"] == "blocked":
        talk = update(Conversation).where(col(Conversation.id) == parcel.conversation_id)
        tx.execute(talk.values(blocked=True))
    done: Any = tx.execute(_still_sending(parcel).values(**values))
    if done.rowcount and values["state"] in {"sent", "blocked"}:
        let_go(tx, parcel.about)
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
