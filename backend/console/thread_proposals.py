"""Proposing from a thread: find a slot, a place or a workshop, read what the youth will receive, send it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from backend.console.acting import act
from backend.console.problems import Problem
from backend.console.rooms import InRooms, Rooms
from backend.console.thread_view import thread_in_scope
from backend.console.visitors import Reader, ReaderPost, Visitor
from backend.db import Tx
from backend.handover import proposable, sought
from backend.handover.proposing import Finding, propose
from backend.handover.queries import Thread
from backend.handover.sought import Known, Sought
from backend.scene import NotPossible
from flows.events import Proposed
from flows.proposal import STORY, messages

router = APIRouter(prefix="/relais/{handover_id}/proposer")
KINDS = {"creneau": "slot", "lieu": "place", "atelier": "workshop"}
"""As the address says it."""
ID_SHOWN = "0"


@dataclass(frozen=True)
class Searching:
    """One page of this room: whose thread, what is known, what was asked for."""

    rooms: Rooms
    visitor: Visitor
    thread: Thread
    known: Known
    wanted: Sought
    kind: str

    @property
    def picked(self) -> str:
        return self.wanted.fields.get("pick", "")


@router.get("/{what}")
def search(request: Request, rooms: InRooms, visitor: Reader, handover_id: int, what: str) -> HTMLResponse:
    """What may be proposed; with `pick`, the very words that will reach the youth."""
    fields = {name: value.replace("\0", "") for name, value in request.query_params.items()}
    with rooms.db.reading() as tx:
        page = _searching(tx, rooms, visitor, handover_id, what, fields)
        _must_hold(page)
        return _page(tx, page)


@router.post("/{what}")
def send(rooms: InRooms, form: ReaderPost, handover_id: int, what: str) -> Response:
    """Propose it. What was taken meanwhile is said, with what is left."""
    with rooms.db.reading() as tx:
        page = _searching(tx, rooms, form.visitor, handover_id, what, form.fields)
    me, at = form.visitor.staff.person, (handover_id, form.epoch)
    work = partial(
        propose, script=rooms.script, person=me, kind=page.kind, find=_finding(page), nonce=form.nonce
    )
    try:
        return act(rooms, form, handover_id, lambda tx: work(tx, handover_id=at[0], epoch=at[1]))
    except NotPossible as no:
        if str(no) == "minor":
            raise Problem(HTTPStatus.CONFLICT, "minor", back=f"/relais/{handover_id}") from None
        with rooms.db.reading() as tx:
            return _page(tx, page, taken=True)


def _searching(
    tx: Tx, rooms: Rooms, visitor: Visitor, handover_id: int, what: str, fields: Mapping[str, str]
) -> Searching:
    """Raises Problem (404)."""
    thread = thread_in_scope(tx, rooms, visitor, handover_id)
    if what not in KINDS:
        raise Problem(HTTPStatus.NOT_FOUND, "404", back=f"/relais/{handover_id}")
    today = rooms.pages.local(rooms.now(), thread.zone).date()
    known = sought.known(tx, thread, visitor.staff, today)
    return Searching(rooms, visitor, thread, known, sought.read(tx, fields, known), KINDS[what])


def _must_hold(page: Searching) -> None:
    """Nothing is searched for in vain: only who holds the floor proposes. Raises Problem (409)."""
    handover, row, back = page.thread.handover, page.thread.conversation, f"/relais/{page.thread.handover.id}"
    if row.owner != "mediator" or handover.mediator_id != page.visitor.staff.id or handover.closed_at:
        holder = page.thread.mediator if handover.mediator_id != page.visitor.staff.id else None
        raise Problem(HTTPStatus.CONFLICT, "floor-taken", holder=holder, back=back)
    if row.blocked:
        raise Problem(HTTPStatus.CONFLICT, "unreachable", back=back)


def _finding(page: Searching) -> Finding:
    """What is looked up, and kept for the youth, in the transaction that proposes it."""

    def find(tx: Tx) -> dict[str, Any]:
        now, pick = page.rooms.now(), page.picked
        if page.kind == "slot":
            return _slot(tx, page)
        number = int(pick) if pick.isascii() and pick.isdigit() and len(pick) < 10 else 0
        if page.kind == "place":
            return proposable.place(tx, page.known.home, page.known.youth, number, now)
        return proposable.workshop(tx, page.known.home, number, now)

    return find


def _slot(tx: Tx, page: Searching) -> dict[str, Any]:
    """The number to call is noted with it: they have just given it."""
    caller = page.wanted.caller
    if caller is None:
        raise NotPossible("taken")
    about = proposable.keep_slot(tx, caller, page.picked, page.known.brief, page.rooms.now())
    if caller.mode == "phone" and caller.phone:
        youth = tx.get_one(type(page.known.youth), page.known.youth.id)
        youth.phone = caller.phone
        tx.add(youth)
    return about


def _page(tx: Tx, page: Searching, *, taken: bool = False) -> HTMLResponse:
    shown = None if taken else _shown(tx, page)
    context: dict[str, Any] = {
        "handover_id": page.thread.handover.id,
        "epoch": page.thread.conversation.epoch,
        "who": page.known.youth,
        "needs": page.rooms.pages.labels.needs(page.known.needs),
        "known": page.known,
        "wanted": page.wanted,
        "fields": {"motive": "", "site": "", **page.wanted.fields},
        "shown": shown,
        "gone": taken or (bool(page.picked) and shown is None and not page.wanted.wrong),
        "too_young": page.kind != "place" and page.known.youth.bracket == proposable.TOO_YOUNG,
        "found": [] if shown else _found(tx, page),
    }
    status = HTTPStatus.CONFLICT if context["gone"] else HTTPStatus.OK
    template = f"propose-{page.kind}.html"
    return page.rooms.show(template, page.visitor, status, **context)


def _found(tx: Tx, page: Searching) -> Any:
    now, known = page.rooms.now(), page.known
    if page.kind == "place":
        return proposable.places(tx, known.home, known.youth, now)
    if page.kind == "workshop":
        return proposable.workshops(tx, known.home, now)
    caller = page.wanted.caller
    return proposable.free_slots(tx, caller, now, page.wanted.day) if caller else []


def _shown(tx: Tx, page: Searching) -> Any:
    """The words and buttons as they will reach the youth, in their language; None if it is not to be had."""
    if not page.picked:
        return None
    try:
        about = _previewed(tx, page)
    except NotPossible:
        return None
    said = messages(Proposed(ID_SHOWN, page.kind, about, page.visitor.staff.person.first_name))[-1]
    return page.rooms.script.wording.render(said, STORY, page.known.youth.language)


def _previewed(tx: Tx, page: Searching) -> dict[str, Any]:
    """The same facts, with nothing kept yet. Raises taken, gone."""
    if page.kind != "slot":
        return _finding(page)(tx)
    if page.wanted.caller is None:
        raise NotPossible("taken")
    return proposable.look_at(tx, page.wanted.caller, page.picked, page.rooms.now())
