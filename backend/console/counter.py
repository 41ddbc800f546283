"""Booking for someone at the counter, and the card they leave with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from backend.agenda.callers import Caller
from backend.agenda.counter import book_at_counter, free_for, homes_to_book, motives_of, sites_to_book
from backend.agenda.counter_form import Choices, Reading, read
from backend.agenda.models import Motive
from backend.audit.commands import is_about
from backend.console.card import show_card
from backend.console.problems import Problem
from backend.console.rooms import InRooms, Rooms
from backend.console.visitors import Advisor, AdvisorPost, Posted, Visitor
from backend.db import Tx
from backend.people.joining import new_link
from backend.places.models import MissionLocale, Site
from backend.places.sites import center_of
from backend.scene import NotPossible

router = APIRouter()
PAGE = "/rendez-vous/nouveau"
BLANK = dict.fromkeys(
    ("first_name", "phone", "commune", "insee", "bracket", "motive", "site", "from", "nonce"), ""
) | {"mode": "place"}


@dataclass(frozen=True)
class Desk:
    """A mission locale, and what may be booked there by this person."""

    home: MissionLocale
    homes: list[MissionLocale]
    motives: list[Motive]
    sites: list[Site]
    choices: Choices


@router.get(PAGE)
def ask_whom(rooms: InRooms, visitor: Advisor, chez: str = "") -> HTMLResponse:
    with rooms.db.reading() as tx:
        desk = _desk(tx, rooms, visitor, chez)
    return _page(rooms, visitor, desk, {}, Reading())


@router.post(PAGE)
def find_and_book(rooms: InRooms, form: AdvisorPost) -> Response:
    """The first free slots; with a slot, the appointment and its card."""
    with rooms.db.reading() as tx:
        desk = _desk(tx, rooms, form.visitor, form.fields.get("home", ""))
    reading = read(form.fields, desk.choices)
    if reading.caller is None or not form.fields.get("slot"):
        return _page(rooms, form.visitor, desk, form.fields, reading)
    try:
        made, link = rooms.db.retrying(partial(_book, rooms, form, reading.caller))
    except NotPossible:
        return _page(rooms, form.visitor, desk, form.fields, reading, taken=True)
    rooms.bell.ring()
    return show_card(rooms, form.visitor, made, link)


def _book(rooms: Rooms, form: Posted, caller: Caller, tx: Tx) -> tuple[int, str]:
    slot = form.fields.get("slot", "")
    made = book_at_counter(tx, form.visitor.staff, caller, slot, form.nonce, rooms.now())
    is_about(tx, "appointment", made.id or 0)
    return made.id or 0, new_link(tx, made.youth_id, rooms.now())


def _desk(tx: Tx, rooms: Rooms, visitor: Visitor, wanted: str) -> Desk:
    """Raises Problem (404) for a mission locale that is not theirs."""
    homes = homes_to_book(tx, visitor.staff)
    home = next((one for one in homes if str(one.id) == wanted), None if wanted else homes[0])
    if home is None or home.id is None:
        raise Problem(HTTPStatus.NOT_FOUND, "404", back=PAGE)
    motives, sites = motives_of(tx, home.id), sites_to_book(tx, visitor.staff, home.id)
    today = rooms.pages.local(rooms.now(), home.timezone).date()
    ids = [site.id or 0 for site in sites]
    choices = Choices(home.id, motives, ids, center_of(tx, home.id), today)
    return Desk(home, homes, motives, sites, choices)


def _page(
    rooms: Rooms,
    visitor: Visitor,
    desk: Desk,
    fields: Mapping[str, str],
    reading: Reading,
    *,
    taken: bool = False,
) -> HTMLResponse:
    context: dict[str, Any] = {
        "desk": desk,
        "fields": {**BLANK, **fields},
        "wrong": reading.wrong,
        "free": _free(rooms, visitor, reading),
        "asked": reading.caller is not None,
        "taken": taken,
    }
    if taken:
        return rooms.show("counter.html", visitor, HTTPStatus.CONFLICT, **context)
    wrong = HTTPStatus.UNPROCESSABLE_ENTITY if reading.wrong else HTTPStatus.OK
    return rooms.show("counter.html", visitor, wrong, **context)


def _free(rooms: Rooms, visitor: Visitor, reading: Reading) -> list[Any]:
    if reading.caller is None:
        return []
    with rooms.db.reading() as tx:
        return free_for(tx, visitor.staff, reading.caller, rooms.now(), reading.day)
