"""Which partners answer a need of someone who lives here. A few milliseconds over 150,000 services."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, radians
from typing import Any

from sqlalchemy import Float, Row, Select, Subquery, and_, bindparam, select

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
    asked = {"needs": list(wanted), "zones": list(zones), **_around(here)}
    seen: set[int] = set()
    for few in (_NEAREST if len(wanted) == 1 else _NEAR, _DISTANT):
        for row in tx.connection().execute(few, asked):
            if len(seen) < WIDE and row.id not in seen and not (served and OURS in row.networks):
                seen.add(row.id)
                yield _offer(row, wanted, here)


def _around(here: Point) -> dict[str, float]:
    """A box about here; `narrow`: how much shorter a degree of longitude is than one of latitude."""
    (lat, lon), high = here, NEAR_KM / KM_A_DEGREE
    narrow = cos(radians(lat))
    wide = high / max(narrow, 0.1)
    box = {"south": lat - high, "north": lat + high, "west": lon - wide, "east": lon + wide}
    return {"lat": lat, "lon": lon, "narrow": narrow, **box}


def _visited(*, in_order: bool) -> Subquery:
    """The nearest places, by the plane that touches the Earth here; any of the near ones if order is not asked."""
    lat, lon, narrow = (bindparam(name, type_=Float) for name in ("lat", "lon", "narrow"))
    north, east = REACH.c.lat - lat, (REACH.c.lon - lon) * narrow
    far = (north * north + east * east).label("rank")
    near = select(REACH.c.service_id, far).where(
        _FITS,
        REACH.c.lat.between(bindparam("south"), bindparam("north")),
        REACH.c.lon.between(bindparam("west"), bindparam("east")),
    )
    return (near.order_by(far) if in_order else near).limit(WIDE).subquery()


def _distant() -> Subquery:
    few = select(REACH.c.service_id, REACH.c.service_id.label("rank")).where(_FITS, REACH.c.lat.is_(None))
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


_FITS = and_(
    REACH.c.need.in_(bindparam("needs", expanding=True)), REACH.c.zone.in_(bindparam("zones", expanding=True))
)
_NEAREST, _NEAR = (_named(_visited(in_order=in_order)) for in_order in (True, False))
_DISTANT = _named(_distant())
"""Built once: they are asked at every booking."""


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
