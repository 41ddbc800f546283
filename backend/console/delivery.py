"""What did not arrive, what waits, what was set aside: for managers, without anyone's words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, or_, text
from sqlmodel import col, select

from backend.db import Tx
from backend.handover.models import Handover
from backend.models import TROUBLED, Conversation, Line, SetAside
from backend.people.accounts import Staff
from backend.people.models import Youth
from backend.places.models import MissionLocale

SHOWN = 100
LATELY = timedelta(days=30)
"""What is older is not to be mended any more."""


@dataclass(frozen=True)
class Undelivered:
    """A line that did not surely arrive. Never its text."""

    at: datetime
    author: str
    state: str
    reason: str | None
    place: str | None
    handover_id: int | None
    """The thread to look at, if there is one."""


@dataclass(frozen=True)
class Queue:
    """Lines on their way: how many, how many are late, and since when the oldest is due."""

    waiting: int
    oldest: datetime | None


@dataclass(frozen=True)
class Aside:
    """What was set aside of what arrived, of one kind: that of its failure, or `unreadable`."""

    kind: str
    many: int
    last: datetime


def undelivered(tx: Tx, staff: Staff, now: datetime) -> list[Undelivered]:
    """The latest troubled lines of the missions locales that this person manages."""
    troubled = text(f"line.state IN {TROUBLED}")
    places = staff.mission_locales("manager")
    inside = or_(col(Youth.mission_locale_id).in_(places), col(Handover.mission_locale_id).in_(places))
    thread = func.max(Handover.id)
    rows: Any = tx.execute(
        select(Line.at, Line.author, Line.state, Line.reason, MissionLocale.short_name, thread)  # type: ignore[call-overload]
        .join(Conversation, col(Conversation.id) == Line.conversation_id)
        .join(Youth, col(Youth.id) == Conversation.youth_id)
        .outerjoin(Handover, col(Handover.conversation_id) == Conversation.id)
        .outerjoin(MissionLocale, col(MissionLocale.id) == Youth.mission_locale_id)
        .where(troubled, col(Line.at) > now - LATELY, inside)
        .group_by(col(Line.id), Line.at, Line.author, Line.state, Line.reason, MissionLocale.short_name)
        .order_by(col(Line.id).desc())
        .limit(SHOWN)
    )
    return [Undelivered(*row) for row in rows]


def queue(tx: Tx) -> Queue:
    """The whole outbox, counted."""
    due = select(func.count(col(Line.id)), func.min(Line.due)).where(col(Line.due).is_not(None))
    return Queue(*tx.execute(due).one())


def set_aside(tx: Tx, now: datetime) -> list[Aside]:
    """Lately, the latest kind first."""
    kinds = select(col(SetAside.error), func.count(col(SetAside.key)), func.max(SetAside.at))
    lately = kinds.where(col(SetAside.at) > now - LATELY).group_by(col(SetAside.error))
    return [Aside(*row) for row in tx.execute(lately.order_by(func.max(SetAside.at).desc())).all()]
