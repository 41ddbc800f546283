"""The sites of a mission locale, for those who keep them: a list and a map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from backend.console.map import Map, draw
from backend.console.rooms import InRooms, Rooms
from backend.console.visitors import Manager
from backend.db import Tx
from backend.people.accounts import Staff
from backend.places.models import MissionLocale, Site
from backend.places.sites import communes_covered, homes_of, is_open, sites_by_home

router = APIRouter()
STALE = timedelta(days=183)
"""After half a year somebody should look again."""


@dataclass(frozen=True)
class Home:
    """A mission locale with the sites that this person keeps there."""

    home: MissionLocale
    open: Sequence[Site]
    closed: Sequence[Site]
    map: Map | None


@router.get("/lieux")
def read_places(rooms: InRooms, visitor: Manager) -> HTMLResponse:
    with rooms.db.reading() as tx:
        found = homes(tx, rooms, visitor.staff)
        may_add = bool(homes_of(tx, visitor.staff))
    return rooms.show("places.html", visitor, homes=found, may_add=may_add, stale_before=stale_before(rooms))


def homes(tx: Tx, rooms: Rooms, staff: Staff) -> list[Home]:
    return [
        Home(
            home,
            [site for site in sites if is_open(site, rooms.now())],
            [site for site in sites if not is_open(site, rooms.now())],
            draw([s for s in sites if is_open(s, rooms.now())], communes_covered(tx, home.id or 0)),
        )
        for home, sites in sites_by_home(tx, staff)
    ]


def stale_before(rooms: Rooms) -> date:
    """What was checked before this day is old."""
    return (rooms.now() - STALE).date()
