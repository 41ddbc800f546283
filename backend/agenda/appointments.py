"""Appointments as they are told, cancelled and closed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlmodel import col, select

from backend.agenda.booking import free_cells
from backend.agenda.models import LIVE, Appointment, Motive
from backend.agenda.offers import where
from backend.agenda.queries import Wish
from backend.db import Tx
from backend.people.models import Person, Youth
from backend.places.models import MissionLocale, Site
from backend.places.sites import zone_of
from backend.scene import NotPossible, Scene

OUTCOMES = ("attended", "excused", "no_show")


def facts(tx: Tx, appointment: Appointment) -> dict[str, Any]:
    """An appointment as plain JSON: what an offer tells, with its own id."""
    held_at = tx.get_one(Site, appointment.site_id) if appointment.site_id is not None else None
    site = held_at if appointment.mode == "place" else None
    motive = tx.get_one(Motive, appointment.motive_id)
    return {
        **where(site, None),
        "id": appointment.id,
        "starts_at": appointment.starts_at.isoformat(),
        "zone": zone_of(held_at, tx.get_one(MissionLocale, appointment.mission_locale_id).timezone),
        "minutes": motive.minutes,
        "mode": appointment.mode,
        "advisor": tx.get_one(Person, appointment.advisor_id).first_name,
        "bring": motive.bring if site else "",
    }


def mine(tx: Tx, youth: Youth, now: datetime) -> Sequence[Appointment]:
    """What a youth has booked from now on, soonest first."""
    live = select(Appointment).where(
        Appointment.youth_id == youth.id, col(Appointment.status).in_(LIVE), Appointment.starts_at > now
    )
    return tx.exec(live.order_by(col(Appointment.starts_at))).all()


def one_of_mine(scene: Scene, id_text: str) -> Appointment:
    """A youth's own appointment to come, by the id in a button. Raises gone."""
    number = int(id_text) if id_text.isdecimal() and len(id_text) < 10 else 0
    found = [a for a in mine(scene.tx, scene.youth, scene.now) if a.id == number]
    if not found:
        raise NotPossible("gone")
    return found[0]


def wish_again(tx: Tx, old: Appointment) -> Wish:
    """The same wish as for an appointment that is to be moved."""
    motive, youth = tx.get_one(Motive, old.motive_id), tx.get_one(Youth, old.youth_id)
    bracket, needs, insee = youth.bracket or "", tuple(old.needs), youth.insee or ""
    return Wish(old.mission_locale_id, bracket, needs, motive, (old.mode,), old.youth_id, insee)


def cancel(tx: Tx, appointment: Appointment, status: str, now: datetime) -> Appointment:
    """Free the chair at once."""
    free_cells(tx, appointment)
    appointment.status, appointment.outcome_at = status, now
    tx.add(appointment)
    return appointment
