"""The inbox as its page shows it: a part for each call, one for each column with its order, and the count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from backend.console.inbox_filter import Wanted, in_threads, missing, passes, words_of
from backend.console.parts import Part, version_of
from backend.console.rendering import minutes
from backend.console.rooms import Rooms
from backend.console.visitors import Visitor, still_signed_in
from backend.handover.calls import LONG_AGO, RECENT, inbox, said_in, sites_of
from backend.handover.columns import COLUMNS, Call, column_of, sort_out
from backend.handover.queries import Scope, scope_of

TEMPLATE = "parts/inbox.html"


@dataclass(frozen=True)
class Entry:
    """A call, as one person sees it now."""

    call: Call
    column: str
    waited: int | None
    """Minutes since the youth waits."""
    pressing: str | None
    left: int | None
    """Minutes until the promise falls due, or since it was missed."""
    due_today: bool
    for_me: bool
    around: tuple[tuple[str, bool], ...]
    """Who has it open: (first name, whether they write)."""


def look(rooms: Rooms, visitor: Visitor, wanted: Wanted, *, fresh: bool = False) -> list[Part]:
    """Every part of the page, as this person sees it now; streams may share what was just read."""
    with rooms.db.reading() as tx:
        still_signed_in(tx, visitor, rooms.now())
        scope = scope_of(tx, visitor.staff, rooms.settings.team)
    since = LONG_AGO if wanted.words else RECENT
    read = partial(_read, rooms, scope, since)
    calls = rooms.pulse.shared(("inbox", scope, since), read, fresh=fresh)
    everything = sort_out(calls, visitor.staff.id, rooms.now())
    shown = everything
    if wanted:
        passing = _looked_for(rooms, visitor, wanted, [c for c in calls if passes(wanted, c, rooms.now())])
        shown = sort_out(passing, visitor.staff.id, rooms.now())
    return list(_parts(rooms, visitor, shown, len(everything["to_take"]) + len(everything["mine"])))


def choices(rooms: Rooms, visitor: Visitor) -> dict[str, Any]:
    """What can be chosen in the filters."""
    with rooms.db.reading() as tx:
        sites = sites_of(tx, scope_of(tx, visitor.staff, rooms.settings.team))
    return {
        "sites": sites,
        "needs": rooms.pages.labels.every_need(),
        "languages": rooms.script.wording.languages,
    }


def _read(rooms: Rooms, scope: Scope, since: timedelta) -> list[Call]:
    with rooms.db.reading() as tx:
        return inbox(tx, scope, rooms.now(), since)


def _parts(rooms: Rooms, visitor: Visitor, columns: dict[str, list[Call]], to_do: int) -> Iterator[Part]:
    """Calls first: a column that comes after them finds all it wants to put in order."""
    for name, calls in columns.items():
        for call in calls:
            yield _call(rooms, _entry(rooms, visitor, call, name))
    for name, calls in columns.items():
        yield _part(rooms, f"column-{name}", "column", name, tuple(call.id for call in calls))
    yield _part(rooms, "jumps", "jumps", tuple((name, len(columns[name])) for name in COLUMNS))
    yield _part(rooms, "count", "count", to_do)


def _part(rooms: Rooms, id_: str, macro: str, *values: Any) -> Part:
    version = version_of(values)
    return Part(id_, version, partial(rooms.pages.macro(TEMPLATE, macro), *values, version=version))


def _call(rooms: Rooms, entry: Entry) -> Part:
    """The same for everyone who sees it so: rendered once."""
    id_, version = f"call-{entry.call.id}", version_of(entry)
    render = partial(rooms.pages.macro(TEMPLATE, "call"), entry, version)
    return Part(id_, version, partial(rooms.drawn.once, id_, version, render), within=entry.column)


def _entry(rooms: Rooms, visitor: Visitor, call: Call, column: str) -> Entry:
    now, me = rooms.now(), visitor.staff.id
    pressing = call.pressing(now)
    return Entry(
        call=call,
        column=column,
        waited=minutes(now - call.waits_since) if call.waits_since else None,
        pressing=pressing,
        left=minutes(abs(call.due_at - now)) if call.due_at and pressing in {"near", "missed"} else None,
        due_today=bool(call.due_at) and _day(rooms, call.due_at) == _day(rooms, now),
        for_me=call.for_id == me,
        around=() if call.closed_at else rooms.bell.presence.around(call.conversation_id, me),
    )


def _day(rooms: Rooms, at: datetime | None) -> date | None:
    return rooms.pages.local(at).date() if at else None


def _looked_for(rooms: Rooms, visitor: Visitor, wanted: Wanted, calls: list[Call]) -> list[Call]:
    """Those that show every word looked for, or in which it was written (open threads only)."""
    if not wanted.tokens:
        return calls
    left: dict[int, tuple[str, ...]] = {}
    for call in calls:
        name = column_of(call, visitor.staff.id, rooms.now())
        title = rooms.pages.macro(TEMPLATE, "title")(name)
        html = _call(rooms, _entry(rooms, visitor, call, name)).render()
        left[call.id] = missing(wanted.tokens, words_of(f"{title} {html}"))
    still_open = {c.conversation_id: left[c.id] for c in calls if not c.closed_at and left.get(c.id)}
    found = _written(rooms, still_open)
    return [c for c in calls if left.get(c.id) == () or (not c.closed_at and c.conversation_id in found)]


def _written(rooms: Rooms, wanted: dict[int, tuple[str, ...]]) -> set[int]:
    """The open conversations in which these words were written."""
    with rooms.db.reading() as tx:
        return in_threads(wanted, said_in(tx, wanted))
