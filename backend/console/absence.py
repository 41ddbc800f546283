"""An advisor is away: those booked then are shown first, one confirmation settles all of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from http import HTTPStatus

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from backend.agenda.absence_form import NAMES, Read, read
from backend.agenda.absences import Away, booked_elsewhere, booked_then, enter, finds_ways, noted, take_back
from backend.agenda.closing import NotNow
from backend.agenda.decisions import ListChanged
from backend.agenda.stand_ins import ways_round
from backend.agenda.whose import Whose, advisors_of, of_advisor
from backend.console.agenda import back_to
from backend.console.concerned import listed
from backend.console.problems import Problem
from backend.console.rooms import InRooms, Rooms
from backend.console.site_closing import decisions_of
from backend.console.visitors import Advisor, AdvisorPost, Posted, Visitor
from backend.console.week import number
from backend.db import Tx
from backend.scene import NotPossible

router = APIRouter()
PAGE = "/rendez-vous/absence"
Form = Mapping[str, str]


@router.get(PAGE)
def ask_absence(
    request: Request, rooms: InRooms, visitor: Advisor, avec: str = "", fait: str = ""
) -> HTMLResponse:
    """Who and when; once it is given, who is concerned and what will reach them, before anything happens."""
    fields = {name: request.query_params.get(name, "") for name in NAMES}
    with rooms.db.reading() as tx:
        whose = _whose(tx, visitor, avec)
    asked = read(fields, whose, rooms.now()) if "first" in request.query_params else Read()
    if asked.away is None:
        return _form(rooms, visitor, whose, fields, asked, done=bool(fait))
    return _confirm(rooms, visitor, whose, asked.away, fields)


@router.post(PAGE)
def enter_absence(rooms: InRooms, form: AdvisorPost) -> Response:
    """All of it, or nothing and the list as it is now."""
    with rooms.db.reading() as tx:
        whose = _whose(tx, form.visitor, form.fields.get("avec", ""))
    asked = read(form.fields, whose, rooms.now())
    if asked.away is None:
        fields = {name: form.fields.get(name, "") for name in NAMES}
        return _form(rooms, form.visitor, whose, fields, asked)
    try:
        rooms.db.retrying(partial(_all_of_it, rooms, form, asked.away))
    except (ListChanged, NotPossible, NotNow):
        rooms.bell.ring()
        return _confirm(rooms, form.visitor, whose, asked.away, form.fields, changed=True)
    first = rooms.pages.local(asked.away.starts_at, whose.zone).date()
    return back_to(rooms, f"/rendez-vous/semaine?du={first.isoformat()}&{whose.query}")


@router.post(f"{PAGE}/retirer")
def drop_absence(rooms: InRooms, form: AdvisorPost) -> Response:
    """Whoever may enter it may take it back."""
    with rooms.db.transaction() as tx:
        whose = _whose(tx, form.visitor, form.fields.get("avec", ""))
        take_back(tx, whose.advisor_id or 0, number(form.fields.get("absence", "")))
    rooms.bell.ring()
    return RedirectResponse(f"{PAGE}?{whose.query}&fait=1", HTTPStatus.SEE_OTHER)


def _all_of_it(rooms: Rooms, form: Posted, away: Away, tx: Tx) -> None:
    enter(tx, rooms.script, form.visitor.staff, away, decisions_of(form.fields))


def _form(
    rooms: Rooms, visitor: Visitor, whose: Whose, fields: Form, asked: Read, *, done: bool = False
) -> HTMLResponse:
    with rooms.db.reading() as tx:
        advisors = advisors_of(tx, visitor.staff)
        known = noted(tx, whose.advisor_id or 0, whose.zone, rooms.now())
    status = HTTPStatus.UNPROCESSABLE_ENTITY if asked.wrong else HTTPStatus.OK
    today = rooms.pages.local(rooms.now(), whose.zone).date()
    context = {
        "whose": whose,
        "advisors": advisors,
        "fields": fields,
        "wrong": asked.wrong,
        "today": today,
        "noted": known,
    }
    return rooms.show("absence.html", visitor, status, done=done, **context)


def _confirm(
    rooms: Rooms, visitor: Visitor, whose: Whose, away: Away, fields: Form, *, changed: bool = False
) -> HTMLResponse:
    with rooms.db.reading() as tx:
        those = booked_then(tx, visitor.staff, away, rooms.now())
        ways = partial(ways_round, finds_ways(tx, away, rooms.now()))
        found = listed(tx, rooms, visitor, those, ways)
        elsewhere = booked_elsewhere(tx, visitor.staff, away, rooms.now())
    status = HTTPStatus.CONFLICT if changed else HTTPStatus.OK
    return rooms.show(
        "absence-confirm.html",
        visitor,
        status,
        whose=whose,
        away=away,
        listed=found,
        elsewhere=elsewhere,
        changed=changed,
        fields={name: fields.get(name, "") for name in NAMES},
    )


def _whose(tx: Tx, visitor: Visitor, avec: str) -> Whose:
    """Raises Problem (404) for whom they do not keep. Without a name: themselves, or the first."""
    everyone = advisors_of(tx, visitor.staff)
    own = [p for p in everyone if p.id == visitor.staff.id]
    wanted = number(avec) if avec else next((p.id or 0 for p in [*own, *everyone]), 0)
    found = of_advisor(tx, visitor.staff, wanted)
    if found is None:
        raise Problem(HTTPStatus.NOT_FOUND, "404", back="/rendez-vous")
    return found
