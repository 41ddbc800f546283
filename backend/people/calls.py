"""Calling those who were lost in the chat and agreed to it: three calls at most, one a day, until they are back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import col, or_, select

from backend.audit.commands import record
from backend.db import Tx, insert_once
from backend.handover.queries import Scope
from backend.models import Seen
from backend.people.lost import heard_again
from backend.people.models import LostContact, Person, Youth
from backend.script import Script

MOST = 3
"""Calls for each time that somebody is lost."""
REST = timedelta(hours=20)
"""Between two calls."""
ANSWERS = ("reached", "missed")
SHOWN = 200


class NoCall(Exception):
    """They are not to be called: they are back, they took it back, or it was enough."""


@dataclass(frozen=True)
class ToCall:
    """Someone to call. No words of theirs."""

    id: int
    first_name: str | None
    commune: str | None
    language: str
    phone: str
    cause: str
    at: datetime
    handover_id: int | None
    calls: int
    called_at: datetime | None
    rests: bool
    """They were called not long ago: not again for now."""


def to_call(tx: Tx, theirs: Scope, at: datetime) -> list[ToCall]:
    """Those to be called now, the longest lost first, then those who rest."""
    rows = tx.exec(_lost().where(_of(theirs), _agreed(), LostContact.calls < MOST).limit(SHOWN))
    found = [_to_call(lost, youth, at) for lost, youth in rows]
    return sorted(found, key=lambda one: (one.rests, one.at, one.id))


def not_to_call(tx: Tx, theirs: Scope) -> int:
    """How many were lost and did not agree to be called."""
    return len(tx.exec(_lost().where(_of(theirs), ~_agreed())).all())


def called(
    tx: Tx, script: Script, person: Person, theirs: Scope, lost_id: int, answer: str, nonce: str
) -> None:
    """Somebody called: «reached» ends it, «missed» too the third time. The same form counts once. Raises NoCall."""
    if not insert_once(tx, Seen, key=f"call:{nonce}", at=script.now()):
        return
    mine = _lost().where(LostContact.id == lost_id, _of(theirs), _agreed())
    row = tx.exec(mine.with_for_update(of=LostContact)).first()
    if row is None or row[0].calls >= MOST or _rests(row[0], script.now()):
        raise NoCall
    lost = row[0]
    lost.calls, lost.called_at = lost.calls + 1, script.now()
    if answer == "reached" or lost.calls == MOST:
        lost.ended_at, lost.outcome = script.now(), "reached" if answer == "reached" else "given_up"
    tx.add(lost)
    record(tx, script, person.id or 0, "called", "youth", lost.youth_id)


def lost_of(tx: Tx, youth_id: int) -> LostContact | None:
    """Whether a youth is lost now, for their thread."""
    wanted = select(LostContact).where(
        LostContact.youth_id == youth_id, col(LostContact.ended_at).is_(None), ~heard_again()
    )
    return tx.exec(wanted).first()


def _lost() -> Any:
    open_ones = (col(LostContact.ended_at).is_(None), ~heard_again())
    return (
        select(LostContact, Youth)
        .join(Youth, col(Youth.id) == LostContact.youth_id)
        .where(*open_ones)
        .order_by(col(LostContact.at), col(LostContact.id))
        .execution_options(populate_existing=True)
    )


def _agreed() -> Any:
    return col(Youth.phone_consent_at).is_not(None) & col(Youth.phone).is_not(None)


def _of(theirs: Scope) -> Any:
    inside = col(Youth.mission_locale_id).in_(theirs.mission_locales)
    return or_(inside, col(Youth.mission_locale_id).is_(None)) if theirs.home else inside


def _rests(lost: LostContact, at: datetime) -> bool:
    return lost.called_at is not None and lost.called_at + REST > at


def _to_call(lost: LostContact, youth: Youth, at: datetime) -> ToCall:
    return ToCall(
        id=lost.id or 0,
        first_name=youth.first_name,
        commune=youth.commune,
        language=youth.language,
        phone=youth.phone or "",
        cause=lost.cause,
        at=lost.at,
        handover_id=lost.handover_id,
        calls=lost.calls,
        called_at=lost.called_at,
        rests=_rests(lost, at),
    )
