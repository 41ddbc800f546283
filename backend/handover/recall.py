"""What the lines of a conversation tell of a youth, found again each time: nothing of it is stored."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from sqlmodel import col, select

from backend.db import Tx
from backend.handover.rehearing import Heard, Spoken, Words, rehear
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
    """Heard once for each line that is added. Holds ids and dates, no words: what is erased cannot come back."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._heard: dict[int, tuple[tuple[datetime, int], Heard]] = {}

    def of(self, tx: Tx, row: Conversation, stories: Mapping[str, Flow]) -> Heard:
        """What the last lines of this conversation tell."""
        state, id_ = (row.created_at, row.last_seq), row.id or 0
        with self._lock:
            found = self._heard.get(id_)
        if found and found[0] == state:
            return found[1]
        heard = rehear(spoken(tx, id_), opens(stories))
        with self._lock:
            self._heard.pop(id_, None)
            self._heard[id_] = (state, heard)
            while len(self._heard) > KEPT:
                self._heard.pop(next(iter(self._heard)))
        return heard


def opens(stories: Mapping[str, Flow]) -> frozenset[tuple[str, str]]:
    """The questions that words of their own answer: a name, a number, a commune."""
    return frozenset(
        (name, step.id)
        for name, flow in stories.items()
        for step in flow
        if isinstance(step, Ask) and step.open
    )


def spoken(tx: Tx, conversation_id: int) -> list[Spoken]:
    """The last lines, oldest first, without making rows of them."""
    columns = [getattr(Line, name) for name in Spoken._fields]
    mine = select(*columns).where(Line.conversation_id == conversation_id)
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
