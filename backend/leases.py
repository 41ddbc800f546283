"""Which line goes next, and who is sending it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, func, select, update

from backend.agenda.calendar import NAME, calendar_of
from backend.attachments.commands import content_of
from backend.db import Database, Tx
from backend.handover.keepsake import NAME as TRANSCRIPT
from backend.handover.keepsake import transcript_of
from backend.models import Conversation, Line
from backend.rows import table_of, write
from backend.validity import still_true

LINE, TALK = table_of(Line), table_of(Conversation)
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
    """Take the first due line of up to `room` chats, in a transaction of its own."""
    with db.transaction() as tx:
        return take(tx, now, room)


def take(tx: Tx, now: datetime, room: int) -> list[Parcel]:
    """The first due line of up to `room` chats. What may no longer be said is dropped: what is behind it is due then."""
    parcels: list[Parcel] = []
    while room > len(parcels):
        rows = tx.connection().execute(_HEADS, {"now": now, "room": room - len(parcels)}).all()
        looked = [(row, _looked_at(tx, row, now)) for row in rows]
        taken = [parcel for _, parcel in looked if isinstance(parcel, Parcel)]
        dropped = [(row, why) for row, why in looked if isinstance(why, str)]
        write(tx, _TAKE, [_taken(row, now) for row, parcel in looked if isinstance(parcel, Parcel)])
        write(tx, _DROP, [_fallen(row, why) for row, why in dropped])
        parcels += taken
        if not dropped:
            break
    return parcels


_FIRST = (
    select(LINE.c.conversation_id, func.min(LINE.c.seq).label("seq"))
    .where(LINE.c.due.is_not(None))
    .group_by(LINE.c.conversation_id)
    .subquery()
)
_HEADS = (
    select(LINE, TALK.c.channel, TALK.c.address, TALK.c.blocked, TALK.c.epoch.label("floor"))
    .join(_FIRST, (_FIRST.c.conversation_id == LINE.c.conversation_id) & (_FIRST.c.seq == LINE.c.seq))
    .join(TALK, TALK.c.id == LINE.c.conversation_id)
    .where(LINE.c.due <= bindparam("now"))
    .order_by(LINE.c.due)
    .limit(bindparam("room"))
    .with_for_update(skip_locked=True, of=LINE)
)
_THIS = update(LINE).where(LINE.c.id == bindparam("line"))
_TAKE = _THIS.values(
    state="sending", due=bindparam("until"), attempts=LINE.c.attempts + 1, again=bindparam("twice")
)
_DROP = _THIS.values(state=bindparam("fate"), due=None, reason=func.coalesce(bindparam("why"), LINE.c.reason))


def _taken(row: Any, now: datetime) -> dict[str, Any]:
    return {"line": row.id, "until": now + LEASE, "twice": row.again or row.state == "sending"}


def _fallen(row: Any, fate: str) -> dict[str, Any]:
    return {"line": row.id, "fate": fate, "why": FILE_GONE if fate == "failed" else None}


def _looked_at(tx: Tx, row: Any, now: datetime) -> Parcel | str:
    """A line with its chat, ready to leave; or the state in which it falls."""
    if dropped := _dropped(tx, row, now):
        return dropped
    parcel = _parcel(tx, row)
    lost = row.kind == "file" and row.author == "mediator" and parcel.file is None
    return "failed" if lost else parcel


def _dropped(tx: Tx, row: Any, now: datetime) -> str | None:
    """Why a line must not be sent any more, if so."""
    if row.blocked:
        return "blocked"
    if row.fenced and row.epoch < row.floor:
        return "fenced"
    if (row.expires and row.expires <= now) or (row.about and not still_true(tx, row.about)):
        return "stale"
    if row.author == "mediator" and row.state == "sending":
        return "unknown"
    return None


def _parcel(tx: Tx, row: Any) -> Parcel:
    made, name = _file(tx, row) if row.file else (None, "")
    return Parcel(
        row.id,
        row.conversation_id,
        row.channel,
        row.address,
        row.kind if row.kind != "file" or made else "text",
        row.text,
        row.attempts + 1,
        row.buttons,
        row.place,
        made,
        name,
        row.outside_id,
        row.marks or [],
        row.on_id,
        row.file,
    )


def _file(tx: Tx, row: Any) -> tuple[bytes | None, str]:
    """What goes with a line: a calendar entry that is made now, or the file that a médiateur sends; and its name."""
    about = row.file
    if "calendar" in about:
        return calendar_of(tx, about["calendar"]), NAME
    if "transcript" in about:
        return transcript_of(tx, about["transcript"], row.conversation_id), TRANSCRIPT
    return content_of(tx, about), about.get("name", "")


def recover(db: Database, now: datetime) -> None:
    """At the start of the only sender: what a dead process was sending is due now."""
    if not db.is_sqlite:
        return
    with db.transaction() as tx:
        sending = update(LINE).where(LINE.c.state == "sending", LINE.c.due.is_not(None))
        tx.execute(sending.values(due=now))
