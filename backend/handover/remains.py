"""What figures keep of handovers that go, so that every board says the same before and after: nobody's name."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement
from sqlmodel import col, select

from backend.db import Tx
from backend.handover.models import Handover, Promise, Rating
from backend.insight.facts import fact_of
from backend.insight.models import ANSWERED, CALLED, PROMISED, RATED, Fact
from backend.insight.rules import whole_minutes
from backend.places.models import MissionLocale


def remains(tx: Tx, which: ColumnElement[bool]) -> list[Fact]:
    """Of these handovers: how long each waited, which promises were kept, which faces were given, month by month."""
    return [*_replies(tx, which), *_promises(tx, which), *_faces(tx, which)]


def calls(tx: Tx, which: ColumnElement[bool]) -> list[Fact]:
    """Of these handovers, which go before their youth does: one each."""
    rows = tx.execute(
        select(Handover.opened_at, Handover.mission_locale_id, MissionLocale.timezone)
        .outerjoin(MissionLocale, col(MissionLocale.id) == Handover.mission_locale_id)
        .where(which)
    )
    return [fact_of(at, home, zone, CALLED, handovers=1) for at, home, zone in rows]


def _replies(tx: Tx, which: ColumnElement[bool]) -> list[Fact]:
    rows = tx.execute(
        select(
            Handover.opened_at, Handover.first_reply_at, Handover.mission_locale_id, MissionLocale.timezone
        )
        .outerjoin(MissionLocale, col(MissionLocale.id) == Handover.mission_locale_id)
        .where(which, col(Handover.first_reply_at).is_not(None))
    )
    return [
        fact_of(opened_at, home, zone, f"{ANSWERED}{whole_minutes((replied_at or opened_at) - opened_at)}")
        for opened_at, replied_at, home, zone in rows
    ]


def _promises(tx: Tx, which: ColumnElement[bool]) -> list[Fact]:
    """Those of which it is known whether they were kept."""
    rows: Any = tx.execute(
        select(Promise.due_at, Promise.kept, Handover.mission_locale_id, MissionLocale.timezone)
        .join(Handover, col(Handover.id) == Promise.handover_id)
        .outerjoin(MissionLocale, col(MissionLocale.id) == Handover.mission_locale_id)
        .where(which, col(Promise.kept).is_not(None))
    )
    return [
        fact_of(due_at, home, zone, PROMISED, promises_kept=int(kept), promises_missed=int(not kept))
        for due_at, kept, home, zone in rows
    ]


def _faces(tx: Tx, which: ColumnElement[bool]) -> list[Fact]:
    rows = tx.execute(
        select(Rating.at, Rating.face, Handover.mission_locale_id)
        .join(Handover, col(Handover.id) == Rating.handover_id)
        .where(which)
    )
    return [fact_of(at, home, "UTC", RATED + face) for at, face, home in rows]
