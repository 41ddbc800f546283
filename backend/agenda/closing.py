"""What staff do with an appointment: say how it went, or cancel it and tell the youth."""

from __future__ import annotations

from sqlmodel import select

from backend.agenda.appointments import OUTCOMES, cancel, facts
from backend.agenda.models import LIVE, Appointment
from backend.db import Tx
from backend.models import Conversation
from backend.scene import Arrival
from backend.script import Script
from backend.turns import take_turn
from flows.events import Told

CANCELLED = "appointment-cancelled"
"""The text that a youth receives when staff cancel."""


class NotNow(Exception):
    """The appointment cannot be changed so; the argument says why: unknown, too_early, closed."""


def set_outcome(tx: Tx, script: Script, appointment_id: int, outcome: str) -> None:
    """attended, excused or no_show, once it has begun; may be corrected. Raises NotNow."""
    appointment = found_for_change(tx, appointment_id)
    if outcome not in OUTCOMES:
        raise NotNow("unknown")
    if appointment.status not in (*LIVE, *OUTCOMES):
        raise NotNow("closed")
    if appointment.starts_at > script.now():
        raise NotNow("too_early")
    appointment.status, appointment.outcome_at = outcome, script.now()
    tx.add(appointment)


def cancel_by_staff(tx: Tx, script: Script, appointment_id: int) -> None:
    """Cancel and tell the youth, on every way to reach them. Doing it twice tells them once."""
    appointment = found_for_change(tx, appointment_id)
    if appointment.status == "cancelled_by_staff":
        return
    if appointment.status not in LIVE:
        raise NotNow("closed")
    cancel(tx, appointment, "cancelled_by_staff", script.now())
    about = facts(tx, appointment)
    for row in tx.exec(select(Conversation).where(Conversation.youth_id == appointment.youth_id)).all():
        key = f"cancelled:{appointment.id}:{row.id}"
        take_turn(tx, script, Arrival(key, row.channel, row.address, Told(CANCELLED, about), "staff"))


def found_for_change(tx: Tx, appointment_id: int) -> Appointment:
    """The appointment as it is now, kept from others until this transaction ends. Raises NotNow."""
    mine = select(Appointment).where(Appointment.id == appointment_id).with_for_update()
    found = tx.exec(mine.execution_options(populate_existing=True)).first()
    if found is None:
        raise NotNow("unknown")
    return found
