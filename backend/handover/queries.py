"""What médiateurs see: the inbox and one thread. Everything is asked within a scope."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, or_, true
from sqlmodel import col, select

from backend.db import Tx
from backend.handover.models import Handover, Note
from backend.models import Conversation, Line
from backend.people.accounts import Staff
from backend.people.models import Person, Youth
from backend.people.queries import home_team
from backend.places.models import MissionLocale

ROLES = ("mediator", "manager")
"""Who reads the threads."""
SHOWN = 200
"""Lines of a thread on one page."""
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

    def sees(self, mission_locale_id: int | None) -> bool:
        return self.home if mission_locale_id is None else mission_locale_id in self.mission_locales


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
    until: datetime | None = None
    """Others look after this youth by now: what came later is not theirs to read."""

    def shows(self, at: datetime) -> bool:
        return self.until is None or at <= self.until


def scope_of(tx: Tx, staff: Staff, team: str) -> Scope:
    """What this person may see; `team` is the slug of the home team."""
    places = staff.mission_locales(*ROLES)
    return Scope(places, home_team(tx, team) in places)


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
    found = Thread(*row) if row else None
    return replace(found, until=_until(tx, scope, found.handover, found.youth)) if found else None


def _until(tx: Tx, scope: Scope, handover: Handover, youth: Youth) -> datetime | None:
    """The end of what they may read: when it ended, if the youth went to a team of which they are not since."""
    if handover.closed_at is None:
        return None
    mine = Handover.conversation_id == handover.conversation_id
    later = tx.exec(select(Handover.mission_locale_id).where(mine, col(Handover.id) > handover.id))
    moved = youth.mission_locale_id is not None and not scope.sees(youth.mission_locale_id)
    return handover.closed_at if moved or not all(map(scope.sees, later)) else None


def lines_of(
    tx: Tx, conversation_id: int, before: int | None = None, until: datetime | None = None
) -> list[Line]:
    """The last lines of a conversation (older than the line `before`), in the order they were said."""
    older = col(Line.id) < min(max(before, 0), BIGGEST) if before is not None else true()
    said = col(Line.at) <= until if until is not None else true()
    wanted = select(Line).where(Line.conversation_id == conversation_id, older, said)
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
    return line is not None and line.conversation_id == thread.conversation.id and thread.shows(line.at)


def notes_of(tx: Tx, handover_id: int) -> list[Jotted]:
    """The private notes of a handover, the oldest first."""
    rows = tx.exec(
        select(Note, Person.name)
        .join(Person, col(Person.id) == Note.person_id)
        .where(Note.handover_id == handover_id)
        .order_by(col(Note.id))
    )
    return [Jotted(note.id or 0, name, note.text, note.at) for note, name in rows]


def written_to(tx: Tx, conversation_id: int, person_id: int) -> str | None:
    """The address of the youth whom this person is writing to; None unless they have the floor."""
    found = tx.exec(
        select(Conversation.address)
        .join(Handover, col(Handover.conversation_id) == Conversation.id)
        .where(
            Conversation.id == conversation_id,
            Conversation.owner == "mediator",
            col(Conversation.blocked).is_(False),
            Handover.mediator_id == person_id,
            col(Handover.closed_at).is_(None),
        )
    )
    return found.first()


def glance(tx: Tx, conversation_id: int) -> tuple[Any, ...] | None:
    """What is other when a thread has (almost surely) changed: one row, whatever was said. None: it is gone."""
    handovers = select(Handover.id).where(Handover.conversation_id == conversation_id)
    notes = select(func.count(col(Note.id))).where(col(Note.handover_id).in_(handovers))
    wanted = select(Conversation.epoch, Conversation.last_seq, Conversation.read_seq, Conversation.blocked)
    fates = (func.count(col(Line.id)), func.count(col(Line.due)), func.sum(Line.attempts))
    more = (*fates, func.count(col(Line.outside_id)), func.count(col(Line.reason)), notes.scalar_subquery())
    talk = wanted.add_columns(*more).outerjoin(Line, col(Line.conversation_id) == Conversation.id)
    mine = talk.where(col(Conversation.id) == conversation_id, col(Line.seq) > Conversation.last_seq - SHOWN)
    row = tx.execute(mine.group_by(col(Conversation.id))).first()
    return tuple(row) if row else None
