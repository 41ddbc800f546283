"""Under 16 nothing is kept: all of it goes once the last reply has left, unless a human was called."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy
from sqlalchemy import bindparam, exists, or_
from sqlmodel import col, select

from backend.db import Database, Tx
from backend.handover.models import Handover
from backend.models import Conversation, Line
from backend.people.erasure import erase
from backend.rows import table_of

AFTER_CLOSING = timedelta(hours=24)
_TALK = table_of(Conversation)
_MARKED = sqlalchemy.select(_TALK.c.id).where(
    _TALK.c.id.in_(bindparam("some", expanding=True)), _TALK.c.forget_when_said
)


def forget_said(tx: Tx, conversation_ids: Collection[int]) -> None:
    """Of these, erase the conversations of minors whose last reply has just left."""
    marked = tx.connection().execute(_MARKED, {"some": list(conversation_ids)}).scalars().all()
    for row in _held(tx, marked) if marked else ():
        if not _due(tx, row) and not _called(tx, row):
            erase(tx, row.youth_id, fact=False)


def forget_old(db: Database, now: datetime) -> int:
    """Minors who called a human: 24 hours after the handover was closed. Returns how many were erased."""
    with db.transaction() as tx:
        held = _held(tx, tx.exec(_over(now)).all())
        still = set(tx.exec(_over(now)).all()) if held else set()  # something may have been said meanwhile
        gone = {row.youth_id for row in held if row.id in still}
        for youth_id in gone:
            erase(tx, youth_id, fact=False)
    return len(gone)


def _held(tx: Tx, conversation_ids: Collection[int]) -> Sequence[Conversation]:
    """Nobody says anything there until all is erased. Where somebody does just now, the reply to it is awaited."""
    these = select(Conversation).where(col(Conversation.id).in_(conversation_ids))
    return tx.exec(these.with_for_update(skip_locked=True)).all()


def _due(tx: Tx, row: Conversation) -> bool:
    waiting = select(Line.id).where(Line.conversation_id == row.id, col(Line.due).is_not(None))
    return tx.exec(waiting).first() is not None


def _called(tx: Tx, row: Conversation) -> bool:
    return tx.exec(select(Handover.id).where(Handover.conversation_id == row.id)).first() is not None


def _over(now: datetime) -> Any:
    """The statement: marked conversations with nothing due, and no handover or all closed for a day."""
    due = exists().where(col(Line.conversation_id) == Conversation.id, col(Line.due).is_not(None))
    at_it = or_(col(Handover.closed_at).is_(None), col(Handover.closed_at) > now - AFTER_CLOSING)
    called = exists().where(col(Handover.conversation_id) == Conversation.id, at_it)
    return select(Conversation.id).where(Conversation.forget_when_said, ~due, ~called)
