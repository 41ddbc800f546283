"""Signing in and out."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from backend.console.doorway import entrance_token, is_entrance_token, local_path, new_entrance
from backend.console.forms import Fields
from backend.console.problems import Problem
from backend.console.rendering import minutes
from backend.console.rooms import InRooms, Rooms
from backend.console.visitors import Posted, cookie_name, find_visitor, posted
from backend.people.accounts import password_fits, plain_email
from backend.people.models import ROLES
from backend.people.queries import demo_accounts, demo_person, person_by_email
from backend.people.sign_ins import LONGEST, begin, end

router = APIRouter()
ENTRANCE = "entree"
NOTHING_WRONG = {"wrong": False, "minutes": 0, "email": ""}


@router.get("/connexion")
def door(request: Request, rooms: InRooms, next: str = "/") -> Response:  # noqa: A002  what browsers send
    """The sign-in page; whoever is signed in goes on."""
    visitor = find_visitor(request, rooms)
    if visitor:
        wanted = local_path(next)
        return _go(visitor.home if wanted == "/" else wanted)
    return _page(request, rooms, local_path(next))


@router.post("/connexion")
def enter(request: Request, rooms: InRooms, fields: Fields) -> Response:
    """Sign in with e-mail and password. Says the same whatever was wrong."""
    _came_through_the_door(request, rooms, fields)
    email, wanted = plain_email(fields.get("email", "")), local_path(fields.get("next"))
    key = (request.client.host if request.client else "", email)
    wait = rooms.attempts.wait(key, rooms.now())
    if wait:
        about = {"minutes": minutes(wait) + 1, "email": email}
        return _page(request, rooms, wanted, HTTPStatus.TOO_MANY_REQUESTS, **about)
    with rooms.db.reading() as tx:
        person = person_by_email(tx, email)
    if not password_fits(person.password_hash if person else None, fields.get("password", "")):
        rooms.attempts.failed(key, rooms.now())
        return _page(request, rooms, wanted, HTTPStatus.UNAUTHORIZED, wrong=True, email=email)
    rooms.attempts.forget(key)
    return _let_in(request, rooms, (person and person.id) or 0, wanted)


@router.post("/connexion/demo")
def enter_demo(request: Request, rooms: InRooms, fields: Fields) -> Response:
    """One click, with a demo account, at the desk only."""
    _came_through_the_door(request, rooms, fields)
    given = fields.get("person", "")
    with rooms.db.reading() as tx:
        known = rooms.settings.at_desk and given.isascii() and given.isdigit() and len(given) < 10
        person = demo_person(tx, int(given)) if known else None
    if person is None or person.id is None:
        raise Problem(HTTPStatus.NOT_FOUND, "404")
    return _let_in(request, rooms, person.id, local_path(fields.get("next")))


@router.post("/deconnexion")
def leave(rooms: InRooms, form: Annotated[Posted, Depends(posted(*ROLES))]) -> Response:
    with rooms.db.transaction() as tx:
        end(tx, form.visitor.token)
    rooms.bell.ring()
    response = _go("/connexion")
    response.delete_cookie(cookie_name(rooms), path="/", secure=rooms.https, httponly=True, samesite="lax")
    return response


def _came_through_the_door(request: Request, rooms: Rooms, fields: dict[str, str]) -> None:
    if not is_entrance_token(rooms.secret, request.cookies.get(ENTRANCE), fields.get("csrf", "")):
        raise Problem(HTTPStatus.FORBIDDEN, "csrf", back="/connexion")


def _page(request: Request, rooms: Rooms, wanted: str, status: int = 200, **about: Any) -> HTMLResponse:
    entrance = request.cookies.get(ENTRANCE) or new_entrance()
    with rooms.db.reading() as tx:
        accounts = demo_accounts(tx) if rooms.settings.at_desk else []
    token = entrance_token(rooms.secret, entrance)
    context = {"csrf": token, "next": wanted, "accounts": accounts, "about": {**NOTHING_WRONG, **about}}
    response = rooms.show("sign-in.html", None, status, **context)
    response.set_cookie(ENTRANCE, entrance, path="/", secure=rooms.https, httponly=True, samesite="lax")
    return response


def _let_in(request: Request, rooms: Rooms, person_id: int, wanted: str) -> Response:
    """A new token at each sign-in: one that was known before is worth nothing."""
    with rooms.db.transaction() as tx:
        token = begin(tx, person_id, rooms.now(), request.cookies.get(cookie_name(rooms)))
    response = _go(f"/connexion?{urlencode({'next': wanted})}")
    response.set_cookie(
        cookie_name(rooms),
        token,
        max_age=int(LONGEST.total_seconds()),
        path="/",
        secure=rooms.https,
        httponly=True,
        samesite="lax",
    )
    return response


def _go(path: str) -> RedirectResponse:
    return RedirectResponse(path, HTTPStatus.SEE_OTHER)
