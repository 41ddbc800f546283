"""What a simulated day came to, as the database has it, and the checks that nobody may cheat."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from sqlalchemy import func, select

from backend.agenda.models import LIVE, Appointment
from backend.db import Tx
from backend.handover.models import Handover, Promise
from backend.models import Conversation, Line, Seen, SetAside
from backend.rows import table_of
from backend.script import Script

LINE, TALK, MEETING = table_of(Line), table_of(Conversation), table_of(Appointment)
HANDOVER, PROMISE, SEEN, ASIDE = table_of(Handover), table_of(Promise), table_of(Seen), table_of(SetAside)

MISSED = ("please-choose", "human-can-help")
"""What the guide says when it has not understood."""
BOT_ID = 42


def counted(tx: Tx, script: Script) -> dict[str, Any]:
    """Bookings, places, handovers, promises, reminders, what was not understood."""
    booked = MEETING.c.booked_by.is_(None)
    status = tx.execute(select(MEETING.c.status, func.count()).where(booked).group_by(MEETING.c.status)).all()
    return {
        "conversations": _count(tx, TALK.c.id),
        "lines": _count(tx, LINE.c.id),
        "bookings": dict(sorted(map(tuple, status))),
        "youths_booked": _count(tx, func.distinct(MEETING.c.youth_id)),
        "places": _count(tx, func.distinct(MEETING.c.site_id)),
        "missions_locales": _count(tx, func.distinct(MEETING.c.mission_locale_id)),
        "handovers": _count(tx, HANDOVER.c.id),
        "first_answers": _first_answers(tx),
        "promises": _promises(tx),
        "reminders": _count(tx, SEEN.c.key, SEEN.c.key.like("reminder:%")),
        "not_understood": _not_understood(tx, script),
        "lines_by_state": _by_state(tx),
    }


def checked(tx: Tx, updates: Iterable[int], heard: Mapping[str, int]) -> dict[str, int]:
    """What must be nought.

    `updates`: numbers of those sent; `heard`: how many messages reached each address, of those who keep a conversation.
    """
    seen = set(tx.execute(select(SEEN.c.key).where(SEEN.c.key.like(f"telegram:{BOT_ID}:%"))).scalars())
    keys = (f"telegram:{BOT_ID}:{number}" for number in updates)
    return {
        "updates_lost": sum(key not in seen for key in keys),
        "updates_set_aside": _count(tx, ASIDE.c.key),
        "updates_heard_twice": _heard_twice(tx),
        "messages_doubled": _doubled(tx, heard),
        "replies_not_sent": _count(tx, LINE.c.id, LINE.c.due.is_not(None)),
        "two_on_one_chair": _crowded(tx),
        "out_of_order": _out_of_order(tx),
    }


def _count(tx: Tx, what: Any, *where: Any) -> int:
    return int(tx.execute(select(func.count(what)).where(*where)).scalar_one())


def _by_state(tx: Tx) -> dict[str, int]:
    rows = tx.execute(select(LINE.c.state, func.count()).group_by(LINE.c.state)).all()
    return dict(sorted(map(tuple, rows)))


def _first_answers(tx: Tx) -> dict[str, float]:
    """How many, and minutes until the first answer of a human: half of them, nine in ten."""
    rows = tx.execute(select(HANDOVER.c.opened_at, HANDOVER.c.first_reply_at)).all()
    waits = sorted((reply - opened).total_seconds() / 60 for opened, reply in rows if reply)
    return {"answered": len(waits), "p50_minutes": share(waits, 0.5), "p90_minutes": share(waits, 0.9)}


def _promises(tx: Tx) -> dict[str, int]:
    kept: Counter[str] = Counter(
        {True: "kept", False: "missed", None: "open or fallen"}[one]
        for one in tx.execute(select(PROMISE.c.kept)).scalars()
    )
    return dict(kept)


def _not_understood(tx: Tx, script: Script) -> int:
    """How often the guide said so: words that no question and no command took."""
    said = {script.wording.text(language, key) for language in ("fr", "en") for key in MISSED}
    return _count(tx, LINE.c.id, LINE.c.author == "guide", LINE.c.text.in_(said))


def _heard_twice(tx: Tx) -> int:
    """The same message of a youth written down more than once."""
    mine = select(LINE.c.conversation_id).where(LINE.c.author == "youth", LINE.c.kind != "tap")
    again = mine.where(LINE.c.outside_id.is_not(None)).group_by(LINE.c.conversation_id, LINE.c.outside_id)
    return len(tx.execute(again.having(func.count() > 1)).all())


def _doubled(tx: Tx, heard: Mapping[str, int]) -> int:
    """Messages that reached a phone without a line that was to be said once more."""
    said = (
        select(TALK.c.address, func.count())
        .join(LINE, LINE.c.conversation_id == TALK.c.id)
        .where(LINE.c.author != "youth", LINE.c.state == "sent", LINE.c.kind != "edit")
        .group_by(TALK.c.address)
    )
    rows = [(str(address), int(many)) for address, many in tx.execute(said).all()]
    return sum(max(0, heard.get(address, 0) - many) for address, many in rows)


def _crowded(tx: Tx) -> int:
    """Appointments of one advisor that overlap, looked at without the rows that forbid it."""
    rows = tx.execute(
        select(MEETING.c.advisor_id, MEETING.c.starts_at, MEETING.c.ends_at)
        .where(MEETING.c.status.in_(LIVE))
        .order_by(MEETING.c.advisor_id, MEETING.c.starts_at)
    ).all()
    return sum(_overlap(one, other) for one, other in pairwise(rows))


def _overlap(one: Sequence[Any], other: Sequence[Any]) -> bool:
    return bool(one[0] == other[0] and other[1] < one[2])


def _out_of_order(tx: Tx) -> int:
    """Messages that reached a phone before one that was said earlier; message ids count up in each chat."""
    rows = tx.execute(
        select(LINE.c.conversation_id, LINE.c.outside_id)
        .where(LINE.c.author != "youth", LINE.c.state == "sent", LINE.c.kind != "edit")
        .where(LINE.c.outside_id.is_not(None))
        .order_by(LINE.c.conversation_id, LINE.c.seq)
    ).all()
    return sum(bool(one[0] == other[0] and int(one[1]) >= int(other[1])) for one, other in pairwise(rows))


def share(values: Sequence[float], part: float) -> float:
    """The value under which this part of them lies; 0 of none. They are in order."""
    return round(values[min(int(len(values) * part), len(values) - 1)], 2) if values else 0.0
