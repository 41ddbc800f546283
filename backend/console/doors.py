"""Signing in and out."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from backend.console.doorway import entrance_token, is_entrance_token, local_path, new_entrance
from backend.console.forms import Fields
from backend.console.problems import Problem
from backend.console.rendering import minutes
from backend.console.rooms import InRooms, Rooms
from backend.console.turnstile import Crowded
from backend.console.visitors import Posted, cookie_name, find_visitor, posted
from backend.people.accounts import plain_email
from backend.people.models import ROLES, Person
from backend.people.queries import demo_accounts, demo_person, person_by_email
from backend.people.sign_ins import LONGEST, begin, end

router = APIRouter()
ENTRANCE = "entree"
NOTHING_WRONG = {"wrong": False, "crowded": False, "minutes": 0, "email": ""}


@router.get("/connexion")
def door(request: Request, rooms: InRooms, next: str = "/") -> Response:  # noqa: A002  what browsers send
    """The sign-in page; whoever is signed in goes on."""
    visitor = find_visitor(request, rooms)
    if visitor:
        wanted = local_path(next)
        return _go(visitor.home if wanted == "/" else wanted)
    return _page(request, rooms, local_path(next))


@router.post("/connexion")
async def enter(request: Request, rooms: InRooms, fields: Fields) -> Response:
    """Sign in with e-mail and password. Says the same whatever was wrong."""
    _came_through_the_door(request, rooms, fields)
    email, wanted = plain_email(fields.get("email", "")), local_path(fields.get("next"))
    key = (request.client.host if request.client else "", email)
    again = partial(_again, request, rooms, wanted)
    wait = rooms.attempts.wait(key, rooms.now())
    if wait:
        return await again(HTTPStatus.TOO_MANY_REQUESTS, minutes=minutes(wait) + 1, email=email)
    person = await run_in_threadpool(_person, rooms, email)
    stored = person.password_hash if person else None
    try:
        fits = await rooms.turnstile.fits(stored, fields.get("password", ""))
    except Crowded:
        return await again(HTTPStatus.SERVICE_UNAVAILABLE, crowded=True, email=email)
    if person is None or not fits:
        rooms.attempts.failed(key, rooms.now())
        return await again(HTTPStatus.UNAUTHORIZED, wrong=True, email=email)
    rooms.attempts.came_in(key)
    return await run_in_threadpool(_let_in, request, rooms, person.id or 0, wanted)


async def _again(request: Request, rooms: Rooms, wanted: str, status: int, **about: Any) -> HTMLResponse:
    return await run_in_threadpool(_page, request, rooms, wanted, status, **about)


def _person(rooms: Rooms, email: str) -> Person | None:
    with rooms.db.reading() as tx:
        return person_by_email(tx, email)


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
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        response.headers["Retry-After"] = "2"
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
