"""Those booked behind a door that closes: what may become of each, and the words that would reach them."""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True)
class Way:
    """A slot to move to. `place` and `advisor` as the page says them; `words` as the youth reads them."""

    slot: str
    starts_at: str
    place: str
    advisor: str
    same_place: bool
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
    found = ((a, find_brief(tx, visitor.staff, a.id or 0)) for a in stranded(tx, site, change, rooms.now()))
    return [_one(tx, rooms, site, mover, a, brief) for a, brief in found if brief]


def _one(tx: Tx, rooms: Rooms, site: Site, mover: Mover, old: Appointment, brief: Brief) -> Concerned:
    told = rooms.pages.labels.told
    ways = [
        Way(
            slot=offer["id"],
            starts_at=offer["starts_at"],
            place=offer["site"],
            advisor=offer["advisor"],
            same_place=offer["site"] == site.name,
            words=told(MOVED, offers.facts(moved(old, offer)), brief.language),
        )
        for offer in mover.ways(old)
    ]
    return Concerned(brief, tuple(ways), told(CANCELLED, offers.facts(facts(tx, old)), brief.language))
