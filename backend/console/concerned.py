"""Those who cannot come as booked: what may become of each, and the words that would reach them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from backend.agenda.appointments import facts
from backend.agenda.closing import CANCELLED
from backend.agenda.door_changes import DoorChange, open_after, stranded
from backend.agenda.models import Appointment
from backend.agenda.moving import MOVED, Mover, moved
from backend.agenda.staff import Brief, find_brief
from backend.console.rooms import Rooms
from backend.console.visitors import Visitor
from backend.db import Tx
from backend.places.models import Site
from flows import offers

Offers = list[dict[str, Any]]
Ways = Callable[[Appointment], Offers]


@dataclass(frozen=True)
class Way:
    """A slot to move to. `place` and `advisor` as the page says them; `words` as the youth reads them."""

    slot: str
    starts_at: str
    place: str
    advisor: str
    mode: str
    same_place: bool
    same_time: bool
    words: str


@dataclass(frozen=True)
class Concerned:
    brief: Brief
    ways: tuple[Way, ...]
    cancelled: str
    """What the youth reads if it is cancelled."""


def concerned(tx: Tx, rooms: Rooms, visitor: Visitor, site: Site, change: DoorChange) -> list[Concerned]:
    """Everyone who would come to a closed door, soonest first, with slots that nobody else is shown."""
    mover = Mover(tx, rooms.now(), open_after(change, site.insee))
    return listed(tx, rooms, visitor, stranded(tx, site, change, rooms.now()), mover.ways)


def listed(
    tx: Tx, rooms: Rooms, visitor: Visitor, those: Iterable[Appointment], ways: Ways
) -> list[Concerned]:
    """Each of these appointments with the ways out of it."""
    found = ((a, find_brief(tx, visitor.staff, a.id or 0)) for a in those)
    return [_one(tx, rooms, a, brief, ways(a)) for a, brief in found if brief]


def _one(tx: Tx, rooms: Rooms, old: Appointment, brief: Brief, found: Offers) -> Concerned:
    told, about = rooms.pages.labels.told, facts(tx, old)
    ways = [
        Way(
            slot=offer["id"],
            starts_at=offer["starts_at"],
            place=offer["site"],
            advisor=offer["advisor"],
            mode=offer["mode"],
            same_place=offer["site"] == about["site"] and offer["mode"] == about["mode"],
            same_time=offer["starts_at"] == about["starts_at"],
            words=told(MOVED, offers.facts(moved(old, offer)), brief.language),
        )
        for offer in found
    ]
    return Concerned(brief, tuple(ways), told(CANCELLED, offers.facts(about), brief.language))
