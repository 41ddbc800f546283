"""Reminders are derived from appointments, never scheduled: J-7, J-1 and H-2, once each, in time and by day."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import exists
from sqlmodel import col, select

from backend.agenda.models import LIVE, Appointment
from backend.agenda.moments import Before, Due, nightfall, reminder
from backend.agenda.ways import about, seen, way_to
from backend.clockwork import one_by_one
from backend.db import Database, Tx
from backend.models import Conversation
from backend.people.models import Youth
from backend.places.models import MissionLocale, Site
from backend.places.sites import zone_at
from backend.scene import Arrival
from backend.script import Script
from backend.turns import take_turn
from flows.events import Reminded

AHEAD = timedelta(days=8)
"""The earliest reminder leaves a week before, or the evening before that."""
MOMENTS: tuple[Before, ...] = ("J-7", "J-1", "H-2")


def remind(db: Database, script: Script) -> int:
    """Remind everyone who must be; doing it twice changes nothing. Returns how many were reminded."""
    with db.reading() as tx:
        wanted = _due(tx, script.now())
    return one_by_one(db, [partial(_remind, script, appointment_id) for appointment_id in wanted])


def key_of(appointment_id: int, starts_at: datetime, moment: str) -> str:
    return f"reminder:{appointment_id}:{starts_at:%Y%m%dT%H%M}:{moment}"


def _due(tx: Tx, now: datetime) -> list[int]:
    """The appointments of which something is to be said now, by a first look: each is looked at again."""
    found: dict[str, int] = {}
    for id_, starts_at, created_at, insee, home in tx.execute(_near(now)).all():
        if due := reminder(starts_at, created_at, zone_at(insee, home), now):
            found[key_of(id_, starts_at, due.moment)] = id_
    said = seen(tx, found)
    return [id_ for key, id_ in found.items() if key not in said]


def _near(now: datetime) -> Any:
    """Rows and no objects: each tick looks at all that is to come in a week."""
    reached = exists().where(col(Conversation.youth_id) == Youth.id, col(Conversation.blocked).is_(False))
    return (
        select(  # type: ignore[call-overload]
            Appointment.id, Appointment.starts_at, Appointment.created_at, Site.insee, MissionLocale.timezone
        )
        .join(Youth, col(Youth.id) == Appointment.youth_id)
        .join(MissionLocale, col(MissionLocale.id) == Appointment.mission_locale_id)
        .outerjoin(Site, col(Site.id) == Appointment.site_id)
        .where(col(Appointment.status).in_(LIVE), col(Youth.reminders), reached)
        .where(Appointment.starts_at > now, Appointment.starts_at <= now + AHEAD)
        .order_by(Appointment.starts_at)
    )


def _remind(script: Script, appointment_id: int, tx: Tx) -> bool:
    """Say it, if it still stands: someone may have cancelled, or another process been faster."""
    whose = select(Appointment.youth_id).where(Appointment.id == appointment_id)
    way, now = way_to(tx, tx.exec(whose).first() or 0), script.now()
    appointment = tx.get(Appointment, appointment_id)
    if way is None or appointment is None or appointment.status not in LIVE:
        return False
    told = about(tx, appointment, now)
    due = _unsaid(tx, appointment, told["zone"], now)
    if due is None or not tx.get_one(Youth, appointment.youth_id).reminders:
        return False
    until = min(due.until, nightfall(now, told["zone"]))
    event = Reminded(told, due.moment, until.isoformat())  # type: ignore[arg-type]
    key = key_of(appointment_id, appointment.starts_at, due.moment)
    return not take_turn(tx, script, Arrival(key, way.channel, way.address, event, "clock")).repeated


def _unsaid(tx: Tx, appointment: Appointment, zone: str, now: datetime) -> Due | None:
    keys = {key_of(appointment.id or 0, appointment.starts_at, moment): moment for moment in MOMENTS}
    said = {keys[key] for key in seen(tx, keys)}
    return reminder(appointment.starts_at, appointment.created_at, zone, now, said)
