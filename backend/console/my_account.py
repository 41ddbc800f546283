"""One's own account: password, second factor, and where one is signed in."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, Response

from backend.audit.commands import changes_nothing
from backend.console.doors import signed_out
from backend.console.letting_in import give_cookie, go, new_session, of_all
from backend.console.limits import ALLOWED
from backend.console.password_links import new_password
from backend.console.problems import Problem
from backend.console.rooms import InRooms, Rooms
from backend.console.second_factor import codes_page, setup_page, take_factor
from backend.console.turnstile import Crowded
from backend.console.visitors import Everyone, EveryonesPost, Posted, Visitor
from backend.db import Tx
from backend.entrance import attempts
from backend.entrance.attempts import counter
from backend.entrance.factors import STRICT, code_counts, has_factor
from backend.entrance.passwords import SHORTEST, Weak, hash_password
from backend.entrance.recovery import codes_left, new_codes
from backend.mail.accounts import tell_account
from backend.people.accounts import known_words
from backend.people.sign_ins import end_all, open_sessions

router = APIRouter(prefix="/moi")
FACTOR = "/moi/second-facteur"


def security(tx: Tx, rooms: Rooms, visitor: Visitor) -> dict[str, Any]:
    """What the page of one's account says of how one signs in."""
    me = visitor.staff
    return {
        "has_password": me.person.password_hash is not None,
        "has_factor": has_factor(tx, me.id),
        "codes_left": codes_left(tx, me.id),
        "factor_needed": me.may(*STRICT) or of_all(rooms),
        "sessions": open_sessions(tx, me.id, rooms.now()),
        "this_one": visitor.session.token_hash,
    }


@router.post("/partout")
def leave_everywhere(rooms: InRooms, form: EveryonesPost) -> Response:
    """Every session ends, this one too."""
    with rooms.db.transaction() as tx:
        end_all(tx, form.visitor.staff.id)
    rooms.bell.ring()
    return signed_out(rooms)


@router.get("/mot-de-passe")
def read_password(rooms: InRooms, visitor: Everyone) -> HTMLResponse:
    _must_have_password(visitor)
    return _password_page(rooms, visitor)


@router.post("/mot-de-passe")
async def change_password(request: Request, rooms: InRooms, form: EveryonesPost) -> Response:
    """The former one is asked for. All other sessions end, this one goes on under another name."""
    visitor = form.visitor

    async def page(status: int, **told: str) -> HTMLResponse:
        return await run_in_threadpool(partial(_password_page, rooms, visitor, status, **told))

    wrong = await _former_is_wrong(rooms, form, "former")
    if wrong:
        return await page(HTTPStatus.UNPROCESSABLE_ENTITY, former=wrong)
    about = await run_in_threadpool(_known_words, rooms, visitor)
    try:
        hashed = await rooms.turnstile.passes(partial(hash_password, form.fields.get("password", ""), about))
    except Weak as weak:
        return await page(HTTPStatus.UNPROCESSABLE_ENTITY, wrong=weak.reason)
    except Crowded:
        return await page(HTTPStatus.SERVICE_UNAVAILABLE, wrong="crowded")
    return await run_in_threadpool(_keep_password, request, rooms, visitor, hashed)


def _keep_password(request: Request, rooms: Rooms, visitor: Visitor, hashed: str) -> Response:
    with rooms.db.transaction() as tx:
        new_password(tx, visitor.staff.id, hashed)
        tell_account(tx, visitor.staff.id, "password", rooms.now())
        token = new_session(tx, request, rooms, visitor.staff.id)
    response = go("/moi?fait=mot-de-passe")
    give_cookie(response, rooms, token)
    return response


@router.get("/second-facteur")
def read_factor(rooms: InRooms, visitor: Everyone) -> HTMLResponse:
    _must_have_password(visitor)
    return _factor_page(rooms, visitor)


@router.post("/second-facteur")
async def change_factor(request: Request, rooms: InRooms, form: EveryonesPost) -> Response:
    """A first one, or another telephone. The password is asked for."""
    visitor = form.visitor
    wrong = await _former_is_wrong(rooms, form, "password")
    if wrong:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return await run_in_threadpool(_factor_page, rooms, visitor, status, wrong=wrong)
    return await run_in_threadpool(_keep_factor, request, rooms, form)


def _keep_factor(request: Request, rooms: Rooms, form: Posted) -> Response:
    visitor = form.visitor
    with rooms.db.transaction() as tx:
        taken = take_factor(tx, request, rooms, visitor.session, form.fields.get("code", ""))
        if not taken:
            changes_nothing(tx)
    if not taken:
        return _factor_page(rooms, visitor, HTTPStatus.UNPROCESSABLE_ENTITY, wrong="code")
    codes, token = taken
    response = codes_page(rooms, None, codes, "/moi")
    give_cookie(response, rooms, token)
    return response


@router.post("/codes")
def renew_codes(rooms: InRooms, form: EveryonesPost) -> Response:
    """Ten new codes on paper, for a code of the telephone."""
    me = form.visitor.staff.id
    counters = rooms.attempts.codes(me, "at home")
    with rooms.db.transaction() as tx:
        wait = attempts.wait(tx, counters, rooms.now())
        fits = not wait and code_counts(tx, me, form.fields.get("code", ""), rooms.now())
        if fits:
            codes = new_codes(tx, me)
            tell_account(tx, me, "codes", rooms.now())
        elif not wait:
            attempts.count(tx, counters, rooms.now())
        if not fits:
            changes_nothing(tx)
    if not fits:
        return go(f"/moi?fait={'trop' if wait else 'code'}#securite")
    return codes_page(rooms, None, codes, "/moi")


async def _former_is_wrong(rooms: Rooms, form: Posted, name: str) -> str:
    """Nothing if this is their password: whoever finds a screen unlocked changes neither it nor the second factor."""
    _must_have_password(form.visitor)
    person = form.visitor.staff.person
    counted = [counter(rooms.secret, ALLOWED, "at home", str(person.id))]

    def too_often() -> bool:
        with rooms.db.reading() as tx:
            return attempts.wait(tx, counted, rooms.now()) is not None

    def count() -> None:
        with rooms.db.transaction() as tx:
            attempts.count(tx, counted, rooms.now())
            changes_nothing(tx)

    if await run_in_threadpool(too_often):
        return "often"
    try:
        fits = await rooms.turnstile.fits(person.password_hash, form.fields.get(name, ""))
    except Crowded:
        return "crowded"
    if not fits:
        await run_in_threadpool(count)
    return "" if fits else "password"


def _must_have_password(visitor: Visitor) -> None:
    """Demo accounts have none. Raises Problem (404)."""
    if visitor.staff.person.password_hash is None:
        raise Problem(HTTPStatus.NOT_FOUND, "404", back="/moi")


def _known_words(rooms: Rooms, visitor: Visitor) -> list[str]:
    with rooms.db.reading() as tx:
        return known_words(tx, visitor.staff)


def _password_page(
    rooms: Rooms, visitor: Visitor, status: int = 200, *, former: str = "", wrong: str = ""
) -> HTMLResponse:
    return rooms.show("my-password.html", visitor, status, former=former, wrong=wrong, shortest=SHORTEST)


def _factor_page(rooms: Rooms, visitor: Visitor, status: int = 200, *, wrong: str = "") -> HTMLResponse:
    return setup_page(rooms, visitor, visitor.session, FACTOR, status, next="/moi", wrong=wrong)
