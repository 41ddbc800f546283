"""What was said with a human, from beginning to end. Made when it is asked for, never kept; without private notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, true
from sqlmodel import col, func, select

from backend.db import Tx
from backend.handover.models import Handover
from backend.handover.queries import names_of
from backend.models import Line

MOST = 2_000
"""Lines, the newest: more than any handover has."""


@dataclass(frozen=True)
class Entry:
    """One line as it stands in a transcript. `name`: of the médiateur who wrote it."""

    author: str
    name: str | None
    kind: str
    text: str
    at: datetime
    state: str
    file_name: str
    place: tuple[float, float] | None


def entries(tx: Tx, handover: Handover) -> list[Entry]:
    """All that was said from the words that called a human until it was over, in order."""
    until = Line.at <= handover.closed_at if handover.closed_at else true()
    wanted = select(Line).where(
        Line.conversation_id == handover.conversation_id, Line.seq >= _begins(tx, handover), until, _told()
    )
    lines = list(tx.exec(wanted.order_by(col(Line.seq).desc()).limit(MOST)))[::-1]
    names = names_of(tx, lines)
    return [_entry(line, names.get(line.person_id or 0)) for line in lines]


def _told() -> ColumnElement[bool]:
    """The guide corrects what it has said: that is no new line."""
    return col(Line.kind) != "edit"


def _begins(tx: Tx, handover: Handover) -> int:
    """The place of the last thing that the youth did before it was opened."""
    theirs = (Line.conversation_id == handover.conversation_id, Line.author == "youth")
    found = tx.exec(select(func.max(Line.seq)).where(*theirs, Line.at <= handover.opened_at)).one()
    return found or 0


def _entry(line: Line, name: str | None) -> Entry:
    place = line.place or {}
    where = (place["lat"], place["lon"]) if "lat" in place and "lon" in place else None
    file_name = str((line.file or {}).get("name") or "")
    return Entry(line.author, name, line.kind, line.text, line.at, line.state, file_name, where)


def reached(found: list[Entry]) -> Iterator[Entry]:
    """What stood on the phone of the youth: theirs, and what arrived there."""
    for entry in found:
        if entry.author == "youth" or entry.state in {"sent", "unknown"}:
            yield entry
