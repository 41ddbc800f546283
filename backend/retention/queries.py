"""What was purged and when, as managers see it: numbers of the whole deployment, nobody's name."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from sqlmodel import col, select

from backend.db import Tx
from backend.retention.models import Purge
from backend.retention.passage import last_daily

SHOWN = 14
A_YEAR = timedelta(days=366)


@dataclass(frozen=True)
class Conservation:
    """The latest passages, the newest first; what a year took, by kind; and the next passage."""

    passages: tuple[Purge, ...]
    taken: Counter[str]
    next_at: datetime
    """Within the hour from then on."""


def conservation(tx: Tx, at: datetime) -> Conservation:
    """How it stands at a moment."""
    newest = select(Purge).order_by(col(Purge.id).desc())
    taken = Counter[str]()
    for one in tx.exec(newest.where(Purge.began_at > at - A_YEAR)):
        taken.update(one.counts)
    return Conservation(tuple(tx.exec(newest.limit(SHOWN))), taken, next_passage(last_daily(tx), at))


def next_passage(last: datetime | None, at: datetime) -> datetime:
    """At the next midnight of UTC, if this day had its own; else now."""
    today = at.astimezone(UTC).date()
    if last is None or last.astimezone(UTC).date() != today:
        return at
    return datetime.combine(today + timedelta(days=1), time(), UTC)
