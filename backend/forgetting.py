"""Under 16 nothing is kept: all of it goes once the last reply has left, unless a human was called."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

import sqlalchemy
from sqlalchemy import bindparam
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
    for row in tx.exec(select(Conversation).where(col(Conversation.id).in_(marked))) if marked else ():
        if not _due(tx, row) and not _called(tx, row):
            erase(tx, row.youth_id, fact=False)


def forget_old(db: Database, now: datetime) -> int:
    """Minors who called a human: 24 hours after the handover was closed. Returns how many were erased."""
    with db.transaction() as tx:
        marked = tx.exec(select(Conversation).where(Conversation.forget_when_said)).all()
        gone = [row.youth_id for row in marked if not _due(tx, row) and _over(tx, row, now)]
        for youth_id in gone:
            erase(tx, youth_id, fact=False)
    return len(gone)


def _due(tx: Tx, row: Conversation) -> bool:
    waiting = select(Line.id).where(Line.conversation_id == row.id, col(Line.due).is_not(None))
    return tx.exec(waiting).first() is not None


def _called(tx: Tx, row: Conversation) -> bool:
    return tx.exec(select(Handover.id).where(Handover.conversation_id == row.id)).first() is not None


def _over(tx: Tx, row: Conversation, now: datetime) -> bool:
    """No handover, or all closed for a day."""
    closed = tx.exec(select(Handover.closed_at).where(Handover.conversation_id == row.id)).all()
    return all(at is not None and at + AFTER_CLOSING <= now for at in closed)
