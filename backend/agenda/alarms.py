"""The alarm: nothing is free behind a motive, for a youth like any other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from backend.agenda.models import Motive
from backend.agenda.queries import Agenda, Bookable, Wish, every_opening
from backend.agenda.staff import ROLES
from backend.agenda.wishes import misfits
from backend.db import Tx
from backend.people.accounts import Staff
from backend.places.models import MissionLocale


@dataclass(frozen=True)
class Alarm:
    """No slot of this motive is free within its notice."""

    motive_id: int
    motive: str
    home: str
    days: int
    """How far ahead one may book."""


def alarms(tx: Tx, staff: Staff, now: datetime) -> list[Alarm]:
    """Of the missions locales where they read the agenda."""
    homes = {h.id: h for h in tx.exec(select(MissionLocale)) if h.id in staff.mission_locales(*ROLES)}
    mine = select(Motive).where(col(Motive.mission_locale_id).in_(homes), ~col(Motive.staff_only))
    motives = tx.exec(mine.order_by(col(Motive.mission_locale_id), col(Motive.name))).all()
    every = {home: every_opening(tx, home or 0) for home in homes}
    return [
        Alarm(m.id or 0, m.name, homes[m.mission_locale_id].short_name, m.max_notice_days)
        for m in motives
        if not has_slots(tx, m, every[m.mission_locale_id], now)
    ]


def has_slots(tx: Tx, motive: Motive, every: Sequence[Bookable], now: datetime) -> bool:
    """Whether somebody with this need, of any age and commune, finds at least one slot among these openings."""
    needs = tuple(motive.needs[:1])
    wish = Wish(motive.mission_locale_id, "", needs, motive, tuple(motive.modes))
    seeker = wish.seeker()
    found = [b for b in every if not misfits(b.opening, b.site, wish, seeker)]
    agenda = Agenda(tx, wish, found, now)
    return any(agenda.first(bookable) for bookable in found)
