"""What the lines of a conversation tell of a youth, found again each time: nothing of it is stored."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from sqlmodel import col, select

from backend.db import Tx
from backend.handover.rehearing import Ear, Heard, Spoken, Words
from backend.models import Conversation, Line
from flows.steps import Ask, Flow

HEARD = 400
"""The last lines of a conversation, of all who speak: years of appointments, or one long talk."""
KEPT = 500
"""Conversations remembered by a process."""
LONGEST = 280
"""Characters of a quotation."""


class Quote(NamedTuple):
    """The youth's own words, shortened, with what they speak of."""

    line_id: int
    seq: int
    text: str
    at: datetime
    needs: tuple[str, ...]
    danger: str | None


class Recollections:
    """Each line is heard once in a process. Holds ids and dates, no words: what is erased cannot come back."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._ears: dict[int, tuple[datetime, Ear]] = {}

    def of(self, tx: Tx, row: Conversation, stories: Mapping[str, Flow]) -> Heard:
        """What the last lines of this conversation tell."""
        with self._lock:
            ear = self._ear(row, stories)
            known = ear.seq
        lines = spoken(tx, row.id or 0, known) if known < row.last_seq else []
        with self._lock:
            for line in lines:
                ear.takes_in(line)
            return ear.heard()

    def _ear(self, row: Conversation, stories: Mapping[str, Flow]) -> Ear:
        """A number may be given again once a conversation is erased: when it began tells them apart."""
        begun, ear = self._ears.pop(row.id or 0, (None, None))
        if ear is None or begun != row.created_at:
            ear = Ear(opens(stories))
        self._ears[row.id or 0] = (row.created_at, ear)
        while len(self._ears) > KEPT:
            self._ears.pop(next(iter(self._ears)))
        return ear


def opens(stories: Mapping[str, Flow]) -> frozenset[tuple[str, str]]:
    """The questions that words of their own answer: a name, a number, a commune."""
    return frozenset(
        (name, step.id)
        for name, flow in stories.items()
        for step in flow
        if isinstance(step, Ask) and step.open
    )


def spoken(tx: Tx, conversation_id: int, after: int = 0) -> list[Spoken]:
    """The last lines (after that one), oldest first, without making objects of rows."""
    columns = [getattr(Line, name) for name in Spoken._fields]
    mine = select(*columns).where(Line.conversation_id == conversation_id, Line.seq > after)
    rows = tx.execute(mine.order_by(col(Line.seq).desc()).limit(HEARD)).all()
    return [Spoken(*row) for row in reversed(rows)]


def quoted(tx: Tx, words: Iterable[Words]) -> list[Quote]:
    """The words themselves, in the order they were said."""
    wanted = {one.line_id: one for one in words}
    rows = tx.execute(select(Line.id, Line.text).where(col(Line.id).in_(wanted))).all()
    found = [Quote(one, wanted[one].seq, shortened(text), *wanted[one][2:]) for one, text in rows]
    return sorted(found, key=lambda quote: quote.seq)


def shortened(text: str) -> str:
    """On one line, cut at a word."""
    line = " ".join(text[: LONGEST * 4].split())
    return line if len(line) <= LONGEST else (line[:LONGEST].rpartition(" ")[0] or line[:LONGEST]) + " …"
