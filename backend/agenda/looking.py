"""Of which appointments something may be to say: each has the moment at which it is looked at next (`remind_at`).

Only the tick reckons that moment, with `moments.next_reminder`. Whoever changes what it hangs on (who is reached, who
wants reminders, in which zone) has it looked at again. What is cancelled or moved is found out when its moment comes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, bindparam, exists, update
from sqlmodel import col, select

from backend.agenda.models import LIVE, Appointment
from backend.db import Database, Tx
from backend.models import Conversation
from backend.people.models import Youth
from backend.places.models import MissionLocale, Site
from backend.rows import table_of, write

Looked: TypeAlias = tuple[int, datetime | None, datetime | None]
"""An appointment, the time that it had, and its next one; None: there is nothing more to say."""
SOME = 500
_TABLE = table_of(Appointment)
_LOOKED = (
    update(_TABLE)
    .where(_TABLE.c.id == bindparam("of"), _TABLE.c.remind_at == bindparam("was"))
    .values(remind_at=bindparam("then"))
)
"""Unless somebody has it looked at again meanwhile."""
_REACHED = exists().where(col(Conversation.youth_id) == Youth.id, col(Conversation.blocked).is_(False))
_AT_ITS_TIME: Any = (
    select(  # type: ignore[call-overload]
        *(Appointment.id, Appointment.starts_at, Appointment.created_at, Appointment.remind_at),
        *(Site.insee, MissionLocale.timezone, col(Appointment.status).in_(LIVE).label("stands")),
        (col(Youth.reminders) & _REACHED).label("hears"),
    )
    .join(Youth, col(Youth.id) == Appointment.youth_id)
    .join(MissionLocale, col(MissionLocale.id) == Appointment.mission_locale_id)
    .outerjoin(Site, col(Site.id) == Appointment.site_id)
    .where(col(Appointment.remind_at).is_not(None), col(Appointment.remind_at) <= bindparam("now"))
    .order_by(Appointment.starts_at)
)


def at_their_time(tx: Tx, now: datetime) -> Sequence[Any]:
    """The appointments to look at now, by when they begin. `hears`: their youth wants reminders and is reached."""
    return tx.execute(_AT_ITS_TIME, {"now": now}).all()


def look_again(tx: Tx, now: datetime, *whose: ColumnElement[bool]) -> None:
    """Something has changed for these appointments: the next tick looks at them, if they are to come."""
    coming = (col(Appointment.status).in_(LIVE), col(Appointment.starts_at) > now)
    again = update(Appointment).where(*coming, *whose).values(remind_at=now)
    tx.execute(again.execution_options(synchronize_session=False))


def wish_reminders(tx: Tx, youth: Youth, now: datetime) -> None:
    """They are reminded again of whatever they have booked."""
    if not youth.reminders:
        look_again(tx, now, col(Appointment.youth_id) == youth.id)
    youth.reminders = True


def looked(tx: Tx, found: Sequence[Looked]) -> None:
    """They were looked at, and are next at another time."""
    write(tx, _LOOKED, [{"of": of, "was": was, "then": then} for of, was, then in found])


def put_off(db: Database, found: Sequence[Looked]) -> None:
    """The same, for however many, some at a time: others write meanwhile."""
    for first in range(0, len(found), SOME):
        db.retrying(partial(looked, found=found[first : first + SOME]))
