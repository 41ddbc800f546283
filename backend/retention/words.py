"""Which rows and which cells hold words or traces that have served their time."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import delete, update
from sqlmodel import SQLModel, col, func, select

from backend.db import Tx
from backend.handover.models import Handover, Note, Proposal, Rating
from backend.models import Conversation, Line
from backend.people.models import LostContact, YouthLink
from backend.retention.rules import Horizons, Known, ids_of, is_quiet
from backend.rows import run, table_of
from backend.waiting.models import Waiting

Rows = tuple[type[SQLModel], tuple[Any, ...]]
"""A table, and which of its rows."""


def words_of(those: Collection[Known], old: Horizons) -> list[Rows]:
    """What was written, by them, by the guide and by the team, where no human is at it any more."""
    quiet = [one for one in those if is_quiet(one, old)]
    talks = [t for one in quiet if one.first_word and one.first_word <= old.words for t in one.talks]
    helped = [one.id for one in quiet if one.first_closed]
    mine = select(Handover.id).where(col(Handover.youth_id).in_(helped))
    said = (col(Line.conversation_id).in_(talks), col(Line.at) <= old.words, col(Line.due).is_(None))
    beside: list[Rows] = [(Note, (col(Note.handover_id).in_(mine),))]
    beside.append((Proposal, (col(Proposal.handover_id).in_(mine),)))
    return [*([(Line, said)] if talks else []), *(beside if helped else [])]


def traces_of(those: Collection[Known], old: Horizons) -> list[Rows]:
    """What was waited for and looked for, and is over. Where something stands it may still be asked for."""
    ids = ids_of([one for one in those if not one.holds and is_quiet(one, old)])
    lost = (col(LostContact.youth_id).in_(ids), col(LostContact.ended_at) <= old.words)
    waits = (col(Waiting.youth_id).in_(ids), col(Waiting.closed_at) <= old.words)
    links = (col(YouthLink.youth_id).in_(ids), col(YouthLink.expires_at) <= old.words)
    return [(LostContact, lost), (Waiting, waits), (YouthLink, links)] if ids else []


def drop(tx: Tx, rows: Collection[Rows]) -> int:
    """They go; how many."""
    return sum(run(tx, delete(table).where(*which)) for table, which in rows)


def count(tx: Tx, rows: Collection[Rows]) -> int:
    """How many there are."""
    return sum(tx.exec(select(func.count()).select_from(table).where(*which)).one() for table, which in rows)


def blank_cells(tx: Tx, those: Collection[Known], old: Horizons) -> int:
    """Words that stand in a row which stays; how many cells."""
    return sum(run(tx, statement) for statement in _cells(those, old))


def _cells(those: Collection[Known], old: Horizons) -> Iterator[Any]:
    quiet = [one for one in those if is_quiet(one, old)]
    if helped := [one.id for one in quiet if one.first_closed]:
        mine = select(Handover.id).where(col(Handover.youth_id).in_(helped))
        rated, reasons = table_of(Rating), table_of(Handover)
        yield update(rated).where(rated.c.handover_id.in_(mine), rated.c.word != "").values(word="")
        yield update(reasons).where(reasons.c.youth_id.in_(helped), reasons.c.reason != "").values(reason="")
    if silent := [talk for one in quiet for talk in one.silent]:
        answers = update(table_of(Conversation)).where(table_of(Conversation).c.id.in_(silent))
        yield answers.values(stories=[], asked_seq=None)
