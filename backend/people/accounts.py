"""Accounts of the staff: passwords, memberships, and what a person may see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlmodel import col, select

from backend.db import Tx
from backend.people.models import ROLES, Membership, Person

SHORTEST = 12
"""Characters of a password."""
LONGEST = 200
Place = tuple[int, int | None, str]
"""(mission locale, site or None for all, role)."""

_hasher = PasswordHasher()


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
        return any(m.role in roles for m in self.memberships)

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
    """A person with their memberships."""
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
    hashed = hash_password(password) if password is not None else None
    person = Person(name=name.strip(), email=address, password_hash=hashed, demo=demo)
    tx.add(person)
    tx.flush()
    for place in memberships:
        add_membership(tx, person, place)
    return person


def add_membership(tx: Tx, person: Person, place: Place) -> None:
    """Give a role somewhere. Raises BadAccount on a role that does not exist."""
    mission_locale, site, role = place
    if role not in ROLES:
        raise BadAccount(f"the role must be one of {', '.join(ROLES)}")
    owner = Staff(person, ()).id
    tx.add(Membership(person_id=owner, mission_locale_id=mission_locale, site_id=site, role=role))
    tx.flush()


def plain_email(email: str) -> str:
    """An address as it is kept and looked for."""
    return email.strip().casefold()


def hash_password(password: str) -> str:
    """Raises BadAccount if it is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise BadAccount(f"a password has {SHORTEST} to {LONGEST} characters")
    return _hasher.hash(password)


def password_fits(stored: str | None, password: str) -> bool:
    """Takes as long for an account that does not exist as for one that does: 64 MB and a fifth of a second."""
    return _verify(stored or _decoy(), password[:LONGEST]) and stored is not None


def _verify(stored: str, password: str) -> bool:
    try:
        return _hasher.verify(stored, password)
    except (VerificationError, InvalidHashError):
        return False


@lru_cache(maxsize=1)
def _decoy() -> str:
    """A hash of nobody's password."""
    return _hasher.hash("nobody has this password")
