"""The inbox of the médiateurs, live."""

from __future__ import annotations

from functools import partial

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from backend.console.rendering import minutes
from backend.console.rooms import InRooms, Rooms
from backend.console.stream import Part, edition, live, version_of
from backend.console.visitors import Reader, Visitor, still_signed_in
from backend.handover.columns import COLUMNS, Call, sort_out
from backend.handover.queries import inbox, scope_of

router = APIRouter()
TEMPLATE = "parts/inbox.html"


@router.get("/relais")
def read_inbox(rooms: InRooms, visitor: Reader) -> HTMLResponse:
    parts = look(rooms, visitor)
    shown = {part.id: part.render() for part in parts}
    return rooms.show("inbox.html", visitor, parts=shown, edition=edition(parts))


@router.get("/relais/flux")
async def follow_inbox(request: Request, rooms: InRooms, visitor: Reader) -> Response:
    return await live(request, rooms.bell, partial(look, rooms, visitor))


def look(rooms: Rooms, visitor: Visitor) -> list[Part]:
    """The count and the five columns, as this person sees them now."""
    with rooms.db.reading() as tx:
        still_signed_in(tx, visitor, rooms.now())
        calls = inbox(tx, scope_of(tx, visitor.staff, rooms.settings.team), rooms.now())
    columns = sort_out(calls, visitor.staff.id)
    open_ones = len(columns["to_take"]) + len(columns["mine"])
    macro = rooms.pages.macro(TEMPLATE, "count")
    count = Part("count", version_of(open_ones), partial(macro, open_ones, version_of(open_ones)))
    return [count, *(_column(rooms, name, columns[name]) for name in COLUMNS)]


def _column(rooms: Rooms, name: str, calls: list[Call]) -> Part:
    now = rooms.now()
    entries = [(call, minutes(now - call.waits_since) if call.waits_since else None) for call in calls]
    version = version_of(entries)
    macro = rooms.pages.macro(TEMPLATE, "column")
    return Part(f"column-{name}", version, partial(macro, name, entries, version))
