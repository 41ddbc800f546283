"""The appointments of an advisor, or of a whole place for its front desk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from http import HTTPStatus
from itertools import groupby
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from backend.agenda.alarms import alarms
from backend.agenda.appointments import facts
from backend.agenda.closing import CANCELLED, NotNow, cancel_by_staff, set_outcome
from backend.agenda.conflicts import conflicts
from backend.agenda.front_desk import can_arrive
from backend.agenda.models import Appointment
from backend.agenda.staff import Brief, Visit, find_brief, visits
from backend.console.problems import Problem
from backend.console.rooms import InRooms, Rooms
from backend.console.stream import Part, edition, live, version_of
from backend.console.visitors import Advisor, AdvisorPost, Posted, Visitor, still_signed_in
from backend.db import Tx
from backend.handover.answers import follow_ups
from backend.waiting.requests import open_requests
from flows import offers

router = APIRouter()
REFUSALS = {
    "unknown": (HTTPStatus.UNPROCESSABLE_ENTITY, "outcome"),
    "too_early": (HTTPStatus.CONFLICT, "too-early"),
    "closed": (HTTPStatus.CONFLICT, "past"),
}


@router.get("/rendez-vous")
def read_agenda(rooms: InRooms, visitor: Advisor) -> HTMLResponse:
    """What is missing and asked for on top, then the appointments."""
    parts = look(rooms, visitor)
    shown = {part.id: part.render() for part in parts}
    with rooms.db.reading() as tx:
        context: dict[str, Any] = {
            "alarms": alarms(tx, visitor.staff, rooms.now()),
            "requests": open_requests(tx, visitor.staff),
        }
    return rooms.show("agenda.html", visitor, parts=shown, edition=edition(parts), **context)


@router.get("/rendez-vous/flux")
async def follow_agenda(request: Request, rooms: InRooms, visitor: Advisor) -> Response:
    return await live(request, rooms.bell, partial(look, rooms, visitor))


@router.get("/rendez-vous/{appointment_id}")
def read_brief(rooms: InRooms, visitor: Advisor, appointment_id: int) -> HTMLResponse:
    brief = _brief(rooms, visitor, appointment_id)
    labels = rooms.pages.labels
    with rooms.db.reading() as tx:
        why = conflicts(tx, [brief.visit], rooms.now()).get(appointment_id)
    context: dict[str, Any] = {
        "why": why,
        "can_arrive": can_arrive(brief.visit, rooms.now()),
        "needs": labels.needs(brief.needs),
        "answers": labels.answers(follow_ups(brief.answers)),
    }
    return rooms.show("brief.html", visitor, brief=brief, visit=brief.visit, **context)


@router.get("/rendez-vous/{appointment_id}/annuler")
def ask_cancel(rooms: InRooms, visitor: Advisor, appointment_id: int) -> HTMLResponse:
    """Shows the exact words that will reach the youth, before anything happens."""
    with rooms.db.reading() as tx:
        brief = in_scope(tx, visitor, appointment_id)
        said = words(tx, rooms, brief)
    if not brief.visit.is_to_come(rooms.now()):
        raise Problem(HTTPStatus.CONFLICT, "past", back=f"/rendez-vous/{appointment_id}")
    return rooms.show("cancel.html", visitor, brief=brief, visit=brief.visit, words=said)


@router.post("/rendez-vous/{appointment_id}/annuler")
def cancel(rooms: InRooms, form: AdvisorPost, appointment_id: int) -> Response:
    act(rooms, form, appointment_id, partial(_cancel, rooms, form, appointment_id))
    return back_to(rooms, f"/rendez-vous/{appointment_id}")


@router.post("/rendez-vous/{appointment_id}/suite")
def tell_outcome(rooms: InRooms, form: AdvisorPost, appointment_id: int) -> Response:
    """Attended, excused or no-show; a wrong click can be put right."""
    act(rooms, form, appointment_id, partial(_tell_outcome, rooms, form, appointment_id))
    return back_to(rooms, f"/rendez-vous/{appointment_id}")


def look(rooms: Rooms, visitor: Visitor) -> list[Part]:
    """The list, in one part: what is to be completed, then each day from today on."""
    with rooms.db.reading() as tx:
        still_signed_in(tx, visitor, rooms.now())
        found = visits(tx, visitor.staff, rooms.now())
        to_settle = conflicts(tx, found, rooms.now())
    now = rooms.now()
    late = [v for v in found if v.is_to_complete(now)]
    days = by_day(rooms, [v for v in found if _from_today(rooms, v, now) and v not in late])
    clashing = [v for v in found if v.id in to_settle]
    version = version_of(late, days, to_settle)
    macro = rooms.pages.macro("parts/agenda.html", "agenda")
    everyone = visitor.staff.may("receptionist", "manager")
    return [
        Part(
            "agenda",
            version,
            partial(macro, late, days, _today(rooms, now), everyone, version, clashing, to_settle),
        )
    ]


def by_day(rooms: Rooms, found: list[Visit]) -> list[tuple[date, list[Visit]]]:
    """Visits grouped by the day on which they take place, where they take place."""
    return [(day, list(group)) for day, group in groupby(found, partial(_day_of, rooms))]


def words(tx: Tx, rooms: Rooms, brief: Brief) -> str:
    """What the youth will read."""
    about = facts(tx, tx.get_one(Appointment, brief.visit.id))
    return rooms.pages.labels.told(CANCELLED, offers.facts(about), brief.language)


def act(rooms: Rooms, form: Posted, appointment_id: int, work: Callable[[Tx], None]) -> None:
    """One transaction within the scope, again if it met that of the youth; a refusal becomes a page."""

    def within_scope(tx: Tx) -> None:
        in_scope(tx, form.visitor, appointment_id)
        work(tx)

    try:
        rooms.db.retrying(within_scope)
    except NotNow as refused:
        status, kind = REFUSALS[str(refused)]
        raise Problem(status, kind, back=f"/rendez-vous/{appointment_id}") from None


def _cancel(rooms: Rooms, form: Posted, appointment_id: int, tx: Tx) -> None:
    still_to_come(rooms, in_scope(tx, form.visitor, appointment_id))
    cancel_by_staff(tx, rooms.script, appointment_id)


def _tell_outcome(rooms: Rooms, form: Posted, appointment_id: int, tx: Tx) -> None:
    set_outcome(tx, rooms.script, appointment_id, form.fields.get("outcome", ""))


def still_to_come(rooms: Rooms, brief: Brief) -> None:
    if not brief.visit.is_to_come(rooms.now()):
        raise NotNow("closed")


def _brief(rooms: Rooms, visitor: Visitor, appointment_id: int) -> Brief:
    with rooms.db.reading() as tx:
        return in_scope(tx, visitor, appointment_id)


def in_scope(tx: Tx, visitor: Visitor, appointment_id: int) -> Brief:
    brief = find_brief(tx, visitor.staff, appointment_id) if 0 < appointment_id < 2**31 else None
    if brief is None:
        raise Problem(HTTPStatus.NOT_FOUND, "404", back="/rendez-vous")
    return brief


def _day_of(rooms: Rooms, visit: Visit) -> date:
    return rooms.pages.local(visit.starts_at, visit.zone).date()


def _from_today(rooms: Rooms, visit: Visit, now: datetime) -> bool:
    return _day_of(rooms, visit) >= rooms.pages.local(now, visit.zone).date()


def _today(rooms: Rooms, now: datetime) -> date:
    return rooms.pages.local(now).date()


def back_to(rooms: Rooms, path: str) -> Response:
    """The page where it was done; whoever looks at it elsewhere sees it too."""
    rooms.bell.ring()
    return RedirectResponse(path, HTTPStatus.SEE_OTHER)
