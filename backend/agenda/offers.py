"""What is proposed: the nearest, the soonest, or without moving. An offer is plain JSON:

{id (the slot), why, site, place, address, map, km, lat, lon, hours (OSM), checked (ISO date), example, phone,
 starts_at (ISO), zone, minutes, mode, advisor (first name), bring}
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlmodel import col, select

from backend.agenda.models import Motive
from backend.agenda.queries import REMOTE, Agenda, Bookable, Wish, bookables
from backend.agenda.rules import SlotId
from backend.db import Tx
from backend.places.models import Site
from content.communes import load_communes
from content.distance import kilometres

Point = tuple[float, float] | None
SITES_SHOWN = 6
UNKNOWN = float("inf")
"""The distance of a place whose point is not known: it comes last."""


def offer(slot: SlotId, bookable: Bookable, motive: Motive, here: Point, why: str = "") -> dict[str, Any]:
    """Everything that is said of one slot."""
    return {
        "id": str(slot),
        "why": why,
        **where(bookable.site if slot.mode == "place" else None, here),
        "starts_at": slot.starts_at.isoformat(),
        "zone": bookable.zone,
        "minutes": motive.minutes,
        "mode": slot.mode,
        "advisor": bookable.advisor.first_name,
        "bring": motive.bring if slot.mode == "place" else "",
    }


def where(site: Site | None, here: Point) -> dict[str, Any]:
    """What is said of a place; empty for a phone call."""
    if site is None:
        return dict.fromkeys(("site", "place", "address", "map", "hours", "checked", "phone"), "") | {
            "lat": None,
            "lon": None,
            "km": None,
            "example": False,
        }
    address = address_of(site)
    point = (site.lat, site.lon) if site.lat is not None and site.lon is not None else None
    return {
        "site": site.name,
        "place": f"{site.name}, {address}",
        "address": address,
        "map": map_url(point) if point else "",
        "km": round(kilometres(here, point)) if here and point else None,
        "lat": site.lat,
        "lon": site.lon,
        "hours": site.hours,
        "checked": site.checked_on.isoformat() if site.checked_on else "",
        "example": site.example,
        "phone": site.phone,
    }


def address_of(site: Site) -> str:
    """Who lends the room (unless the place is named after them), the street, the commune."""
    host = "" if site.host in site.name else site.host
    return ", ".join(filter(None, (host, site.address, f"{site.postcode} {site.commune}".strip())))


def map_url(point: tuple[float, float]) -> str:
    lat, lon = point
    return f"https://www.openstreetmap.org/?mlat={lat:.5f}&mlon={lon:.5f}#map=16/{lat:.5f}/{lon:.5f}"


def propose(tx: Tx, wish: Wish, here: Point, now: Any) -> dict[str, Any]:
    """{offers, sites, nearest}: nearest and soonest told apart, the sites with a free slot by distance."""
    found = bookables(tx, wish)
    agenda = Agenda(tx, wish, found, now)
    first = [(b, slot) for b in found if (slot := agenda.first(b))]
    if set(wish.modes) <= set(REMOTE):
        return {
            "offers": _soonest(first, wish, here, "remote"),
            "sites": [],
            "nearest": nearest(tx, wish, here),
        }
    ranked = sorted(_best_of_each_site(first), key=lambda pair: (_km(pair[0], here), pair[1].starts_at))
    sites = [{"id": str(b.site.id), **where(b.site, here)} for b, _ in ranked[:SITES_SHOWN] if b.site]
    return {"offers": _told_apart(ranked, wish, here), "sites": sites, "nearest": nearest(tx, wish, here)}


def _best_of_each_site(first: Iterable[tuple[Bookable, SlotId]]) -> list[tuple[Bookable, SlotId]]:
    best: dict[int | None, tuple[Bookable, SlotId]] = {}
    for bookable, slot in first:
        site = bookable.opening.site_id
        if site not in best or slot.starts_at < best[site][1].starts_at:
            best[site] = (bookable, slot)
    return list(best.values())


def _told_apart(ranked: list[tuple[Bookable, SlotId]], wish: Wish, here: Point) -> list[dict[str, Any]]:
    if not ranked:
        return []
    near, soon = ranked[0], min(ranked, key=lambda pair: pair[1].starts_at)
    if near[1].starts_at <= soon[1].starts_at:
        return [offer(near[1], near[0], wish.motive, here, "both")]
    pairs = ((near, "near"), (soon, "soon"))
    return [offer(slot, bookable, wish.motive, here, why) for (bookable, slot), why in pairs]


def _soonest(first: list[tuple[Bookable, SlotId]], wish: Wish, here: Point, why: str) -> list[dict[str, Any]]:
    if not first:
        return []
    bookable, slot = min(first, key=lambda pair: pair[1].starts_at)
    return [offer(slot, bookable, wish.motive, here, why)]


def _km(bookable: Bookable, here: Point) -> float:
    site = bookable.site
    if here is None or site is None or site.lat is None or site.lon is None:
        return UNKNOWN
    return kilometres(here, (site.lat, site.lon))


def nearest(tx: Tx, wish: Wish, here: Point) -> dict[str, Any] | None:
    """The nearest open door, booked or not: what to say when nothing is free."""
    mine = select(Site).where(Site.mission_locale_id == wish.mission_locale_id, col(Site.closed_at).is_(None))
    sites = [where(site, here) for site in tx.exec(mine)]
    return min(sites, key=lambda s: UNKNOWN if s["km"] is None else float(s["km"]), default=None)


def point_of(insee: str | None) -> Point:
    commune = load_communes().get(insee) if insee else None
    return commune.point if commune else None
