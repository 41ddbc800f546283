"""«Inquiétude»: the structure's own procedure and the numbers at hand; saying it, and writing the procedure."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlmodel import col, select

from backend.audit.commands import record
from backend.console.acting import act, written
from backend.console.problems import Problem
from backend.console.rooms import InRooms
from backend.console.thread_view import thread_in_scope
from backend.console.visitors import Manager, ManagerPost, Reader, ReaderPost, Visitor
from backend.db import Tx
from backend.handover.concern import raise_concern
from backend.places.models import MissionLocale
from backend.team.notices import desk_of
from content.helplines import Helpline, all_helplines, danger_numbers

router = APIRouter()
LONGEST = 4000
"""Characters of a procedure."""


@router.get("/relais/{handover_id}/inquietude")
def show_procedure(rooms: InRooms, visitor: Reader, handover_id: int) -> HTMLResponse:
    with rooms.db.reading() as tx:
        thread = thread_in_scope(tx, rooms, visitor, handover_id)
        desk = desk_of(tx, rooms.script, thread.handover)
    return rooms.show(
        "concern.html",
        visitor,
        handover_id=handover_id,
        youth=thread.youth,
        closed=thread.handover.closed_at is not None,
        procedure=desk.concern if desk else "",
        team=desk.name if desk else "",
        numbers=numbers(thread.handover.danger),
    )


@router.post("/relais/{handover_id}/inquietude")
def say_it(rooms: InRooms, form: ReaderPost, handover_id: int) -> Response:
    words, me = written(form, handover_id), form.visitor.staff.person
    return act(
        rooms,
        form,
        handover_id,
        lambda tx: raise_concern(tx, rooms.script, me, handover_id, words, form.nonce),
        "notes",
    )


@router.get("/inquietude")
def show_mine(rooms: InRooms, visitor: Manager, fait: int | None = None) -> HTMLResponse:
    with rooms.db.reading() as tx:
        places = _managed(tx, visitor)
    return rooms.show("concern-edit.html", visitor, places=places, done=fait, longest=LONGEST)


@router.post("/inquietude")
def keep(rooms: InRooms, form: ManagerPost) -> Response:
    given = form.fields.get("mission_locale", "")
    if len(form.text) > LONGEST:
        about = {"text": form.text, "back": "/inquietude"}
        raise Problem(HTTPStatus.UNPROCESSABLE_ENTITY, "too-long", **about)
    with rooms.db.transaction() as tx:
        place = next((p for p in _managed(tx, form.visitor) if str(p.id) == given), None)
        if place is None:
            raise Problem(HTTPStatus.NOT_FOUND, "404", text=form.text, back="/inquietude")
        place.concern = form.text.strip()
        tx.add(place)
        record(tx, rooms.script, form.visitor.staff.id, "procedure", "mission_locale", place.id or 0)
    return RedirectResponse(f"/inquietude?fait={place.id}", HTTPStatus.SEE_OTHER)


def numbers(danger: str | None) -> list[Helpline]:
    """The numbers of this danger first, then the others that answer an emergency."""
    first = danger_numbers(danger) if danger else ()
    urgent = [line for line in all_helplines() if line.urgency in {"emergency", "urgent"} and line.number]
    return [*first, *(line for line in urgent if line not in first)]


def _managed(tx: Tx, visitor: Visitor) -> list[MissionLocale]:
    mine = col(MissionLocale.id).in_(visitor.staff.mission_locales("manager"))
    return list(tx.exec(select(MissionLocale).where(mine).order_by(MissionLocale.name)))
