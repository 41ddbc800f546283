"""Beside a thread: what the youth says of it, whether they are lost, and the transcript."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from backend.db import Tx
from backend.handover.models import Rating
from backend.handover.queries import Thread
from backend.people.calls import lost_of


@dataclass(frozen=True)
class After:
    """How it was for the youth, and whether they can still be reached."""

    handover_id: int
    face: str | None
    word: str
    lost: str | None
    """Why they are held for lost."""
    lost_at: datetime | None
    agreed: bool
    """They may be called."""


def after_of(tx: Tx, thread: Thread) -> After:
    given = tx.get(Rating, thread.handover.id)
    lost = lost_of(tx, thread.youth.id or 0)
    return After(
        handover_id=thread.handover.id or 0,
        face=given.face if given else None,
        word=given.word if given else "",
        lost=lost.cause if lost else None,
        lost_at=lost.at if lost else None,
        agreed=bool(thread.youth.phone and thread.youth.phone_consent_at),
    )
