"""What someone takes away from the counter: when, where, what to bring, and the link that brings it to their phone."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from typing import Any

import segno
from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from backend.agenda.staff import Brief, find_brief
from backend.console.problems import Problem
from backend.console.rooms import InRooms, Rooms
from backend.console.visitors import Advisor, AdvisorPost, Posted, Visitor
from backend.db import Tx
from backend.people.joining import VALID, new_link

router = APIRouter(prefix="/rendez-vous/{appointment_id}/carte")


@router.get("")
def read_card(rooms: InRooms, visitor: Advisor, appointment_id: int) -> HTMLResponse:
    """The link is not shown again: only its hash is kept."""
    return show_card(rooms, visitor, appointment_id, "")


@router.post("")
def make_link(rooms: InRooms, form: AdvisorPost, appointment_id: int) -> HTMLResponse:
    """A new link; the one on the former card is worth nothing from now on."""
    link = rooms.db.retrying(partial(_new, rooms, form, appointment_id))
    return show_card(rooms, form.visitor, appointment_id, link)


def show_card(rooms: Rooms, visitor: Visitor, appointment_id: int, payload: str) -> HTMLResponse:
    """The card, with the link if it was just made."""
    with rooms.db.reading() as tx:
        brief = _in_scope(tx, visitor, appointment_id)
    name = rooms.settings.telegram_name.lstrip("@")
    link = f"https://t.me/{name}?start={payload}" if name and payload else ""
    context: dict[str, Any] = {
        "link": link,
        "code": Markup(segno.make_qr(link).svg_inline(border=2, omitsize=True)) if link else "",  # noqa: S704  # its own drawing
        "payload": payload,
        "until": rooms.now() + VALID,
        "desk": rooms.settings.uses_desk,
    }
    return rooms.show("card.html", visitor, brief=brief, visit=brief.visit, **context)


def _new(rooms: Rooms, form: Posted, appointment_id: int, tx: Tx) -> str:
    brief = _in_scope(tx, form.visitor, appointment_id)
    if not brief.visit.is_to_come(rooms.now()):
        raise Problem(HTTPStatus.CONFLICT, "past", back=f"/rendez-vous/{appointment_id}")
    return new_link(tx, brief.youth_id, rooms.now())


def _in_scope(tx: Tx, visitor: Visitor, appointment_id: int) -> Brief:
    brief = find_brief(tx, visitor.staff, appointment_id) if 0 < appointment_id < 2**31 else None
    if brief is None:
        raise Problem(HTTPStatus.NOT_FOUND, "404", back="/rendez-vous")
    return brief
