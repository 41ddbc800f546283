"""Reminders are derived from appointments, never scheduled: J-1 and H-2, never late, never at night."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import partial
from typing import Literal
from zoneinfo import ZoneInfo

from sqlmodel import col, select

from backend.agenda.appointments import facts
from backend.agenda.models import LIVE, Appointment
from backend.db import Database, Tx
from backend.models import Conversation, Seen
from backend.people.models import Youth
from backend.places.models import MissionLocale, Site
from backend.places.sites import zone_of
from backend.scene import Arrival
from backend.script import Script
from backend.turns import take_turn
from flows.events import Reminded

DAY, HOURS = timedelta(days=1), timedelta(hours=2)
MORNING, EVENING, NIGHT = time(8), time(19), time(21)

Moment = Literal["J-1", "H-2"]


@dataclass(frozen=True)
class Due:
    moment: Moment
    at: datetime


def moments(starts_at: datetime, zone: str) -> tuple[Due, Due]:
    """When J-1 and H-2 go out, in the site's time zone. An early H-2 goes the evening before, at 19:00."""
    local = starts_at.astimezone(ZoneInfo(zone))
    return Due("J-1", _by_day(local - DAY)), Due("H-2", _by_day(local - HOURS))


def _by_day(at: datetime) -> datetime:
    """Out of the night: before 08:00 becomes 19:00 the evening before, after 21:00 becomes 19:00."""
    if at.time() < MORNING:
        return (at - DAY).replace(hour=EVENING.hour, minute=0, second=0, microsecond=0)
    if at.time() >= NIGHT:
        return at.replace(hour=EVENING.hour, minute=0, second=0, microsecond=0)
    return at


def due_now(starts_at: datetime, created_at: datetime, zone: str, now: datetime) -> Moment | None:
    """The reminder to say now, if any: the latest moment that has come since the booking. One replaces the other."""
    if starts_at <= now or _by_day(now.astimezone(ZoneInfo(zone))) != now.astimezone(ZoneInfo(zone)):
        return None
    come = [d for d in moments(starts_at, zone) if created_at < d.at <= now]
    return max(come, key=lambda d: d.at).moment if come else None


def remind(db: Database, script: Script) -> int:
    """Remind everyone who must be; doing it twice changes nothing. Returns how many were reminded."""
    with db.reading() as tx:
        arrivals = list(_arrivals(tx, script))
    for arrival in arrivals:
        db.retrying(partial(_say, script, arrival))
    return len(arrivals)


def _say(script: Script, arrival: Arrival, tx: Tx) -> None:
    take_turn(tx, script, arrival)


def _arrivals(tx: Tx, script: Script) -> Iterator[Arrival]:
    now = script.now()
    near = (
        select(Appointment, Conversation, Site, MissionLocale.timezone)
        .join(Youth, col(Youth.id) == Appointment.youth_id)
        .join(Conversation, col(Conversation.youth_id) == Youth.id)
        .join(MissionLocale, col(MissionLocale.id) == Appointment.mission_locale_id)
        .outerjoin(Site, col(Site.id) == Appointment.site_id)
        .where(col(Appointment.status).in_(LIVE), col(Youth.reminders), ~col(Conversation.blocked))
        .where(Appointment.starts_at > now, Appointment.starts_at <= now + 2 * DAY)
    )
    for appointment, row, site, home in tx.exec(near).all():
        moment = due_now(appointment.starts_at, appointment.created_at, zone_of(site, home), now)
        if moment is None:
            continue
        key = f"reminder:{appointment.id}:{appointment.starts_at:%Y%m%dT%H%M}:{moment}"
        if tx.get(Seen, key) is None:
            event = Reminded(facts(tx, appointment), moment)
            yield Arrival(key, row.channel, row.address, event, "clock")
