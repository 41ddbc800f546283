"""Who speaks in a thread: taking the floor, setting aside, giving it back, ending, taking over, taking up again."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from backend.console.acting import act
from backend.console.problems import Problem
from backend.console.rooms import InRooms
from backend.console.sleeping import SLEEPS, until
from backend.console.thread_view import thread_in_scope
from backend.console.visitors import Posted, ReaderPost
from backend.db import Tx
from backend.handover import abuse, acts, handing_on, reopening, replacing
from backend.handover.holding import FloorTaken
from backend.handover.models import Handover
from backend.team.notices import desk_of
from content.aids import load_aids

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


@router.post("/relacher")
def release(rooms: InRooms, form: ReaderPost, handover_id: int) -> Response:
    me = form.visitor.staff.person
    return act(
        rooms,
        form,
        handover_id,
        lambda tx: handing_on.release(tx, rooms.script, me, handover_id, form.epoch, form.nonce),
    )


@router.post("/remplacer")
def take_over(rooms: InRooms, form: ReaderPost, handover_id: int) -> Response:
    me = form.visitor.staff.person
    return act(
        rooms,
        form,
        handover_id,
        lambda tx: replacing.take_over(tx, rooms.script, me, handover_id, form.epoch, form.nonce),
    )


@router.post("/mettre-de-cote")
def snooze(rooms: InRooms, form: ReaderPost, handover_id: int) -> Response:
    """Until then, or (`now`) not any more."""
    sleep = form.fields.get("sleep", "")
    if sleep not in {*SLEEPS, "now"}:
        raise _missing(handover_id)
    me = form.visitor.staff.person

    def set_aside(tx: Tx) -> None:
        desk = desk_of(tx, rooms.script, tx.get_one(Handover, handover_id))
        zone = desk.timezone if desk else rooms.settings.timezone
        then = None if sleep == "now" else until(sleep, rooms.now(), zone)
        acts.snooze(tx, rooms.script, me, handover_id, form.epoch, then, form.nonce)

    return act(rooms, form, handover_id, set_aside)


@router.post("/terminer")
def close(rooms: InRooms, form: ReaderPost, handover_id: int) -> Response:
    outcome, aids = form.fields.get("outcome", ""), _aids(form)
    if outcome not in acts.ENDINGS:
        raise _missing(handover_id)
    me = form.visitor.staff.person
    return act(
        rooms,
        form,
        handover_id,
        lambda tx: acts.close(tx, rooms.script, me, handover_id, form.epoch, outcome, form.nonce, aids),
    )


@router.post("/rouvrir")
def reopen(rooms: InRooms, form: ReaderPost, handover_id: int) -> Response:
    """A new handover takes this one up again: its page. Not if the youth is another team's by now."""
    me, made = form.visitor.staff.person, [handover_id]

    def again(tx: Tx) -> None:
        if thread_in_scope(tx, rooms, form.visitor, handover_id).until is not None:
            raise FloorTaken(None)
        made.append(reopening.reopen(tx, rooms.script, me, handover_id, form.nonce))

    act(rooms, form, handover_id, again)
    return RedirectResponse(f"/relais/{made[-1]}#fin", HTTPStatus.SEE_OTHER)


@router.post("/lever-la-pause")
def lift(rooms: InRooms, form: ReaderPost, handover_id: int) -> Response:
    me = form.visitor.staff.person
    return act(rooms, form, handover_id, lambda tx: abuse.lift(tx, rooms.script, me, handover_id, form.nonce))


def _aids(form: Posted) -> tuple[str, ...]:
    """Those that are ticked; what is no aid of ours is left out."""
    return tuple(aid.id for aid in load_aids() if f"aid-{aid.id}" in form.fields)


def _missing(handover_id: int) -> Problem:
    return Problem(HTTPStatus.UNPROCESSABLE_ENTITY, "outcome", back=f"/relais/{handover_id}")
