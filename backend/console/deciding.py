"""A change that leaves people before a closed door is shown with each of them, and done once each is decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from http import HTTPStatus
from typing import Any

from fastapi.responses import HTMLResponse, RedirectResponse, Response

from backend.agenda.closing import NotNow
from backend.agenda.decisions import ListChanged
from backend.agenda.models import Appointment
from backend.agenda.moving import Mover
from backend.agenda.opening_changes import Change, carry_out, stranded_by, tried
from backend.audit.commands import changes_nothing
from backend.console.concerned import Concerned, listed
from backend.console.rooms import Rooms
from backend.console.site_closing import DECISION, decisions_of
from backend.console.visitors import Posted, Visitor
from backend.db import Tx
from backend.scene import NotPossible

UNSAID = {"csrf", "sure"}


@dataclass(frozen=True)
class Asked:
    """What is to be done to the openings of an advisor, where it is confirmed, and what it is called."""

    advisor_id: int
    change: Change
    action: str
    back: str
    kind: str
    """save, remove, day or usual: the page has the words."""
    name: str
    done: str
    """Where one goes then."""
    day: date | None = None


def decide_or_ask(rooms: Rooms, form: Posted, asked: Asked) -> Response:
    """Done at once if it concerns nobody, or if each was decided; else the list."""
    try:
        rooms.db.retrying(partial(_carry_out, rooms, asked, decisions_of(form.fields)))
    except (ListChanged, NotPossible, NotNow):
        return ask(rooms, form.visitor, asked, form.fields, changed="sure" in form.fields)
    rooms.bell.ring()
    return RedirectResponse(asked.done, HTTPStatus.SEE_OTHER)


def ask(
    rooms: Rooms, visitor: Visitor, asked: Asked, fields: Mapping[str, str], *, changed: bool = False
) -> HTMLResponse:
    """Who is concerned, what may become of each, and the exact words that would reach them."""
    found = rooms.db.retrying(partial(_listed, rooms, visitor, asked))
    kept = {n: v for n, v in fields.items() if n not in UNSAID and not n.startswith(DECISION)}
    context: dict[str, Any] = {"asked": asked, "fields": kept, "listed": found, "changed": changed}
    return rooms.show(
        "opening-confirm.html", visitor, HTTPStatus.CONFLICT if changed else HTTPStatus.OK, **context
    )


def _carry_out(rooms: Rooms, asked: Asked, decisions: Mapping[int, str], tx: Tx) -> None:
    carry_out(tx, rooms.script, asked.advisor_id, asked.change, decisions)


def _listed(rooms: Rooms, visitor: Visitor, asked: Asked, tx: Tx) -> list[Concerned]:
    """With slots that would be free once it is done, each shown to one only. Whoever may change it sees them all."""
    changes_nothing(tx)
    ids = stranded_by(tx, asked.advisor_id, asked.change, rooms.now())
    found: list[Concerned] = []
    with tried(tx, asked.change):
        mover = Mover(tx, rooms.now(), lambda *_: True)
        those = [tx.get_one(Appointment, one) for one in ids]
        found.extend(listed(tx, rooms, visitor, those, mover.ways))
    return found
