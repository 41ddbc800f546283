"""The inbox of the médiateurs, live: what is chosen stands in the address."""

from __future__ import annotations

from functools import partial
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from backend.console.inbox_filter import wanted_of
from backend.console.inbox_view import choices, look
from backend.console.rooms import InRooms
from backend.console.stream import edition, live
from backend.console.visitors import Reader
from backend.handover.columns import COLUMNS

router = APIRouter()


@router.get("/relais")
def read_inbox(request: Request, rooms: InRooms, visitor: Reader) -> HTMLResponse:
    wanted = wanted_of(request.query_params)
    parts = look(rooms, visitor, wanted, fresh=True)
    shown = {part.id: part.render() for part in parts}
    context: dict[str, Any] = {
        "parts": shown,
        "lists": {name: [shown[p.id] for p in parts if p.within == name] for name in COLUMNS},
        "edition": edition(parts),
    }
    return rooms.show("inbox.html", visitor, wanted=wanted, **choices(rooms, visitor), **context)


@router.get("/relais/flux")
async def follow_inbox(request: Request, rooms: InRooms, visitor: Reader) -> Response:
    return await live(request, rooms.bell, partial(look, rooms, visitor, wanted_of(request.query_params)))
