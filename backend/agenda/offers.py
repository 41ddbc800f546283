"""What is proposed: the nearest, the soonest, or without moving. An offer is plain JSON:

{id (the slot), why (near, soon, both, remote, visit), days (from today), site, place, address, map, km, lat, lon,
 hours (OSM), checked (ISO date), example, phone, starts_at (ISO), zone, minutes, mode, advisor (first name), bring}
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from backend.agenda.models import Appointment, Motive
from backend.agenda.prospects import Prospects, prospects
from backend.agenda.queries import Bookable, Wish
from backend.agenda.rules import SlotId
from backend.db import Tx
from backend.people.models import Youth
from backend.places.doors import Point
from backend.places.models import Site
from backend.places.ranking import Ranked
from backend.places.sites import exceptions_of
from content.calendars import calendar_of
from content.communes import load_communes
from content.distance import kilometres
from content.exceptions import DayException, with_exceptions

SITES_SHOWN = 6
TWO_WEEKS = timedelta(days=14)


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
    point = site.point
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


def propose(tx: Tx, wish: Wish, here: Point, now: datetime) -> dict[str, Any]:
    """{offers, sites, walk_in, nearest}: what is proposed, the sites with a free slot in rank order, a much nearer
    place without appointment (or None), and where to turn when nothing is free (else None).
    """
    found = prospects(tx, wish, here, now)
    offers = [_proposed(ranked, found, wish, here, now) for ranked in found.ranking.proposals]
    bookable = found.ranking.bookable(SITES_SHOWN) if "place" in wish.modes else []
    sites = [found.sites[r.door.id] for r in bookable if r.door.id in found.sites]
    return {
        "offers": offers,
        "sites": [{"id": str(site.id), **where(site, here)} for site in sites],
        "walk_in": _door(tx, found.ranking.walk_in, found, now) if offers else None,
        "nearest": None if offers else _door(tx, found.nearest(), found, now),
    }


def _proposed(ranked: Ranked, found: Prospects, wish: Wish, here: Point, now: datetime) -> dict[str, Any]:
    """An offer, with `days` from today to its day."""
    bookable, slot = found.best[ranked.door.id]
    zone = ZoneInfo(bookable.zone)
    days = (slot.starts_at.astimezone(zone).date() - now.astimezone(zone).date()).days
    return {**offer(slot, bookable, wish.motive, here, ranked.reasons[0]), "days": days}


def _door(tx: Tx, ranked: Ranked | None, found: Prospects, now: datetime) -> dict[str, Any] | None:
    """A place without a slot, with the coming days on which it keeps other hours.

    `walk_in`: one may come without appointment; `why` is visit for who cannot come, else near.
    """
    if ranked is None:
        return None
    site, seeker = found.sites[ranked.door.id], found.ranking.seeker
    known = {**where(site, seeker.point), "hours": coming_hours(tx, site, now) if site.hours else ""}
    why = "near" if seeker.can_come else "visit"
    return {**known, "walk_in": ranked.door.takes_walk_ins, "why": why}


def coming_hours(tx: Tx, site: Site, now: datetime) -> str:
    """Its usual hours, and what differs within two weeks."""
    today = now.astimezone(ZoneInfo(calendar_of(site.insee).zone)).date()
    rows = [row for row in exceptions_of(tx, site.id or 0) if row.first <= today + TWO_WEEKS]
    return with_exceptions(site.hours, [DayException(r.first, r.last, r.hours) for r in rows], today)


def point_of(insee: str | None) -> Point:
    commune = load_communes().get(insee) if insee else None
    return commune.point if commune else None


def home_commune(appointment: Appointment, youth: Youth) -> str:
    """Where a visit at home takes place: no more of it is kept. Empty: not at home, or never said."""
    if appointment.mode != "home":
        return ""
    found = load_communes().get(appointment.insee)
    return found.name if found else youth.commune or ""
