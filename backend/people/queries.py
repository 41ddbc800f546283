"""Who is who."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlmodel import col, select

from backend.db import Tx
from backend.people.accounts import plain_email
from backend.people.models import Membership, Person
from backend.places.models import MissionLocale


@dataclass(frozen=True)
class DemoAccount:
    """An account that one click opens at the desk."""

    id: int
    name: str
    roles: tuple[tuple[str, str], ...]
    """(role, short name of the mission locale), in order."""

    @property
    def first_name(self) -> str:
        return self.name.partition(" ")[0]


def person_by_email(tx: Tx, email: str) -> Person | None:
    """An open account by its address, however it is written."""
    return tx.exec(select(Person).where(Person.email == plain_email(email), col(Person.active))).first()


def demo_person(tx: Tx, person_id: int) -> Person | None:
    found = tx.get(Person, person_id)
    return found if found and found.demo and found.active else None


def demo_accounts(tx: Tx) -> list[DemoAccount]:
    """The demo accounts with what they are, in the order they were made."""
    rows = tx.exec(
        select(Person, Membership.role, MissionLocale.short_name)
        .join(Membership, col(Membership.person_id) == Person.id)
        .join(MissionLocale, col(MissionLocale.id) == Membership.mission_locale_id)
        .where(col(Person.demo), col(Person.active))
        .order_by(col(Person.id), col(Membership.id))
    )
    found: dict[int, DemoAccount] = {}
    for person, role, place in rows:
        one = found.setdefault(person.id or 0, DemoAccount(person.id or 0, person.name, ()))
        found[one.id] = replace(one, roles=(*one.roles, (role, place)))
    return list(found.values())


def home_team(tx: Tx, slug: str) -> int | None:
    """The mission locale whose médiateurs see those without a commune."""
    return tx.exec(select(MissionLocale.id).where(MissionLocale.slug == slug)).first()
