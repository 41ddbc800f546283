"""Which chats are told something next: one line of each, the most urgent first, then who has waited longest."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Boolean, Integer, Row, bindparam, func, literal, not_, null, or_, select

from backend.db import Tx
from backend.models import Conversation, Line
from backend.pace import Pace
from backend.rows import table_of

LINE, TALK = table_of(Line), table_of(Conversation)
NEAR = 20
"""So many lines back a chat's pace is looked for: what was said before that is long ago."""
FAILING = 3
"""A line tried so often, and perhaps arrived, keeps no help line of danger waiting."""
_WANTED, _HEAD, _OTHER = (LINE.alias(name) for name in ("wanted", "head", "other"))


def _heads(*, paced: bool) -> Any:
    """A chat is as urgent as the most urgent of its lines, but what leaves is always its first.

    Walks the index `line_next` only as far as needed, however many wait: `coalesce` and `LIMIT` keep PostgreSQL from
    expecting nearly nothing, and from comparing all that wait with all that wait.

    Columns: those of the line and of its chat; `behind`, the line that its chat wants said after this one; `heard_next`,
    from when on the chat may be told more.
    """
    heard_next = _heard_next() if paced else null()
    found = (
        select(
            _HEAD,
            *(TALK.c[name] for name in ("channel", "address", "blocked")),
            TALK.c.epoch.label("floor"),
            _behind().label("behind"),
            heard_next.label("heard_next"),
        )
        .select_from(_WANTED)
        .join(_HEAD, _HEAD.c.id == _first())
        .join(TALK, TALK.c.id == _HEAD.c.conversation_id)
        .where(_WANTED.c.due.is_not(None), _by_now(_WANTED), _by_now(_HEAD))
        .where(func.coalesce(_more_urgent(), 0) < 1)
        .where(or_(bindparam("files", type_=Boolean), _HEAD.c.kind != "file"))
        .order_by(_WANTED.c.urgency, _WANTED.c.due)
        .limit(bindparam("room", type_=Integer, literal_execute=True))
        .with_for_update(skip_locked=True, of=_HEAD)
    )
    waits = func.coalesce(heard_next, bindparam("now")).between(bindparam("soon"), bindparam("far"))
    return found.where(not_(waits)) if paced else found


def _by_now(line: Any) -> Any:
    return func.coalesce(line.c.due, bindparam("now")) <= bindparam("now")


def _of_the_chat(line: Any) -> Any:
    """The other lines of its chat that are due, now or later."""
    mine = _OTHER.c.conversation_id == line.c.conversation_id
    return select(_OTHER.c.id).where(mine, _OTHER.c.due.is_not(None))


def _first() -> Any:
    """What a chat is told next. A help line goes past what fails again and again; so does what stands between."""
    fails = (_OTHER.c.attempts >= FAILING) & (_OTHER.c.state == "sending") & (_OTHER.c.id != _WANTED.c.id)
    to_tell = _of_the_chat(_WANTED).where(or_(_WANTED.c.urgency > 0, ~fails))
    return to_tell.order_by(_OTHER.c.seq).limit(1).correlate(_WANTED).scalar_subquery()


def _more_urgent() -> Any:
    """Another line of the chat that speaks for it: one line of each chat does.

    One that is tried again later speaks for nobody until then.
    """
    before = (_OTHER.c.urgency == _WANTED.c.urgency) & (_OTHER.c.seq < _WANTED.c.seq)
    more = or_(_OTHER.c.urgency < _WANTED.c.urgency, before)
    due = _of_the_chat(_HEAD).where(
        _OTHER.c.seq >= _HEAD.c.seq
    )  # so that SQLite walks `line_due`, not its history
    return (
        due.where(_OTHER.c.due <= bindparam("now"), more).limit(1).correlate(_HEAD, _WANTED).scalar_subquery()
    )


def _behind() -> Any:
    left = _of_the_chat(_HEAD).where(_OTHER.c.seq > _HEAD.c.seq)
    return left.order_by(_OTHER.c.urgency, _OTHER.c.seq).limit(1).correlate(_HEAD).scalar_subquery()


def _heard_next() -> Any:
    near = _OTHER.c.seq.between(_HEAD.c.seq - literal(NEAR), _HEAD.c.seq)
    said = select(_OTHER.c.next_at).where(_OTHER.c.conversation_id == _HEAD.c.conversation_id, near)
    latest = said.where(_OTHER.c.next_at.is_not(None)).order_by(_OTHER.c.seq.desc()).limit(1)
    return latest.correlate(_HEAD).scalar_subquery()


_PACED, _FREE = _heads(paced=True), _heads(paced=False)
_TICK = timedelta(microseconds=1)


def heads(tx: Tx, pace: Pace, now: datetime, room: int, *, files: bool = True) -> Sequence[Row[Any]]:
    """The next lines of up to `room` chats. If one may hear more only long from now, a wrong clock said so: it hears.

    `files`: also of chats whose next line is a file.
    """
    asked = {"now": now, "room": room, "files": files}
    if not pace.chat:
        return tx.connection().execute(_FREE, asked).all()
    far = now + 2 * pace.each_to_a_chat
    return tx.connection().execute(_PACED, asked | {"soon": now + _TICK, "far": far}).all()
