"""The journal as managers read it: within their missions locales, a page at a time, the newest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, tuple_
from sqlmodel import col, select

from backend.agenda.models import Appointment, Motive, Opening
from backend.audit.models import Audit
from backend.db import Tx
from backend.handover.models import Handover
from backend.models import Conversation, Line
from backend.people.models import Membership, Person
from backend.places.models import Site

PAGE = 50
EVERYWHERE = None
Places = frozenset[int] | None
"""The missions locales of which somebody may read; EVERYWHERE: all, and what belongs to none."""


@dataclass(frozen=True)
class Wanted:
    """What is looked for; empty: everything."""

    person_id: int | None = None
    action: str = ""
    since: datetime | None = None
    until: datetime | None = None
    kind: str = ""
    subject: int = 0
    youth_id: int | None = None
    """All that concerns this young person: calls, files, appointments."""


def entries(tx: Tx, places: Places, wanted: Wanted, before: int = 0, most: int = PAGE) -> list[Audit]:
    """Rows older than the row `before`, the newest first. A row `before` that is gone: none."""
    query = select(Audit).where(*_conditions(places, wanted))
    if before:
        at = tx.exec(select(Audit.at).where(Audit.id == before)).first()
        if at is None:
            return []
        query = query.where(tuple_(col(Audit.at), col(Audit.id)) < tuple_(at, before))
    return list(tx.exec(query.order_by(col(Audit.at).desc(), col(Audit.id).desc()).limit(most)))


def _conditions(places: Places, wanted: Wanted) -> list[ColumnElement[bool]]:
    asked = {Audit.person_id: wanted.person_id, Audit.action: wanted.action, Audit.kind: wanted.kind}
    found = [col(column) == value for column, value in asked.items() if value not in (None, "")]
    if wanted.subject:
        found.append(col(Audit.subject) == wanted.subject)
    if wanted.since and wanted.until:
        found += [col(Audit.at) >= wanted.since, col(Audit.at) < wanted.until]
    if wanted.youth_id:
        found.append(_concerns(wanted.youth_id))
    if places is not EVERYWHERE:
        found.append(col(Audit.mission_locale_id).in_(places))
    return found


def _concerns(youth_id: int) -> ColumnElement[bool]:
    talks = select(Conversation.id).where(Conversation.youth_id == youth_id)
    ids: Mapping[str, Any] = {
        "handover": select(Handover.id).where(Handover.youth_id == youth_id),
        "appointment": select(Appointment.id).where(Appointment.youth_id == youth_id),
        "line": select(Line.id).where(col(Line.conversation_id).in_(talks)),
        "youth": [youth_id],
    }
    return or_(*(and_(col(Audit.kind) == kind, col(Audit.subject).in_(those)) for kind, those in ids.items()))


def names(tx: Tx, ids: Iterable[int]) -> dict[int, str]:
    """What staff are called today. Who is gone has no name any more."""
    found = tx.exec(select(Person).where(col(Person.id).in_(set(ids))))
    return {person.id or 0: person.name for person in found}


def colleagues(tx: Tx, places: Places) -> list[Person]:
    """Whose acts may stand there, by name."""
    wanted = select(Person).order_by(Person.name)
    if places is not EVERYWHERE:
        inside = select(Membership.person_id).where(col(Membership.mission_locale_id).in_(places))
        wanted = wanted.where(col(Person.id).in_(inside))
    return list(tx.exec(wanted))


OPENED: Mapping[str, tuple[Any, str]] = {
    "handover": (Handover, "/relais/"),
    "appointment": (Appointment, "/rendez-vous/"),
    "site": (Site, "/lieux/"),
    "opening": (Opening, "/creneaux/"),
    "motive": (Motive, "/motifs/"),
}
"""The subjects that have a page, and where."""


def pages_of(tx: Tx, own: frozenset[int], rows: Iterable[Audit]) -> dict[tuple[str, int], str]:
    """The addresses of those subjects that still exist and are in one's own missions locales."""
    found: dict[tuple[str, int], str] = {}
    listed = list(rows)
    for kind, (table, path) in OPENED.items():
        ids = {row.subject for row in listed if row.kind == kind}
        there = select(table.id).where(col(table.id).in_(ids), col(table.mission_locale_id).in_(own))
        found |= {(kind, id_): f"{path}{id_}" for id_ in tx.exec(there) if id_} if ids else {}
    return found
