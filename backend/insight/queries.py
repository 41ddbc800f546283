"""How long young people wait for a human, and whether what was promised is kept: figures without anybody in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlmodel import col

from backend.db import Tx
from backend.handover.models import Handover, Promise
from backend.insight.models import ANSWERED, Fact
from backend.insight.rules import Month, Now, Tally, hidden, shown, whole_minutes
from backend.models import Conversation
from backend.places.models import MissionLocale

A_YEAR = timedelta(days=366)


@dataclass(frozen=True)
class Board:
    """One mission locale: how things stand, and its months, the latest first."""

    name: str
    now: Now
    months: tuple[Month, ...]


def boards(tx: Tx, places: Collection[int], home: int | None, at: datetime) -> list[Board]:
    """These missions locales by name. Calls of those whose commune is not known count with the home team (`home`)."""
    wanted = select(MissionLocale).where(col(MissionLocale.id).in_(places))
    found = tx.execute(wanted.order_by(col(MissionLocale.name))).scalars().all()
    return [_board(tx, place, home, at) for place in found]


def _theirs(place: MissionLocale, home: int | None) -> ColumnElement[bool]:
    mine = col(Handover.mission_locale_id) == place.id
    return or_(mine, col(Handover.mission_locale_id).is_(None)) if place.id == home else mine


def _board(tx: Tx, place: MissionLocale, home: int | None, at: datetime) -> Board:
    theirs = _theirs(place, home)
    zone, tallies = ZoneInfo(place.timezone), defaultdict[str, Tally](Tally)
    since = _first(at, zone)
    for opened_at, replied_at in tx.execute(_replies(theirs, since)):
        tallies[_month(opened_at, zone)].answered(whole_minutes((replied_at or opened_at) - opened_at))
    for due_at, kept in tx.execute(_promises(theirs, since)):
        tallies[_month(due_at, zone)].count(kept=int(bool(kept)), missed=int(not kept))
    for month, about, kept, missed in tx.execute(_gone(place, home, _month(since, zone))):
        tallies[month].count(kept=kept, missed=missed)
        if about and str(about[0]).startswith(ANSWERED):
            tallies[month].answered(int(about[0].removeprefix(ANSWERED)))
    months = tuple(shown(month, tallies[month]) for month in sorted(tallies, reverse=True))
    count, late, oldest = tx.execute(_waits(theirs, at)).one()
    return Board(place.name, Now(hidden(count), hidden(late), oldest), months)


def _replies(theirs: ColumnElement[bool], since: datetime) -> Select[datetime, datetime | None]:
    answered = and_(col(Handover.first_reply_at).is_not(None), col(Handover.opened_at) >= since)
    return select(col(Handover.opened_at), col(Handover.first_reply_at)).where(theirs, answered)


def _promises(theirs: ColumnElement[bool], since: datetime) -> Select[datetime, bool | None]:
    """Those of which it is known whether they were kept."""
    known = and_(col(Promise.kept).is_not(None), col(Promise.due_at) >= since)
    made = select(col(Promise.due_at), col(Promise.kept))
    return made.join(Handover, col(Handover.id) == Promise.handover_id).where(theirs, known)


def _gone(place: MissionLocale, home: int | None, since: str) -> Select[str, list[Any], int, int]:
    """What is left of those who are gone."""
    mine = col(Fact.mission_locale_id) == place.id
    theirs = or_(mine, col(Fact.mission_locale_id).is_(None)) if place.id == home else mine
    left = select(col(Fact.month), col(Fact.needs), col(Fact.promises_kept), col(Fact.promises_missed))
    return left.where(theirs, col(Fact.month) >= since)


def _waits(theirs: ColumnElement[bool], at: datetime) -> Select[int, int, Any]:
    """How many wait, how many of them longer than they were promised, since when the first: who called a human

    and has had no answer, or was promised another one.
    """
    stands = and_(col(Promise.handover_id) == Handover.id, col(Promise.ended_at).is_(None))
    awaited = col(Conversation.owner).in_(("waiting", "mediator")) & col(Conversation.blocked).is_(False)
    never = col(Handover.first_reply_at).is_(None)
    each = func.distinct(col(Handover.id))
    late = func.count(each).filter(col(Promise.due_at) < at)
    since = func.min(case((never, col(Handover.opened_at)), else_=col(Promise.made_at)))
    found = select(func.count(each), late, since)
    found = found.join(Conversation, col(Conversation.id) == Handover.conversation_id).outerjoin(
        Promise, stands
    )
    return found.where(
        theirs, col(Handover.closed_at).is_(None), awaited, or_(never, col(Promise.id).is_not(None))
    )


def _first(at: datetime, zone: ZoneInfo) -> datetime:
    """When the month of a year ago began: what is gone is known by whole months."""
    local = (at - A_YEAR).astimezone(zone)
    return local.replace(day=1, hour=0, minute=0, second=0, microsecond=0)


def _month(at: datetime, zone: ZoneInfo) -> str:
    return f"{at.astimezone(zone):%Y-%m}"
