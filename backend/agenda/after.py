"""After an appointment: «Ça t'a aidé ?», a word three days later, and a kind one to those who were missed.

Derived like reminders, from how it went as staff told it; nothing is said of what was excused or put right meanwhile.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import exists
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from backend.agenda.models import LIVE, Appointment
from backend.agenda.moments import LONGEST, STANDS, Due, follow_up, nightfall
from backend.agenda.ways import about, seen, way_to
from backend.clockwork import one_by_one
from backend.db import Database, Tx
from backend.models import Conversation
from backend.people.models import Youth
from backend.places.models import MissionLocale, Site
from backend.places.sites import zone_at
from backend.scene import Arrival
from backend.script import Script
from backend.turns import take_turn
from flows.events import Followed

OVER = ("attended", "no_show")
MOMENTS = ("helped", "missed", "later")
LOOKED_BACK = 2 * STANDS
Another = aliased(Appointment)
SHORT = (
    *(Appointment.id, Appointment.status, Appointment.ends_at, Appointment.outcome_at, Appointment.series_id),
    *(Site.insee, MissionLocale.timezone),
)
"""What a first look at all of them needs: no objects."""


def follow(db: Database, script: Script) -> int:
    """Say what is due after appointments; doing it twice changes nothing. Returns how many were written to."""
    with db.reading() as tx:
        wanted = _due(tx, script.now())
    return one_by_one(db, [partial(_follow, script, appointment_id) for appointment_id in wanted])


def _key(appointment_id: int, moment: str) -> str:
    return f"after:{appointment_id}:{moment}"


def _due(tx: Tx, now: datetime) -> list[int]:
    found: dict[str, int] = {}
    rows: Sequence[Any] = tx.execute(_over(now, *SHORT)).all()
    for row in rows:
        due = _say_now(row, zone_at(row.insee, row.timezone), now)
        if due and _fits(due, row, coming=row.coming):
            found[_key(row.id, due.moment)] = row.id
    said = seen(tx, found)
    return [id_ for key, id_ in found.items() if key not in said]


def _over(now: datetime, *what: Any) -> Any:
    """Of appointments told of, whose youth the guide may write to, `what`; and whether they have another one to come."""
    open_ways = (col(Conversation.blocked).is_(False), col(Conversation.owner) == "guide")
    reached = exists().where(col(Conversation.youth_id) == Appointment.youth_id, *open_ways)
    to_come = (col(Another.status).in_(LIVE), col(Another.starts_at) > now)
    coming = exists().where(col(Another.youth_id) == Appointment.youth_id, *to_come)
    return (
        select(*what, coming.label("coming"))  # type: ignore[call-overload]
        .select_from(Appointment)
        .join(Youth, col(Youth.id) == Appointment.youth_id)
        .join(MissionLocale, col(MissionLocale.id) == Appointment.mission_locale_id)
        .outerjoin(Site, col(Site.id) == Appointment.site_id)
        .where(col(Appointment.status).in_(OVER), col(Appointment.outcome_at).is_not(None))
        .where(col(Youth.reminders), reached, Appointment.ends_at > now - LOOKED_BACK)
        .where(Appointment.starts_at <= now, Appointment.starts_at > now - LOOKED_BACK - LONGEST)
    )


def _follow(script: Script, appointment_id: int, tx: Tx) -> bool:
    """Say it, if it still stands: the outcome may have been corrected, a human may have taken the floor."""
    now = script.now()
    whose = select(Appointment.youth_id).where(Appointment.id == appointment_id)
    way = way_to(tx, tx.exec(whose).first() or 0)
    row = tx.execute(_over(now, Appointment).where(Appointment.id == appointment_id)).first()
    if row is None:
        return False
    appointment: Appointment = row[0]
    told = about(tx, appointment, now)
    keys = {_key(appointment_id, moment): moment for moment in MOMENTS}
    said = {keys[key] for key in seen(tx, keys)}
    due = _say_now(appointment, told["zone"], now, said)
    if way is None or way.owner != "guide" or due is None or not _fits(due, appointment, coming=row.coming):
        return False
    until = min(due.until, nightfall(now, told["zone"]))
    event = Followed(told, due.moment, until.isoformat())  # type: ignore[arg-type]
    key = _key(appointment_id, due.moment)
    return not take_turn(tx, script, Arrival(key, way.channel, way.address, event, "clock")).repeated


def _fits(due: Due, one: Appointment, *, coming: bool) -> bool:
    """Whoever has another appointment needs no new one; in a series, only the last is asked about."""
    return not coming or (due.moment == "helped" and one.series_id is None)


def _say_now(one: Appointment, zone: str, now: datetime, said: set[str] | None = None) -> Due | None:
    told_at = one.outcome_at or one.ends_at
    return follow_up(one.status, one.ends_at, told_at, zone, now, said or ())
