"""A site that closes for days or for good, opens in addition, or opens again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from backend.agenda.closing import NotNow
from backend.agenda.door_changes import DoorChange, ListChanged, StillNeeded, carry_out, reopen, take_back
from backend.console.concerned import concerned
from backend.console.problems import Problem
from backend.console.rooms import InRooms, Rooms
from backend.console.site_editor import in_scope
from backend.console.visitors import Manager, ManagerPost, Posted, Visitor
from backend.db import Tx
from backend.places import typed
from backend.places.models import MissionLocale, Site
from backend.places.typed import Typed, Wrong
from backend.scene import NotPossible

router = APIRouter(prefix="/lieux/{site_id}")
Form = Mapping[str, str]
NAMES = ("genre", "first", "last", "hours", "reason")
DECISION = "rdv-"


@dataclass(frozen=True)
class Asked:
    """Days that were typed: the change they stand for, or what is wrong with them."""

    change: DoorChange
    wrong: Mapping[str, Wrong]


@router.get("/jours")
def ask_days(request: Request, rooms: InRooms, visitor: Manager, site_id: int) -> HTMLResponse:
    """Which days; once they are given, who is concerned and what will reach them, before anything happens."""
    fields = {name: request.query_params.get(name, "") for name in NAMES}
    site, today = _site(rooms, visitor, site_id)
    asked = read_days(site_id, fields, today)
    if not fields["first"] or asked.wrong:
        wrong = asked.wrong if "first" in request.query_params else {}
        status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
        context = {"site": site, "fields": fields, "wrong": wrong, "today": today}
        return rooms.show("site-days.html", visitor, status, **context)
    return _confirm(rooms, visitor, asked.change, fields)


@router.post("/jours")
def change_days(rooms: InRooms, form: ManagerPost, site_id: int) -> Response:
    _, today = _site(rooms, form.visitor, site_id)
    asked = read_days(site_id, form.fields, today)
    if asked.wrong:
        raise Problem(HTTPStatus.UNPROCESSABLE_ENTITY, "400", back=f"/lieux/{site_id}/jours")
    return _carry_out(rooms, form, asked.change, "jours")


@router.post("/jours/{exception_id}/retirer")
def drop_days(rooms: InRooms, form: ManagerPost, site_id: int, exception_id: int) -> Response:
    try:
        with rooms.db.transaction() as tx:
            in_scope(tx, form.visitor, site_id)
            take_back(tx, site_id, max(0, min(exception_id, 2**31 - 1)), rooms.now())
    except StillNeeded:
        raise Problem(HTTPStatus.CONFLICT, "days-needed", back=f"/lieux/{site_id}") from None
    return _back(rooms, site_id, "retire")


@router.get("/fermer")
def ask_close(rooms: InRooms, visitor: Manager, site_id: int) -> HTMLResponse:
    return _confirm(rooms, visitor, DoorChange(site_id), {})


@router.post("/fermer")
def close_for_good(rooms: InRooms, form: ManagerPost, site_id: int) -> Response:
    return _carry_out(rooms, form, DoorChange(site_id), "ferme")


@router.post("/rouvrir")
def open_again(rooms: InRooms, form: ManagerPost, site_id: int) -> Response:
    with rooms.db.transaction() as tx:
        in_scope(tx, form.visitor, site_id)
        reopen(tx, site_id, rooms.now())
    return _back(rooms, site_id, "rouvert")


def read_days(site_id: int, fields: Form, today: date) -> Asked:
    """`genre` is fermer or ouvrir; the days; the hours if it opens."""
    form, first, last = Typed(fields), None, None
    try:
        first, last = typed.days(form.get("first"), form.get("last"), today)
    except Wrong as wrong:
        form.refuse(wrong.about, wrong)
    opens = form.get("genre") == "ouvrir"
    hours = (form.read("hours", typed.times) or "") if opens else ""
    reason = form.text("reason", 200)
    return Asked(DoorChange(site_id, first, last, hours, reason), form.wrong)


def decisions_of(fields: Form) -> dict[int, str]:
    """What was decided of each appointment of the list."""
    found = (
        (name.removeprefix(DECISION), value) for name, value in fields.items() if name.startswith(DECISION)
    )
    return {int(id_): value for id_, value in found if id_.isascii() and id_.isdigit() and len(id_) < 10}


def _carry_out(rooms: Rooms, form: Posted, change: DoorChange, done: str) -> Response:
    """One confirmation does all of it; if the list or a slot changed, nothing, and it is shown again."""
    try:
        rooms.db.retrying(partial(_all_of_it, rooms, form, change))
    except (ListChanged, NotPossible, NotNow):
        rooms.bell.ring()
        return _confirm(rooms, form.visitor, change, form.fields, changed=True)
    return _back(rooms, change.site_id, done)


def _all_of_it(rooms: Rooms, form: Posted, change: DoorChange, tx: Tx) -> None:
    in_scope(tx, form.visitor, change.site_id)
    carry_out(tx, rooms.script, change, decisions_of(form.fields))


def _confirm(
    rooms: Rooms, visitor: Visitor, change: DoorChange, fields: Form, *, changed: bool = False
) -> HTMLResponse:
    with rooms.db.reading() as tx:
        site = in_scope(tx, visitor, change.site_id)
        listed = concerned(tx, rooms, visitor, site, change)
    context: dict[str, Any] = {
        "site": site,
        "change": change,
        "fields": {name: fields.get(name, "") for name in NAMES},
        "listed": listed,
        "changed": changed,
        "zone": rooms.pages.zone,
    }
    status = HTTPStatus.CONFLICT if changed else HTTPStatus.OK
    return rooms.show("site-closing.html", visitor, status, **context)


def _site(rooms: Rooms, visitor: Visitor, site_id: int) -> tuple[Site, date]:
    """The site, and which day it is there."""
    with rooms.db.reading() as tx:
        site = in_scope(tx, visitor, site_id)
        zone = tx.get_one(MissionLocale, site.mission_locale_id).timezone
    return site, rooms.pages.local(rooms.now(), zone).date()


def _back(rooms: Rooms, site_id: int, done: str) -> Response:
    rooms.bell.ring()
    return RedirectResponse(f"/lieux/{site_id}?fait={done}", HTTPStatus.SEE_OTHER)
