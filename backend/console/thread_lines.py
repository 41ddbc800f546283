"""The lines of a thread as its page shows them: each with what it answers, what it became, and what can be opened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from markupsafe import Markup
from sqlmodel import col, select

from backend.console.marked import to_html
from backend.console.parts import Part, version_of
from backend.console.rooms import Rooms
from backend.db import Tx
from backend.models import Line

TEMPLATE = "parts/thread/line.html"
AGAIN = {"unknown", "failed"}
EXCERPT = 120


@dataclass(frozen=True)
class Surroundings:
    """Lines that others of the page speak of: by the channel's id of the message, and the changes of each, in order."""

    said: Mapping[str, Line] = field(default_factory=dict)
    changes: Mapping[str, list[Line]] = field(default_factory=dict)


@dataclass(frozen=True)
class Shown:
    """One line, with all that its bubble says."""

    line: Line
    name: str | None
    """Of the médiateur who wrote it."""
    new_day: bool
    words: Markup
    former: tuple[str, ...]
    """What it said before it was changed."""
    changed_at: datetime | None
    answers: Line | None
    """The line that it answers, or changes."""
    again: bool
    """It may be sent again, if its reader holds the floor."""
    goes_on: bool
    """It belongs to the same album as the line before."""

    @property
    def excerpt(self) -> str:
        text = self.answers.text if self.answers else ""
        return text if len(text) <= EXCERPT else f"{text[:EXCERPT]}…"

    def version(self, holds: bool) -> str:
        line = self.line
        own = (
            line.state,
            line.again,
            line.reason,
            line.outside_id,
            self.new_day,
            self.again and holds,
            holds,
        )
        return version_of(*own, str(self.words), self.changed_at, self.answers and self.answers.id)


def surroundings(tx: Tx, conversation_id: int, lines: list[Line], *, older: bool) -> Surroundings:
    """What these lines answer or change; on an older page also how they were changed later on."""
    here = {line.outside_id for line in lines if line.outside_id}
    wanted = {line.on_id for line in lines if line.on_id} - here | (here if older else set())
    if not wanted:
        return _sorted_out(lines)
    theirs = select(Line).where(Line.conversation_id == conversation_id, col(Line.outside_id).in_(wanted))
    known = {line.id for line in lines}
    elsewhere = [line for line in tx.exec(theirs) if line.id not in known]
    return _sorted_out(sorted([*lines, *elsewhere], key=lambda line: line.seq))


def _sorted_out(lines: list[Line]) -> Surroundings:
    said: dict[str, Line] = {}
    changes: defaultdict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if line.kind == "edited" and line.on_id:
            changes[line.on_id].append(line)
        elif line.outside_id and line.kind != "edit":
            said.setdefault(line.outside_id, line)
    return Surroundings(said, changes)


def line_parts(
    rooms: Rooms, lines: list[Line], around: Surroundings, names: dict[int, str], form: dict[str, Any]
) -> Iterator[Part]:
    """Each line is a part; the first one of a day also shows the day."""
    macro, day, album = rooms.pages.macro(TEMPLATE, "line"), None, None
    for line in lines:
        local = rooms.pages.local(line.at, form["zone"]).date()
        shown = _shown(line, around, names, rooms.now(), new_day=local != day, album=album)
        day, album = local, line.album
        version = shown.version(form["holds"])
        yield Part(f"line-{line.id}", version, partial(macro, shown, version, form), lasting=True)


def _shown(
    line: Line,
    around: Surroundings,
    names: dict[int, str],
    now: datetime,
    *,
    new_day: bool,
    album: str | None,
) -> Shown:
    changes = around.changes.get(line.outside_id or "", []) if line.kind not in ("edited", "edit") else []
    last = changes[-1] if changes else line
    waits = line.kind != "file" or (line.expires is not None and line.expires > now)
    return Shown(
        line,
        names.get(line.person_id or 0),
        new_day,
        to_html(last.text, last.marks or []),
        tuple(one.text for one in (line, *changes[:-1])) if changes else (),
        last.at if changes else None,
        around.said.get(line.on_id or ""),
        line.author == "mediator" and line.state in AGAIN and waits,
        line.album is not None and line.album == album,
    )
