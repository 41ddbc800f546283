"""Sessions of the console, kept on the server: the cookie holds a token, the table its hash."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, update
from sqlmodel import col, select

from backend.db import Tx
from backend.people.accounts import Staff, staff_of
from backend.people.models import Person, SignIn

LONGEST = timedelta(hours=12)
IDLE = timedelta(hours=2)
HALF_WAY = timedelta(minutes=30)
"""How long the second factor is waited for: setting one up takes a while."""
FRESH = timedelta(minutes=1)
"""A visit is noted once a minute at most: looking at a page should not cost a write."""


@dataclass(frozen=True)
class Session:
    """Someone signed in, and the secret of their forms."""

    staff: Staff
    csrf: str
    token_hash: str
    seen_at: datetime
    awaits: str = ""
    """What is still to be proved: code, setup; nothing for who is signed in."""


def begin(
    tx: Tx, person_id: int, at: datetime, former: str | None = None, *, awaits: str = "", family: str = ""
) -> str:
    """Open a session and return its token; the former one of the same browser ends. Sweeps what is over.

    With `awaits` it opens no page yet (`find_half_way`): whoever proves the rest gets another.
    """
    if former:
        end(tx, former)
    _sweep(tx, at)
    token = secrets.token_urlsafe(32)
    csrf = secrets.token_urlsafe(24)
    kept = {"token_hash": digest(token), "csrf": csrf, "awaits": awaits, "family": family}
    tx.add(SignIn(person_id=person_id, created_at=at, seen_at=at, **kept))
    return token


def _sweep(tx: Tx, at: datetime) -> None:
    """What is over goes, unless somebody else is about to end it: two who sign in never wait for each other."""
    over = (col(SignIn.created_at) < at - LONGEST) | (col(SignIn.seen_at) < at - IDLE)
    free = select(SignIn.token_hash).where(over).with_for_update(skip_locked=True)
    tx.execute(delete(SignIn).where(col(SignIn.token_hash).in_(free)))


def find(tx: Tx, token: str, at: datetime) -> Session | None:
    """The session of a token; None if there is none, if it is over or half-way, or if the account is closed."""
    found = _session(tx, token, at)
    return found if found and not found.awaits else None


def find_half_way(tx: Tx, token: str, at: datetime) -> Session | None:
    """The session of somebody who gave the right password, and must still prove the rest."""
    found = _session(tx, token, at)
    return found if found and found.awaits and at - found.seen_at <= HALF_WAY else None


def _session(tx: Tx, token: str, at: datetime) -> Session | None:
    row = tx.get(SignIn, digest(token))
    if row is None or at - row.created_at > LONGEST or at - row.seen_at > IDLE:
        return None
    person = tx.get(Person, row.person_id)
    if person is None or not person.active:
        return None
    return Session(staff_of(tx, person), row.csrf, row.token_hash, row.seen_at, row.awaits)


def is_stale(session: Session, at: datetime) -> bool:
    """Whether the visit should be noted now."""
    return at - session.seen_at > FRESH


def touch(tx: Tx, session: Session, at: datetime) -> None:
    """Note the visit, so that the session does not end while it is used."""
    tx.execute(update(SignIn).where(col(SignIn.token_hash) == session.token_hash).values(seen_at=at))


def end(tx: Tx, token: str) -> None:
    tx.execute(delete(SignIn).where(col(SignIn.token_hash) == digest(token)))


def end_one(tx: Tx, session: Session) -> None:
    tx.execute(delete(SignIn).where(col(SignIn.token_hash) == session.token_hash))


def end_all(tx: Tx, person_id: int) -> None:
    """Everywhere: after a new password, other rights, or at a click."""
    tx.execute(delete(SignIn).where(col(SignIn.person_id) == person_id))


def open_sessions(tx: Tx, person_id: int, at: datetime) -> list[SignIn]:
    """Where somebody is signed in, the newest first."""
    alive = (SignIn.created_at >= at - LONGEST, SignIn.seen_at >= at - IDLE, SignIn.awaits == "")
    mine = select(SignIn).where(SignIn.person_id == person_id, *alive)
    return list(tx.exec(mine.order_by(col(SignIn.created_at).desc())))


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
