"""How accessible these pages are, told in the order that the law asks for."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from sqlmodel import select

from backend.console.rooms import InRooms
from backend.console.visitors import find_visitor
from backend.places.models import MissionLocale
from content.accessibility import statement

router = APIRouter()


@router.get("/accessibilite")
def read_statement(request: Request, rooms: InRooms) -> HTMLResponse:
    """For everybody; those to write to are the missions locales of this deployment."""
    with rooms.db.reading() as tx:
        places = list(tx.exec(select(MissionLocale).order_by(MissionLocale.name)))
    visitor, controller = find_visitor(request, rooms), rooms.settings.controller
    return rooms.show("accessibility.html", visitor, told=statement(), places=places, controller=controller)
