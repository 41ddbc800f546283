"""One thread as its page shows it: head, lines, floor, card, notes; each a part that can change alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from typing import Any

from backend.console.problems import Problem
from backend.console.rooms import Rooms
from backend.console.stream import Part, version_of
from backend.console.thread_card import card_of
from backend.console.visitors import Visitor, still_signed_in
from backend.db import Tx
from backend.handover.opening import opened
from backend.handover.queries import Thread, find_thread, lines_of, names_of, notes_of, scope_of
from backend.handover.standing import Standing, standing
from backend.models import Line

PARTS = "parts/thread"
"""One template a part."""


@dataclass(frozen=True)
class Floor:
    """Who may speak, as this person sees it."""

    handover_id: int
    epoch: int
    state: Standing
    owner: str
    holder: str | None
    outcome: str | None
    blocked: bool
    later: int | None
    """The handover that is open now, if this one is closed and they may see that one."""


def thread_in_scope(tx: Tx, rooms: Rooms, visitor: Visitor, handover_id: int) -> Thread:
    """Raises Problem (404) for what does not exist as for what is not theirs."""
    thread = find_thread(tx, scope_of(tx, visitor.staff, rooms.settings.team), handover_id)
    if thread is None:
        raise Problem(HTTPStatus.NOT_FOUND, "404", back=visitor.home)
    return thread


def look(rooms: Rooms, visitor: Visitor, handover_id: int, before: int | None = None) -> list[Part]:
    """Every part of the page, as this person sees it now."""
    with rooms.db.reading() as tx:
        still_signed_in(tx, visitor, rooms.now())
        thread = thread_in_scope(tx, rooms, visitor, handover_id)
        lines = lines_of(tx, thread.conversation.id or 0, before)
        names, notes = names_of(tx, lines), notes_of(tx, handover_id)
        card, floor = card_of(tx, rooms, thread), floor_of(tx, rooms, thread, visitor)
    form = {"csrf": visitor.csrf, "handover_id": handover_id, "zone": thread.zone}
    return [
        _part(rooms, "head", card, floor),
        *_lines(rooms, lines, names, {**form, "holds": floor.state == "mine"}),
        _part(rooms, "floor", floor, csrf=visitor.csrf),
        _part(rooms, "card", card, zone=thread.zone),
        _part(rooms, "notes", notes, **form),
    ]


def floor_of(tx: Tx, rooms: Rooms, thread: Thread, visitor: Visitor) -> Floor:
    handover, conversation = thread.handover, thread.conversation
    state = standing(
        conversation.owner, handover.mediator_id, visitor.staff.id, closed=handover.closed_at is not None
    )
    return Floor(
        handover_id=handover.id or 0,
        epoch=conversation.epoch,
        state=state,
        owner=conversation.owner,
        holder=thread.mediator.partition(" ")[0] if thread.mediator else None,
        outcome=handover.outcome,
        blocked=conversation.blocked,
        later=_later(tx, rooms, thread, visitor) if state == "closed" else None,
    )


def _later(tx: Tx, rooms: Rooms, thread: Thread, visitor: Visitor) -> int | None:
    found = opened(tx, thread.conversation.id or 0)
    scope = scope_of(tx, visitor.staff, rooms.settings.team)
    return found.id if found and find_thread(tx, scope, found.id or 0) else None


def _lines(rooms: Rooms, lines: list[Line], names: dict[int, str], form: dict[str, Any]) -> Iterator[Part]:
    """Each line is a part; the first one of a day also shows the day."""
    macro = rooms.pages.macro(f"{PARTS}/line.html", "line")
    day = None
    for line in lines:
        local = rooms.pages.local(line.at, form["zone"]).date()
        new_day, day = local != day, local
        name = names.get(line.person_id or 0)
        version = version_of(line.state, line.again, line.reason, line.outside_id, new_day, form["holds"])
        yield Part(f"line-{line.id}", version, partial(macro, line, name, new_day, version, form))


def _part(rooms: Rooms, id_: str, *values: Any, **extra: Any) -> Part:
    version = version_of(values)
    macro = rooms.pages.macro(f"{PARTS}/{id_}.html", id_)
    return Part(id_, version, partial(macro, *values, version=version, **extra))
