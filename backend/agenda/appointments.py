"""Appointments as they are told, cancelled and closed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from backend.agenda.booking import free_cells
from backend.agenda.models import LIVE, Appointment, Motive
from backend.agenda.offers import where
from backend.agenda.queries import Wish
from backend.db import Tx
from backend.mail.queries import tell
from backend.people.models import Person, Youth
from backend.places.models import MissionLocale, Site
from backend.places.sites import zone_of
from backend.scene import NotPossible, Scene

FAR = timedelta(days=7)
"""Whoever has an appointment further away than this may wait for an earlier one."""
OUTCOMES = ("attended", "excused", "no_show")


def facts(tx: Tx, appointment: Appointment, now: datetime | None = None) -> dict[str, Any]:
    """An appointment as plain JSON: what an offer tells, with its own id, what its motive allows until when, and,
    for those who say what time it is, what is possible still (see `_at`).
    """
    site = tx.get_one(Site, appointment.site_id) if appointment.site_id else None
    door = site if appointment.mode == "place" else None
    motive, home = (
        tx.get_one(Motive, appointment.motive_id),
        tx.get_one(MissionLocale, appointment.mission_locale_id),
    )
    told = {
        **where(door, None),
        "id": appointment.id,
        "starts_at": appointment.starts_at.isoformat(),
        "zone": zone_of(site, home.timezone),
        "minutes": motive.minutes,
        "mode": appointment.mode,
        "advisor": tx.get_one(Person, appointment.advisor_id).first_name,
        "bring": motive.bring if door else "",
        "bring_after": motive.bring_after,
        "access": door.access if door else "",
        "call": (site.phone if site else "") or home.phone,
        "cancel_until": until(appointment, motive.cancel_until_hours).isoformat(),
        "move_until": until(appointment, motive.move_until_hours).isoformat(),
    }
    return told | (_at(now, told) if now else {})


def _at(now: datetime, told: Mapping[str, Any]) -> dict[str, Any]:
    """{can: [move, cancel] as far as still possible, today: it is the day, far: over a week away}."""
    limits = {"move": told["move_until"], "cancel": told["cancel_until"]}
    zone, starts_at = ZoneInfo(told["zone"]), datetime.fromisoformat(told["starts_at"])
    return {
        "can": [what for what, last in limits.items() if now <= datetime.fromisoformat(last)],
        "today": starts_at.astimezone(zone).date() == now.astimezone(zone).date(),
        "far": starts_at > now + FAR,
    }


def until(appointment: Appointment, hours: int) -> datetime:
    """The last moment at which the youth may do alone what its motive allows so many hours before."""
    return appointment.starts_at - timedelta(hours=hours)


def in_time(tx: Tx, appointment: Appointment, what: str, now: datetime) -> Appointment:
    """The same, if the youth may still move or cancel it alone. Raises late."""
    motive = tx.get_one(Motive, appointment.motive_id)
    hours = motive.move_until_hours if what == "move" else motive.cancel_until_hours
    if now > until(appointment, hours):
        raise NotPossible("late")
    return appointment


def mine(tx: Tx, youth: Youth, now: datetime) -> Sequence[Appointment]:
    """What a youth has booked that is not over, soonest first."""
    return tx.exec(coming(youth, now).order_by(col(Appointment.starts_at))).all()


def coming(youth: Youth, now: datetime) -> SelectOfScalar[Appointment]:
    """The statement for what a youth has booked that is not over."""
    live = (col(Appointment.status).in_(LIVE), Appointment.ends_at > now)
    return select(Appointment).where(Appointment.youth_id == youth.id, *live)


def one_of_mine(scene: Scene, id_text: str) -> Appointment:
    """A youth's own appointment to come, by the id in a button, kept from staff until the turn ends. Raises gone."""
    number = int(id_text) if id_text.isdecimal() and len(id_text) < 10 else 0
    one = coming(scene.youth, scene.now).where(Appointment.id == number).with_for_update()
    found = scene.tx.exec(one.execution_options(populate_existing=True)).first()
    if found is None:
        raise NotPossible("gone")
    return found


def wish_again(tx: Tx, old: Appointment) -> Wish:
    """The same wish as for an appointment that is to be moved."""
    motive, youth = tx.get_one(Motive, old.motive_id), tx.get_one(Youth, old.youth_id)
    bracket, needs, insee = youth.bracket or "", tuple(old.needs), youth.insee or ""
    lead = youth.lead_advisor_id
    return Wish(old.mission_locale_id, bracket, needs, motive, (old.mode,), old.youth_id, insee, lead)


def cancel(tx: Tx, appointment: Appointment, status: str, now: datetime) -> Appointment:
    """Free the chair at once, and tell the advisor."""
    free_cells(tx, appointment)
    appointment.status, appointment.outcome_at = status, now
    tx.add(appointment)
    tell(tx, appointment, "cancel")
    return appointment
