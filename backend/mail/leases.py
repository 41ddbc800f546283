"""Which letter goes next, and what became of it. Every change is a short transaction of its own."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import bindparam, func, update
from sqlmodel import col, select

from backend.db import Database, Tx
from backend.handover.models import Handover
from backend.mail.accounts import opened
from backend.mail.invitation import Letter
from backend.mail.models import Mail
from backend.people.models import Person

LEASE = timedelta(minutes=2)
"""A sender that has not settled by then is held for dead. Longer than its own patience."""


def lease(db: Database, now: datetime) -> Letter | None:
    """Take the first due letter of somebody; None if nothing is due. What is over by now is dropped on the way."""
    with db.transaction() as tx:
        while row := tx.execute(_first(), {"now": now}).first():
            mail, person = row
            if letter := _take(tx, mail, person, now):
                return letter
            tx.flush()
    return None


@cache
def _first() -> Any:
    """The statement, built once. Letters to one person leave in order: an old one never undoes a newer one."""
    heads = select(func.min(Mail.id)).where(Mail.state == "due").group_by(col(Mail.person_id))
    return (
        select(Mail, Person)
        .join(Person, col(Person.id) == Mail.person_id)
        .where(col(Mail.id).in_(heads), Mail.state == "due", col(Mail.due) <= bindparam("now"))
        .order_by(col(Mail.due), col(Mail.id))
        .limit(1)
        .with_for_update(skip_locked=True, of=Mail)
    )


def _take(tx: Tx, mail: Mail, person: Person, now: datetime) -> Letter | None:
    tx.add(mail)
    if datetime.fromisoformat(mail.event["ends_at"]) <= now or _settled(tx, mail):
        mail.state, mail.event = "stale", {}
        return None
    said = opened(tx, mail.event)
    if said is None:
        mail.state, mail.event, mail.error = "failed", {}, "PASSERELLE_ENCRYPTION_KEY has changed"
        return None
    mail.due, mail.attempts = now + LEASE, mail.attempts + 1
    return Letter(mail.id or 0, mail.key, mail.kind, person.name, person.email, mail.attempts, said)


def _settled(tx: Tx, mail: Mail) -> bool:
    """A youth who waited: erased, or answered for since the letter was written."""
    if mail.kind != "notice":
        return False
    handover = tx.get(Handover, mail.event["handover"])
    if handover is None or handover.closed_at:
        return True
    written = datetime.fromisoformat(mail.event["at"])
    about_claim = mail.event["about"] in {"opened", "urgent", "nobody_on_duty"}
    return about_claim and handover.claimed_at is not None and handover.claimed_at >= written


def sent(db: Database, letter: Letter, at: datetime) -> None:
    """It was accepted. What it said is kept no longer."""
    _settle(db, letter, state="sent", sent_at=at, due=at, event={}, error="")


def failed(db: Database, letter: Letter, at: datetime, why: str) -> None:
    """It will never be accepted, or was tried for long enough."""
    _settle(db, letter, state="failed", due=at, event={}, error=why)


def try_again(db: Database, letter: Letter, due: datetime, why: str) -> None:
    _settle(db, letter, due=due, error=why)


def _settle(db: Database, letter: Letter, **values: Any) -> None:
    """Unless it was taken up by another sender meanwhile: then it is not ours to settle."""
    mine = update(Mail).where(col(Mail.id) == letter.mail_id, col(Mail.state) == "due")
    with db.transaction() as tx:
        tx.execute(mine.where(col(Mail.attempts) == letter.attempts).values(**values))


def set_aside(db: Database, at: datetime) -> None:
    """No server is set: nothing waits for one. The calendar feeds tell the same."""
    due = update(Mail).where(col(Mail.state) == "due", col(Mail.due) <= at)
    with db.transaction() as tx:
        tx.execute(due.values(state="unsent", event={}))
