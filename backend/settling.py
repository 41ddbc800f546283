"""What became of the lines that were sent, written down for many of them at once."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import bindparam, func, update

from backend.attachments.commands import let_go
from backend.db import Database, Tx
from backend.forgetting import forget_said
from backend.leases import Parcel, Taken, take
from backend.models import Conversation, Line
from backend.pace import NO_LIMIT, Pace, refused
from backend.rows import table_of, write

log = logging.getLogger(__name__)
LONG_AGO = datetime.min.replace(tzinfo=UTC)
"""Nothing is due by then."""
FOREVER = datetime.max.replace(tzinfo=UTC)
LINE, TALK = table_of(Line), table_of(Conversation)
_MINE = (
    update(LINE)
    .where(LINE.c.id == bindparam("line"), LINE.c.state == "sending")
    .where(LINE.c.attempts == bindparam("tried"))
)
"""The line as it was leased: erased, or taken up by another sender meanwhile, it is not ours to settle."""
_OVER = _MINE.values(
    state=bindparam("fate"),
    due=None,
    reason=bindparam("why"),
    outside_id=func.coalesce(bindparam("outside"), LINE.c.outside_id),
)
_BLOCKED = (
    update(TALK)
    .where(TALK.c.id == bindparam("talk"))
    .where(func.coalesce(TALK.c.last_heard_at, bindparam("tried")) <= bindparam("tried"))
    .values(blocked=True)
)
"""Who has been heard since it was tried is there again."""
_LATER = _MINE.values(state=bindparam("fate"), due=bindparam("again_at"))


@dataclass(frozen=True)
class Fate:
    """What became of a parcel. With `due` it is tried again then, in state «sending» if it may have arrived."""

    parcel: Parcel
    state: str
    due: datetime | None = None
    outside_id: str | None = None
    file_id: str | None = None
    reason: str | None = None
    asked_to_wait: bool = False
    """The channel refused it for coming too fast, until `due`."""
    tried_at: datetime = FOREVER
    """When it was given to the channel."""


def exchange(
    db: Database,
    fates: Sequence[Fate],
    now: datetime,
    room: int,
    pace: Pace = NO_LIMIT,
    sender: int | None = None,
    *,
    files: bool = True,
) -> Taken:
    """Settle what has left and take what goes next, in one transaction. `files`: these too."""

    def work(tx: Tx) -> Taken:
        settle_all(tx, fates)
        refused(tx, _waits(fates), now)
        return take(tx, now, room, pace, sender, files=files) if room else Taken([])

    return db.retrying(work)


def _waits(fates: Sequence[Fate]) -> list[tuple[int, datetime]]:
    """What the channel asked to wait for: the conversation and until when."""
    return [(fate.parcel.conversation_id, fate.due) for fate in fates if fate.asked_to_wait and fate.due]


def settle(db: Database, parcel: Parcel, state: str, **more: Any) -> None:
    """One line's fate is known: `more` as in Fate."""
    exchange(db, [Fate(parcel, state, **more)], LONG_AGO, 0)


def one_by_one(db: Database, fates: Sequence[Fate]) -> None:
    """Together they could not be settled: each alone. One that still cannot be is sent again when its lease ends."""
    for fate in fates:
        try:
            exchange(db, [fate], LONG_AGO, 0)
        except Exception as error:  # noqa: BLE001  # its message may hold words
            log.error("line %s: %s", fate.parcel.line_id, type(error).__name__)  # noqa: TRY400


def settle_all(tx: Tx, fates: Sequence[Fate]) -> None:
    """Of each line what became of it. A youth who blocked us is marked, and nothing more is due to them here."""
    over = [fate for fate in fates if fate.due is None]
    _mark_blocked(tx, [fate for fate in over if fate.state == "blocked"])
    files = [fate for fate in over if fate.parcel.about and "attachment" in fate.parcel.about]
    write(tx, _OVER, [_ended(fate) for fate in over if fate not in files])
    write(tx, _LATER, [_mine(fate) | {"again_at": fate.due} for fate in fates if fate.due])
    for fate in files:
        _settle_file(tx, fate)
    forget_said(tx, [fate.parcel.conversation_id for fate in over])


def _mark_blocked(tx: Tx, fates: list[Fate]) -> None:
    """The conversations first and their lines then, as a turn does: the other way round each waits for the other."""
    rows = [{"talk": fate.parcel.conversation_id, "tried": fate.tried_at} for fate in fates]
    write(tx, _BLOCKED, sorted(rows, key=lambda row: row["talk"]))


def _mine(fate: Fate) -> dict[str, Any]:
    return {"line": fate.parcel.line_id, "tried": fate.parcel.attempts, "fate": fate.state}


def _ended(fate: Fate) -> dict[str, Any]:
    return _mine(fate) | {"why": fate.reason, "outside": fate.outside_id}


def _settle_file(tx: Tx, fate: Fate) -> None:
    """The channel has it, or will never have it: it is not kept here any longer than it must."""
    about, statement = fate.parcel.about or {}, _OVER
    if fate.file_id:
        known = {key: value for key, value in about.items() if key != "attachment"}
        statement = _OVER.values(file={**known, "id": fate.file_id})
    if tx.connection().execute(statement, _ended(fate)).rowcount and fate.state in {"sent", "blocked"}:
        let_go(tx, about)
