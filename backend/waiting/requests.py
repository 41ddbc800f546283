"""«Open three slots at Decize»: asked of those who open them, by colleagues or because a youth found nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import col, select

from backend.agenda.models import Motive
from backend.db import Tx
from backend.people.accounts import Staff
from backend.people.models import ROLES, Person
from backend.places.models import MissionLocale, Site
from backend.waiting.models import SlotRequest

READERS = ("advisor", "receptionist", "manager")
MOST = 20
"""Slots that one may ask for at once."""


@dataclass(frozen=True)
class Asked:
    """A request as a page shows it. `by` is None if the guide asked."""

    id: int
    wanted: int
    motive: str
    site: str | None
    home: str
    by: str | None
    asked_at: datetime
    zone: str


def ask(
    tx: Tx,
    motive: Motive,
    site_id: int | None,
    now: datetime,
    wanted: int = 3,
    asked_by: int | None = None,
) -> SlotRequest:
    """Ask for slots of this motive, at a site or anywhere. What is asked already is asked once, of the larger number."""
    same = select(SlotRequest).where(
        SlotRequest.motive_id == motive.id,
        col(SlotRequest.site_id).is_(None) if site_id is None else SlotRequest.site_id == site_id,
        col(SlotRequest.done_at).is_(None),
    )
    kept = tx.exec(same.with_for_update()).first()
    if kept is None:
        kept = SlotRequest(
            mission_locale_id=motive.mission_locale_id,
            site_id=site_id,
            motive_id=motive.id or 0,
            wanted=wanted,
            asked_by=asked_by,
            asked_at=now,
        )
    kept.wanted = max(kept.wanted, wanted)
    tx.add(kept)
    tx.flush()
    return kept


def open_requests(tx: Tx, staff: Staff) -> list[Asked]:
    """What is asked in the missions locales where they read the agenda, the oldest first."""
    wanted = (
        select(SlotRequest, Motive.name, Site.name, Person.name)
        .join(Motive, col(Motive.id) == SlotRequest.motive_id)
        .outerjoin(Site, col(Site.id) == SlotRequest.site_id)
        .outerjoin(Person, col(Person.id) == SlotRequest.asked_by)
        .where(_readable(staff), col(SlotRequest.done_at).is_(None))
    )
    homes = {home.id: home for home in tx.exec(select(MissionLocale))}
    return [
        _asked(row, homes[row[0].mission_locale_id])
        for row in tx.execute(wanted.order_by(col(SlotRequest.id)))
    ]


def done(tx: Tx, staff: Staff, request_id: int, now: datetime) -> bool:
    """The slots are open. Twice is as once; False: not theirs, or there is none."""
    mine = select(SlotRequest).where(SlotRequest.id == request_id, _readable(staff)).with_for_update()
    found = tx.exec(mine.execution_options(populate_existing=True)).first()
    if found is not None and found.done_at is None:
        found.done_at = now
        tx.add(found)
    return found is not None


def may_ask_for(tx: Tx, staff: Staff) -> tuple[list[Motive], list[Site]]:
    """The motives and the open sites of the missions locales where they have any role."""
    homes = staff.mission_locales(*ROLES)
    motives = select(Motive).where(col(Motive.mission_locale_id).in_(homes))
    sites = select(Site).where(col(Site.mission_locale_id).in_(homes), col(Site.closed_at).is_(None))
    motives = motives.order_by(col(Motive.mission_locale_id), col(Motive.name))
    return list(tx.exec(motives)), list(tx.exec(sites.order_by(Site.commune, Site.name)))


def _readable(staff: Staff) -> Any:
    return col(SlotRequest.mission_locale_id).in_(staff.mission_locales(*READERS))


def _asked(row: Any, home: MissionLocale) -> Asked:
    request, motive, site, by = row
    return Asked(
        request.id, request.wanted, motive, site, home.short_name, by, request.asked_at, home.timezone
    )
