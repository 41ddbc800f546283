"""What happened on former days, written straight into the tables."""

from __future__ import annotations

from datetime import datetime, timedelta

from backend.db import Database
from backend.handover.models import Handover, Promise
from backend.models import Conversation
from backend.people.models import Youth


def lived(
    db: Database, home: int | None, *, opened: datetime, minutes: int | None, kept: bool | None
) -> None:
    """A call, its first reply so many minutes later, its promise."""
    with db.transaction() as tx:
        one = Youth(first_name="Zéphirine")
        tx.add(one)
        tx.flush()
        talk = Conversation(youth_id=one.id, channel="telegram", address=f"z{one.id}")
        tx.add(talk)
        tx.flush()
        closed = opened + timedelta(days=1)
        call = Handover(conversation_id=talk.id, youth_id=one.id, mission_locale_id=home, opened_at=opened)
        call.first_reply_at = opened + timedelta(minutes=minutes) if minutes is not None else None
        call.closed_at = closed
        tx.add(call)
        tx.flush()
        due = opened + timedelta(hours=2)
        tx.add(Promise(handover_id=call.id, made_at=opened, due_at=due, ended_at=closed, kept=kept))
