"""Who can sign in at the desk."""

from __future__ import annotations

from backend.people.queries import demo_accounts
from bot.house import House


def sign_ins(house: House) -> list[str]:
    """A line for each demo account and role. They enter with one click on the sign-in page, without a password."""
    if not house.settings.at_desk:
        return []
    with house.db.reading() as tx:
        accounts = demo_accounts(tx)
    lines = [f"    {a.name:<18} {role:<13} {place}" for a in accounts for role, place in a.roles]
    return ["  Demo sign-ins (one click on the sign-in page):", *lines]
