"""Forms for people who are not signed in: only our own pages can send them."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse

from backend.console.doorway import entrance_token, is_entrance_token, new_entrance
from backend.console.problems import Problem
from backend.console.rooms import Rooms

ENTRANCE = "entree"


def at_the_door(
    request: Request, rooms: Rooms, template: str, status: int = 200, **about: Any
) -> HTMLResponse:
    """A page with a form, and the cookie that goes with its token."""
    entrance = request.cookies.get(ENTRANCE) or new_entrance()
    response = rooms.show(template, None, status, csrf=entrance_token(rooms.secret, entrance), **about)
    response.set_cookie(ENTRANCE, entrance, path="/", secure=rooms.https, httponly=True, samesite="lax")
    return response


def came_through_the_door(request: Request, rooms: Rooms, fields: dict[str, str]) -> None:
    """Raises Problem (403) for a form that none of our pages has given to this browser."""
    if not is_entrance_token(rooms.secret, request.cookies.get(ENTRANCE), fields.get("csrf", "")):
        raise Problem(HTTPStatus.FORBIDDEN, "csrf", back="/connexion")
