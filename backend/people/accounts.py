"""Accounts of the staff: passwords, memberships, and what a person may see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel import col, select

from backend.db import Tx
from backend.entrance.passwords import SHORTEST, Weak, hash_password
from backend.people.models import ROLES, Membership, Person
from backend.places.models import MissionLocale

ADMIN = "admin"
"""Of the whole deployment: accounts and how things stand. It is no membership, and shows no young person."""
WEAK = {
    "short": f"a password has {SHORTEST} characters or more",
    "long": "this password is too long",
    "guessed": "this password is guessed too soon: take four words that have nothing to do with each other",
}
Place = tuple[int, int | None, str]
"""(mission locale, site or None for all, role)."""


class BadAccount(Exception):
    """An account cannot be made so; the message says why."""


@dataclass(frozen=True)
class Staff:
    """Someone signed in, and where they have which role."""

    person: Person
    memberships: tuple[Membership, ...]

    @property
    def id(self) -> int:
        if self.person.id is None:
            raise BadAccount("this person is not kept yet")
        return self.person.id

    def may(self, *roles: str) -> bool:
        """Whether they have one of these roles anywhere."""
        return any(m.role in roles for m in self.memberships) or (self.is_admin and ADMIN in roles)

    @property
    def is_admin(self) -> bool:
        return self.person.admin

    def mission_locales(self, *roles: str) -> frozenset[int]:
        """Where they have one of these roles, whatever the site."""
        return frozenset(m.mission_locale_id for m in self.memberships if m.role in roles)

    def whole(self, *roles: str) -> frozenset[int]:
        """The missions locales of which they see every site."""
        wide = (m for m in self.memberships if m.role in roles and m.site_id is None)
        return frozenset(m.mission_locale_id for m in wide)

    def sites(self, *roles: str) -> frozenset[int]:
        """The single sites that they see."""
        return frozenset(m.site_id for m in self.memberships if m.role in roles and m.site_id is not None)


def staff_of(tx: Tx, person: Person) -> Staff:
    """A person with their memberships. An administrator has none that counts: they see no young person."""
    if person.admin:
        return Staff(person, ())
    found = tx.exec(select(Membership).where(Membership.person_id == person.id).order_by(col(Membership.id)))
    return Staff(person, tuple(found))


def create_person(
    tx: Tx,
    name: str,
    email: str,
    password: str | None,
    memberships: Iterable[Place] = (),
    *,
    demo: bool = False,
) -> Person:
    """Make an account. Without a password nobody can sign in with one. Raises BadAccount."""
    address = plain_email(email)
    if tx.exec(select(Person).where(Person.email == address)).first():
        raise BadAccount("an account has this e-mail already")
    hashed = _hashed(password, (name, address)) if password is not None else None
    person = Person(name=name.strip(), email=address, password_hash=hashed, demo=demo)
    tx.add(person)
    tx.flush()
    for place in memberships:
        add_membership(tx, person, place)
    return person


def _hashed(password: str, about: Iterable[str]) -> str:
    try:
        return hash_password(password, about)
    except Weak as weak:
        raise BadAccount(WEAK[weak.reason]) from None


def known_words(tx: Tx, staff: Staff) -> list[str]:
    """What those who know this person would try first as their password."""
    homes = [m.mission_locale_id for m in staff.memberships]
    places = tx.exec(select(MissionLocale).where(col(MissionLocale.id).in_(homes))).all()
    return [staff.person.name, staff.person.email, *(word for p in places for word in (p.name, p.short_name))]


def add_membership(tx: Tx, person: Person, place: Place) -> None:
    """Give a role somewhere. Raises BadAccount on a role that does not exist."""
    mission_locale, site, role = place
    if role not in ROLES:
        raise BadAccount(f"the role must be one of {', '.join(ROLES)}")
    if person.admin:
        raise BadAccount("an administrator of the deployment has no role in a mission locale")
    owner = Staff(person, ()).id
    tx.add(Membership(person_id=owner, mission_locale_id=mission_locale, site_id=site, role=role))
    tx.flush()


def plain_email(email: str) -> str:
    """An address as it is kept and looked for."""
    return email.strip().casefold()
