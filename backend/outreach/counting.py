"""How many came by each poster, and what was met in the street: numbers of a month, nobody's name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import extract, func
from sqlmodel import col, select

from backend.db import Tx, insert_once
from backend.insight.models import Fact
from backend.models import Conversation, Seen
from backend.outreach.models import CAME, MET, Poster

FEWEST = 5
"""Fewer are not told apart: at one place in one month they could be somebody one knows."""
LOOK_BACK = timedelta(days=365)

Came = dict[int, Counter[str]]
"""Poster id to month (2026-11) to how many conversations began by it."""


def came(tx: Tx, homes: Collection[int], at: datetime) -> Came:
    """Conversations begun in the last year by each poster of these missions locales, also those erased since."""
    found: Came = {}
    for poster_id, month, number in [*_live(tx, homes, at), *_gone(tx, homes, at)]:
        found.setdefault(poster_id, Counter())[month] += number
    return found


def _live(tx: Tx, homes: Collection[int], at: datetime) -> list[tuple[int, str, int]]:
    year, month = (
        extract("year", col(Conversation.created_at)),
        extract("month", col(Conversation.created_at)),
    )
    rows = tx.execute(
        select(col(Poster.id), year, month, func.count())
        .join(Poster, col(Poster.id) == Conversation.poster_id)
        .where(col(Poster.mission_locale_id).in_(homes), Conversation.created_at >= _first(at))
        .group_by(col(Poster.id), year, month)
    )
    return [(poster, f"{int(y)}-{int(m):02}", number) for poster, y, m, number in rows]


def _gone(tx: Tx, homes: Collection[int], at: datetime) -> list[tuple[int, str, int]]:
    marked = (one for one in _facts(tx, homes, at) if one.needs and str(one.needs[0]).startswith(CAME))
    return [(int(one.needs[0].removeprefix(CAME)), one.month, 1) for one in marked]


def traces(tx: Tx, youth_ids: Collection[int]) -> list[Fact]:
    """What is left of how those came who are gone: the poster and the month."""
    rows = tx.execute(
        select(Poster.id, Poster.mission_locale_id, Conversation.created_at)
        .join(Poster, col(Poster.id) == Conversation.poster_id)
        .where(col(Conversation.youth_id).in_(youth_ids))
    )
    return [
        Fact(month=f"{at:%Y-%m}", mission_locale_id=home, needs=[f"{CAME}{poster}"])
        for poster, home, at in rows
    ]


def note_met(tx: Tx, home: int, needs: Sequence[str], at: datetime, nonce: str) -> None:
    """Someone met in the street needs this. Nothing else is kept: no name, no age, no day. Counts once a form."""
    if insert_once(tx, Seen, key=f"console:{nonce}", at=at):
        tx.add(Fact(month=f"{at:%Y-%m}", mission_locale_id=home, needs=[MET + need for need in needs]))


def met(tx: Tx, homes: Collection[int], at: datetime) -> dict[str, Counter[str]]:
    """Needs noted in the street in the last year, month by month, the newest first."""
    found: dict[str, Counter[str]] = {}
    for fact in _facts(tx, homes, at):
        noted = [str(need).removeprefix(MET) for need in fact.needs if str(need).startswith(MET)]
        if noted:
            found.setdefault(fact.month, Counter()).update(noted)
    return dict(sorted(found.items(), reverse=True))


def _facts(tx: Tx, homes: Collection[int], at: datetime) -> Sequence[Fact]:
    """Those that are no conversation have no bracket."""
    lately = (Fact.month >= f"{_first(at):%Y-%m}", col(Fact.bracket).is_(None))
    return tx.exec(select(Fact).where(col(Fact.mission_locale_id).in_(homes), *lately)).all()


def _first(at: datetime) -> datetime:
    """The first day of this month, a year ago."""
    return (at - LOOK_BACK).replace(day=1, hour=0, minute=0, second=0, microsecond=0)


def said(number: int) -> int | None:
    """A count as it may be shown; None for one to four."""
    return number if number == 0 or number >= FEWEST else None


def by_month(months: Counter[str]) -> list[tuple[str, int]]:
    """The months, the newest first; none at all if one has too few: it would follow from the total and the others."""
    told = all(said(number) is not None for number in months.values())
    return sorted(months.items(), reverse=True) if told else []
