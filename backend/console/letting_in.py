"""Opening a session, and the cookie that holds it: a new one at each step."""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import RedirectResponse, Response

from backend.audit.commands import record
from backend.console.known_browser import family, make_known
from backend.console.rooms import Rooms
from backend.console.visitors import cookie_name
from backend.db import Tx
from backend.entrance.factors import awaited
from backend.people.accounts import staff_of
from backend.people.models import Person
from backend.people.sign_ins import LONGEST, begin

STEPS = {"": "/connexion", "code": "/connexion/code", "setup": "/connexion/second-facteur"}
"""Where somebody goes on, by what they must still prove."""


def let_in(
    request: Request, rooms: Rooms, person_id: int, wanted: str, *, proved: bool = False, checked: str = ""
) -> Response:
    """Signed in, or half-way: a new token each time, so that one that was known before is worth nothing.

    `proved`: nothing is missing any more, or nothing is asked (demo accounts).
    `checked`: the hash that the password was checked against; if it was changed meanwhile, nobody comes in.
    """
    with rooms.db.transaction() as tx:
        # whoever changes the password waits, and finds this session too
        person = tx.get_one(Person, person_id, with_for_update={"key_share": True})
        if checked and person.password_hash != checked:
            return go("/connexion")
        awaits = "" if proved else awaited(tx, staff_of(tx, person), of_all=of_all(rooms))
        token = new_session(tx, request, rooms, person_id, awaits)
        if not awaits:
            record(tx, rooms.script, person_id, "signed_in")
    response = go(f"{STEPS[awaits]}?{urlencode({'next': wanted})}")
    give_cookie(response, rooms, token)
    if not awaits:
        make_known(response, rooms, person.email)
    return response


def of_all(rooms: Rooms) -> bool:
    """Whether everybody needs a second factor."""
    return rooms.settings.second_factor == "all"


def new_session(tx: Tx, request: Request, rooms: Rooms, person_id: int, awaits: str = "") -> str:
    """Its token. The session of this browser so far ends."""
    former = request.cookies.get(cookie_name(rooms))
    return begin(tx, person_id, rooms.now(), former, awaits=awaits, family=family(request))


def give_cookie(response: Response, rooms: Rooms, token: str) -> None:
    response.set_cookie(
        cookie_name(rooms),
        token,
        max_age=int(LONGEST.total_seconds()),
        path="/",
        secure=rooms.https,
        httponly=True,
        samesite="lax",
    )


def go(path: str) -> RedirectResponse:
    return RedirectResponse(path, HTTPStatus.SEE_OTHER)
