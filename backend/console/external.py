"""The calendars that an advisor keeps elsewhere: an address or a file, what was read last, and what went wrong."""

from __future__ import annotations

import hmac
from functools import partial
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlmodel import select
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException

from backend.calendars.expanding import LARGEST
from backend.calendars.fetching import Outside, Unreadable
from backend.calendars.models import ExternalCalendar
from backend.calendars.queries import calendars_of
from backend.calendars.reading import add_calendar, drop_calendar, hand_in, read_calendar
from backend.console.problems import Problem
from backend.console.rooms import InRooms, Rooms
from backend.console.visitors import Advisor, AdvisorPost, Visitor
from backend.db import Tx

router = APIRouter()
PAGE = "/rendez-vous/agendas-externes"
MOST = 10
"""Calendars of one person."""
KEPT = ("", "partly")
"""What may be said of a file that was understood."""
ROOM = 20_000
"""Bytes of a form beside its file."""


@router.get(PAGE)
def read_calendars(rooms: InRooms, visitor: Advisor, fait: str = "") -> HTMLResponse:
    return _page(rooms, visitor, done=fait)


@router.post(PAGE)
def add_address(rooms: InRooms, form: AdvisorPost) -> Response:
    """Kept, and read at once: what is wrong with it is said here."""
    name, url = form.fields.get("name", ""), form.fields.get("url", "").strip()
    outside = Outside(plain=rooms.settings.at_desk)
    if not url or len(url) > 1000:
        return _page(rooms, form.visitor, wrong="address", fields=form.fields)
    try:
        made = rooms.db.retrying(partial(_add, form.visitor, name, url, outside))
    except Unreadable as error:
        return _page(rooms, form.visitor, wrong=str(error), fields=form.fields)
    read_calendar(rooms.db, made, rooms.now, outside)
    return RedirectResponse(f"{PAGE}?fait=ajout", HTTPStatus.SEE_OTHER)


@router.post(f"{PAGE}/fichier")
async def add_file(request: Request, rooms: InRooms, visitor: Advisor) -> Response:
    """A calendar as a file, 5 MB at most: counted while it arrives."""
    name, token, data = await _file(request)
    if not hmac.compare_digest(token.encode(), visitor.csrf.encode()):
        raise Problem(HTTPStatus.FORBIDDEN, "csrf", back=PAGE)
    return await run_in_threadpool(_keep_file, rooms, visitor, name, data)


@router.post(f"{PAGE}/relire")
def read_again(rooms: InRooms, form: AdvisorPost) -> Response:
    with rooms.db.reading() as tx:
        found = _in_scope(tx, form.visitor, form.fields.get("calendar", ""))
    if found.url:
        read_calendar(rooms.db, found.id or 0, rooms.now, Outside(plain=rooms.settings.at_desk))
    return RedirectResponse(PAGE, HTTPStatus.SEE_OTHER)


@router.post(f"{PAGE}/retirer")
def drop(rooms: InRooms, form: AdvisorPost) -> Response:
    with rooms.db.transaction() as tx:
        found = _in_scope(tx, form.visitor, form.fields.get("calendar", ""))
        drop_calendar(tx, found.id or 0)
    return RedirectResponse(f"{PAGE}?fait=retire", HTTPStatus.SEE_OTHER)


async def _file(request: Request) -> tuple[str, str, bytes]:
    """The name, the token and the bytes of the file. Raises Problem (413, 415, 400)."""
    if not request.headers.get("content-type", "").lower().startswith("multipart/form-data"):
        raise Problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "415", back=PAGE)
    _count(request)
    try:
        async with request.form(max_files=1, max_fields=10, max_part_size=ROOM) as form:
            found = form.get("file")
            data = await found.read(LARGEST + 1) if isinstance(found, UploadFile) else b""
            name, token = (str(form.get(key, ""))[:200] for key in ("name", "csrf"))
    except MultiPartException:
        raise Problem(HTTPStatus.BAD_REQUEST, "400", back=PAGE) from None
    return name, token, data


def _count(request: Request) -> None:
    """Stop reading once it is more than a file may be, whatever the header says."""
    receive, room = request._receive, LARGEST + ROOM  # noqa: SLF001  the one way to count before it is kept

    async def counted() -> Any:
        nonlocal room
        message = await receive()
        room -= len(message.get("body", b""))
        if room < 0:
            raise Problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too-large", back=PAGE)
        return message

    request._receive = counted  # noqa: SLF001


def _keep_file(rooms: Rooms, visitor: Visitor, name: str, data: bytes) -> Response:
    if not data or len(data) > LARGEST:
        return _page(rooms, visitor, wrong="too_big" if data else "no_file", fields={"name": name})
    try:
        made = rooms.db.retrying(partial(_add, visitor, name, "", None))
    except Unreadable as error:
        return _page(rooms, visitor, wrong=str(error), fields={"name": name})
    problem = hand_in(rooms.db, made, data, rooms.now)
    if problem not in KEPT:
        rooms.db.retrying(lambda tx: drop_calendar(tx, made))
        return _page(rooms, visitor, wrong=problem, fields={"name": name})
    return RedirectResponse(f"{PAGE}?fait=ajout", HTTPStatus.SEE_OTHER)


def _add(visitor: Visitor, name: str, url: str, outside: Outside | None, tx: Tx) -> int:
    """The same address again is the same calendar. Raises Unreadable."""
    mine = calendars_of(tx, visitor.staff.id)
    if known := next((c for c in mine if url and c.url == url), None):
        return known.id or 0
    if len(mine) >= MOST:
        raise Unreadable("ten")
    return add_calendar(tx, visitor.staff.id, " ".join(name.split()) or "Agenda", url, outside).id or 0


def _in_scope(tx: Tx, visitor: Visitor, given: str) -> ExternalCalendar:
    number = int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0
    mine = select(ExternalCalendar).where(
        ExternalCalendar.id == number, ExternalCalendar.person_id == visitor.staff.id
    )
    found = tx.exec(mine).first()
    if found is None:
        raise Problem(HTTPStatus.NOT_FOUND, "404", back=PAGE)
    return found


def _page(rooms: Rooms, visitor: Visitor, **about: Any) -> HTMLResponse:
    with rooms.db.reading() as tx:
        mine = calendars_of(tx, visitor.staff.id)
    context = {"wrong": "", "done": "", "fields": {}, **about, "calendars": mine}
    context["fields"] = {"name": "", "url": "", **context["fields"]}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if context["wrong"] else HTTPStatus.OK
    return rooms.show("external.html", visitor, status, **context)
