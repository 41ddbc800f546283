"""Whom to call: young people lost in the chat who agreed to it. Each call is noted, three at most."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from backend.console.problems import Problem
from backend.console.rooms import InRooms
from backend.console.visitors import Reader, ReaderPost
from backend.db import Tx
from backend.handover.queries import BIGGEST, scope_of
from backend.people.calls import ANSWERS, MOST, NoCall, called, not_to_call, to_call

router = APIRouter(prefix="/a-rappeler")


@router.get("")
def read_calls(rooms: InRooms, visitor: Reader) -> HTMLResponse:
    with rooms.db.reading() as tx:
        scope = scope_of(tx, visitor.staff, rooms.settings.team)
        found, others = to_call(tx, scope, rooms.now()), not_to_call(tx, scope)
    now = [one for one in found if not one.rests]
    later = [one for one in found if one.rests]
    return rooms.show("to-call.html", visitor, to_call=now, resting=later, others=others, most=MOST)


@router.post("/{lost_id}")
def note_call(rooms: InRooms, form: ReaderPost, lost_id: int) -> Response:
    """«Joint» or «Pas joint». Raises Problem if they are back, or are not to be called."""
    answer, me = form.fields.get("answer", ""), form.visitor.staff
    if answer not in ANSWERS:
        raise Problem(HTTPStatus.UNPROCESSABLE_ENTITY, "outcome", back="/a-rappeler")
    if not 0 < lost_id <= BIGGEST:
        raise Problem(HTTPStatus.NOT_FOUND, "404", back="/a-rappeler")

    def once(tx: Tx) -> None:
        scope = scope_of(tx, me, rooms.settings.team)
        called(tx, rooms.script, me.person, scope, lost_id, answer, form.nonce)

    try:
        rooms.db.retrying(once)
    except NoCall:
        raise Problem(HTTPStatus.CONFLICT, "no-call", back="/a-rappeler") from None
    rooms.bell.ring()
    return RedirectResponse("/a-rappeler", HTTPStatus.SEE_OTHER)
