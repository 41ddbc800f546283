"""Signing in and out."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, Response
from sqlalchemy import update
from sqlmodel import col

from backend.audit.refusals import NOBODY, note
from backend.console.doorway import local_path
from backend.console.forms import Fields
from backend.console.known_browser import caller
from backend.console.letting_in import go, let_in
from backend.console.limits import Caller
from backend.console.problems import Problem
from backend.console.rendering import minutes
from backend.console.rooms import InRooms, Rooms
from backend.console.threshold import at_the_door, came_through_the_door
from backend.console.turnstile import Crowded
from backend.console.visitors import EveryonesPost, cookie_name, find_visitor
from backend.entrance.passwords import hashed_again
from backend.people.accounts import plain_email
from backend.people.models import Person
from backend.people.queries import demo_accounts, demo_person, person_by_email
from backend.people.sign_ins import end

router = APIRouter()
NOTHING_WRONG = {"wrong": False, "crowded": False, "minutes": 0, "email": ""}


@router.get("/connexion")
def door(request: Request, rooms: InRooms, next: str = "/") -> Response:  # noqa: A002  what browsers send
    """The sign-in page; whoever is signed in goes on."""
    visitor = find_visitor(request, rooms)
    if visitor:
        wanted = local_path(next)
        return go(visitor.home if wanted == "/" else wanted)
    return _page(request, rooms, local_path(next))


@router.post("/connexion")
async def enter(request: Request, rooms: InRooms, fields: Fields) -> Response:
    """Sign in with e-mail and password. Says the same whatever was wrong."""
    came_through_the_door(request, rooms, fields)
    email, wanted = plain_email(fields.get("email", "")), local_path(fields.get("next"))
    who, given = caller(request, rooms, email), fields.get("password", "")
    again = partial(_again, request, rooms, wanted)
    wait = await run_in_threadpool(rooms.attempts.wait, who, rooms.now())
    if wait:
        return await again(HTTPStatus.TOO_MANY_REQUESTS, minutes=minutes(wait) + 1, email=email)
    person = await run_in_threadpool(_person, rooms, email)
    stored = person.password_hash if person else None
    try:
        fits = await rooms.turnstile.fits(stored, given)
        newer = (
            await rooms.turnstile.passes(partial(hashed_again, stored, given)) if stored and fits else None
        )
    except Crowded:
        return await again(HTTPStatus.SERVICE_UNAVAILABLE, crowded=True, email=email)
    if person is None or not fits:
        await run_in_threadpool(_not_in, rooms, who, person)
        return await again(HTTPStatus.UNAUTHORIZED, wrong=True, email=email)
    await run_in_threadpool(_came_in, rooms, who, person, newer)
    checked = newer or stored or ""
    return await run_in_threadpool(let_in, request, rooms, person.id or 0, wanted, checked=checked)


def _not_in(rooms: Rooms, who: Caller, person: Person | None) -> None:
    rooms.attempts.failed(who, rooms.now())
    note(rooms.db, rooms.script, rooms.refusals, (person.id if person else None) or NOBODY)


def _came_in(rooms: Rooms, who: Caller, person: Person, newer: str | None) -> None:
    """Forget their failures; keep the hash of today's making, unless the password was changed meanwhile."""
    rooms.attempts.came_in(who)
    if newer:
        same = (col(Person.id) == person.id) & (col(Person.password_hash) == person.password_hash)
        with rooms.db.transaction() as tx:
            tx.execute(update(Person).where(same).values(password_hash=newer))


async def _again(request: Request, rooms: Rooms, wanted: str, status: int, **about: Any) -> HTMLResponse:
    return await run_in_threadpool(_page, request, rooms, wanted, status, **about)


def _person(rooms: Rooms, email: str) -> Person | None:
    with rooms.db.reading() as tx:
        return person_by_email(tx, email)


@router.post("/connexion/demo")
def enter_demo(request: Request, rooms: InRooms, fields: Fields) -> Response:
    """One click, with a demo account, at the desk only. It has neither a password nor a second factor."""
    came_through_the_door(request, rooms, fields)
    given = fields.get("person", "")
    with rooms.db.reading() as tx:
        known = rooms.settings.at_desk and given.isascii() and given.isdigit() and len(given) < 10
        person = demo_person(tx, int(given)) if known else None
    if person is None or person.id is None:
        raise Problem(HTTPStatus.NOT_FOUND, "404")
    return let_in(request, rooms, person.id, local_path(fields.get("next")), proved=True)


@router.post("/deconnexion")
def leave(rooms: InRooms, form: EveryonesPost) -> Response:
    with rooms.db.transaction() as tx:
        end(tx, form.visitor.token)
    rooms.bell.ring()
    return signed_out(rooms)


def signed_out(rooms: Rooms) -> Response:
    response = go("/connexion")
    response.delete_cookie(cookie_name(rooms), path="/", secure=rooms.https, httponly=True, samesite="lax")
    return response


def _page(request: Request, rooms: Rooms, wanted: str, status: int = 200, **about: Any) -> HTMLResponse:
    with rooms.db.reading() as tx:
        accounts = demo_accounts(tx) if rooms.settings.at_desk else []
    context = {"next": wanted, "accounts": accounts, "about": {**NOTHING_WRONG, **about}}
    response = at_the_door(request, rooms, "sign-in.html", status, **context)
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        response.headers["Retry-After"] = "2"
    return response
