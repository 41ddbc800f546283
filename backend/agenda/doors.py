"""The days on which a door does not keep its usual hours: nobody is booked behind a closed one."""

from __future__ import annotations

from collections import defaultdict

from sqlmodel import col, select

from backend.agenda.models import Opening, OpeningException
from backend.db import Tx
from backend.places.models import SiteException
from content.hours import DayException


def exceptions(tx: Tx, mission_locale_id: int) -> defaultdict[int | None, tuple[DayException, ...]]:
    """The days on which the sites of these openings keep other hours, as they were entered."""
    row = (
        SiteException.id,
        SiteException.site_id,
        SiteException.first,
        SiteException.last,
        SiteException.hours,
    )
    query = (
        select(*row)  # type: ignore[call-overload]  # sqlmodel types four columns at most
        .join(Opening, col(Opening.site_id) == col(SiteException.site_id))
        .where(Opening.mission_locale_id == mission_locale_id)
        .order_by(col(SiteException.id))
        .distinct()
    )
    found: defaultdict[int | None, tuple[DayException, ...]] = defaultdict(tuple)
    for _, site, first, last, hours in tx.exec(query):
        found[site] += (DayException(first, last, hours),)
    return found


def changed_days(tx: Tx, mission_locale_id: int) -> defaultdict[int | None, tuple[DayException, ...]]:
    """The single days on which openings are not as usual."""
    query = (
        select(OpeningException)
        .join(Opening, col(Opening.id) == col(OpeningException.opening_id))
        .where(Opening.mission_locale_id == mission_locale_id)
        .order_by(col(OpeningException.day))
    )
    found: defaultdict[int | None, tuple[DayException, ...]] = defaultdict(tuple)
    for change in tx.exec(query):
        found[change.opening_id] += (DayException(change.day, change.day, change.hours),)
    return found
