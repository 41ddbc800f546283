"""The days on which a door does not keep its usual hours: nobody is booked behind a closed one."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import bindparam, select

from backend.agenda.models import Opening, OpeningException
from backend.db import Tx
from backend.places.models import SiteException
from backend.rows import table_of
from content.hours import DayException

OPENING, CHANGE, SITE_DAYS = (table_of(one) for one in (Opening, OpeningException, SiteException))
_HERE = OPENING.c.mission_locale_id == bindparam("home")
_DOORS = (
    select(SITE_DAYS.c.id, SITE_DAYS.c.site_id, SITE_DAYS.c.first, SITE_DAYS.c.last, SITE_DAYS.c.hours)
    .join(OPENING, OPENING.c.site_id == SITE_DAYS.c.site_id)
    .where(_HERE)
    .order_by(SITE_DAYS.c.id)
    .distinct()
)
_CHANGES = (
    select(CHANGE.c.opening_id, CHANGE.c.day, CHANGE.c.hours)
    .join(OPENING, OPENING.c.id == CHANGE.c.opening_id)
    .where(_HERE)
    .order_by(CHANGE.c.day)
)


def exceptions(tx: Tx, mission_locale_id: int) -> defaultdict[int | None, tuple[DayException, ...]]:
    """The days on which the sites of these openings keep other hours, as they were entered."""
    found: defaultdict[int | None, tuple[DayException, ...]] = defaultdict(tuple)
    for _, site, first, last, hours in tx.connection().execute(_DOORS, {"home": mission_locale_id}):
        found[site] += (DayException(first, last, hours),)
    return found


def changed_days(tx: Tx, mission_locale_id: int) -> defaultdict[int | None, tuple[DayException, ...]]:
    """The single days on which openings are not as usual."""
    found: defaultdict[int | None, tuple[DayException, ...]] = defaultdict(tuple)
    for opening, day, hours in tx.connection().execute(_CHANGES, {"home": mission_locale_id}):
        found[opening] += (DayException(day, day, hours),)
    return found
