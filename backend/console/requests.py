"""Asking for slots, and saying that they are open."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from backend.agenda.models import Motive
from backend.console.agenda import back_to
from backend.console.problems import Problem
from backend.console.rooms import InRooms
from backend.console.visitors import AdvisorPost, Colleague, ColleaguePost, Posted
from backend.console.week import number
from backend.db import Tx
from backend.places.models import Site
from backend.waiting.requests import MOST, ask, done, may_ask_for

router = APIRouter()
PAGE = "/rendez-vous/demandes"


@router.get(PAGE)
def ask_for_slots(
    rooms: InRooms, visitor: Colleague, motif: str = "", lieu: str = "", fait: str = ""
) -> HTMLResponse:
    with rooms.db.reading() as tx:
        motives, sites = may_ask_for(tx, visitor.staff)
    context: dict[str, Any] = {
        "motives": motives,
        "sites": sites,
        "motive": number(motif),
        "site": number(lieu),
    }
    return rooms.show("slot-request.html", visitor, done=bool(fait), most=MOST, **context)


@router.post(PAGE)
def keep_request(rooms: InRooms, form: ColleaguePost) -> Response:
    """What is asked already is asked once."""
    wanted = number(form.fields.get("wanted", ""))
    with rooms.db.transaction() as tx:
        motive, site = _chosen(tx, form)
        if not 1 <= wanted <= MOST:
            raise Problem(HTTPStatus.UNPROCESSABLE_ENTITY, "wanted", back=PAGE)
        ask(tx, motive, site.id if site else None, rooms.now(), wanted, form.visitor.staff.id)
    return back_to(rooms, f"{PAGE}?fait=1")


@router.post(PAGE + "/{request_id}/fait")
def close_request(rooms: InRooms, form: AdvisorPost, request_id: int) -> Response:
    with rooms.db.transaction() as tx:
        known = done(tx, form.visitor.staff, max(0, min(request_id, 2**31 - 1)), rooms.now())
    if not known:
        raise Problem(HTTPStatus.NOT_FOUND, "404", back="/rendez-vous")
    return back_to(rooms, "/rendez-vous")


def _chosen(tx: Tx, form: Posted) -> tuple[Motive, Site | None]:
    """Raises Problem (404) for a motive or a site that is not theirs, or of two missions locales."""
    motives, sites = may_ask_for(tx, form.visitor.staff)
    motive = next((m for m in motives if m.id == number(form.fields.get("motive", ""))), None)
    wanted = form.fields.get("site", "")
    site = next((s for s in sites if s.id == number(wanted)), None) if wanted else None
    astray = site is not None and motive is not None and site.mission_locale_id != motive.mission_locale_id
    if motive is None or (wanted and site is None) or astray:
        raise Problem(HTTPStatus.NOT_FOUND, "404", back=PAGE)
    return motive, site
