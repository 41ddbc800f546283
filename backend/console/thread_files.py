"""Files of a thread: what a youth sent is read from Telegram each time, what is sent to them waits sealed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from datetime import timedelta
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response
from sqlmodel import col, select

from backend.attachments.commands import Enclosed, content_of
from backend.attachments.kinds import letter
from backend.audit.commands import record
from backend.audit.models import Audit
from backend.console.acting import LONGEST, act
from backend.console.file_stream import answer, begun
from backend.console.parts import Part
from backend.console.problems import Problem
from backend.console.rooms import InRooms, Rooms
from backend.console.thread_view import thread_in_scope
from backend.console.thread_writing import no_blanks
from backend.console.uploads import ReaderUpload
from backend.console.visitors import Reader, ReaderPost, Visitor
from backend.db import Tx
from backend.handover import speaking
from backend.handover.queries import BIGGEST, line_in
from backend.models import Line
from backend.outbox import Away, Opened, Refused

router = APIRouter(prefix="/relais/{handover_id}")
ONE_READING = timedelta(hours=1)
"""Opening a file again within this time is the same reading: a player asks for many pieces."""


@router.get("/lignes/{line_id}/fichier")
async def read_file(
    request: Request, rooms: InRooms, visitor: Reader, handover_id: int, line_id: int, garder: str = ""
) -> Response:
    """The file of a line, streamed. Raises Problem."""
    about, here = await run_in_threadpool(_find, rooms, visitor, handover_id, line_id)
    back = f"/relais/{handover_id}"
    try:
        opened = _held(here) if here is not None else await _from_channel(rooms, about)
        head, chunks = await begun(opened)
    except Refused as refused:
        kind = "file-too-big" if "too big" in str(refused) else "file-lost"
        raise Problem(HTTPStatus.NOT_FOUND, kind, back=back) from None
    except Away:
        raise Problem(HTTPStatus.BAD_GATEWAY, "telegram-away", back=back) from None
    await run_in_threadpool(_note, rooms, visitor, line_id)
    return answer(opened, head, chunks, about, request.headers.get("range", ""), keep=garder == "oui")


def _find(
    rooms: Rooms, visitor: Visitor, handover_id: int, line_id: int
) -> tuple[Mapping[str, Any], bytes | None]:
    """What is known of the file, and the file itself while it waits here. Raises Problem (404)."""
    with rooms.db.reading() as tx:
        thread = thread_in_scope(tx, rooms, visitor, handover_id)
        line = tx.get(Line, line_id) if line_in(tx, thread, line_id) else None
        about = (line.file if line else None) or {}
        here = content_of(tx, about)
    if here is None and "id" not in about:
        raise Problem(
            HTTPStatus.NOT_FOUND, "file-lost" if "attachment" in about else "404", back=visitor.home
        )
    return about, here


def _held(content: bytes) -> Opened:
    async def whole() -> AsyncIterator[bytes]:
        yield content

    return Opened(len(content), whole())


async def _from_channel(rooms: Rooms, about: Mapping[str, Any]) -> Opened:
    if rooms.channel is None:
        raise Away
    return await rooms.channel.open_file(about["id"])


def _note(rooms: Rooms, visitor: Visitor, line_id: int) -> None:
    """Whoever reads a file is written down."""
    mine = select(Audit.id).where(Audit.person_id == visitor.staff.id, Audit.subject == line_id)
    lately = mine.where(Audit.action == "file", col(Audit.at) > rooms.now() - ONE_READING)
    with rooms.db.transaction() as tx:
        if tx.exec(lately).first() is None:
            record(tx, rooms.script, visitor.staff.id, "file", "line", line_id)


@router.post("/fichier")
def send_file(rooms: InRooms, form: ReaderUpload, handover_id: int) -> Response:
    """A file to the youth, with or without words. Raises Problem, with the words kept."""
    me, back = form.visitor.staff.person, f"/relais/{handover_id}"
    file = letter(form.name, form.content)
    if not form.content or file is None or len(form.text) > LONGEST:
        kind = "no-file" if not form.content else "too-long" if file else "file-kind"
        status = HTTPStatus.UNSUPPORTED_MEDIA_TYPE if kind == "file-kind" else HTTPStatus.UNPROCESSABLE_ENTITY
        raise Problem(status, kind, text=form.text, back=back)
    beside = speaking.Beside(quoted_line(form.fields), Enclosed(file, form.content))
    said = (handover_id, form.epoch, no_blanks(form.text, form, handover_id), form.nonce, beside)
    return act(rooms, form, handover_id, lambda tx: speaking.reply(tx, rooms.script, me, *said))


@router.post("/lu")
def read_so_far(rooms: InRooms, form: ReaderPost, handover_id: int) -> Response:
    """The page is before their eyes, down to line `seq`: the youth will see 👌."""
    seq = form.fields.get("seq", "")

    def mark(tx: Tx) -> int:
        thread = thread_in_scope(tx, rooms, form.visitor, handover_id)
        news = speaking.has_read(tx, form.visitor.staff.person, handover_id, _number(seq) or 0)
        return (thread.conversation.id or 0) if news else 0

    if where := rooms.db.retrying(mark):
        rooms.bell.ring(where)
    return Response(status_code=HTTPStatus.NO_CONTENT)


def see(rooms: Rooms, visitor: Visitor, handover_id: int, parts: list[Part]) -> None:
    """The page is shown: what of it the youth wrote is read, if the visitor holds the floor."""
    with rooms.db.reading() as tx:
        behind = speaking.unread(tx, visitor.staff.person, handover_id, _lines_of(parts))
    if behind:
        with rooms.db.transaction() as tx:
            speaking.has_read(tx, visitor.staff.person, handover_id, behind)


def _lines_of(parts: list[Part]) -> list[int]:
    ids = (part.id.removeprefix("line-") for part in parts if part.lasting)
    return [int(id_) for id_ in ids if id_.isdigit()]


def quoted_line(fields: Mapping[str, str]) -> int | None:
    """The line that a reply answers, as its form says."""
    return _number(fields.get("citer", ""))


def _number(text: str) -> int | None:
    """A number that a row may have."""
    found = int(text) if text.isascii() and text.isdigit() and len(text) < 11 else 0
    return found if 0 < found <= BIGGEST else None
