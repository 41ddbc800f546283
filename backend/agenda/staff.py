"""What advisors, the front desk and managers see of appointments. Everything is asked within a scope."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, or_
from sqlmodel import col, select

from backend.agenda.calling import to_call
from backend.agenda.models import LIVE, Appointment, Motive
from backend.agenda.moments import LONGEST
from backend.agenda.offers import address_of, home_commune
from backend.db import Tx
from backend.models import Conversation
from backend.people.accounts import Staff
from backend.people.models import Person, Youth
from backend.places.models import MissionLocale, Site
from backend.places.sites import zone_of

ROLES = ("advisor", "receptionist", "manager")
DESK = ("receptionist", "manager")
"""Who sees the appointments of everyone at their place."""
LOOK_BACK = timedelta(days=60)
LOOK_AHEAD = timedelta(days=60)
REMEMBERED = 30
"""Appointments of one youth, at most."""
KEPT = (*LIVE, "attended", "excused", "no_show")
SHOWN = (*KEPT, "cancelled_by_youth", "cancelled_by_staff")


@dataclass(frozen=True)
class Visit:
    """An appointment as a list shows it. `place` and `commune` are None by phone or visio."""

    id: int
    starts_at: datetime
    ends_at: datetime
    zone: str
    first_name: str | None
    motive: str
    mode: str
    place: str | None
    commune: str | None
    advisor_id: int
    advisor: str
    status: str
    example: bool = False
    site_id: int | None = None
    """Where the youth comes to."""
    arrived_at: datetime | None = None
    late: bool = False  # they said so
    colour: str = "teal"
    to_call: bool = False
    """No reminder reaches them: somebody calls."""
    phone: str | None = None
    """Of those who are to be called, if it is known."""

    def is_to_complete(self, at: datetime) -> bool:
        """It has taken place, and nobody has told how."""
        return self.status in LIVE and self.ends_at <= at

    def is_to_come(self, at: datetime) -> bool:
        return self.status in LIVE and self.ends_at > at


@dataclass(frozen=True)
class Brief:
    """An appointment with what its advisor should know before."""

    visit: Visit
    youth_id: int
    needs: tuple[str, ...]
    answers: dict[str, Any]
    bring: str
    language: str
    bracket: str | None
    phone: str | None
    address: str
    reachable: bool
    """A conversation with them exists and is not blocked."""
    minutes: int = field(default=0)
    home_commune: str = ""


def visits(tx: Tx, staff: Staff, at: datetime) -> list[Visit]:
    """Appointments in the scope of this person, around now, in the order of time."""
    around = col(Appointment.starts_at).between(at - LOOK_BACK, at + LOOK_AHEAD)
    wanted = _visits().where(in_scope(staff), around, col(Appointment.status).in_(SHOWN))
    rows = tx.execute(wanted.order_by(col(Appointment.starts_at), col(Appointment.id))).all()
    calls = to_call(tx, [row[0].id for row in rows], at)
    return [_visit(row, called=row[0].id in calls) for row in rows]


def visits_between(
    tx: Tx, staff: Staff, begin: datetime, end: datetime, *only: ColumnElement[bool]
) -> list[Visit]:
    """Appointments in the scope of this person that begin between two moments, those cancelled left out."""
    within = (col(Appointment.starts_at) >= begin, col(Appointment.starts_at) < end)
    kept = col(Appointment.status).in_(KEPT)
    wanted = _visits().where(in_scope(staff), *within, kept, *only)
    rows = tx.execute(wanted.order_by(col(Appointment.starts_at), col(Appointment.id)))
    return [_visit(row) for row in rows]


def untold(tx: Tx, staff: Staff, at: datetime) -> int:
    """How many have taken place without anybody telling how."""
    past = col(Appointment.ends_at).between(at - LOOK_BACK, at)
    begun = col(Appointment.starts_at).between(at - LOOK_BACK - LONGEST, at)
    theirs = (in_scope(staff), past, begun, col(Appointment.status).in_(LIVE))
    return tx.exec(select(func.count(col(Appointment.id))).where(*theirs)).one()


def find_brief(tx: Tx, staff: Staff, appointment_id: int) -> Brief | None:
    """An appointment if it exists and is in the scope of this person."""
    row = tx.execute(_visits().where(in_scope(staff), Appointment.id == appointment_id)).first()
    if row is None:
        return None
    appointment, motive, youth = row[0], row[1], row[2]
    site = _door(appointment, row[4])
    return Brief(
        visit=_visit(row),
        youth_id=youth.id,
        needs=tuple(appointment.needs),
        answers=appointment.brief,
        bring=motive.bring if site else "",
        language=youth.language,
        bracket=youth.bracket,
        phone=youth.phone,
        address=address_of(site) if site else "",
        reachable=_reachable(tx, youth.id),
        minutes=motive.minutes,
        home_commune=home_commune(appointment, youth),
    )


def history(tx: Tx, youth_id: int) -> list[tuple[Visit, Appointment]]:
    """What a youth has ever booked, the newest first; a moved appointment is only told where it went."""
    theirs = (Appointment.youth_id == youth_id, Appointment.status != "rescheduled")
    rows = tx.execute(_visits().where(*theirs).order_by(col(Appointment.starts_at).desc()).limit(REMEMBERED))
    return [(_visit(row), row[0]) for row in rows]


def in_scope(staff: Staff) -> ColumnElement[bool]:
    """Their own appointments, and those of the places they keep the desk of."""
    own = col(Appointment.advisor_id) == staff.id
    whole = col(Appointment.mission_locale_id).in_(staff.whole(*DESK))
    return or_(own, whole, col(Appointment.site_id).in_(staff.sites(*DESK)))


def _visits() -> Any:
    return (
        select(Appointment, Motive, Youth, Person.name, Site, MissionLocale.timezone)  # type: ignore[call-overload]
        .join(Motive, col(Motive.id) == Appointment.motive_id)
        .join(Youth, col(Youth.id) == Appointment.youth_id)
        .join(Person, col(Person.id) == Appointment.advisor_id)
        .join(MissionLocale, col(MissionLocale.id) == Appointment.mission_locale_id)
        .outerjoin(Site, col(Site.id) == Appointment.site_id)
    )


def _visit(row: Any, *, called: bool = False) -> Visit:
    appointment, motive, youth, advisor, held_at, home = row
    site = _door(appointment, held_at)
    return Visit(
        id=appointment.id,
        starts_at=appointment.starts_at,
        ends_at=appointment.ends_at,
        zone=zone_of(held_at, home),
        first_name=youth.first_name,
        motive=motive.name,
        mode=appointment.mode,
        place=site.name if site else None,
        commune=site.commune if site else None,
        advisor_id=appointment.advisor_id,
        advisor=advisor,
        status=appointment.status,
        example=bool(site and site.example),
        site_id=site.id if site else None,
        arrived_at=appointment.arrived_at,
        late=appointment.late,
        colour=motive.colour,
        to_call=called,
        phone=youth.phone if called else None,
    )


def _door(appointment: Appointment, site: Site | None) -> Site | None:
    """Where the youth comes to. By phone the advisor sits somewhere too, but that is nobody's business."""
    return site if appointment.mode == "place" else None


def _reachable(tx: Tx, youth_id: int) -> bool:
    open_ways = (Conversation.youth_id == youth_id, col(Conversation.blocked).is_(False))
    return bool(tx.exec(select(func.count(col(Conversation.id))).where(*open_ways)).one())
