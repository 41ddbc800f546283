"""Who can sign in at the desk."""

from __future__ import annotations

from sqlmodel import col, select

from backend.people.models import Membership, Person
from backend.places.models import MissionLocale
from bot.house import House


def sign_ins(house: House) -> list[str]:
    """A line for each demo account: name, roles, mission locale. They enter with one click, without a password."""
    if not house.settings.at_desk:
        return []
    query = (
        select(Person, MissionLocale.short_name, Membership.role)
        .join(Membership, col(Membership.person_id) == Person.id)
        .join(MissionLocale, col(MissionLocale.id) == Membership.mission_locale_id)
        .where(Person.demo, Person.active)
        .order_by(col(Person.id))
    )
    with house.db.reading() as tx:
        rows = tx.exec(query).all()
    lines = [f"    {person.name:<18} {role:<13} {place}" for person, place, role in rows]
    return ["  Demo sign-ins (one click on the sign-in page):", *lines]
