"""What figures keep of those who are erased or purged: one fact each, and what boards count. No identity."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from typing import Any

from sqlmodel import col, func, select

from backend.agenda.models import Appointment
from backend.db import Tx
from backend.handover.models import Handover
from backend.handover.remains import remains as of_handovers
from backend.insight.models import Fact
from backend.outreach.counting import traces
from backend.people.models import Youth


def remains(tx: Tx, youth_ids: Collection[int]) -> list[Fact]:
    """Of these, before they go."""
    if not youth_ids:
        return []
    theirs = col(Handover.youth_id).in_(youth_ids)
    return [*_persons(tx, youth_ids), *of_handovers(tx, theirs), *traces(tx, youth_ids)]


def _persons(tx: Tx, youth_ids: Collection[int]) -> list[Fact]:
    booked, needs = _booked(tx, youth_ids)
    called = _called(tx, youth_ids)
    rows: Any = tx.execute(
        select(Youth.id, Youth.created_at, Youth.mission_locale_id, Youth.bracket)
        .where(col(Youth.id).in_(youth_ids))
        .order_by(col(Youth.id))
    )
    return [
        Fact(
            month=f"{created_at:%Y-%m}",
            mission_locale_id=home,
            bracket=bracket,
            needs=sorted(needs[one]),
            booked=booked[one],
            handovers=called.get(one, 0),
        )
        for one, created_at, home, bracket in rows
    ]


def _booked(tx: Tx, youth_ids: Collection[int]) -> tuple[Counter[int], defaultdict[int, set[str]]]:
    """How many appointments each had, and for which needs."""
    booked, needs = Counter[int](), defaultdict[int, set[str]](set)
    rows = select(Appointment.youth_id, Appointment.needs).where(col(Appointment.youth_id).in_(youth_ids))
    for one, theirs in tx.exec(rows):
        booked[one] += 1
        needs[one].update(theirs)
    return booked, needs


def _called(tx: Tx, youth_ids: Collection[int]) -> dict[int, int]:
    counted: Any = (
        select(Handover.youth_id, func.count())
        .where(col(Handover.youth_id).in_(youth_ids))
        .group_by(col(Handover.youth_id))
    )
    return dict(tx.execute(counted).all())
