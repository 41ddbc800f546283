"""One-time links to choose a password: by invitation, or because it is forgotten. Opening one changes nothing."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, literal, select
from sqlmodel import col

from backend.db import Tx, Utc
from backend.entrance.models import AccountLink
from backend.mail.accounts import tell_with_link
from backend.people.accounts import plain_email
from backend.people.models import Person
from backend.people.sign_ins import digest

LIVES = {"invite": timedelta(hours=48), "reset": timedelta(hours=1)}


def new_link(tx: Tx, person: Person, purpose: str, at: datetime) -> str:
    """The token of a link, given this once. Former links of this person are worth nothing."""
    tx.flush()
    tx.execute(delete(AccountLink).where(col(AccountLink.person_id) == person.id))
    token = secrets.token_urlsafe(32)
    until = at + LIVES[purpose]
    link = {"token_hash": digest(token), "person_id": person.id, "purpose": purpose, "email": person.email}
    tx.execute(insert(AccountLink).values(**link, expires_at=until))
    return token


def invite_by_mail(tx: Tx, person: Person, at: datetime, purpose: str = "invite") -> None:
    """Write them a letter with a link."""
    token = new_link(tx, person, purpose, at)
    tell_with_link(tx, col(Person.id) == person.id, purpose, token, at, at + LIVES[purpose])


def ask_reset(tx: Tx, email: str, at: datetime) -> None:
    """Write a letter to whoever has this address. For an address that nobody has, the same statements do nothing.

    A former link stays good until it is over, so that nobody makes another's worthless by asking.
    """
    token, until = secrets.token_urlsafe(32), at + LIVES["reset"]
    theirs = (col(Person.email) == plain_email(email)) & col(Person.active)
    values = {
        "token_hash": literal(digest(token)),
        "person_id": col(Person.id),
        "purpose": literal("reset"),
        "email": col(Person.email),
        "expires_at": literal(until, Utc()),
    }
    tx.execute(insert(AccountLink).from_select(list(values), select(*values.values()).where(theirs)))
    tell_with_link(tx, theirs, "reset", token, at, until)


def find_link(tx: Tx, token: str, at: datetime) -> tuple[AccountLink, Person] | None:
    """The link of a token and whose it is; None if it is spent or over, or the account is closed or has moved."""
    link = tx.get(AccountLink, digest(token))
    if link is None or link.expires_at <= at:
        return None
    person = tx.get_one(Person, link.person_id)
    return (link, person) if person.active and person.email == link.email else None


def spend(tx: Tx, link: AccountLink) -> bool:
    """Use it, and make all others of this person worthless. False if somebody was faster."""
    mine = delete(AccountLink).where(col(AccountLink.token_hash) == link.token_hash)
    done: int = tx.connection().execute(mine).rowcount
    tx.execute(delete(AccountLink).where(col(AccountLink.person_id) == link.person_id))
    return done == 1


def forget_links(tx: Tx, person_id: int) -> None:
    tx.execute(delete(AccountLink).where(col(AccountLink.person_id) == person_id))
