"""Whom no reminder reaches: somebody calls them. Never stored, so that it ends as soon as they can be reached."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlmodel import col, select

from backend.agenda.models import Appointment
from backend.agenda.reminders import AHEAD
from backend.db import Tx
from backend.models import Conversation, Line
from backend.people.models import Youth

LOST = ("failed", "blocked", "stale")
"""What became of a reminder that did not arrive. One that is stale ran out of time while its appointment stood."""


def to_call(tx: Tx, ids: Collection[int], at: datetime) -> set[int]:
    """Those of these appointments, to come within the time of reminders, of which the youth does not hear.

    Whoever said that they will come, or wants no reminder, is not called.
    """
    near = _near(tx, ids, at)
    youths = set(near.values())
    reached = _reached(tx, youths)
    lost = _lost(tx, reached)
    return {id_ for id_, youth in near.items() if youth not in reached or id_ in lost}


def _near(tx: Tx, ids: Collection[int], at: datetime) -> dict[int, int]:
    """Appointment -> youth."""
    wanted = (
        select(Appointment.id, Appointment.youth_id)
        .join(Youth, col(Youth.id) == Appointment.youth_id)
        .where(col(Appointment.id).in_(ids), Appointment.status == "booked", col(Youth.reminders))
        .where(Appointment.starts_at > at, Appointment.starts_at <= at + AHEAD)
    )
    return {id_ or 0: youth for id_, youth in tx.exec(wanted).all()}


def _reached(tx: Tx, youths: Collection[int]) -> set[int]:
    """Those who have a conversation that is not blocked."""
    theirs = col(Conversation.youth_id).in_(youths), col(Conversation.blocked).is_(False)
    return set(tx.exec(select(Conversation.youth_id).where(*theirs)).all())


def _lost(tx: Tx, youths: Collection[int]) -> set[int]:
    """The appointments whose latest reminder did not arrive."""
    said = (
        select(Line.about, Line.state)
        .join(Conversation, col(Conversation.id) == Line.conversation_id)
        .where(col(Conversation.youth_id).in_(youths), col(Line.about).is_not(None))
        .order_by(col(Line.id))
    )
    latest = {(about or {})["appointment"]: state for about, state in tx.exec(said).all() if _reminds(about)}
    return {appointment for appointment, state in latest.items() if state in LOST}


def _reminds(about: Mapping[str, Any] | None) -> bool:
    return about is not None and "reminder" in about
