"""Appointments that cannot take place as they stand: their advisor is away or busy elsewhere, or the door is closed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlmodel import col, select

from backend.agenda.door_changes import lets_in
from backend.agenda.models import Absence
from backend.agenda.staff import Visit
from backend.calendars.queries import busy_of
from backend.db import Tx
from backend.places.models import Site, SiteException
from content.hours import DayException

Conflicts = dict[int, str]
"""{appointment: absence, external or door}"""


def conflicts(tx: Tx, visits: Iterable[Visit], now: datetime) -> Conflicts:
    """Those among the appointments to come that someone must settle, and why."""
    coming = [v for v in visits if v.is_to_come(now)]
    if not coming:
        return {}
    begin, end = min(v.starts_at for v in coming), max(v.ends_at for v in coming)
    advisors = {v.advisor_id for v in coming}
    within = (col(Absence.ends_at) > begin, col(Absence.starts_at) < end)
    absent = tx.exec(select(Absence).where(col(Absence.advisor_id).in_(advisors), *within)).all()
    busy = busy_of(tx, advisors, begin, end)
    found = _behind_closed_doors(tx, coming)
    for visit in coming:
        if _meet(visit, busy[visit.advisor_id]):
            found[visit.id] = "external"
        if _meet(visit, [(a.starts_at, a.ends_at) for a in absent if a.advisor_id == visit.advisor_id]):
            found[visit.id] = "absence"
    return found


def _meet(visit: Visit, spans: Iterable[tuple[datetime, datetime]]) -> bool:
    return any(starts < visit.ends_at and visit.starts_at < ends for starts, ends in spans)


def _behind_closed_doors(tx: Tx, coming: Sequence[Visit]) -> Conflicts:
    ids = {v.site_id for v in coming} - {None}
    sites = {site.id: site for site in tx.exec(select(Site).where(col(Site.id).in_(ids)))}
    rows = select(SiteException).where(col(SiteException.site_id).in_(ids)).order_by(col(SiteException.id))
    days = tx.exec(rows).all()
    return {v.id: "door" for v in coming if v.site_id and _shut(v, sites[v.site_id], days)}


def _shut(visit: Visit, site: Site, days: Sequence[SiteException]) -> bool:
    own = [DayException(d.first, d.last, d.hours) for d in days if d.site_id == site.id]
    gone = site.closed_at is not None and site.closed_at < visit.ends_at
    return gone or not lets_in(own, site.insee, visit.starts_at, visit.ends_at)
