"""The rooms of the sites that a manager keeps: two advisors never use one at once."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from backend.agenda.opening_store import name_room
from backend.agenda.openings import rooms_of
from backend.console.problems import Problem
from backend.console.rooms import InRooms, Rooms
from backend.console.visitors import Manager, ManagerPost, Visitor
from backend.places.sites import find_site, is_open, sites_by_home
from backend.places.typed import Typed, Wrong

router = APIRouter()
PAGE = "/creneaux/salles"
LONGEST = 60


@router.get(PAGE)
def read_rooms(rooms: InRooms, visitor: Manager, fait: str = "") -> HTMLResponse:
    return _page(rooms, visitor, {}, done=fait)


@router.post(PAGE)
def save_room(rooms: InRooms, form: ManagerPost) -> Response:
    """A new room of a site, or another name for one."""
    site_id, room_id = _number(form.fields.get("site", "")), _number(form.fields.get("room", ""))
    typed = Typed(form.fields)
    name = typed.text("name", LONGEST, needed=True)
    if typed.wrong:
        return _page(rooms, form.visitor, {(site_id, room_id): typed.wrong["name"]})
    try:
        with rooms.db.transaction() as tx:
            site = find_site(tx, form.visitor.staff, site_id)
            there = {room.id for room in rooms_of(tx, [site_id])} if site else set()
            if site is None or (room_id and room_id not in there):
                raise Problem(HTTPStatus.NOT_FOUND, "404", back=PAGE)
            name_room(tx, site_id, name, room_id or None)
    except LookupError:
        return _page(rooms, form.visitor, {(site_id, room_id): Wrong("named")})
    return RedirectResponse(f"{PAGE}?fait=salle", HTTPStatus.SEE_OTHER)


def _page(
    rooms: Rooms, visitor: Visitor, wrong: dict[tuple[int, int], Wrong], done: str = ""
) -> HTMLResponse:
    with rooms.db.reading() as tx:
        every = [site for _, sites in sites_by_home(tx, visitor.staff) for site in sites]
        kept = [site for site in every if is_open(site, rooms.now())]
        found = rooms_of(tx, [site.id or 0 for site in kept])
    sites = [(site, [room for room in found if room.site_id == site.id]) for site in kept]
    status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
    return rooms.show("site-rooms.html", visitor, status, sites=sites, wrong=wrong, done=done)


def _number(given: str) -> int:
    return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0
