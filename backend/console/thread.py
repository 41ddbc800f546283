"""The page of one thread, and what a médiateur does there."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from backend.console.acting import act, written
from backend.console.problems import Problem
from backend.console.rooms import InRooms
from backend.console.stream import edition
from backend.console.thread_files import quoted_line, see
from backend.console.thread_view import look, thread_in_scope
from backend.console.thread_writing import no_blanks, used
from backend.console.visitors import Reader, ReaderPost
from backend.db import Tx, insert_once
from backend.handover import speaking
from backend.handover.queries import SHOWN, line_in
from backend.models import Seen

router = APIRouter(prefix="/relais/{handover_id}")


@router.get("")
def read_thread(rooms: InRooms, visitor: Reader, handover_id: int, avant: int | None = None) -> HTMLResponse:
    parts = look(rooms, visitor, handover_id, avant)
    see(rooms, visitor, handover_id, parts)
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


@router.post("/repondre")
def answer(rooms: InRooms, form: ReaderPost, handover_id: int) -> Response:
    text, me = no_blanks(written(form, handover_id), form, handover_id), form.visitor.staff.person
    beside = speaking.Beside(quoted_line(form.fields))

    def say(tx: Tx) -> None:
        speaking.reply(tx, rooms.script, me, handover_id, form.epoch, text, form.nonce, beside)
        used(tx, form)

    return act(rooms, form, handover_id, say)


@router.post("/noter")
def note(rooms: InRooms, form: ReaderPost, handover_id: int) -> Response:
    """A private note: it never comes near the outbox."""
    text, me = written(form, handover_id), form.visitor.staff.person

    def once(tx: Tx) -> None:
        if insert_once(tx, Seen, key=f"console:{form.nonce}", at=rooms.now()):
            speaking.add_note(tx, me, handover_id, text)

    return act(rooms, form, handover_id, once, "notes")


@router.post("/lignes/{line_id}/renvoyer")
def send_again(rooms: InRooms, form: ReaderPost, handover_id: int, line_id: int) -> Response:
    def resend(tx: Tx) -> None:
        thread = thread_in_scope(tx, rooms, form.visitor, handover_id)
        if not line_in(tx, thread, line_id):
            raise Problem(HTTPStatus.NOT_FOUND, "404", back=f"/relais/{handover_id}")
        try:
            speaking.resend(tx, form.visitor.staff.person, line_id)
        except speaking.FileGone:
            raise Problem(HTTPStatus.GONE, "file-gone", back=f"/relais/{handover_id}") from None

    return act(rooms, form, handover_id, resend, f"line-{line_id}")
