"""What is decided of several appointments at once: all of it is done, or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from backend.agenda.closing import cancel_by_staff
from backend.agenda.models import Appointment
from backend.agenda.moving import move_by_staff
from backend.db import Tx
from backend.script import Script

CANCEL = "cancel"
KEEP = "keep"
"""What is decided of an appointment: one of these, or the slot it moves to."""


class ListChanged(Exception):
    """Someone booked, moved or cancelled since the list was shown: nothing has been done."""


def check_list(concerned: Sequence[Appointment], decisions: Mapping[int, str]) -> None:
    """Raises ListChanged if not just these appointments are decided."""
    if {a.id for a in concerned} != set(decisions):
        raise ListChanged


def decide(tx: Tx, script: Script, concerned: Sequence[Appointment], decisions: Mapping[int, str]) -> None:
    """Each is cancelled or moved, and its youth told. Raises NotNow, NotPossible("taken")."""
    for appointment in concerned:
        wanted = decisions[appointment.id or 0]
        if wanted == CANCEL:
            cancel_by_staff(tx, script, appointment.id or 0)
        elif wanted != KEEP:
            move_by_staff(tx, script, appointment.id or 0, wanted)
