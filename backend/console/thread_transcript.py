"""The transcript of a thread for the staff: a page to print, and a text. Each opening is written down."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from backend.audit.commands import record
from backend.console.rooms import InRooms, Rooms
from backend.console.thread_view import thread_in_scope
from backend.console.visitors import Reader, Visitor
from backend.handover.transcript import entries

router = APIRouter(prefix="/relais/{handover_id}")


@router.get("/transcription")
def read_transcript(rooms: InRooms, visitor: Reader, handover_id: int) -> HTMLResponse:
    return rooms.show("transcript.html", visitor, **_opened(rooms, visitor, handover_id))


@router.get("/transcription.txt")
def download_transcript(rooms: InRooms, visitor: Reader, handover_id: int) -> Response:
    """With a byte order mark, as the youth gets it: whatever opens it finds the accents."""
    about = _opened(rooms, visitor, handover_id)
    text = rooms.pages.render("transcript.txt", now=rooms.now(), visitor=visitor, **about)
    headers = {
        "Content-Disposition": f'attachment; filename="relais-{handover_id}.txt"',
        "Cache-Control": "no-store",
    }
    return Response(
        "\ufeff" + text.replace("\n", "\r\n"), headers=headers, media_type="text/plain; charset=utf-8"
    )


def _opened(rooms: Rooms, visitor: Visitor, handover_id: int) -> dict[str, Any]:
    """What stands in it. Whoever opens it may have to answer for it. Raises Problem (404)."""
    with rooms.db.transaction() as tx:
        thread = thread_in_scope(tx, rooms, visitor, handover_id)
        said = entries(tx, thread.handover)
        record(tx, rooms.script, visitor.staff.id, "transcript", "handover", handover_id)
    days = [(entry, rooms.pages.local(entry.at, thread.zone).date()) for entry in said]
    return {"thread": thread, "said": days, "handover_id": handover_id, "zone": thread.zone}
