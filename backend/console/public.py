"""Pages for everyone: what this is, a number to call, what is kept, whether it works."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import select

from backend.console.problems import Problem
from backend.console.rooms import InRooms
from backend.console.visitors import find_visitor
from backend.places.models import MissionLocale
from content.helplines import helpline
from content.notices import notice, notice_languages

router = APIRouter()


@router.get("/")
def front(request: Request, rooms: InRooms) -> HTMLResponse:
    at_desk = rooms.settings.at_desk and rooms.settings.uses_desk
    return rooms.show("front.html", find_visitor(request, rooms), at_desk=at_desk)


@router.get("/appeler/{helpline_id}")
def call(rooms: InRooms, helpline_id: str) -> HTMLResponse:
    """One number and one big link. Telegram's buttons cannot open `tel:`, so they open this page."""
    try:
        line = helpline(helpline_id)
    except KeyError:
        raise Problem(HTTPStatus.NOT_FOUND, "404") from None
    hours = line.shown_hours(rooms.now().date())
    return rooms.show("call.html", None, line=line, hours=hours)


@router.get("/vieprivee")
def privacy(request: Request, rooms: InRooms, langue: str = "") -> HTMLResponse:
    """The whole notice, in the language of the youth where there are words for it."""
    settings, wording = rooms.settings, rooms.script.wording
    with rooms.db.reading() as tx:
        places = list(tx.exec(select(MissionLocale).order_by(MissionLocale.name)))
    names = {"controller": settings.controller, "dpo": settings.dpo_contact}
    shown = notice(langue, settings.periods, names)
    languages = [(code, wording.text(code, "language-name")) for code in notice_languages()]
    visitor = find_visitor(request, rooms)
    return rooms.show("privacy.html", visitor, places=places, notice=shown, languages=languages)


@router.get("/sante")
def health(rooms: InRooms) -> Response:
    """For those who watch over the server: 200 if the database answers, else 503."""
    try:
        with rooms.db.reading() as tx:
            tx.execute(text("SELECT 1"))
    except SQLAlchemyError:
        return JSONResponse({"database": "unreachable"}, HTTPStatus.SERVICE_UNAVAILABLE)
    return JSONResponse({"database": "ok"})
