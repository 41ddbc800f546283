"""The page of the front desk: who comes today, who is here, who came without an appointment, who is looked for."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from backend.agenda.front_desk import (
    count_walk_in,
    day_of,
    expected,
    find_people,
    uncount_walk_in,
    walk_ins,
)
from backend.agenda.whose import Whose, desks_of, of_site
from backend.console.agenda import back_to, by_day
from backend.console.problems import Problem
from backend.console.rooms import InRooms, Rooms
from backend.console.stream import Part, edition, live, version_of
from backend.console.visitors import Desk, DeskPost, Visitor, still_signed_in
from backend.db import Tx

router = APIRouter(prefix="/accueil")
LONGEST = 60
"""Letters of what is looked for."""


@router.get("")
def first_desk(rooms: InRooms, visitor: Desk) -> Response:
    """The site where most happens."""
    with rooms.db.reading() as tx:
        sites = desks_of(tx, visitor.staff)
    if not sites:
        raise Problem(HTTPStatus.NOT_FOUND, "404", back="/rendez-vous")
    return RedirectResponse(f"/accueil/{sites[0].id}", HTTPStatus.SEE_OTHER)


@router.get("/{site_id}")
def read_desk(rooms: InRooms, visitor: Desk, site_id: int, q: str = "") -> HTMLResponse:
    parts = look(rooms, visitor, site_id)
    shown = {part.id: part.render() for part in parts}
    wanted = q.strip()[:LONGEST]
    with rooms.db.reading() as tx:
        desk = desk_in_scope(tx, visitor, site_id)
        sites = desks_of(tx, visitor.staff)
        found = find_people(tx, visitor.staff, wanted, day_of(rooms.now(), desk.zone))
    context: dict[str, Any] = {
        "parts": shown,
        "edition": edition(parts),
        "desk": desk,
        "sites": sites,
        "today": rooms.pages.local(rooms.now(), desk.zone).date(),
        "found": by_day(rooms, found),
        "wanted": wanted,
    }
    return rooms.show("front-desk.html", visitor, **context)


@router.get("/{site_id}/flux")
async def follow_desk(request: Request, rooms: InRooms, visitor: Desk, site_id: int) -> Response:
    return await live(request, rooms.bell, partial(look, rooms, visitor, site_id))


@router.post("/{site_id}/sans-rendez-vous")
def note_walk_in(rooms: InRooms, form: DeskPost, site_id: int) -> Response:
    """One more (`act` is add), or the last one was a mistake (undo). Nobody is named."""
    with rooms.db.transaction() as tx:
        desk = desk_in_scope(tx, form.visitor, site_id)
        if form.fields.get("act") == "undo":
            uncount_walk_in(tx, site_id, form.nonce, rooms.now(), day_of(rooms.now(), desk.zone))
        else:
            count_walk_in(tx, site_id, form.nonce, rooms.now())
    return back_to(rooms, f"/accueil/{site_id}")


def look(rooms: Rooms, visitor: Visitor, site_id: int) -> list[Part]:
    """Today's list in one part: its forms carry the token of this visitor."""
    with rooms.db.reading() as tx:
        still_signed_in(tx, visitor, rooms.now())
        desk = desk_in_scope(tx, visitor, site_id)
        day = day_of(rooms.now(), desk.zone)
        found, count = expected(tx, visitor.staff, site_id, day), walk_ins(tx, site_id, day)
    past = [v.id for v in found if v.ends_at <= rooms.now()]
    version = version_of(found, count, past, day)
    macro = rooms.pages.macro("parts/front_desk.html", "front_desk")
    return [Part("desk", version, partial(macro, desk, found, count, past, visitor.csrf, version))]


def desk_in_scope(tx: Tx, visitor: Visitor, site_id: int) -> Whose:
    """Raises Problem (404) for what does not exist as for what is not theirs."""
    desk = of_site(tx, visitor.staff, site_id)
    if desk is None:
        raise Problem(HTTPStatus.NOT_FOUND, "404", back="/accueil")
    return desk
