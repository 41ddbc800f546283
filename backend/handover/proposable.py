"""What may be proposed to one youth: slots searched in the agenda, places and workshops. Facts are plain JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, or_
from sqlmodel import col, select

from backend.agenda.booking import hold
from backend.agenda.callers import Caller, Free, soonest
from backend.agenda.offers import coming_hours, offer, point_of, where
from backend.agenda.queries import Agenda, bookables
from backend.agenda.rules import parse_slot
from backend.db import Tx
from backend.people.models import Youth
from backend.places.doors import Point
from backend.places.models import Site
from backend.scene import NotPossible
from backend.workshops.models import Seat, Workshop
from content.calendars import calendar_of
from content.distance import kilometres

TOO_YOUNG = "under_16"
WALK_IN = ("both", "walk_in")
OTHERS = 3
"""What is offered in place of what was taken."""
BIGGEST = 2**31 - 1


@dataclass(frozen=True)
class Meeting:
    """A workshop to come, where it is, and the seats left."""

    workshop: Workshop
    site: Site
    left: int

    @property
    def zone(self) -> str:
        return calendar_of(self.site.insee).zone


def free_slots(tx: Tx, caller: Caller, now: datetime, day: Any = None) -> list[Free]:
    """The first free slots for this youth, within notices and audiences."""
    return soonest(tx, caller, bookables(tx, caller.wish, caller.site_id), now, day)


def keep_slot(tx: Tx, caller: Caller, slot: str, brief: dict[str, Any], now: datetime) -> dict[str, Any]:
    """The offer of a slot, kept for the youth for ten minutes, with all that books it. Raises taken."""
    bookable, at, _ = hold(tx, caller.wish, slot, now)
    return {
        **offer(at, bookable, caller.motive, point_of(caller.insee)),
        "home": caller.home,
        "motive": caller.motive.id,
        "needs": list(caller.needs),
        "bracket": caller.bracket,
        "brief": brief,
    }


def look_at(tx: Tx, caller: Caller, slot: str, now: datetime) -> dict[str, Any]:
    """The offer of a slot, for the médiateur to read, with nothing kept. Raises taken."""
    wanted = parse_slot(slot)
    found = bookables(tx, caller.wish, opening_id=wanted.opening) if wanted else []
    agenda = Agenda(tx, caller.wish, found, now, only=wanted.starts_at if wanted else None)
    if wanted is None or not found or not agenda.takes(found[0], wanted.starts_at):
        raise NotPossible("taken")
    return offer(wanted, found[0], caller.motive, point_of(caller.insee))


def places(tx: Tx, home: int, youth: Youth, now: datetime) -> list[tuple[Site, int | None]]:
    """The open sites of a mission locale, the nearest to their commune first, each with its distance in km."""
    here, still_open = point_of(youth.insee), or_(col(Site.closed_at).is_(None), col(Site.closed_at) > now)
    mine = select(Site).where(Site.mission_locale_id == home, still_open).order_by(Site.commune, Site.name)
    found = [(site, _km(here, site)) for site in tx.exec(mine)]
    return sorted(found, key=lambda pair: (pair[1] is None, pair[1] or 0))


def _km(here: Point, site: Site) -> int | None:
    return round(kilometres(here, site.point)) if here and site.point else None


def place(tx: Tx, home: int, youth: Youth, site_id: int, now: datetime) -> dict[str, Any]:
    """What is said of one of these places: where, when it opens in the coming days, how to come. Raises gone."""
    site = next((site for site, _ in places(tx, home, youth, now) if site.id == site_id), None)
    if site is None:
        raise NotPossible("gone")
    return {
        **where(site, point_of(youth.insee)),
        "id": site.id,
        "hours": coming_hours(tx, site, now) if site.hours else "",
        "walk_in": site.booking_mode in WALK_IN,
        "access": site.access,
    }


def workshops(tx: Tx, home: int, now: datetime) -> list[Meeting]:
    """The workshops to come at the sites of a mission locale, the soonest first; full ones too."""
    taken = select(func.count()).where(Seat.workshop_id == Workshop.id).correlate(Workshop).scalar_subquery()
    rows = tx.exec(
        select(Workshop, Site, taken)
        .join(Site, col(Site.id) == Workshop.site_id)
        .where(Site.mission_locale_id == home, Workshop.starts_at > now)
        .order_by(col(Workshop.starts_at), col(Workshop.id))
    )
    return [Meeting(workshop, site, max(0, workshop.seats - n)) for workshop, site, n in rows]


def workshop(tx: Tx, home: int, workshop_id: int, now: datetime) -> dict[str, Any]:
    """What is said of one of these workshops. Raises gone, taken."""
    found = next((one for one in workshops(tx, home, now) if one.workshop.id == workshop_id), None)
    if found is None:
        raise NotPossible("gone")
    if not found.left:
        raise NotPossible("taken")
    return told(found, home)


def told(meeting: Meeting, home: int) -> dict[str, Any]:
    """A workshop as an offer is told."""
    return {
        **where(meeting.site, None),
        "id": meeting.workshop.id,
        "title": meeting.workshop.name,
        "starts_at": meeting.workshop.starts_at.isoformat(),
        "zone": meeting.zone,
        "mode": "place",
        "home": home,
    }


def others(tx: Tx, caller: Caller, now: datetime) -> Sequence[dict[str, Any]]:
    """Other slots, for those whose slot was taken meanwhile."""
    here = point_of(caller.insee)
    return [
        offer(one.slot, one.bookable, caller.motive, here) for one in free_slots(tx, caller, now)[:OTHERS]
    ]
