"""Losing contact: seen by looking at what is there. Whoever agreed is called, three times at most; nobody else is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, null, union
from sqlalchemy.orm import aliased
from sqlmodel import col, or_, select

from backend.agenda.models import LIVE, Appointment
from backend.db import Database, Tx
from backend.handover.models import Handover, Proposal
from backend.models import Conversation
from backend.people.models import LostContact
from backend.script import Script

SILENCE = timedelta(days=3)
"""After a proposal that nobody answers."""
MISSED = timedelta(days=1)
"""After somebody was missed: by then the kind word and its new proposal have been read, or not."""
LOOKED_BACK = timedelta(days=30)
"""What is older is left alone."""
Another = aliased(Appointment)


def lose_contact(db: Database, script: Script) -> int:
    """Who is lost, and who is back. Doing it twice changes nothing. Returns how many changed."""
    return db.retrying(partial(_look, script.now()))


def _look(now: datetime, tx: Tx) -> int:
    changed = _welcome_back(tx, now)
    for cause, found in _causes(now):
        fits = found.where(*_not_lost_yet())
        wanted = [youth_id for youth_id, _ in tx.execute(fits).all()]
        for youth_id in filter(partial(_free, tx), wanted):
            if still := tx.execute(fits.where(Conversation.youth_id == youth_id)).first():
                tx.add(LostContact(youth_id=youth_id, handover_id=still[1], cause=cause, at=now))
                tx.flush()
                changed += 1
    return changed


def _free(tx: Tx, youth_id: int) -> bool:
    """Whether nothing happens to them now: a turn, an erasure, another tick. Held until the transaction ends."""
    theirs = select(Conversation.id).where(Conversation.youth_id == youth_id)
    return tx.exec(theirs.with_for_update(skip_locked=True)).first() is not None


def heard_again() -> ColumnElement[bool]:
    """Whether the youth of a `LostContact` has written since, or lets us write again."""
    theirs = (col(Conversation.youth_id) == LostContact.youth_id, col(Conversation.blocked).is_(False))
    return exists().where(*theirs, col(Conversation.last_heard_at) > col(LostContact.at))


def _welcome_back(tx: Tx, now: datetime) -> int:
    lost = select(LostContact).where(col(LostContact.ended_at).is_(None), heard_again())
    back = tx.exec(lost.with_for_update(skip_locked=True)).all()
    for one in back:
        one.ended_at, one.outcome = now, "back"
        tx.add(one)
    return len(back)


def _causes(now: datetime) -> Iterator[tuple[str, Any]]:
    """(cause, statement of youths with the handover it is about). Nobody who said stop, nobody under 16."""
    yield "blocked", _blocked(now)
    yield "silence", _silent(now)
    yield "no_show", _missed(now)


def _blocked(now: datetime) -> Any:
    """A human is still at it, or gave up just now, or an appointment is to come: they are found by that.

    Of all who ever blocked us most are none of these.
    """
    still = col(Handover.closed_at).is_(None)
    gave_up = (col(Handover.outcome) == "unreachable") & (col(Handover.closed_at) > now - LOOKED_BACK)
    theirs = and_(col(Handover.conversation_id) == Conversation.id, or_(still, gave_up))
    called = (select(Handover.youth_id).where(one) for one in (still, gave_up))
    coming = select(Appointment.youth_id).where(
        col(Appointment.status).in_(LIVE), Appointment.starts_at > now
    )
    wanted = col(Conversation.youth_id).in_(union(*called, coming))
    return _reading(func.max(Handover.id)).outerjoin(Handover, theirs).where(Conversation.blocked, wanted)


def _silent(now: datetime) -> Any:
    """Nothing was written since a proposal of some days ago that stands unanswered."""
    unanswered = col(Proposal.answered_at).is_(None)
    then = (Proposal.at <= now - SILENCE, Proposal.at > now - LOOKED_BACK)
    return (
        _reading(func.max(Handover.id))
        .join(Handover, col(Handover.conversation_id) == Conversation.id)
        .join(Proposal, col(Proposal.handover_id) == Handover.id)
        .where(unanswered, *then, _last_heard() < Proposal.at, col(Conversation.blocked).is_(False))
    )


def _missed(now: datetime) -> Any:
    """They did not come, wrote nothing since, and have nothing else to come."""
    to_come = (col(Another.status).in_(LIVE), col(Another.starts_at) > now)
    coming = exists().where(col(Another.youth_id) == Conversation.youth_id, *to_come)
    told = (col(Appointment.outcome_at) <= now - MISSED, col(Appointment.outcome_at) > now - LOOKED_BACK)
    return (
        _reading(null())
        .join(Appointment, col(Appointment.youth_id) == Conversation.youth_id)
        .where(Appointment.status == "no_show", *told, _last_heard() < Appointment.starts_at)
        .where(~coming)
    )


def _reading(handover: Any) -> Any:
    """(youth, handover), once for each youth."""
    heard = (Conversation.owner != "nobody", col(Conversation.forget_when_said).is_(False))
    return select(Conversation.youth_id, handover).where(*heard).group_by(col(Conversation.youth_id))


def _last_heard() -> Any:
    return func.coalesce(Conversation.last_heard_at, Conversation.created_at)


def _not_lost_yet() -> tuple[ColumnElement[bool], ...]:
    """Once until they are heard again."""
    theirs = col(LostContact.youth_id) == Conversation.youth_id
    since = (theirs, col(LostContact.at) >= _last_heard())
    running = (theirs, col(LostContact.ended_at).is_(None))
    return ~exists().where(*since), ~exists().where(*running)
