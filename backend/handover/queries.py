"""What médiateurs see: the inbox and one thread. Everything is asked within a scope."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, or_, true
from sqlmodel import col, select

from backend.db import Tx
from backend.handover.answers import needs_of
from backend.handover.columns import Call
from backend.handover.models import Handover, Note
from backend.models import Conversation, Line
from backend.people.accounts import Staff
from backend.people.models import Person, Youth
from backend.people.queries import home_team
from backend.places.models import MissionLocale

ROLES = ("mediator", "manager")
"""Who reads the threads."""
RECENT = timedelta(days=7)
SHOWN = 200
"""Lines of a thread on one page."""
DONE_SHOWN = 20
BIGGEST = 2**31 - 1
"""The largest number that a row may have."""


@dataclass(frozen=True)
class Scope:
    """The handovers that someone may see."""

    mission_locales: frozenset[int]
    home: bool
    """They also see those whose mission locale is not known yet."""

    def holds(self) -> ColumnElement[bool]:
        inside = col(Handover.mission_locale_id).in_(self.mission_locales)
        return or_(inside, col(Handover.mission_locale_id).is_(None)) if self.home else inside


@dataclass(frozen=True)
class Jotted:
    """A private note, with who wrote it."""

    id: int
    author: str
    text: str
    at: datetime


@dataclass(frozen=True)
class Thread:
    """One handover with all that stands around it."""

    handover: Handover
    conversation: Conversation
    youth: Youth
    mediator: str | None
    place: str | None
    zone: str | None


def scope_of(tx: Tx, staff: Staff, team: str) -> Scope:
    """What this person may see; `team` is the slug of the home team."""
    places = staff.mission_locales(*ROLES)
    return Scope(places, home_team(tx, team) in places)


def inbox(tx: Tx, scope: Scope, at: datetime) -> list[Call]:
    """The open handovers of a scope, and those closed in the last days."""
    return [*_calls(tx, scope, col(Handover.closed_at).is_(None)), *_closed(tx, scope, at)]


def find_thread(tx: Tx, scope: Scope, handover_id: int) -> Thread | None:
    """A handover if it exists and is in the scope."""
    if not 0 < handover_id <= BIGGEST:
        return None
    rows = tx.execute(
        select(Handover, Conversation, Youth, Person.name, MissionLocale.name, MissionLocale.timezone)  # type: ignore[call-overload]
        .join(Conversation, col(Conversation.id) == Handover.conversation_id)
        .join(Youth, col(Youth.id) == Handover.youth_id)
        .outerjoin(Person, col(Person.id) == Handover.mediator_id)
        .outerjoin(MissionLocale, col(MissionLocale.id) == Handover.mission_locale_id)
        .where(Handover.id == handover_id, scope.holds())
    )
    row = rows.first()
    return Thread(*row) if row else None


def lines_of(tx: Tx, conversation_id: int, before: int | None = None) -> list[Line]:
    """The last lines of a conversation (older than the line `before`), in the order they were said."""
    older = col(Line.id) < min(max(before, 0), BIGGEST) if before is not None else true()
    wanted = select(Line).where(Line.conversation_id == conversation_id, older)
    found = list(tx.exec(wanted.order_by(col(Line.seq).desc()).limit(SHOWN)))
    return found[::-1]


def names_of(tx: Tx, lines: list[Line]) -> dict[int, str]:
    """The first names of the médiateurs who wrote these lines."""
    ids = {line.person_id for line in lines if line.person_id is not None}
    found = tx.exec(select(Person).where(col(Person.id).in_(ids)))
    return {person.id: person.first_name for person in found if person.id is not None}


def line_in(tx: Tx, thread: Thread, line_id: int) -> bool:
    """Whether a line belongs to this thread."""
    line = tx.get(Line, line_id) if 0 < line_id <= BIGGEST else None
    return line is not None and line.conversation_id == thread.conversation.id


def notes_of(tx: Tx, handover_id: int) -> list[Jotted]:
    """The private notes of a handover, the oldest first."""
    rows = tx.exec(
        select(Note, Person.name)
        .join(Person, col(Person.id) == Note.person_id)
        .where(Note.handover_id == handover_id)
        .order_by(col(Note.id))
    )
    return [Jotted(note.id or 0, name, note.text, note.at) for note, name in rows]


def _closed(tx: Tx, scope: Scope, at: datetime) -> list[Call]:
    recent = _calls(tx, scope, col(Handover.closed_at) > at - RECENT)
    return sorted(recent, key=lambda call: call.closed_at or call.opened_at)[-DONE_SHOWN:]


def _calls(tx: Tx, scope: Scope, which: ColumnElement[bool]) -> list[Call]:
    said, heard = _said(), _heard()
    rows = tx.execute(
        select(Handover, Youth, Conversation, Person.name, said, heard)  # type: ignore[call-overload]
        .join(Conversation, col(Conversation.id) == Handover.conversation_id)
        .join(Youth, col(Youth.id) == Handover.youth_id)
        .outerjoin(Person, col(Person.id) == Handover.mediator_id)
        .where(scope.holds(), which)
    )
    return [_call(row) for row in rows]


def _said() -> Any:
    """The last words of a médiateur since the handover was opened."""
    mine = (Line.conversation_id == Handover.conversation_id, Line.author == "mediator")
    since = col(Line.at) >= Handover.opened_at
    return select(func.max(Line.seq)).where(*mine, since).correlate(Handover).scalar_subquery()


def _heard() -> Any:
    """When the youth first wrote something that nobody has answered."""
    theirs = (Line.conversation_id == Handover.conversation_id, Line.author == "youth", Line.kind != "tap")
    unanswered = col(Line.seq) > func.coalesce(_said(), 0)
    return select(func.min(Line.at)).where(*theirs, unanswered).correlate(Handover).scalar_subquery()


def _call(row: Any) -> Call:
    handover, youth, talk, mediator, said, heard = row
    return Call(
        id=handover.id,
        first_name=youth.first_name,
        bracket=youth.bracket,
        commune=youth.commune,
        language=youth.language,
        needs=needs_of(talk.stories),
        why=handover.why,
        danger=handover.danger,
        urgent=handover.urgent,
        blocked=talk.blocked,
        owner=talk.owner,
        opened_at=handover.opened_at,
        mediator_id=handover.mediator_id,
        mediator=mediator,
        replied=said is not None,
        heard_at=heard,
        closed_at=handover.closed_at,
        outcome=handover.outcome,
    )
