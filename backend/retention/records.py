"""Appointments and calls for a human that have served their time, though their youth is still here: counts remain."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import delete, update
from sqlmodel import col, select

from backend.agenda.models import Appointment, Series
from backend.db import Tx
from backend.handover.models import Handover
from backend.handover.remains import calls, remains
from backend.insight.facts import fact_of
from backend.insight.models import BOOKED
from backend.places.models import MissionLocale
from backend.retention.rules import Horizons, Known, is_quiet
from backend.retention.words import Rows
from backend.rows import run
from backend.team.marks import mark_where
from backend.workshops.models import Seat, Workshop


def appointments_of(those: Collection[Known], old: Horizons) -> list[Rows]:
    ids = [one.id for one in those if one.first_end and one.first_end <= old.appointments]
    over = (col(Appointment.youth_id).in_(ids), col(Appointment.ends_at) <= old.appointments)
    return [(Appointment, over)] if ids else []


def calls_of(those: Collection[Known], old: Horizons) -> list[Rows]:
    """Where a human is at it, what was before belongs to it."""
    past = (one for one in those if one.first_closed and one.first_closed <= old.appointments)
    ids = [one.id for one in past if is_quiet(one, old)]
    over = (col(Handover.youth_id).in_(ids), col(Handover.closed_at) <= old.appointments)
    return [(Handover, over)] if ids else []


def drop_appointments(tx: Tx, those: Collection[Known], old: Horizons) -> int:
    """With their cells; each is counted by how it ended. How many."""
    done = 0
    for _, which in appointments_of(those, old):
        tx.add_all(_booked(tx, which))
        gone = select(Appointment.id).where(*which)
        later = update(Appointment).where(col(Appointment.moved_from_id).in_(gone))
        run(tx, later.values(moved_from_id=None))
        done = run(tx, delete(Appointment).where(*which))
    _drop_what_is_over(tx, [one.id for one in those if one.finished], old)
    return done


def _booked(tx: Tx, which: tuple[Any, ...]) -> list[Any]:
    rows: Any = tx.execute(
        select(
            Appointment.starts_at,
            Appointment.mission_locale_id,
            MissionLocale.timezone,
            Appointment.status,
        )
        .join(MissionLocale, col(MissionLocale.id) == Appointment.mission_locale_id)
        .where(*which)
    )
    return [fact_of(at, home, zone, BOOKED + status, booked=1) for at, home, zone, status in rows]


def _drop_what_is_over(tx: Tx, ids: Collection[int], old: Horizons) -> None:
    """Series of which nothing is left, and seats of workshops long past."""
    used = select(Appointment.series_id).where(
        col(Appointment.youth_id).in_(ids), col(Appointment.series_id).is_not(None)
    )
    over = (col(Series.youth_id).in_(ids), col(Series.until) <= old.appointments.date())
    past = select(Workshop.id).where(col(Workshop.ends_at) <= old.appointments)
    seats = delete(Seat).where(col(Seat.youth_id).in_(ids), col(Seat.workshop_id).in_(past))
    if ids:
        run(tx, delete(Series).where(*over, col(Series.id).not_in(used)))
        run(tx, seats)


def drop_calls(tx: Tx, those: Collection[Known], old: Horizons) -> int:
    """With all that hangs on them; boards go on counting. How many."""
    done = 0
    for _, which in calls_of(those, old):
        gone = select(Handover.id).where(*which)
        mine = col(Handover.id).in_(gone)
        tx.add_all([*calls(tx, mine), *remains(tx, mine)])
        mark_where(tx, mine)
        again = update(Handover).where(col(Handover.former_id).in_(gone))
        run(tx, again.values(former_id=None))
        done = run(tx, delete(Handover).where(*which))
    return done
