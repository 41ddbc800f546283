"""What advisors, the front desk and managers see of appointments. Everything is asked within a scope."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, or_
from sqlmodel import col, select

from backend.agenda.models import LIVE, Appointment, Motive
from backend.agenda.offers import address_of
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
SHOWN = (*LIVE, "attended", "excused", "no_show", "cancelled_by_youth", "cancelled_by_staff")


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


def visits(tx: Tx, staff: Staff, at: datetime) -> list[Visit]:
    """Appointments in the scope of this person, around now, in the order of time."""
    around = col(Appointment.starts_at).between(at - LOOK_BACK, at + LOOK_AHEAD)
    wanted = _visits().where(in_scope(staff), around, col(Appointment.status).in_(SHOWN))
    return [
        _visit(row) for row in tx.execute(wanted.order_by(col(Appointment.starts_at), col(Appointment.id)))
    ]


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
    )


def coming(tx: Tx, youth_id: int, at: datetime) -> list[Visit]:
    """What a youth has booked from now on."""
    wanted = _visits().where(
        Appointment.youth_id == youth_id, col(Appointment.ends_at) > at, col(Appointment.status).in_(LIVE)
    )
    return [_visit(row) for row in tx.execute(wanted.order_by(col(Appointment.starts_at)))]


def last_booked(tx: Tx, youth_id: int) -> Appointment | None:
    """Where the needs of a youth stand once their story has ended."""
    theirs = select(Appointment).where(Appointment.youth_id == youth_id)
    return tx.exec(theirs.order_by(col(Appointment.id).desc()).limit(1)).first()


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


def _visit(row: Any) -> Visit:
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
    )


def _door(appointment: Appointment, site: Site | None) -> Site | None:
    """Where the youth comes to. By phone the advisor sits somewhere too, but that is nobody's business."""
    return site if appointment.mode == "place" else None


def _reachable(tx: Tx, youth_id: int) -> bool:
    open_ways = (Conversation.youth_id == youth_id, col(Conversation.blocked).is_(False))
    return bool(tx.exec(select(func.count(col(Conversation.id))).where(*open_ways)).one())
