"""How a youth is told of an appointment: by which conversation, with which facts, and what was said already."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import col, select

from backend.agenda.appointments import facts
from backend.agenda.models import Appointment, Motive
from backend.agenda.moments import days_until
from backend.db import Tx
from backend.models import Conversation, Seen
from backend.people.models import Youth

AT_ONCE = 500
"""Keys looked up in one statement."""


def way_to(tx: Tx, youth_id: int) -> Conversation | None:
    """Where they are reached: the conversation they wrote in last, of those they did not block.

    It is held as a turn does, so that whoever erases themselves meanwhile is not begun anew.
    """
    open_ways = select(Conversation).where(
        Conversation.youth_id == youth_id, col(Conversation.blocked).is_(False)
    )
    latest = open_ways.order_by(col(Conversation.last_heard_at).desc().nulls_last(), col(Conversation.id))
    return tx.exec(latest.with_for_update().execution_options(populate_existing=True)).first()


def seen(tx: Tx, keys: Collection[str]) -> set[str]:
    """Those of these keys that have been said."""
    asked, found = list(keys), set[str]()
    for first in range(0, len(asked), AT_ONCE):
        some = col(Seen.key).in_(asked[first : first + AT_ONCE])
        found.update(tx.exec(select(Seen.key).where(some)).all())
    return found


def about(tx: Tx, appointment: Appointment, now: datetime) -> dict[str, Any]:
    """The facts of an appointment as the clock's events carry them (see Reminded and Followed)."""
    told = facts(tx, appointment, now)
    youth, motive = tx.get_one(Youth, appointment.youth_id), tx.get_one(Motive, appointment.motive_id)
    discreet = youth.discreet or motive.discreet
    return told | {
        "discreet": discreet,
        "bring_after": "" if discreet else motive.bring_after,
        "days": days_until(appointment.starts_at, told["zone"], now),
        "day": appointment.starts_at.astimezone(ZoneInfo(told["zone"])).date().isoformat(),
        "status": appointment.status,
    }
