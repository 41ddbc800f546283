"""The page of one thread, and what a médiateur does there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from backend.console.problems import Problem
from backend.console.rooms import InRooms, Rooms
from backend.console.stream import edition, live
from backend.console.thread_view import look, thread_in_scope
from backend.console.visitors import Posted, Reader, ReaderPost
from backend.db import Tx, insert_once
from backend.handover import acts
from backend.handover.models import OUTCOMES
from backend.handover.queries import SHOWN, line_in
from backend.models import Seen

router = APIRouter(prefix="/relais/{handover_id}")
LONGEST = 4096
"""Characters of a reply: one Telegram message."""


@router.get("")
def read_thread(rooms: InRooms, visitor: Reader, handover_id: int, avant: int | None = None) -> HTMLResponse:
    parts = look(rooms, visitor, handover_id, avant)
    shown = {part.id: part.render() for part in parts}
    ids = [id_ for id_ in shown if id_.startswith("line-")]
    context: dict[str, Any] = {
        "parts": shown,
        "lines": [shown[id_] for id_ in ids],
        "before": avant,
        "full": len(ids) == SHOWN,
    }
    context["oldest"] = ids[0].removeprefix("line-") if ids else ""
    return rooms.show("thread.html", visitor, handover_id=handover_id, edition=edition(parts), **context)


@router.get("/flux")
async def follow_thread(request: Request, rooms: InRooms, visitor: Reader, handover_id: int) -> Response:
    return await live(request, rooms.bell, partial(look, rooms, visitor, handover_id))


@router.post("/prendre")
def take(rooms: InRooms, form: ReaderPost, handover_id: int) -> Response:
    with _acting(rooms, form, handover_id) as tx:
        acts.claim(tx, rooms.script, form.visitor.staff.person, handover_id, form.nonce)
    return _back(rooms, handover_id)


@router.post("/repondre")
def answer(rooms: InRooms, form: ReaderPost, handover_id: int) -> Response:
    text = _written(form, handover_id)
    person = form.visitor.staff.person
    with _acting(rooms, form, handover_id) as tx:
        acts.reply(tx, rooms.script, person, handover_id, form.epoch, text, form.nonce)
    return _back(rooms, handover_id)


@router.post("/rendre")
def give_back(rooms: InRooms, form: ReaderPost, handover_id: int) -> Response:
    person = form.visitor.staff.person
    with _acting(rooms, form, handover_id) as tx:
        acts.give_back(tx, rooms.script, person, handover_id, form.epoch, form.nonce)
    return _back(rooms, handover_id)


@router.post("/terminer")
def close(rooms: InRooms, form: ReaderPost, handover_id: int) -> Response:
    outcome = form.fields.get("outcome", "")
    if outcome not in OUTCOMES:
        raise Problem(HTTPStatus.UNPROCESSABLE_ENTITY, "outcome", back=f"/relais/{handover_id}")
    person = form.visitor.staff.person
    with _acting(rooms, form, handover_id) as tx:
        acts.close(tx, rooms.script, person, handover_id, form.epoch, outcome, form.nonce)
    return _back(rooms, handover_id)


@router.post("/noter")
def note(rooms: InRooms, form: ReaderPost, handover_id: int) -> Response:
    """A private note: it never comes near the outbox."""
    text = _written(form, handover_id)
    with _acting(rooms, form, handover_id) as tx:
        if insert_once(tx, Seen, key=f"console:{form.nonce}", at=rooms.now()):
            acts.add_note(tx, form.visitor.staff.person, handover_id, text)
    return _back(rooms, handover_id, "notes")


@router.post("/lignes/{line_id}/renvoyer")
def send_again(rooms: InRooms, form: ReaderPost, handover_id: int, line_id: int) -> Response:
    with _acting(rooms, form, handover_id) as tx:
        thread = thread_in_scope(tx, rooms, form.visitor, handover_id)
        if not line_in(tx, thread, line_id):
            raise Problem(HTTPStatus.NOT_FOUND, "404", back=f"/relais/{handover_id}")
        acts.resend(tx, form.visitor.staff.person, line_id)
    return _back(rooms, handover_id, f"line-{line_id}")


@contextmanager
def _acting(rooms: Rooms, form: Posted, handover_id: int) -> Iterator[Tx]:
    """One transaction within the scope; what the floor refuses becomes a page that keeps the text."""
    back = f"/relais/{handover_id}"
    try:
        with rooms.db.transaction() as tx:
            thread_in_scope(tx, rooms, form.visitor, handover_id)
            yield tx
    except acts.FloorTaken as taken:
        own = taken.holder_name == form.visitor.staff.person.name
        about = {"holder": taken.holder_name, "text": form.text, "back": back}
        raise Problem(HTTPStatus.CONFLICT, "stale-page" if own else "floor-taken", **about) from None
    except acts.Unreachable:
        raise Problem(HTTPStatus.CONFLICT, "unreachable", text=form.text, back=back) from None


def _written(form: Posted, handover_id: int) -> str:
    """The text of a form. Raises Problem if there is none, or too much."""
    kind = "empty" if not form.text else "too-long" if len(form.text) > LONGEST else None
    if kind:
        back = f"/relais/{handover_id}"
        raise Problem(HTTPStatus.UNPROCESSABLE_ENTITY, kind, text=form.text, back=back, limit=LONGEST)
    return form.text


def _back(rooms: Rooms, handover_id: int, anchor: str = "fin") -> Response:
    rooms.bell.ring()
    return RedirectResponse(f"/relais/{handover_id}#{anchor}", HTTPStatus.SEE_OTHER)
