"""Which partners answer a need of someone who lives here. A few milliseconds over 150,000 services."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, radians
from typing import Any

from sqlalchemy import Row, Select, Subquery, and_, select
from sqlalchemy.sql import ColumnElement

from backend.db import Tx
from backend.partners.models import PARTNERS, REACH, SERVICES
from backend.partners.rules import OLDEST, Point, is_visited
from content.communes import load_communes
from content.distance import kilometres
from content.loader import need_ids
from content.partners import source_name, zones_of

NEAR_KM, KM_A_DEGREE = 30.0, 111.0
WIDE = 24
"""So many services are read for each need: many are of one partner, some of one's own mission locale."""
OURS = "mission-locale"


def partners_near(
    tx: Tx, insee: str, needs: Sequence[str], *, served: bool
) -> dict[str, list[dict[str, Any]]]:
    """For each need who answers it, the nearest first; for any need at once, in no order, if none is named.

    Each: {name, insee, commune, km, needs, phone, link, source, updated}. Those at a distance (km None) come last.
    Other missions locales are named only to those whom none of ours serves. Unknown needs are answered by nobody.
    """
    commune = load_communes().get(insee)
    if commune is None or commune.point is None:
        return {}
    asked = {need: (need,) for need in needs if need in need_ids()} if needs else {"": need_ids()}
    return {
        need: list(_offers(tx, wanted, zones_of(insee), commune.point, served=served))
        for need, wanted in asked.items()
    }


def _offers(
    tx: Tx, wanted: Sequence[str], zones: Sequence[str], here: Point, *, served: bool
) -> Iterator[dict[str, Any]]:
    fits = and_(REACH.c.need.in_(wanted), REACH.c.zone.in_(zones))
    seen: set[int] = set()
    for few in (_visited(fits, here, in_order=len(wanted) == 1), _distant(fits)):
        for row in tx.connection().execute(_named(few)):
            if len(seen) < WIDE and row.id not in seen and not (served and OURS in row.networks):
                seen.add(row.id)
                yield _offer(row, wanted, here)


def _visited(fits: ColumnElement[bool], here: Point, *, in_order: bool) -> Subquery:
    """The nearest places, by the plane that touches the Earth here; any of the near ones if order is not asked."""
    lat, lon = here
    narrow = cos(radians(lat))
    high = NEAR_KM / KM_A_DEGREE
    wide = high / max(narrow, 0.1)
    north, east = REACH.c.lat - lat, (REACH.c.lon - lon) * narrow
    far = (north * north + east * east).label("rank")
    near = select(REACH.c.service_id, far).where(
        fits, REACH.c.lat.between(lat - high, lat + high), REACH.c.lon.between(lon - wide, lon + wide)
    )
    return (near.order_by(far) if in_order else near).limit(WIDE).subquery()


def _distant(fits: ColumnElement[bool]) -> Subquery:
    few = select(REACH.c.service_id, REACH.c.service_id.label("rank")).where(fits, REACH.c.lat.is_(None))
    return few.order_by(REACH.c.service_id).limit(WIDE).subquery()


def _named(nearest: Subquery) -> Select[Any]:
    own, theirs = SERVICES.c, PARTNERS.c
    columns = (
        *(theirs.name, theirs.networks, theirs.source, theirs.updated_on, theirs.website),
        *(own.id, own.insee, own.commune, own.lat, own.lon, own.needs, own.modes, own.link),
        *(own.phone, theirs.phone.label("their_phone")),
    )
    joined = nearest.join(SERVICES, own.id == nearest.c.service_id).join(
        PARTNERS, theirs.id == own.partner_id
    )
    return select(*columns).select_from(joined).order_by(nearest.c.rank, own.id)


def _offer(row: Row[Any], wanted: Sequence[str], here: Point) -> dict[str, Any]:
    visited = is_visited(row.modes) and row.lat is not None
    return {
        "name": row.name,
        "insee": row.insee,
        "commune": row.commune,
        "km": round(kilometres(here, (row.lat, row.lon))) if visited else None,
        "needs": [need for need in row.needs if need in wanted],
        "phone": row.phone or row.their_phone,
        "link": row.link or row.website,
        "source": source_name(row.source),
        "updated": row.updated_on.isoformat() if row.updated_on > OLDEST else "",
    }
