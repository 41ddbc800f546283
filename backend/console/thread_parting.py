"""Letting go of a thread with words: to a colleague or another team, or because it has become abuse."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from backend.console.acting import LONGEST, act
from backend.console.floor_view import floor_of
from backend.console.problems import Problem, typed_words
from backend.console.rooms import InRooms, Rooms
from backend.console.thread_view import thread_in_scope
from backend.console.visitors import Posted, Reader, ReaderPost, Visitor
from backend.db import Tx
from backend.handover import abuse
from backend.handover.destinations import Destination, destination, destinations
from backend.handover.handing_on import Parting, hand_on
from backend.handover.models import Handover

router = APIRouter(prefix="/relais/{handover_id}")
REASON = 500
"""Characters of a reason."""


@router.get("/transmettre")
def ask_to_whom(rooms: InRooms, visitor: Reader, handover_id: int) -> HTMLResponse:
    with rooms.db.reading() as tx:
        context = _standing(tx, rooms, visitor, handover_id)
        there = destinations(tx, rooms.script, context["handover"], visitor.staff.id)
        return rooms.show("hand-on.html", visitor, there=there, **context)


@router.post("/transmettre")
def pass_on(rooms: InRooms, form: ReaderPost, handover_id: int) -> Response:
    """Whoever hands it to another mission locale may not see it any more: they go back to their inbox."""
    word, note = form.text, form.fields.get("note", "").strip()
    kept = replace(form, fields={**form.fields, "text": typed_words(form.fields)})
    _not_too_long(kept, handover_id, LONGEST, word, note)
    gone: list[Destination] = []

    def work(tx: Tx) -> None:
        to = _to(tx, rooms, kept, handover_id)
        me = form.visitor.staff.person
        hand_on(tx, rooms.script, me, handover_id, form.epoch, to, form.nonce, Parting(word, note))
        gone[:] = [to]

    back = act(rooms, kept, handover_id, work)
    away = gone[0].kind == "team"
    return RedirectResponse("/relais", HTTPStatus.SEE_OTHER) if away else back


@router.get("/abus")
def ask_why(rooms: InRooms, visitor: Reader, handover_id: int) -> HTMLResponse:
    with rooms.db.reading() as tx:
        context = _standing(tx, rooms, visitor, handover_id)
    return rooms.show("abuse.html", visitor, pauses=abuse.PAUSES, longest=REASON, **context)


@router.post("/abus")
def end_abuse(rooms: InRooms, form: ReaderPost, handover_id: int) -> Response:
    days, me = form.fields.get("days", ""), form.visitor.staff.person
    if days not in {str(pause) for pause in abuse.PAUSES} or not form.text.strip():
        raise _incomplete(form, handover_id)
    _not_too_long(form, handover_id, REASON, form.text)
    return act(
        rooms,
        form,
        handover_id,
        lambda tx: abuse.end_abuse(
            tx, rooms.script, me, handover_id, form.epoch, form.text, int(days), form.nonce
        ),
    )


def _standing(tx: Tx, rooms: Rooms, visitor: Visitor, handover_id: int) -> dict[str, Any]:
    """What these pages show, as things stand. Raises Problem (404)."""
    thread = thread_in_scope(tx, rooms, visitor, handover_id)
    floor = floor_of(tx, rooms, thread, visitor)
    return {"handover": thread.handover, "youth": thread.youth, "floor": floor, "handover_id": handover_id}


def _to(tx: Tx, rooms: Rooms, form: Posted, handover_id: int) -> Destination:
    handover, me = tx.get_one(Handover, handover_id), form.visitor.staff.id
    found = destination(tx, rooms.script, handover, me, form.fields.get("to", ""))
    if found is None:
        raise _incomplete(form, handover_id)
    return found


def _incomplete(form: Posted, handover_id: int) -> Problem:
    back = f"/relais/{handover_id}"
    return Problem(HTTPStatus.UNPROCESSABLE_ENTITY, "outcome", text=form.text, back=back)


def _not_too_long(form: Posted, handover_id: int, longest: int, *texts: str) -> None:
    if any(len(text) > longest for text in texts):
        back = f"/relais/{handover_id}"
        raise Problem(HTTPStatus.UNPROCESSABLE_ENTITY, "too-long", text=form.text, back=back, limit=longest)
