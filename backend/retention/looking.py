"""What the tables say of some young people: a few statements for all of them, no words."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

import sqlalchemy
from sqlalchemy import case, exists
from sqlmodel import col, func, select

from backend.agenda.models import LIVE, Appointment, Hold
from backend.db import Tx
from backend.handover.models import Handover, Promise
from backend.models import Conversation, Line
from backend.people.models import LostContact, Youth
from backend.retention.rules import Horizons, Known
from backend.rows import table_of
from backend.waiting.models import Waiting
from backend.workshops.models import Seat, Workshop

_TALK = table_of(Conversation)
_TALK_SAYS = (
    *(_TALK.c.youth_id, _TALK.c.created_at, _TALK.c.last_heard_at),
    *(_TALK.c.forget_when_said, _TALK.c.stories),
)
Those = dict[int, Known]


def look(tx: Tx, ids: Collection[int], old: Horizons) -> list[Known]:
    """Those of them that are there, by their ids."""
    began = select(Youth.id, Youth.created_at, Youth.lead_advisor_id).where(col(Youth.id).in_(ids))
    rows = tx.exec(began.order_by(col(Youth.id)))
    # who was met came to something, also once the appointment itself is gone
    those = {id_ or 0: Known(id_ or 0, at, finished=lead is not None) for id_, at, lead in rows}
    if those:
        _talks(tx, those, old)
        _appointments(tx, those, old.at)
        _handovers(tx, those)
        _what_stands(tx, those, old.at)
    return list(those.values())


def _talks(tx: Tx, those: Those, old: Horizons) -> None:
    whose = col(Line.conversation_id) == _TALK.c.id
    first = select(Line.at).where(whose).order_by(col(Line.seq)).limit(1).scalar_subquery()
    is_due = exists().where(whose, col(Line.due).is_not(None))
    rows: Any = tx.execute(
        sqlalchemy.select(_TALK.c.id, *_TALK_SAYS, first.label("first_word"), is_due.label("is_due")).where(
            _TALK.c.youth_id.in_(those)
        )
    )
    for talk in rows:
        one = those[talk.youth_id]
        one.talks.append(talk.id)
        one.met(talk.created_at, talk.last_heard_at)
        one.minor |= talk.forget_when_said
        one.first_word = _first(one.first_word, talk.first_word)
        one.holds |= {"due"} if talk.is_due else set()
        if talk.stories and (talk.last_heard_at or talk.created_at) <= old.words:
            one.silent.append(talk.id)


def _appointments(tx: Tx, those: Those, at: datetime) -> None:
    mine, ends = col(Appointment.youth_id), col(Appointment.ends_at)
    over = func.max(func.coalesce(col(Appointment.outcome_at), ends))
    to_come = func.max(case((col(Appointment.status).in_(LIVE), ends)))
    wanted = _by(mine, func.min(ends), over, func.max(Appointment.created_at), to_come)
    for youth_id, first, last, booked, coming in tx.execute(wanted.where(mine.in_(those))):
        one = those[youth_id]
        one.finished, one.first_end = True, first
        one.met(last, booked)
        one.holds |= {"to_come"} if coming and coming > at else set()


def _handovers(tx: Tx, those: Those) -> None:
    mine, closed = col(Handover.youth_id), col(Handover.closed_at)
    still = func.count(case((closed.is_(None), 1)))
    wanted = _by(mine, func.min(closed), func.max(closed), func.max(Handover.opened_at), still)
    for youth_id, first, last, opened, is_open in tx.execute(wanted.where(mine.in_(those))):
        one = those[youth_id]
        one.finished, one.first_closed, one.last_closed = True, first, last
        one.met(last, opened)
        one.holds |= {"handover"} if is_open else set()


def _what_stands(tx: Tx, those: Those, at: datetime) -> None:
    """What somebody still waits for, or we owe them."""
    stands: dict[str, Any] = {
        "promise": select(Handover.youth_id)
        .join(Promise, col(Promise.handover_id) == Handover.id)
        .where(col(Handover.youth_id).in_(those), col(Promise.ended_at).is_(None)),
        "waiting": select(Waiting.youth_id).where(
            col(Waiting.youth_id).in_(those), col(Waiting.closed_at).is_(None)
        ),
        "due": select(Hold.youth_id).where(col(Hold.youth_id).in_(those), Hold.expires_at > at),
    }
    for name, whose in stands.items():
        for youth_id in tx.exec(whose):
            those[youth_id].holds.add(name)
    _seats_and_calls(tx, those, at)


def _seats_and_calls(tx: Tx, those: Those, at: datetime) -> None:
    seats = select(Seat.youth_id, Workshop.ends_at).join(Workshop, col(Workshop.id) == Seat.workshop_id)
    for youth_id, ends_at in tx.exec(seats.where(col(Seat.youth_id).in_(those))):
        one = those[youth_id]
        one.finished = True
        one.met(ends_at)
        one.holds |= {"to_come"} if ends_at > at else set()
    reached = (col(LostContact.youth_id).in_(those), col(LostContact.outcome) == "reached")
    for youth_id, called_at in tx.exec(select(LostContact.youth_id, LostContact.called_at).where(*reached)):
        those[youth_id].met(called_at)


def _by(whose: Any, *figures: Any) -> Any:
    return sqlalchemy.select(whose, *figures).group_by(whose)


def _first(one: datetime | None, other: datetime | None) -> datetime | None:
    return min((at for at in (one, other) if at), default=None)
