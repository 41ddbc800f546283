"""Who speaks in a thread: taking the floor, giving it back, ending."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import APIRouter
from fastapi.responses import Response

from backend.console.acting import act
from backend.console.problems import Problem
from backend.console.rooms import InRooms
from backend.console.visitors import ReaderPost
from backend.handover import acts
from backend.handover.models import OUTCOMES

router = APIRouter(prefix="/relais/{handover_id}")


@router.post("/prendre")
def take(rooms: InRooms, form: ReaderPost, handover_id: int) -> Response:
    me = form.visitor.staff.person
    return act(rooms, form, handover_id, lambda tx: acts.claim(tx, rooms.script, me, handover_id, form.nonce))


@router.post("/rendre")
def give_back(rooms: InRooms, form: ReaderPost, handover_id: int) -> Response:
    me = form.visitor.staff.person
    return act(
        rooms,
        form,
        handover_id,
        lambda tx: acts.give_back(tx, rooms.script, me, handover_id, form.epoch, form.nonce),
    )


@router.post("/terminer")
def close(rooms: InRooms, form: ReaderPost, handover_id: int) -> Response:
    outcome = form.fields.get("outcome", "")
    if outcome not in OUTCOMES:
        raise Problem(HTTPStatus.UNPROCESSABLE_ENTITY, "outcome", back=f"/relais/{handover_id}")
    me = form.visitor.staff.person
    return act(
        rooms,
        form,
        handover_id,
        lambda tx: acts.close(tx, rooms.script, me, handover_id, form.epoch, outcome, form.nonce),
    )
