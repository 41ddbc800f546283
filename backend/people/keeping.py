"""Whose accounts somebody looks after, and how far: managers those of their missions locales, administrators all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import func
from sqlmodel import col, select

from backend.db import Tx
from backend.entrance.models import AccountLink, SecondFactor
from backend.people.accounts import Staff, staff_of
from backend.people.models import Membership, Person
from backend.places.models import MissionLocale, Site


@dataclass(frozen=True)
class Kept:
    """An account as the list shows it."""

    person: Person
    roles: tuple[Membership, ...]
    has_factor: bool
    invited_until: datetime | None
    """Until when the link of an invitation is good, if one waits."""

    @property
    def waits(self) -> bool:
        """Nobody has ever chosen a password for it."""
        return self.person.active and self.person.password_hash is None and not self.person.demo


@dataclass(frozen=True)
class House:
    """A mission locale, its sites by id, and who works there."""

    home: MissionLocale
    sites: dict[int, str] = field(default_factory=dict)
    members: tuple[Kept, ...] = ()


def homes_of(tx: Tx, keeper: Staff) -> list[MissionLocale]:
    """The missions locales whose accounts they look after: of a single site nobody does."""
    mine = select(MissionLocale).order_by(MissionLocale.name)
    if not keeper.is_admin:
        mine = mine.where(col(MissionLocale.id).in_(keeper.whole("manager")))
    return list(tx.exec(mine))


def may_keep(keeper: Staff, mission_locale_id: int) -> bool:
    return keeper.is_admin or mission_locale_id in keeper.whole("manager")


def in_reach(tx: Tx, keeper: Staff, person_id: int) -> Staff | None:
    """An account that they may see: with a role at their place, or theirs to look after as all are."""
    person = tx.get(Person, person_id)
    if person is None:
        return None
    found = staff_of(tx, person)
    here = any(may_keep(keeper, m.mission_locale_id) for m in found.memberships)
    return found if keeper.is_admin or (here and not found.is_admin) else None


def governs(keeper: Staff, member: Staff) -> bool:
    """Whether closing it, or helping to open it, is theirs: all of its roles are at their place.

    Else whoever gives a stranger a role could take their account over, and with it another mission locale.
    """
    if keeper.is_admin:
        return True
    theirs = [may_keep(keeper, m.mission_locale_id) for m in member.memberships]
    return bool(theirs) and all(theirs) and not member.is_admin


def house_of(tx: Tx, home: MissionLocale, at: datetime) -> House:
    """Who works there: open accounts first, by name."""
    here = select(Membership.person_id).where(Membership.mission_locale_id == home.id)
    people = tx.exec(
        select(Person).where(col(Person.id).in_(here)).order_by(col(Person.active).desc(), Person.name)
    ).all()
    roles = tx.exec(
        select(Membership).where(Membership.mission_locale_id == home.id).order_by(col(Membership.id))
    ).all()
    sites = tx.exec(select(Site.id, Site.name).where(Site.mission_locale_id == home.id).order_by(Site.name))
    return House(home, {i: name for i, name in sites if i}, tuple(_kept(tx, people, roles, at)))


def administrators(tx: Tx, at: datetime) -> tuple[Kept, ...]:
    found = tx.exec(
        select(Person).where(col(Person.admin)).order_by(col(Person.active).desc(), Person.name)
    ).all()
    return tuple(_kept(tx, found, (), at))


def kept_one(tx: Tx, staff: Staff, at: datetime) -> Kept:
    return next(iter(_kept(tx, [staff.person], staff.memberships, at)))


def staff_counts(tx: Tx) -> dict[int, int]:
    """How many have a role at each mission locale."""
    many = func.count(col(Membership.person_id).distinct())
    rows = tx.exec(select(Membership.mission_locale_id, many).group_by(col(Membership.mission_locale_id)))
    return dict(rows.all())


def _kept(tx: Tx, people: Sequence[Person], roles: Iterable[Membership], at: datetime) -> Iterable[Kept]:
    ids = [p.id for p in people]
    factors = set(tx.exec(select(SecondFactor.person_id).where(col(SecondFactor.person_id).in_(ids))))
    links = select(AccountLink.person_id, AccountLink.expires_at).where(
        col(AccountLink.person_id).in_(ids), AccountLink.expires_at > at
    )
    until = dict(tx.exec(links).all())
    given = list(roles)
    for one in people:
        theirs = tuple(m for m in given if m.person_id == one.id)
        yield Kept(one, theirs, one.id in factors, until.get(one.id or 0))
