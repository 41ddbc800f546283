"""Who says what can be booked: advisors of their own openings, managers of those of the places they keep."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import Depends

from backend.agenda.counter import motives_of
from backend.agenda.opening_form import Choices
from backend.agenda.openings import (
    KEEPER,
    ROLES,
    Kept,
    advisors_for,
    find_opening,
    homes_to_open,
    rooms_of,
    sites_for,
)
from backend.console.problems import Problem
from backend.console.rooms import Rooms
from backend.console.visitors import Posted, Visitor, allowed, posted
from backend.db import Tx
from backend.places.models import MissionLocale, Site
from backend.places.sites import center_of

LIST = "/creneaux"
Opener = Annotated[Visitor, Depends(allowed(*ROLES))]
OpenerPost = Annotated[Posted, Depends(posted(*ROLES))]


def in_scope(tx: Tx, visitor: Visitor, opening_id: int) -> Kept:
    """Raises Problem (404) for what does not exist as for what is not theirs."""
    kept = find_opening(tx, visitor.staff, opening_id) if 0 < opening_id < 2**31 else None
    if kept is None:
        raise Problem(HTTPStatus.NOT_FOUND, "404", back=LIST)
    return kept


def home_of(tx: Tx, visitor: Visitor, wanted: str) -> MissionLocale:
    """The mission locale asked for, if they open there; without asking, their first one."""
    homes = homes_to_open(tx, visitor.staff)
    found = next((one for one in homes if str(one.id) == wanted), None if wanted else homes[0])
    if found is None:
        raise Problem(HTTPStatus.NOT_FOUND, "404", back=LIST)
    return found


def site_of(tx: Tx, home: MissionLocale, wanted: str) -> Site | None:
    """A site of this mission locale."""
    number = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 10 else 0
    site = tx.get(Site, number)
    return site if site and site.mission_locale_id == home.id else None


def choices_of(
    tx: Tx, rooms: Rooms, visitor: Visitor, home: MissionLocale, kept: Kept | None = None
) -> Choices:
    """What the form offers. Who keeps single sites opens at those; what an opening has may stay."""
    staff, id_ = visitor.staff, home.id or 0
    advisors, sites = list(advisors_for(tx, staff, id_)), list(sites_for(tx, id_, rooms.now()))
    if id_ not in staff.whole(KEEPER) and staff.id not in {a.id for a in advisors}:
        sites = [site for site in sites if site.id in staff.sites(KEEPER)]
    advisors += [kept.advisor] if kept and kept.advisor not in advisors else []
    sites += [kept.site] if kept and kept.site and kept.site not in sites else []
    near, in_them = center_of(tx, id_), rooms_of(tx, [site.id or 0 for site in sites])
    return Choices(home, advisors, sites, motives_of(tx, id_), in_them, near, rooms.now())
