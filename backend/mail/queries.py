"""Which letters are to be written, and how they stand."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import delete, func
from sqlmodel import col, select

from backend.agenda.models import Appointment
from backend.calendars.events import event_of
from backend.db import Tx, insert_once
from backend.mail.models import Mail
from backend.people.models import Membership, Person

Kind = Literal["request", "cancel"]
KEPT = timedelta(days=30)
"""How long a settled letter is still counted."""
SHOWN = 20


@dataclass(frozen=True)
class Standing:
    """The post, counted."""

    waiting: int
    oldest: datetime | None
    """Since when, or until when, the first of those that wait is due."""
    failed: int
    unsent: int


@dataclass(frozen=True)
class Undelivered:
    """A letter that did not arrive: to whom, and why."""

    at: datetime
    name: str
    error: str


def tell(tx: Tx, appointment: Appointment, kind: Kind) -> None:
    """Write down that its advisor must hear of it: «request» when booked or moved, «cancel». Twice is as once.

    Who had it before it was moved to someone else is told that it is theirs no more.
    """
    before = _before(tx, appointment) if kind == "request" else None
    handed_on = before is not None and before.advisor_id != appointment.advisor_id
    if before and handed_on:
        _write(tx, before, "cancel", moved=False)
    _write(tx, appointment, kind, moved=before is not None and not handed_on)


def _before(tx: Tx, appointment: Appointment) -> Appointment | None:
    return tx.get(Appointment, appointment.moved_from_id) if appointment.moved_from_id else None


def _write(tx: Tx, appointment: Appointment, kind: Kind, *, moved: bool) -> None:
    advisor = tx.get_one(Person, appointment.advisor_id)
    if not advisor.active:
        return
    event: dict[str, Any] = {**event_of(tx, appointment), "moved": moved}
    if kind == "cancel":
        event["sequence"] += 1  # calendars drop what is not newer than what they have
    insert_once(
        tx,
        Mail,
        key=f"{kind}:{appointment.uid}:{appointment.sequence}",
        person_id=advisor.id,
        kind=kind,
        appointment_id=appointment.id,
        event=event,
        state="due",
        due=appointment.outcome_at or appointment.created_at,
        attempts=0,
        error="",
    )


def standing(tx: Tx) -> Standing:
    """The letters of the last weeks that did not leave, counted by what became of them."""
    left = col(Mail.state).in_(("due", "failed", "unsent"))
    rows: Any = tx.execute(select(Mail.state, func.count(col(Mail.id))).where(left).group_by(col(Mail.state)))
    counts = dict(rows.all())
    oldest = tx.exec(select(func.min(Mail.due)).where(Mail.state == "due")).one()
    return Standing(counts.get("due", 0), oldest, counts.get("failed", 0), counts.get("unsent", 0))


def undelivered(tx: Tx, places: Collection[int]) -> list[Undelivered]:
    """The latest letters to the staff of these missions locales that did not arrive."""
    there = select(Membership.person_id).where(col(Membership.mission_locale_id).in_(places))
    rows: Any = tx.execute(
        select(Mail.due, Person.name, Mail.error)
        .join(Person, col(Person.id) == Mail.person_id)
        .where(Mail.state == "failed", col(Mail.person_id).in_(there))
        .order_by(col(Mail.due).desc(), col(Mail.id).desc())
        .limit(SHOWN)
    )
    return [Undelivered(*row) for row in rows]


def forget_letters(tx: Tx, at: datetime) -> None:
    """What was settled long ago is counted no more."""
    tx.execute(delete(Mail).where(col(Mail.state) != "due", col(Mail.due) < at - KEPT))
