"""One thread as its page shows it: head, lines, floor, card, notes; each a part that can change alone."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from typing import Any

from backend.console.floor_view import floor_of
from backend.console.parts import Part, version_of
from backend.console.problems import Problem
from backend.console.rooms import Rooms
from backend.console.thread_after import after_of
from backend.console.thread_card import card_of
from backend.console.thread_lines import line_parts, surroundings
from backend.console.thread_promise import awaited_of
from backend.console.thread_writing import proposed_in, writing_of
from backend.console.visitors import Visitor, still_signed_in
from backend.db import Tx
from backend.handover.queries import Thread, find_thread, lines_of, names_of, notes_of, scope_of
from content.language import base

PARTS = "parts/thread"
"""One template a part."""


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
        lines = lines_of(tx, thread.conversation.id or 0, before, thread.until)
        around = surroundings(tx, thread.conversation.id or 0, lines, older=before is not None)
        names, notes = names_of(tx, lines), notes_of(tx, handover_id)
        card, floor = card_of(tx, rooms, thread), floor_of(tx, rooms, thread, visitor)
        writing = writing_of(tx, rooms, thread, visitor, holds=floor.state == "mine")
        proposed = proposed_in(tx, thread)
        after, awaited = after_of(tx, thread), awaited_of(tx, thread, rooms.now())
    form = {"csrf": visitor.csrf, "handover_id": handover_id, "zone": thread.zone}
    spoken = {**form, "holds": floor.state == "mine", "language": base(writing.language)}
    return [
        _part(rooms, "head", card, floor),
        _part(rooms, "promise", awaited, zone=thread.zone),
        *line_parts(rooms, lines, around, names, spoken),
        _part(rooms, "proposals", proposed, zone=thread.zone),
        _part(rooms, "presence", around_of(rooms, visitor, thread)),
        _part(rooms, "floor", floor, csrf=visitor.csrf),
        _part(rooms, "replies", writing, csrf=visitor.csrf),
        _part(rooms, "card", card, zone=thread.zone),
        _part(rooms, "notes", notes, **form),
        _part(rooms, "after", after, zone=thread.zone),
    ]


def around_of(rooms: Rooms, visitor: Visitor, thread: Thread) -> tuple[tuple[str, bool], ...]:
    """Who else has it before their eyes; nobody is told of another team."""
    if thread.until is not None:
        return ()
    return rooms.bell.presence.around(thread.conversation.id or 0, visitor.staff.id)


def _part(rooms: Rooms, id_: str, *values: Any, **extra: Any) -> Part:
    version = version_of(values)
    macro = rooms.pages.macro(f"{PARTS}/{id_}.html", id_)
    return Part(id_, version, partial(macro, *values, version=version, **extra))
