"""The front desk: who has come, with and without an appointment, and finding someone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import col, func, select

from backend.agenda.closing import NotNow, found_for_change
from backend.agenda.models import LIVE, Appointment, WalkIn
from backend.agenda.staff import Visit, visits_between
from backend.db import Tx, insert_once
from backend.models import Seen
from backend.people.accounts import Staff
from backend.people.models import Youth
from backend.places.models import MissionLocale
from content.plain import plain

SEARCHED = timedelta(days=15)
"""Today and the next fourteen days."""
DIGITS = 4
"""So many figures of a number at least: fewer are no search."""
Span = tuple[datetime, datetime]


def day_of(now: datetime, zone: str) -> Span:
    """The local day, as two moments."""
    morning = now.astimezone(ZoneInfo(zone)).replace(hour=0, minute=0, second=0, microsecond=0)
    return morning, morning + timedelta(days=1)


def expected(tx: Tx, staff: Staff, site_id: int, day: Span) -> list[Visit]:
    """Who comes to this site on this day."""
    there = (col(Appointment.site_id) == site_id, col(Appointment.mode) == "place")
    return visits_between(tx, staff, *day, *there)


def set_arrived(tx: Tx, appointment_id: int, arrived: bool, now: datetime) -> None:
    """They are here, or it was somebody else. Tells nobody; twice is as once. Raises NotNow."""
    appointment = found_for_change(tx, appointment_id)
    if appointment.status not in (*LIVE, "attended"):
        raise NotNow("closed")
    zone = tx.get_one(MissionLocale, appointment.mission_locale_id).timezone
    if appointment.starts_at >= day_of(now, zone)[1]:
        raise NotNow("too_early")
    if not arrived:
        appointment.arrived_at = None
    elif appointment.arrived_at is None:
        appointment.arrived_at = now
    tx.add(appointment)


def can_arrive(visit: Visit, now: datetime) -> bool:
    """Whether one may still say that they are here: on the day, while it is to take place."""
    begins, ends = day_of(now, visit.zone)
    expects = visit.mode in ("place", "home") and visit.status in LIVE
    return expects and begins <= visit.starts_at < ends


def walk_ins(tx: Tx, site_id: int, day: Span) -> int:
    """How many came without an appointment."""
    mine = select(func.count(col(WalkIn.id))).where(WalkIn.site_id == site_id)
    return tx.exec(mine.where(WalkIn.at >= day[0], WalkIn.at < day[1])).one()


def count_walk_in(tx: Tx, site_id: int, nonce: str, now: datetime) -> None:
    """One more. The same form counts once."""
    if insert_once(tx, Seen, key=f"walk-in:{nonce}", at=now):
        tx.add(WalkIn(site_id=site_id, at=now))


def uncount_walk_in(tx: Tx, site_id: int, nonce: str, now: datetime, day: Span) -> None:
    """The last one of this day was a mistake. The same form counts once."""
    if not insert_once(tx, Seen, key=f"walk-in:{nonce}", at=now):
        return
    mine = select(WalkIn).where(WalkIn.site_id == site_id, WalkIn.at >= day[0], WalkIn.at < day[1])
    last = tx.exec(mine.order_by(col(WalkIn.id).desc()).limit(1).with_for_update()).first()
    if last:
        tx.delete(last)


def find_people(tx: Tx, staff: Staff, wanted: str, day: Span) -> list[Visit]:
    """Those expected today or within two weeks whose first name begins so, or whose number holds these figures."""
    name, digits = plain(wanted, 100), _figures(wanted[:100])
    if not name:
        return []
    coming = visits_between(tx, staff, day[0], day[0] + SEARCHED)
    phones = _phones(tx, [v.id for v in coming])
    return [
        v for v in coming if plain(v.first_name or "", 100).startswith(name) or _rings(phones[v.id], digits)
    ]


def _phones(tx: Tx, ids: Sequence[int]) -> dict[int, str | None]:
    rows = select(Appointment.id, Youth.phone).join(Youth, col(Youth.id) == Appointment.youth_id)
    return {id_ or 0: phone for id_, phone in tx.exec(rows.where(col(Appointment.id).in_(ids)))}


def _rings(phone: str | None, digits: str) -> bool:
    return len(digits) >= DIGITS and digits in _figures(phone or "")


def _figures(text: str) -> str:
    """The figures of a number as it is dialled within France."""
    figures = "".join(c for c in text if c.isascii() and c.isdigit()).removeprefix("00")
    return f"0{figures[2:]}" if figures.startswith("33") else figures
