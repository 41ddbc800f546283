"""One's own account: how one is told, and when not."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import Any

import segno
from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup

from backend.console.my_account import security
from backend.console.rooms import InRooms, Rooms
from backend.console.visitors import Everyone, ReaderPost, Visitor
from backend.people.models import Person
from backend.places.typed import Typed, Wrong
from backend.team.linking import VALID, chat_of, new_link, unlink
from backend.team.quiet import span

router = APIRouter(prefix="/moi")
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)


@router.get("")
def read_me(rooms: InRooms, visitor: Everyone, fait: str = "") -> HTMLResponse:
    return _page(rooms, visitor, done=fait)


@router.post("/telegram")
def make_link(rooms: InRooms, form: ReaderPost) -> HTMLResponse:
    """A one-time link, shown this once. Former links are worth nothing from now on."""
    me = form.visitor.staff.id
    payload = rooms.db.retrying(lambda tx: new_link(tx, me, rooms.now()))
    return _page(rooms, form.visitor, payload=payload)


@router.post("/delier")
def leave_telegram(rooms: InRooms, form: ReaderPost) -> Response:
    me = form.visitor.staff.id
    rooms.db.retrying(lambda tx: unlink(tx, me))
    return RedirectResponse("/moi?fait=delie", HTTPStatus.SEE_OTHER)


@router.post("/silence")
def keep_quiet(rooms: InRooms, form: ReaderPost) -> Response:
    """Between these hours only what is urgent is told. Both left empty: never quiet."""
    fields = Typed({"begin": "", "end": "", **form.fields})
    begin, end = (fields.read(name, _clock) for name in ("begin", "end"))
    if not fields.wrong and bool(begin) != bool(end):
        fields.refuse("end" if begin else "begin", Wrong("both_hours"))
    if not fields.wrong and begin and begin == end:
        fields.refuse("end", Wrong("same_hour"))
    if fields.wrong:
        return _page(rooms, form.visitor, HTTPStatus.UNPROCESSABLE_ENTITY, typed=fields)
    with rooms.db.transaction() as tx:
        tx.get_one(Person, form.visitor.staff.id).quiet_hours = f"{begin}-{end}" if begin else ""
    return RedirectResponse("/moi?fait=silence", HTTPStatus.SEE_OTHER)


def _clock(text: str) -> str:
    """`20:00`, or nothing. Raises Wrong."""
    if text and not _CLOCK.fullmatch(text):
        raise Wrong("clock")
    return text


def _page(
    rooms: Rooms,
    visitor: Visitor,
    status: int = 200,
    *,
    payload: str = "",
    typed: Typed | None = None,
    done: str = "",
) -> HTMLResponse:
    with rooms.db.reading() as tx:
        chat, person = chat_of(tx, visitor.staff.id), tx.get_one(Person, visitor.staff.id)
        how = security(tx, rooms, visitor)
    quiet = span(person.quiet_hours)
    fields = dict(zip(("begin", "end"), (f"{t:%H:%M}" for t in quiet), strict=True)) if quiet else {}
    link = _link(rooms, payload)
    context: dict[str, Any] = {
        "chat": chat,
        "how": how,
        "person": person,
        "fields": typed.fields if typed else {"begin": "", "end": "", **fields},
        "wrong": typed.wrong if typed else {},
        "payload": payload,
        "link": link,
        "code": Markup(segno.make_qr(link).svg_inline(border=2, omitsize=True)) if link else "",  # noqa: S704  # its own drawing
        "until": rooms.now() + VALID,
        "desk": rooms.settings.uses_desk,
        "has_mail": bool(rooms.settings.smtp_url.get_secret_value()),
        "done": done,
    }
    return rooms.show("me.html", visitor, status, **context)


def _link(rooms: Rooms, payload: str) -> str:
    name = rooms.settings.telegram_name.lstrip("@")
    return f"https://t.me/{name}?start={payload}" if name and payload else ""
