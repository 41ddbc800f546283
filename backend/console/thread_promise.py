"""Above a thread: by when the youth was told that somebody answers, as long as nobody has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from backend.db import Tx
from backend.handover.models import Promise
from backend.handover.promise_rules import NEAR
from backend.handover.promises import open_promise
from backend.handover.queries import Thread


@dataclass(frozen=True)
class Awaited:
    """The promise that stands; `state`: ahead, near or missed."""

    due_at: datetime
    state: str
    slipped: bool
    """The youth was told of a delay before."""


def awaited_of(tx: Tx, thread: Thread, now: datetime) -> Awaited | None:
    """None once somebody has answered, or where nothing was promised."""
    standing = open_promise(tx, thread.handover)
    if standing is None or thread.handover.closed_at:
        return None
    slipped = select(Promise.id).where(
        Promise.handover_id == thread.handover.id, col(Promise.excused_at).is_not(None)
    )
    left = standing.due_at - now
    state = "missed" if left.total_seconds() < 0 else "near" if left <= NEAR else "ahead"
    return Awaited(standing.due_at, state, tx.exec(slipped).first() is not None)
