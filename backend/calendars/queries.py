"""When advisors are busy elsewhere, and which calendars of theirs say so."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import col, select

from backend.agenda.models import Appointment
from backend.agenda.moments import LONGEST
from backend.calendars.models import ExternalBusy, ExternalCalendar
from backend.db import Tx
from backend.people.models import Membership
from backend.places.models import MissionLocale

Span = tuple[datetime, datetime]
EVERYWHERE = "Europe/Paris"
"""The zone of somebody who belongs nowhere yet."""


def busy_of(tx: Tx, person_ids: Collection[int], begin: datetime, end: datetime) -> dict[int, list[Span]]:
    """{person: [(starts, ends)]}, in order, for everyone asked about: what overlaps these moments."""
    query = (
        select(ExternalBusy.person_id, ExternalBusy.starts_at, ExternalBusy.ends_at)
        .where(col(ExternalBusy.person_id).in_(person_ids))
        .where(ExternalBusy.starts_at < end, ExternalBusy.ends_at > begin)
        .order_by(col(ExternalBusy.starts_at))
    )
    found: dict[int, list[Span]] = {person: [] for person in person_ids}
    for person, starts_at, ends_at in tx.exec(query):
        found[person].append((starts_at, ends_at))
    return found


def calendars_of(tx: Tx, person_id: int) -> Sequence[ExternalCalendar]:
    mine = select(ExternalCalendar).where(ExternalCalendar.person_id == person_id)
    return tx.exec(mine.order_by(col(ExternalCalendar.id))).all()


def zone_of(tx: Tx, person_id: int) -> ZoneInfo:
    """Where someone works: the zone of a calendar that names none."""
    zones = (
        select(MissionLocale.timezone)
        .join(Membership, col(Membership.mission_locale_id) == MissionLocale.id)
        .where(Membership.person_id == person_id)
        .order_by(col(Membership.id))
        .limit(1)
    )
    return ZoneInfo(tx.exec(zones).first() or EVERYWHERE)


def invited(tx: Tx, person_id: int, since: datetime) -> tuple[str, ...]:
    """The UIDs of our own appointments with someone: their calendar may hold them too."""
    theirs = select(Appointment.uid).where(Appointment.advisor_id == person_id, Appointment.ends_at > since)
    theirs = theirs.where(Appointment.starts_at > since - LONGEST)
    return tuple(sorted(set(tx.exec(theirs))))
