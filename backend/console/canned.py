"""The replies that a team and its people keep at hand."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from backend.console.problems import Problem
from backend.console.rooms import InRooms, Rooms
from backend.console.visitors import Reader, ReaderPost, Visitor
from backend.db import Tx
from backend.team.canned import (
    OWN,
    Reading,
    adopt,
    create,
    find,
    homes_of,
    own_replies,
    read,
    save,
    team_replies,
)
from backend.team.models import Canned
from content.canned import BY_HAND, VARIABLES, parts

router = APIRouter(prefix="/reponses")
BLANK = dict.fromkeys(("name", "text", "nonce", "whose"), "") | {"language": "fr"}


@router.get("")
def read_replies(rooms: InRooms, visitor: Reader, fait: str = "") -> HTMLResponse:
    with rooms.db.reading() as tx:
        teams = [(home, team_replies(tx, home.id or 0)) for home in homes_of(tx, visitor.staff)]
        own = own_replies(tx, visitor.staff.id)
    return rooms.show("canned.html", visitor, teams=teams, own=own, parts=parts, done=fait)


@router.get("/nouvelle")
def new_reply(rooms: InRooms, visitor: Reader, pour: str = OWN) -> HTMLResponse:
    return _page(rooms, visitor, {"whose": pour})


@router.post("/nouvelle")
def add_reply(rooms: InRooms, form: ReaderPost) -> Response:
    reading = read(form.fields, rooms.script.wording.languages)
    if reading.wrong:
        return _page(rooms, form.visitor, form.fields, reading)

    def add(tx: Tx) -> None:
        home = _home(tx, form.visitor, form.fields.get("whose", OWN))
        create(tx, rooms.script, form.visitor.staff, home, reading.values, form.nonce)

    rooms.db.retrying(add)
    rooms.bell.ring()
    return _done("ajout")


@router.post("/depart")
def take_starters(rooms: InRooms, form: ReaderPost) -> Response:
    """The starter set becomes the team's own, to be changed."""

    def take(tx: Tx) -> None:
        if home := _home(tx, form.visitor, form.fields.get("whose", "")):
            adopt(tx, rooms.script, home)

    rooms.db.retrying(take)
    return _done("depart")


@router.get("/{canned_id}")
def read_reply(rooms: InRooms, visitor: Reader, canned_id: int) -> HTMLResponse:
    with rooms.db.reading() as tx:
        row = _found(tx, visitor, canned_id)
    return _page(rooms, visitor, {name: getattr(row, name) for name in ("name", "text", "language")}, row=row)


@router.post("/{canned_id}")
def save_reply(rooms: InRooms, form: ReaderPost, canned_id: int) -> Response:
    reading = read(form.fields, rooms.script.wording.languages)
    with rooms.db.reading() as tx:
        row = _found(tx, form.visitor, canned_id)
    if reading.wrong:
        return _page(rooms, form.visitor, form.fields, reading, row)
    with rooms.db.transaction() as tx:
        save(tx, _found(tx, form.visitor, canned_id), reading.values)
    rooms.bell.ring()
    return _done("enregistre")


@router.post("/{canned_id}/retirer")
def remove_reply(rooms: InRooms, form: ReaderPost, canned_id: int) -> Response:
    with rooms.db.transaction() as tx:
        tx.delete(_found(tx, form.visitor, canned_id))
    rooms.bell.ring()
    return _done("retrait")


def _done(what: str) -> RedirectResponse:
    return RedirectResponse(f"/reponses?fait={what}", HTTPStatus.SEE_OTHER)


def _home(tx: Tx, visitor: Visitor, whose: str) -> int | None:
    """The mission locale meant; None: one's own reply. Raises Problem (404) for a team that is not theirs."""
    if whose == OWN:
        return None
    found = next((home.id for home in homes_of(tx, visitor.staff) if str(home.id) == whose), None)
    if found is None:
        raise Problem(HTTPStatus.NOT_FOUND, "404", back="/reponses")
    return found


def _found(tx: Tx, visitor: Visitor, canned_id: int) -> Canned:
    row = find(tx, visitor.staff, canned_id)
    if row is None:
        raise Problem(HTTPStatus.NOT_FOUND, "404", back="/reponses")
    return row


def _page(
    rooms: Rooms,
    visitor: Visitor,
    fields: Mapping[str, str],
    reading: Reading | None = None,
    row: Canned | None = None,
) -> HTMLResponse:
    wrong = reading.wrong if reading else {}
    with rooms.db.reading() as tx:
        homes = homes_of(tx, visitor.staff)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
    known = {"fields": {**BLANK, **fields}, "wrong": wrong, "row": row, "homes": homes}
    variables, languages = (*VARIABLES, BY_HAND), rooms.script.wording.languages
    return rooms.show("canned-reply.html", visitor, status, **known, variables=variables, languages=languages)
