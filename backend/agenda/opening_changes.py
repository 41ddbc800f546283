"""What becomes of those booked when an opening changes: shown before anything happens, done in one go with it.

A change is tried for real in a savepoint and taken back, so that what is proposed is what would be free.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime

from sqlmodel import col, select

from backend.agenda.decisions import check_list, decide
from backend.agenda.models import LIVE, Appointment, Opening
from backend.agenda.openings import Span, changes_of, openings_of, span_of
from backend.db import Tx
from backend.people.models import Person
from backend.script import Script

Change = Callable[[Tx], None]
"""What is done to the openings of an advisor."""
Held = tuple[int | None, Span]
"""Where, and when."""


class _Undo(Exception):
    """Nothing of this happened."""


@contextmanager
def tried(tx: Tx, change: Change) -> Iterator[None]:
    """The world as it would be; afterwards it is as it was."""
    with suppress(_Undo), tx.begin_nested():
        change(tx)
        tx.flush()
        yield
        raise _Undo


def stranded_by(tx: Tx, advisor_id: int, change: Change, now: datetime) -> list[int]:
    """The appointments, soonest first, that stood in an opening of this advisor and would not any more."""
    held = _held(tx, advisor_id, now)
    left: list[int] = []
    with tried(tx, change):
        left.extend(a.id or 0 for a in _still_outside(tx, advisor_id, held))
    return left


def carry_out(tx: Tx, script: Script, advisor_id: int, change: Change, decisions: Mapping[int, str]) -> None:
    """Change, and do with each appointment what was decided: all of it, or nothing.

    Raises ListChanged if not just these appointments are decided, NotPossible("taken") if a slot is gone.
    """
    lock_openings(tx, advisor_id)
    held = _held(tx, advisor_id, script.now())
    change(tx)
    tx.flush()
    concerned = _still_outside(tx, advisor_id, held)
    check_list(concerned, decisions)
    decide(tx, script, concerned, decisions)


def lock_openings(tx: Tx, advisor_id: int) -> None:
    """Whoever changes the openings of this advisor, or is booking in one, waits until this transaction ends."""
    theirs = select(Opening).where(Opening.advisor_id == advisor_id).order_by(col(Opening.id))
    tx.exec(theirs.with_for_update().execution_options(populate_existing=True)).all()
    tx.exec(select(Person.id).where(Person.id == advisor_id).with_for_update(key_share=True)).one()


def _held(tx: Tx, advisor_id: int, now: datetime) -> list[Appointment]:
    """Who is booked in an opening as it stands."""
    coming = select(Appointment).where(
        Appointment.advisor_id == advisor_id, col(Appointment.status).in_(LIVE), Appointment.starts_at > now
    )
    ordered = coming.order_by(col(Appointment.starts_at), col(Appointment.id))
    spans = _spans(tx, advisor_id)
    booked = tx.exec(ordered.execution_options(populate_existing=True)).all()
    return [a for a in booked if _inside(a, spans)]


def _still_outside(tx: Tx, advisor_id: int, held: Sequence[Appointment]) -> list[Appointment]:
    spans = _spans(tx, advisor_id)
    return [a for a in held if not _inside(a, spans)]


def _inside(appointment: Appointment, spans: Sequence[Held]) -> bool:
    there = (span for site, span in spans if site == appointment.site_id)
    return any(span.holds(appointment.starts_at, appointment.ends_at) for span in there)


def _spans(tx: Tx, advisor_id: int) -> list[Held]:
    kept = openings_of(tx, advisor_id)
    return [(k.opening.site_id, span_of(k, changes_of(tx, k))) for k in kept]
