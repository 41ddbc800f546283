"""A thread as it goes on: what is said, who is there, and what its readers have before their eyes."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from backend.console.rooms import InRooms, Rooms
from backend.console.stream import live
from backend.console.thread_view import look, thread_in_scope
from backend.console.visitors import Reader, ReaderPost, Visitor, still_signed_in
from backend.handover import speaking
from backend.handover.queries import BIGGEST, glance
from backend.presence import LEAVES, READS, WRITES, Sign

router = APIRouter(prefix="/relais/{handover_id}")
DOES = {"lit": READS, "ecrit": WRITES, "part": LEAVES}


def _conversation(rooms: InRooms, visitor: Reader, handover_id: int) -> int:
    """The conversation of a thread in their scope. Raises Problem (404)."""
    with rooms.db.reading() as tx:
        return thread_in_scope(tx, rooms, visitor, handover_id).conversation.id or 0


Talk = Annotated[int, Depends(_conversation)]


@router.get("/flux")
async def follow_thread(
    request: Request, rooms: InRooms, visitor: Reader, handover_id: int, talk: Talk
) -> Response:
    return await live(
        request,
        rooms.bell,
        partial(look, rooms, visitor, handover_id),
        about=talk,
        glance=partial(_glance, rooms, visitor, talk),
        around=partial(rooms.bell.presence.around, talk, visitor.staff.id),
    )


def _glance(rooms: Rooms, visitor: Visitor, talk: int) -> Any:
    with rooms.db.reading() as tx:
        still_signed_in(tx, visitor, rooms.now())
        return glance(tx, talk)


@router.post("/presence")
def be_there(rooms: InRooms, form: ReaderPost, handover_id: int) -> Response:
    """Their page is before their eyes, they write, or they leave; the colleagues see it, for some seconds."""
    with rooms.db.reading() as tx:
        thread = thread_in_scope(tx, rooms, form.visitor, handover_id)
    talk, person = thread.conversation.id or 0, form.visitor.staff.person
    does = DOES.get(form.fields.get("fait", ""))
    if does is None:
        return Response(status_code=HTTPStatus.UNPROCESSABLE_ENTITY)
    if thread.until is None:
        rooms.bell.presence.shows(Sign(talk, person.id or 0, person.first_name, does))
    if does != LEAVES:
        _read(rooms, form.visitor, handover_id, talk, form.fields.get("ligne", ""))
    return Response(status_code=HTTPStatus.NO_CONTENT)


def _read(rooms: Rooms, visitor: Visitor, handover_id: int, talk: int, newest: str) -> None:
    """The newest line that they have before their eyes is read, if they hold the floor."""
    line = int(newest) if newest.isascii() and newest.isdigit() and len(newest) < 11 else 0
    if not 0 < line <= BIGGEST:
        return
    with rooms.db.reading() as tx:
        behind = speaking.unread(tx, visitor.staff.person, handover_id, [line])
    if behind:
        with rooms.db.transaction() as tx:
            speaking.has_read(tx, visitor.staff.person, handover_id, behind)
        rooms.bell.ring(talk)
