"""The second factor at the door: a code of the telephone, a code on paper, or setting one up for the first time."""

from __future__ import annotations

import hmac
from datetime import timedelta
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response

from backend.audit.commands import record
from backend.audit.refusals import note
from backend.console.doorway import local_path
from backend.console.forms import Fields
from backend.console.known_browser import caller, make_known
from backend.console.letting_in import STEPS, give_cookie, go, let_in
from backend.console.problems import Problem, SignInFirst
from backend.console.rendering import minutes
from backend.console.rooms import InRooms, Rooms
from backend.console.second_factor import codes_page, setup_page, take_factor
from backend.console.visitors import cookie_name
from backend.db import Tx
from backend.entrance import attempts
from backend.entrance.attempts import Counter
from backend.entrance.factors import code_counts, has_factor
from backend.entrance.recovery import spend_code
from backend.mail.accounts import tell_account
from backend.people.sign_ins import Session, end_one, find_half_way

router = APIRouter(prefix="/connexion")
SETTING_UP = STEPS["setup"]


def half_way(request: Request, rooms: InRooms) -> Session:
    """Who gave the right password. Raises SignInFirst."""
    with rooms.db.reading() as tx:
        found = find_half_way(tx, request.cookies.get(cookie_name(rooms), ""), rooms.now())
    if found is None:
        raise SignInFirst
    return found


def posted(session: Annotated[Session, Depends(half_way)], fields: Fields) -> Session:
    if not hmac.compare_digest(fields.get("csrf", "").encode(), session.csrf.encode()):
        raise Problem(HTTPStatus.FORBIDDEN, "csrf", back="/connexion")
    return session


HalfWay = Annotated[Session, Depends(half_way)]
HalfWayPost = Annotated[Session, Depends(posted)]


@router.get("/code")
def ask_code(rooms: InRooms, session: HalfWay, next: str = "/") -> Response:  # noqa: A002  what browsers send
    if session.awaits != "code":
        return go(SETTING_UP)
    return _code_page(rooms, session, local_path(next))


@router.post("/code")
def take_code(request: Request, rooms: InRooms, session: HalfWayPost, fields: Fields) -> Response:
    """A code of six digits, or one of those on paper: each counts once."""
    wanted, me = local_path(fields.get("next")), session.staff
    counters = rooms.attempts.codes(me.id, caller(request, rooms, me.person.email).browser)
    with rooms.db.transaction() as tx:
        wait = attempts.wait(tx, counters, rooms.now())
        right = not wait and session.awaits == "code" and _proves(tx, rooms, me.id, fields)
        if not right and not wait:
            _count(tx, rooms, me.id, counters)
    if wait:
        return _code_page(rooms, session, wanted, HTTPStatus.TOO_MANY_REQUESTS, wait=wait)
    if not right:
        note(rooms.db, rooms.script, rooms.refusals, me.id)
        return _code_page(rooms, session, wanted, HTTPStatus.UNAUTHORIZED, wrong=_kind(fields))
    return let_in(request, rooms, me.id, wanted, proved=True)


def _proves(tx: Tx, rooms: Rooms, person_id: int, fields: dict[str, str]) -> bool:
    if _kind(fields) == "code":
        return code_counts(tx, person_id, fields.get("code", ""), rooms.now())
    spent = spend_code(tx, person_id, fields["recovery"])
    if spent:
        tell_account(tx, person_id, "recovery", rooms.now())
    return spent


def _kind(fields: dict[str, str]) -> str:
    return "recovery" if fields.get("recovery") else "code"


def _count(tx: Tx, rooms: Rooms, person_id: int, counters: list[Counter]) -> None:
    """Whoever has tried so often knows the password: they are told when it becomes too much."""
    attempts.count(tx, counters, rooms.now())
    tx.flush()
    if attempts.wait(tx, counters, rooms.now()):
        tell_account(tx, person_id, "guessing", rooms.now())


def _code_page(
    rooms: Rooms,
    session: Session,
    wanted: str,
    status: int = 200,
    *,
    wrong: str = "",
    wait: timedelta | None = None,
) -> HTMLResponse:
    about: dict[str, Any] = {"csrf": session.csrf, "next": wanted, "wrong": wrong}
    return rooms.show("code.html", None, status, minutes=minutes(wait) + 1 if wait else 0, **about)


@router.get("/second-facteur")
def begin_setup(rooms: InRooms, session: HalfWay, next: str = "/") -> Response:  # noqa: A002
    if session.awaits != "setup":
        return go(STEPS["code"])
    return _setup(rooms, session, local_path(next))


@router.post("/second-facteur")
def finish_setup(request: Request, rooms: InRooms, session: HalfWayPost, fields: Fields) -> Response:
    """The code shows that the telephone has the secret. Then they are signed in, and see the codes to keep on paper."""
    wanted, me = local_path(fields.get("next")), session.staff
    with rooms.db.transaction() as tx:
        awaited = session.awaits == "setup" and not has_factor(tx, me.id)
        taken = take_factor(tx, request, rooms, session, fields.get("code", "")) if awaited else None
        if taken:
            record(tx, rooms.script, me.id, "factor_set")
            record(tx, rooms.script, me.id, "signed_in")
    if not taken:
        return _setup(rooms, session, wanted, HTTPStatus.UNPROCESSABLE_ENTITY, wrong="code")
    codes, token = taken
    response = codes_page(rooms, None, codes, wanted)
    give_cookie(response, rooms, token)
    make_known(response, rooms, me.person.email)
    return response


@router.post("/abandon")
def give_up(rooms: InRooms, session: HalfWayPost) -> Response:
    """Not me, or not now: the half-way session ends."""
    with rooms.db.transaction() as tx:
        end_one(tx, session)
    return go("/connexion")


def _setup(
    rooms: Rooms, session: Session, wanted: str, status: int = 200, *, wrong: str = ""
) -> HTMLResponse:
    return setup_page(rooms, None, session, SETTING_UP, status, next=wanted, wrong=wrong)
