"""Sessions of the console, kept on the server: the cookie holds a token, the table its hash."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, update
from sqlmodel import col

from backend.db import Tx
from backend.people.accounts import Staff, staff_of
from backend.people.models import Person, SignIn

LONGEST = timedelta(hours=12)
IDLE = timedelta(hours=2)
FRESH = timedelta(minutes=1)
"""A visit is noted once a minute at most: looking at a page should not cost a write."""


@dataclass(frozen=True)
class Session:
    """Someone signed in, and the secret of their forms."""

    staff: Staff
    csrf: str
    token_hash: str
    seen_at: datetime


def begin(tx: Tx, person_id: int, at: datetime, former: str | None = None) -> str:
    """Open a session and return its token; the former one of the same browser ends. Sweeps what is over."""
    if former:
        end(tx, former)
    over = col(SignIn.created_at) < at - LONGEST
    tx.execute(delete(SignIn).where(over | (col(SignIn.seen_at) < at - IDLE)))
    token = secrets.token_urlsafe(32)
    csrf = secrets.token_urlsafe(24)
    tx.add(SignIn(token_hash=digest(token), person_id=person_id, csrf=csrf, created_at=at, seen_at=at))
    return token


def find(tx: Tx, token: str, at: datetime) -> Session | None:
    """The session of a token; None if there is none, if it is over, or if the account is closed."""
    row = tx.get(SignIn, digest(token))
    if row is None or at - row.created_at > LONGEST or at - row.seen_at > IDLE:
        return None
    person = tx.get(Person, row.person_id)
    if person is None or not person.active:
        return None
    return Session(staff_of(tx, person), row.csrf, row.token_hash, row.seen_at)


def is_stale(session: Session, at: datetime) -> bool:
    """Whether the visit should be noted now."""
    return at - session.seen_at > FRESH


def touch(tx: Tx, session: Session, at: datetime) -> None:
    """Note the visit, so that the session does not end while it is used."""
    tx.execute(update(SignIn).where(col(SignIn.token_hash) == session.token_hash).values(seen_at=at))


def end(tx: Tx, token: str) -> None:
    tx.execute(delete(SignIn).where(col(SignIn.token_hash) == digest(token)))


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
