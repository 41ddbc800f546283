"""Which line goes next, and who is sending it."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, func, update
from sqlalchemy.exc import DBAPIError

from backend.agenda.calendar import NAME, calendar_of
from backend.attachments.commands import content_of
from backend.damaged import heads_that_open
from backend.db import Database, Tx
from backend.handover.keepsake import NAME as TRANSCRIPT
from backend.handover.keepsake import transcript_of
from backend.heads import LINE
from backend.pace import NO_LIMIT, Pace, room_for, spend
from backend.rights.files import held_file
from backend.rows import write
from backend.troubles import trouble
from backend.validity import still_true

log = logging.getLogger(__name__)
LEASE = timedelta(seconds=60)
"""A sender that has not settled by then is held for dead. Longer than the channel's own time-out."""


FILE_GONE = "file-gone"
"""Why a line failed: its file waited too long, or the key of the deployment has changed."""
UNMADE = "unmade"
"""Why a line failed: what goes with it could not be read, an error of our own."""


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


@dataclass(frozen=True)
class Taken:
    """What is to be sent now; and when there may be more: the budget allows it, or one of these chats does."""

    parcels: list[Parcel]
    more_at: list[datetime] = field(default_factory=list)


def lease(
    db: Database, now: datetime, room: int, pace: Pace = NO_LIMIT, sender: int | None = None
) -> list[Parcel]:
    """Take the first due line of up to `room` chats, in a transaction of its own."""
    with db.transaction() as tx:
        return take(tx, now, room, pace, sender).parcels


def take(
    tx: Tx,
    now: datetime,
    wanted: int,
    pace: Pace = NO_LIMIT,
    sender: int | None = None,
    *,
    files: bool = True,
) -> Taken:
    """The first due line of up to `wanted` chats, the most urgent first, as many as the pace allows.

    What may no longer be said is dropped: what is behind it is due then.
    """
    room, taken = room_for(tx, pace, now, wanted), Taken([])
    while room.lines > len(taken.parcels):
        rows = heads_that_open(tx, pace, now, room.lines - len(taken.parcels), files=files)
        looked = [(row, _looked_at(tx, row, now)) for row in rows]
        dropped = [(row, why) for row, why in looked if isinstance(why, str)]
        ours = [_taken(row, now, pace, sender) for row, parcel in looked if isinstance(parcel, Parcel)]
        write(tx, _TAKE_IN_TURN if pace.chat or sender else _TAKE, ours)
        write(tx, _BEHIND, [{"line": row.behind, "now": now} for row in rows if row.behind])
        write(tx, _DROP, [_fallen(row, why) for row, why in dropped])
        taken.parcels.extend(parcel for _, parcel in looked if isinstance(parcel, Parcel))
        taken.more_at.extend(one["next"] for one in ours if one.get("next"))
        if not dropped:
            break
    spend(tx, pace, room, now, len(taken.parcels))
    if len(taken.parcels) == room.lines < wanted:
        taken.more_at.append(room.more_at)
    return taken


_THIS = update(LINE).where(LINE.c.id == bindparam("line"))
_TAKE = _THIS.values(
    state="sending", due=bindparam("until"), attempts=LINE.c.attempts + 1, again=bindparam("twice")
)
_TAKE_IN_TURN = _TAKE.values(next_at=bindparam("next"), sender_id=bindparam("sender"))
"""Where chats have a pace, or senders may be several: nobody else pays for it."""
_BEHIND = _THIS.where(LINE.c.due < bindparam("now")).values(due=bindparam("now"))
_DROP = _THIS.values(state=bindparam("fate"), due=None, reason=func.coalesce(bindparam("why"), LINE.c.reason))


def _taken(row: Any, now: datetime, pace: Pace, sender: int | None) -> dict[str, Any]:
    ours = {"line": row.id, "until": now + LEASE, "twice": row.again or row.state == "sending"}
    if pace.chat or sender:
        ours |= {"next": pace.chat_hears_next(row.heard_next, now), "sender": sender}
    return ours


def _fallen(row: Any, fate: str) -> dict[str, Any]:
    why = FILE_GONE if row.kind == "file" else UNMADE
    return {"line": row.id, "fate": fate, "why": why if fate == "failed" else None}


def _looked_at(tx: Tx, row: Any, now: datetime) -> Parcel | str:
    """A line with its chat, ready to leave; or the state in which it falls. If it cannot be made nobody else waits."""
    try:
        return _dropped(tx, row, now) or _made(tx, row)
    except Exception as error:
        if isinstance(error, DBAPIError) or trouble(error):
            raise
        log.error("line %s cannot be made: %s", row.id, type(error).__name__)  # noqa: TRY400  # no words
        return "failed"


def _made(tx: Tx, row: Any) -> Parcel | str:
    """Some files are all that there is to say; others only go with a text."""
    parcel = _parcel(tx, row)
    alone = row.author == "mediator" or (row.file and "held" in row.file)
    return "failed" if alone and row.kind == "file" and parcel.file is None else parcel


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
    if "held" in about:
        return held_file(tx, row.conversation_id, about["held"])
    return content_of(tx, about), about.get("name", "")


def recover(db: Database, now: datetime) -> None:
    """At the start of the only sender: what a dead process was sending is due now."""
    if not db.is_sqlite:
        return
    with db.transaction() as tx:
        sending = update(LINE).where(LINE.c.state == "sending", LINE.c.due.is_not(None))
        tx.execute(sending.values(due=now))
