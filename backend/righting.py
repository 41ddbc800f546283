"""The clock was ahead and went back: what waits for a moment reckoned by the wrong clock must not wait until then."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import func, select, update

from backend.agenda.looking import look_again
from backend.db import Tx
from backend.models import Allowance, Conversation, Line
from backend.rows import table_of

LONGEST = timedelta(minutes=5)
"""So long the outbox waits at most of its own accord. A longer wait that Telegram asked for is asked for again."""
LOOKED_AT = 100_000
"""Lines, the newest ones: a chat that was told something before that has had its pause."""
_LINE, _ALLOWANCE, _TALK = table_of(Line), table_of(Allowance), table_of(Conversation)


def right(tx: Tx, now: datetime) -> None:
    """Lines far ahead of this clock are due, neither the budget nor the pace of a chat is spent beyond it,

    and whatever is to come is looked at again, lest a reminder is taken for past."""
    latest = now + LONGEST
    newest = tx.execute(select(func.max(_LINE.c.id))).scalar() or 0
    tx.execute(update(_LINE).where(_LINE.c.due.is_not(None), _LINE.c.due > latest).values(due=now))
    lately = update(_LINE).where(_LINE.c.id > newest - LOOKED_AT)
    tx.execute(lately.where(_LINE.c.next_at > latest).values(next_at=now))
    for column in (_ALLOWANCE.c.spent_until, _ALLOWANCE.c.refused_until):
        tx.execute(update(_ALLOWANCE).where(column > latest).values({column: now}))
    tx.execute(update(_TALK).where(_TALK.c.read_at > latest).values(read_at=now))
    look_again(tx, now)
