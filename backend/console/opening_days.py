"""One day on which an opening is not as usual."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from backend.agenda.opening_store import change_day, usual_day
from backend.agenda.openings import Kept
from backend.console.deciding import Asked, decide_or_ask
from backend.console.opening_scope import Opener, OpenerPost, in_scope
from backend.console.rooms import InRooms, Rooms
from backend.console.visitors import Visitor
from backend.places import typed
from backend.places.typed import Typed, Wrong

router = APIRouter(prefix="/creneaux/{opening_id}/jours")
BLANK = {"day": "", "hours": ""}


@router.get("")
def ask_day(rooms: InRooms, visitor: Opener, opening_id: int) -> HTMLResponse:
    return _page(rooms, visitor, _kept(rooms, visitor, opening_id), BLANK, {})


@router.post("")
def change(rooms: InRooms, form: OpenerPost, opening_id: int) -> Response:
    """Other hours that day, or none."""
    kept = _kept(rooms, form.visitor, opening_id)
    read = Typed(form.fields)
    days = read.read("day", typed.days, "", _today(rooms, kept))
    hours = read.read("hours", typed.times) if read.get("hours") else ""
    if read.wrong or days is None:
        return _page(rooms, form.visitor, kept, {**BLANK, **form.fields}, read.wrong)
    todo = partial(change_day, opening_id, days[0], hours or "")
    return decide_or_ask(rooms, form, _asked(kept, todo, "day", "", days[0]))


@router.post("/{day}/retirer")
def as_usual(rooms: InRooms, form: OpenerPost, opening_id: int, day: date) -> Response:
    """Whoever was booked in the extra hours of that day is decided first."""
    kept = _kept(rooms, form.visitor, opening_id)
    at = f"/{day.isoformat()}/retirer"
    return decide_or_ask(rooms, form, _asked(kept, partial(usual_day, opening_id, day), "usual", at, day))


def _asked(kept: Kept, todo: Any, kind: str, at: str, day: date) -> Asked:
    here = f"/creneaux/{kept.opening.id}"
    name = f"{kept.advisor.name}, {kept.site.name}" if kept.site else kept.advisor.name
    done = f"{here}?fait=jour"
    return Asked(kept.opening.advisor_id, todo, f"{here}/jours{at}", here, kind, name, done, day)


def _kept(rooms: Rooms, visitor: Visitor, opening_id: int) -> Kept:
    with rooms.db.reading() as tx:
        return in_scope(tx, visitor, opening_id)


def _today(rooms: Rooms, kept: Kept) -> date:
    return rooms.pages.local(rooms.now(), kept.calendar.zone).date()


def _page(
    rooms: Rooms, visitor: Visitor, kept: Kept, fields: Mapping[str, str], wrong: Mapping[str, Wrong]
) -> HTMLResponse:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
    context: dict[str, Any] = {"kept": kept, "fields": fields, "wrong": wrong, "today": _today(rooms, kept)}
    return rooms.show("opening-day.html", visitor, status, **context)
