"""Moving one appointment, or giving it to a colleague, with the words that reach the youth; and noting who came."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response
from sqlmodel import select

from backend.agenda.closing import NotNow, found_for_change
from backend.agenda.front_desk import set_arrived
from backend.agenda.models import Appointment
from backend.agenda.moving import Mover, move_by_staff
from backend.agenda.rules import parse_slot
from backend.agenda.stand_ins import choices
from backend.console.agenda import back_to, in_scope, still_to_come
from backend.console.concerned import listed
from backend.console.doorway import local_path
from backend.console.problems import Problem
from backend.console.rooms import InRooms, Rooms
from backend.console.visitors import Advisor, AdvisorPost, Posted, Visitor
from backend.db import Tx
from backend.scene import NotPossible

router = APIRouter(prefix="/rendez-vous/{appointment_id}")


@router.get("/deplacer")
def ask_move(rooms: InRooms, visitor: Advisor, appointment_id: int) -> HTMLResponse:
    """The next slots, each with the exact words that would reach the youth."""
    return _page(rooms, visitor, appointment_id)


@router.post("/deplacer")
def move(rooms: InRooms, form: AdvisorPost, appointment_id: int) -> Response:
    """Moved and told, or shown again if the slot is gone. Twice is as once."""
    try:
        new = rooms.db.retrying(partial(_move, rooms, form, appointment_id))
    except NotPossible:
        return _page(rooms, form.visitor, appointment_id, changed=True)
    except NotNow:
        raise _past(appointment_id) from None
    return back_to(rooms, f"/rendez-vous/{new}")


@router.post("/arrivee")
def note_arrival(rooms: InRooms, form: AdvisorPost, appointment_id: int) -> Response:
    """They are here (`arrived` is yes), or they are not. The page that asked is shown again."""
    kinds = {"closed": "not-arrived", "too_early": "tomorrow"}
    back = local_path(form.fields.get("back") or f"/rendez-vous/{appointment_id}")
    try:
        with rooms.db.transaction() as tx:
            in_scope(tx, form.visitor, appointment_id)
            set_arrived(tx, appointment_id, form.fields.get("arrived") == "yes", rooms.now())
    except NotNow as refused:
        raise Problem(HTTPStatus.CONFLICT, kinds[str(refused)], back=back) from None
    return back_to(rooms, back)


def _move(rooms: Rooms, form: Posted, appointment_id: int, tx: Tx) -> int:
    """The id of the appointment that takes its place."""
    brief = in_scope(tx, form.visitor, appointment_id)
    old = found_for_change(tx, appointment_id)
    if old.status == "rescheduled":
        return _already(tx, old, form.fields.get("slot", ""))
    still_to_come(rooms, brief)
    return move_by_staff(tx, rooms.script, appointment_id, form.fields.get("slot", "")).id or 0


def _already(tx: Tx, old: Appointment, wanted: str) -> int:
    """The one that took its place, if it is where this form moves it to as well. Raises NotNow."""
    new, slot = (
        tx.exec(select(Appointment).where(Appointment.moved_from_id == old.id)).one(),
        parse_slot(wanted),
    )
    if slot is None or slot.starts_at != new.starts_at:
        raise NotNow("closed")
    return new.id or 0


def _page(rooms: Rooms, visitor: Visitor, appointment_id: int, *, changed: bool = False) -> HTMLResponse:
    with rooms.db.reading() as tx:
        if not in_scope(tx, visitor, appointment_id).visit.is_to_come(rooms.now()):
            raise _past(appointment_id)
        old = tx.get_one(Appointment, appointment_id)
        ways = partial(choices, Mover(tx, rooms.now(), lambda *_: True))
        one = listed(tx, rooms, visitor, [old], ways)[0]
    status = HTTPStatus.CONFLICT if changed else HTTPStatus.OK
    return rooms.show("move.html", visitor, status, one=one, visit=one.brief.visit, changed=changed)


def _past(appointment_id: int) -> Problem:
    return Problem(HTTPStatus.CONFLICT, "past", back=f"/rendez-vous/{appointment_id}")
