"""What hangs on no young person, and has served its time: visits counted, sessions and links that are over, absences."""

from __future__ import annotations

from typing import Any

from sqlmodel import col, select

from backend.agenda.models import Absence, WalkIn
from backend.db import Tx
from backend.insight.facts import fact_of
from backend.insight.models import VISIT, Fact
from backend.people.models import SignIn
from backend.people.sign_ins import LONGEST
from backend.places.models import MissionLocale, Site
from backend.retention.rules import Horizons
from backend.retention.words import Rows, count, drop
from backend.team.models import StaffLink

AT_ONCE = 500


def drop_small(tx: Tx, old: Horizons) -> int:
    """Some of it; none when all of it is gone. Visits stay as counts of a month."""
    rows = _rows(tx, old)
    tx.add_all(_visits_counted(tx, rows[0][1]))
    return drop(tx, rows)


def small(tx: Tx, old: Horizons) -> int:
    """How much there is, the first hundreds of visits only."""
    return count(tx, _rows(tx, old))


def _rows(tx: Tx, old: Horizons) -> list[Rows]:
    return [
        (WalkIn, (col(WalkIn.id).in_(_visits(tx, old)),)),
        (SignIn, (col(SignIn.created_at) < old.at - LONGEST,)),
        (StaffLink, (col(StaffLink.expires_at) <= old.words,)),
        (Absence, (col(Absence.ends_at) <= old.words,)),
    ]


def _visits_counted(tx: Tx, which: tuple[Any, ...]) -> list[Fact]:
    rows = tx.exec(
        select(WalkIn.at, Site.mission_locale_id, MissionLocale.timezone)
        .join(Site, col(Site.id) == WalkIn.site_id)
        .join(MissionLocale, col(MissionLocale.id) == Site.mission_locale_id)
        .where(*which)
    )
    return [fact_of(at, home, zone, VISIT) for at, home, zone in rows]


def _visits(tx: Tx, old: Horizons) -> list[Any]:
    """The oldest have the lowest numbers: nothing else is read."""
    first = select(WalkIn.id, WalkIn.at).where(col(WalkIn.id) > 0).order_by(col(WalkIn.id)).limit(AT_ONCE)
    return [id_ for id_, at in tx.exec(first) if at <= old.appointments]
