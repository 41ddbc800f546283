"""A forgotten password, an invitation: pages that a one-time link of a letter opens. Opening them changes nothing."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, Response

from backend.audit.commands import record
from backend.console.forms import Fields
from backend.console.known_browser import caller
from backend.console.letting_in import let_in
from backend.console.rendering import minutes
from backend.console.rooms import InRooms, Rooms
from backend.console.threshold import at_the_door, came_through_the_door
from backend.console.turnstile import Crowded
from backend.db import Tx
from backend.entrance import attempts
from backend.entrance.links import ask_reset, find_link, spend
from backend.entrance.models import AccountLink
from backend.entrance.passwords import SHORTEST, Weak, hash_password
from backend.mail.accounts import tell_account
from backend.people.accounts import Staff, known_words, staff_of
from backend.people.models import Person
from backend.people.sign_ins import end_all

router = APIRouter(prefix="/mot-de-passe")
SECRET_PAGE = {"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}
"""Of a page whose address is a secret."""


@router.get("")
def forgot(request: Request, rooms: InRooms) -> HTMLResponse:
    return _forgot_page(request, rooms)


@router.post("")
def ask(request: Request, rooms: InRooms, fields: Fields) -> HTMLResponse:
    """Ask for a letter. The answer, and what is done for it, are the same whether or not the account exists."""
    came_through_the_door(request, rooms, fields)
    email = fields.get("email", "")[:254]
    from_there, of_account = counters = rooms.attempts.resets(caller(request, rooms, email))
    with rooms.db.transaction() as tx:
        wait = attempts.wait(tx, [from_there], rooms.now())
        if not wait:
            enough = attempts.wait(tx, [of_account], rooms.now())
            attempts.count(tx, counters, rooms.now())
            if not enough and _has_mail(rooms):
                ask_reset(tx, email, rooms.now())
    if wait:
        return _forgot_page(request, rooms, HTTPStatus.TOO_MANY_REQUESTS, minutes=minutes(wait) + 1)
    return _forgot_page(request, rooms, asked=True)


def _has_mail(rooms: Rooms) -> bool:
    return bool(rooms.settings.smtp_url.get_secret_value())


def _forgot_page(request: Request, rooms: Rooms, status: int = 200, **about: Any) -> HTMLResponse:
    told = {"asked": False, "minutes": 0, "has_mail": _has_mail(rooms), **about}
    return at_the_door(request, rooms, "forgotten.html", status, **told)


@router.get("/{token}")
def open_link(request: Request, rooms: InRooms, token: str) -> HTMLResponse:
    """Machines that read mail open links: nothing is spent here."""
    found = _find(rooms, token)
    if found is None:
        return _gone(request, rooms)
    return _choose_page(request, rooms, token, *found)


@router.post("/{token}")
async def choose(request: Request, rooms: InRooms, fields: Fields, token: str) -> Response:
    """Keep the password that was chosen. Every session of the account ends; then the second factor is asked for."""
    came_through_the_door(request, rooms, fields)
    found = await run_in_threadpool(_find, rooms, token)
    if found is None:
        return await run_in_threadpool(_gone, request, rooms)
    link, staff, about = found
    page = partial(_choose_page, request, rooms, token, link, staff, about)
    try:
        hashed = await rooms.turnstile.passes(partial(hash_password, fields.get("password", ""), about))
    except Weak as weak:
        return await run_in_threadpool(page, HTTPStatus.UNPROCESSABLE_ENTITY, weak.reason)
    except Crowded:
        return await run_in_threadpool(page, HTTPStatus.SERVICE_UNAVAILABLE, "crowded")
    if not await run_in_threadpool(_keep, rooms, link, staff.person, hashed):
        return await run_in_threadpool(_gone, request, rooms)
    return await run_in_threadpool(let_in, request, rooms, staff.id, "/")


def _find(rooms: Rooms, token: str) -> tuple[AccountLink, Staff, list[str]] | None:
    """The link, whose it is, and the words that their password must not be made of."""
    with rooms.db.reading() as tx:
        found = find_link(tx, token, rooms.now())
        staff = staff_of(tx, found[1]) if found else None
        return (found[0], staff, known_words(tx, staff)) if found and staff else None


def _keep(rooms: Rooms, link: AccountLink, person: Person, hashed: str) -> bool:
    def work(tx: Tx) -> bool:
        if not spend(tx, link):
            return False
        new_password(tx, person.id or 0, hashed)
        record(tx, rooms.script, person.id or 0, "password_changed")
        if link.purpose == "reset":
            tell_account(tx, person.id or 0, "password", rooms.now())
        return True

    return rooms.db.retrying(work)


def new_password(tx: Tx, person_id: int, hashed: str) -> None:
    """From now on; whoever is signed in with the former one is out."""
    person = tx.get_one(Person, person_id)
    person.password_hash = hashed
    tx.add(person)
    end_all(tx, person_id)


def _choose_page(
    request: Request,
    rooms: Rooms,
    token: str,
    link: AccountLink,
    staff: Staff,
    _about: list[str],
    status: int = 200,
    wrong: str = "",
) -> HTMLResponse:
    told = {"token": token, "link": link, "person": staff.person, "wrong": wrong, "shortest": SHORTEST}
    return _secret(at_the_door(request, rooms, "choose-password.html", status, **told))


def _gone(request: Request, rooms: Rooms) -> HTMLResponse:
    """The same for a link that is spent, over, or was never made."""
    gone = at_the_door(request, rooms, "link-gone.html", HTTPStatus.NOT_FOUND, has_mail=_has_mail(rooms))
    return _secret(gone)


def _secret(page: HTMLResponse) -> HTMLResponse:
    page.headers.update(SECRET_PAGE)
    return page
