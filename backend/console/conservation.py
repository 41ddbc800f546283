"""What is kept how long, and what was purged: for those who answer for it."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from backend.console.journal import Overseer
from backend.console.rooms import InRooms
from backend.retention.queries import conservation

router = APIRouter()


@router.get("/conservation")
def read_conservation(rooms: InRooms, visitor: Overseer) -> HTMLResponse:
    with rooms.db.reading() as tx:
        found = conservation(tx, rooms.now())
    return rooms.show("conservation.html", visitor, found=found, settings=rooms.settings)
