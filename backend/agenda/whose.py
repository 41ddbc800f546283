"""Whose agenda someone may look at: advisors and sites within their scope."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, or_
from sqlmodel import col, select

from backend.agenda.models import Appointment, Opening
from backend.agenda.staff import DESK
from backend.calendars.queries import zone_of
from backend.db import Tx
from backend.people.accounts import Staff
from backend.people.models import Membership, Person
from backend.places.models import Site
from content.calendars import calendar_of


@dataclass(frozen=True)
class Whose:
    """The agenda of one advisor, or of one site; its zone is that of the place."""

    name: str
    zone: str
    advisor_id: int | None = None
    site_id: int | None = None

    @property
    def query(self) -> str:
        """As the address of a page says it."""
        return f"avec={self.advisor_id}" if self.advisor_id else f"lieu={self.site_id}"

    def only(self) -> ColumnElement[bool]:
        """Its appointments."""
        if self.advisor_id:
            return col(Appointment.advisor_id) == self.advisor_id
        return col(Appointment.site_id) == self.site_id


def advisors_of(tx: Tx, staff: Staff) -> Sequence[Person]:
    """Themselves, the advisors of the missions locales they keep, and those who open slots at their sites."""
    member = select(Membership.person_id).where(Membership.role == "advisor")
    there = member.where(col(Membership.mission_locale_id).in_(staff.whole(*DESK)))
    at_sites = select(Opening.advisor_id).where(col(Opening.site_id).in_(staff.sites(*DESK)))
    own = member.where(Membership.person_id == staff.id)
    ids = [col(Person.id).in_(query) for query in (there, at_sites, own)]
    return tx.exec(select(Person).where(or_(*ids), Person.active).order_by(Person.name)).all()


def desks_of(tx: Tx, staff: Staff) -> Sequence[Site]:
    """The sites whose desk they keep, where most openings are first."""
    whole = col(Site.mission_locale_id).in_(staff.whole(*DESK))
    theirs = select(Site).where(or_(whole, col(Site.id).in_(staff.sites(*DESK))))
    many = (
        select(func.count(col(Opening.id)))
        .where(Opening.site_id == Site.id)
        .correlate(Site)
        .scalar_subquery()
    )
    return tx.exec(theirs.order_by(many.desc(), Site.name, col(Site.id))).all()


def of_advisor(tx: Tx, staff: Staff, advisor_id: int) -> Whose | None:
    """None: not in their scope, or there is no such advisor."""
    found = next((p for p in advisors_of(tx, staff) if p.id == advisor_id), None)
    return Whose(found.name, zone_of(tx, advisor_id).key, advisor_id=advisor_id) if found else None


def of_site(tx: Tx, staff: Staff, site_id: int) -> Whose | None:
    found = next((s for s in desks_of(tx, staff) if s.id == site_id), None)
    return Whose(found.name, calendar_of(found.insee).zone, site_id=site_id) if found else None


def usual(tx: Tx, staff: Staff) -> Whose | None:
    """What they look at first: their own agenda, else that of their first site."""
    if staff.may("advisor"):
        return Whose(staff.person.name, zone_of(tx, staff.id).key, advisor_id=staff.id)
    return next((of_site(tx, staff, s.id or 0) for s in desks_of(tx, staff)), None)
