"""A series out of one appointment: which dates are free, booked in one go, cancelled from one on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from backend.agenda.closing import found_for_change
from backend.agenda.models import Appointment
from backend.agenda.series import (
    EVERY,
    book_series,
    cancel_following,
    following,
    last_day,
    members,
    plan,
)
from backend.agenda.staff import Brief, find_brief
from backend.console.problems import Problem
from backend.console.rooms import InRooms, Rooms
from backend.console.visitors import Advisor, AdvisorPost, Posted, Visitor
from backend.db import Tx, insert_once
from backend.models import Seen
from backend.places.typed import Typed, Wrong

router = APIRouter(prefix="/rendez-vous/{appointment_id}/serie")
TAKEN = "slot-"


@dataclass(frozen=True)
class Wanted:
    """How often, until when; or what is wrong with it."""

    every: int
    until: date
    wrong: Mapping[str, Wrong]


@router.get("")
def ask_series(rooms: InRooms, visitor: Advisor, appointment_id: int, fait: str = "") -> HTMLResponse:
    until = last_day(rooms.now()).isoformat()
    fields = {"every": "1", "until": until}
    return _page(rooms, visitor, appointment_id, fields, done=fait)


@router.post("")
def plan_or_book(rooms: InRooms, form: AdvisorPost, appointment_id: int) -> Response:
    """The dates first; booked once they were seen."""
    if _read(rooms, form.fields).wrong or form.fields.get("act") != "book":
        return _page(rooms, form.visitor, appointment_id, form.fields, shown=True)
    made = rooms.db.retrying(partial(_book, rooms, form, appointment_id))
    rooms.bell.ring()
    done = "" if made is None else f"?fait={made}"
    return RedirectResponse(f"/rendez-vous/{appointment_id}/serie{done}", HTTPStatus.SEE_OTHER)


@router.get("/annuler")
def ask_cancel(rooms: InRooms, visitor: Advisor, appointment_id: int) -> HTMLResponse:
    with rooms.db.reading() as tx:
        brief = _in_scope(tx, rooms, visitor, appointment_id)
        those = following(tx, tx.get_one(Appointment, appointment_id))
    return rooms.show("series-cancel.html", visitor, brief=brief, visit=brief.visit, those=those)


@router.post("/annuler")
def cancel_them(rooms: InRooms, form: AdvisorPost, appointment_id: int) -> Response:
    rooms.db.retrying(partial(_cancel, rooms, form, appointment_id))
    rooms.bell.ring()
    return RedirectResponse(f"/rendez-vous/{appointment_id}", HTTPStatus.SEE_OTHER)


def _book(rooms: Rooms, form: Posted, appointment_id: int, tx: Tx) -> int | None:
    """How many were booked; None: this very form was sent before, and its page says what is booked."""
    _in_scope(tx, rooms, form.visitor, appointment_id)
    if not insert_once(tx, Seen, key=f"console:{form.nonce}", at=rooms.now()):
        return None
    seed, wanted = found_for_change(tx, appointment_id), _read(rooms, form.fields)
    taken = {v for n, v in form.fields.items() if n.startswith(TAKEN)}
    by = form.visitor.staff.id
    made, _ = book_series(tx, rooms.script, seed, wanted.every, wanted.until, taken, by)
    return len(made)


def _cancel(rooms: Rooms, form: Posted, appointment_id: int, tx: Tx) -> None:
    _in_scope(tx, rooms, form.visitor, appointment_id)
    cancel_following(tx, rooms.script, found_for_change(tx, appointment_id))


def _read(rooms: Rooms, fields: Mapping[str, str]) -> Wanted:
    form, latest = Typed(fields), last_day(rooms.now())
    every = form.one_of("every", [str(one) for one in EVERY])
    until = form.read("until", _day)
    if until and until > latest:
        form.refuse("until", Wrong("half_a_year", about=latest.isoformat()))
    if until and until < rooms.now().date():
        form.refuse("until", Wrong("past"))
    return Wanted(int(every) if "every" not in form.wrong else 1, until or latest, form.wrong)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Wrong("day") from None


def _page(
    rooms: Rooms,
    visitor: Visitor,
    appointment_id: int,
    fields: Mapping[str, str],
    *,
    shown: bool = False,
    done: str = "",
) -> HTMLResponse:
    wanted = _read(rooms, fields)
    with rooms.db.reading() as tx:
        brief = _in_scope(tx, rooms, visitor, appointment_id)
        seed = tx.get_one(Appointment, appointment_id)
        show = shown and not wanted.wrong
        dates = plan(tx, seed, wanted.every, wanted.until, rooms.now()) if show else []
        coming = members(tx, seed)
    context: dict[str, Any] = {
        "brief": brief,
        "visit": brief.visit,
        "fields": {"every": "1", "until": "", **fields},
        "wrong": wanted.wrong if shown else {},
        "dates": dates,
        "shown": show,
        "coming": coming,
        "latest": last_day(rooms.now()),
        "done": int(done) if done.isascii() and done.isdigit() and len(done) < 4 else None,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if context["wrong"] else HTTPStatus.OK
    return rooms.show("series.html", visitor, status, **context)


def _in_scope(tx: Tx, rooms: Rooms, visitor: Visitor, appointment_id: int) -> Brief:
    """One that is to come. Raises Problem."""
    brief = find_brief(tx, visitor.staff, appointment_id) if 0 < appointment_id < 2**31 else None
    if brief is None:
        raise Problem(HTTPStatus.NOT_FOUND, "404", back="/rendez-vous")
    if not brief.visit.is_to_come(rooms.now()):
        raise Problem(HTTPStatus.CONFLICT, "past", back=f"/rendez-vous/{appointment_id}")
    return brief
