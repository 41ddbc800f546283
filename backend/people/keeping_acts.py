"""What those who look after accounts do: invite, give and take roles, close, reopen, help who lost their telephone."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, update
from sqlmodel import col, select

from backend.agenda.models import LIVE, Appointment
from backend.db import Tx
from backend.entrance.factors import forget_factor
from backend.entrance.links import forget_links
from backend.mail.accounts import tell_account
from backend.people.accounts import ADMIN, Place, Staff, add_membership, create_person, plain_email
from backend.people.models import ROLES, Membership, Person
from backend.people.sign_ins import end_all
from backend.places.models import MissionLocale, Site
from backend.team.linking import unlink


class NotSo(Exception):
    """It stays as it is. `reason`: last_manager, yourself, last_admin, booked, has_role, admin, unknown, same, closed."""

    def __init__(self, reason: str, about: int = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.about = about


def invite(tx: Tx, name: str, email: str, role: str, place: Place | None) -> tuple[Person, bool]:
    """An account with its first role, or one more role for whoever has this address. True: it is new. Raises NotSo."""
    if place:
        _must_be(tx, place)
    person = tx.exec(select(Person).where(Person.email == plain_email(email))).first()
    if person is None:
        made = create_person(tx, name, email, None)
        made.admin = role == ADMIN
        tx.add(made)
        if place:
            add_membership(tx, made, place)
        tx.flush()
        return made, True
    if not person.active:
        raise NotSo("closed")
    if place is None or person.admin:
        raise NotSo("has_role")
    give_role(tx, person, place)
    return person, False


def give_role(tx: Tx, person: Person, place: Place) -> None:
    """At a site of this very mission locale, or at all. Raises NotSo."""
    mission_locale, site, role = place
    _must_be(tx, place)
    if person.admin:
        raise NotSo("admin")
    same = (Membership.person_id == person.id, Membership.mission_locale_id == mission_locale)
    if tx.exec(select(Membership).where(*same, Membership.role == role, Membership.site_id == site)).first():
        raise NotSo("same")
    add_membership(tx, person, place)


def _must_be(tx: Tx, place: Place) -> None:
    """A role that there is, at a site of this very mission locale or at all. Raises NotSo."""
    mission_locale, site_id, role = place
    site = tx.get(Site, site_id) if site_id is not None else None
    known = site_id is None or (site is not None and site.mission_locale_id == mission_locale)
    if role not in ROLES or not known:
        raise NotSo("unknown")


def take_role(tx: Tx, keeper: Staff, membership: Membership, at: datetime) -> None:
    """Raises NotSo: nobody takes their own last word away, a team keeps its last manager, who is awaited stays."""
    if membership.role == "manager":
        if membership.person_id == keeper.id:
            raise NotSo("yourself")
        _others_manage(tx, membership.person_id, membership.mission_locale_id)
    if membership.role == "advisor":
        _nobody_comes(tx, membership.person_id, at, membership.mission_locale_id)
    tx.delete(membership)
    tx.flush()


def close(tx: Tx, keeper: Staff, member: Staff, at: datetime) -> None:
    """Nobody signs in to it any more; sessions, links and the second factor go, notices stop. Raises NotSo."""
    if member.id == keeper.id:
        raise NotSo("yourself")
    if member.is_admin:
        others = (col(Person.admin), col(Person.active), col(Person.id) != member.id)
        if tx.exec(select(Person.id).where(*others)).first() is None:
            raise NotSo("last_admin")
    for home in sorted(member.mission_locales("manager")):
        _others_manage(tx, member.id, home)
    _nobody_comes(tx, member.id, at)
    tx.execute(update(Person).where(col(Person.id) == member.id).values(active=False, password_hash=None))
    _shut(tx, member.id)
    unlink(tx, member.id)


def reopen(tx: Tx, member: Staff) -> None:
    """With its roles, but without its password: a new invitation is to be sent."""
    tx.execute(update(Person).where(col(Person.id) == member.id).values(active=True))


def lose_factor(tx: Tx, member: Staff, at: datetime) -> None:
    """The telephone is lost. The next sign-in sets up another one where it is needed."""
    forget_factor(tx, member.id)
    end_all(tx, member.id)
    tell_account(tx, member.id, "factor_gone", at)


def rights_changed(tx: Tx, person_id: int, at: datetime) -> None:
    """What they may do counts from now on, in new sessions."""
    end_all(tx, person_id)
    tell_account(tx, person_id, "roles", at)


def _shut(tx: Tx, person_id: int) -> None:
    end_all(tx, person_id)
    forget_links(tx, person_id)
    forget_factor(tx, person_id)


def _others_manage(tx: Tx, person_id: int, home: int) -> None:
    """Whether the mission locale has another manager of all its sites who can sign in. Raises NotSo.

    One at a time: two managers who close each other's account at once find out.
    """
    tx.exec(select(MissionLocale.id).where(MissionLocale.id == home).with_for_update(key_share=True)).all()
    others = (
        select(Membership.id)
        .join(Person, col(Person.id) == Membership.person_id)
        .where(Membership.role == "manager", Membership.mission_locale_id == home, col(Person.active))
        .where(Membership.person_id != person_id, col(Membership.site_id).is_(None))
    )
    if tx.exec(others).first() is None:
        raise NotSo("last_manager", home)


def _nobody_comes(tx: Tx, person_id: int, at: datetime, home: int | None = None) -> None:
    """Whether no appointment is to come: each is moved or cancelled first, with a word to who has it. Raises NotSo."""
    coming = select(func.count(col(Appointment.id))).where(
        Appointment.advisor_id == person_id, col(Appointment.status).in_(LIVE), Appointment.ends_at > at
    )
    if home is not None:
        coming = coming.where(Appointment.mission_locale_id == home)
    if many := tx.exec(coming).one():
        raise NotSo("booked", many)
