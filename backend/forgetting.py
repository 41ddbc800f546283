"""Under 16 nothing is kept: all of it goes once the last reply has left, unless a human was called."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import col, select

from backend.db import Database, Tx
from backend.handover.models import Handover
from backend.models import Conversation, Line
from backend.people.erasure import erase

AFTER_CLOSING = timedelta(hours=24)


def forget_if_said(tx: Tx, conversation_id: int) -> None:
    """Erase a minor's conversation if its last reply has just left."""
    marked = select(Conversation).where(Conversation.id == conversation_id, Conversation.forget_when_said)
    row = tx.exec(marked).first()
    if row is not None and not _due(tx, row) and not _called(tx, row):
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
