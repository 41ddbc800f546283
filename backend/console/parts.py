"""Parts of a page: each can change alone; a page is told of those that did, rendered."""

from __future__ import annotations

import threading
import zlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from fastapi.sse import format_sse_event

REMEMBERED = 200
"""Editions of pages of which the versions of all parts are kept: what one of them misses after a cut is known."""


@dataclass(frozen=True)
class Part:
    """A fragment of a page. The same version means the same content; `render` is called only for news."""

    id: str
    version: str
    render: Callable[[], str]
    lasting: bool = False
    """It stays on the page when it is looked at no more: a line of a thread, once others have come after it."""
    within: str = ""
    """The list of the page in which it stands, if it is one of many."""


Look: TypeAlias = Callable[[], list[Part]]
"""Reads the database, for someone. Raises Problem when there is nothing to see any more."""


@dataclass(frozen=True)
class Told:
    """What a page shows: the version of each part, and its newest lasting part."""

    versions: dict[str, str] = field(default_factory=dict)
    newest: str = ""


_editions: OrderedDict[str, Told] = OrderedDict()


def version_of(*values: Any) -> str:
    return f"{zlib.crc32(repr(values).encode()):08x}"


def edition(parts: list[Part]) -> str:
    """The version of a whole page: it begins with it, and says it when it comes back after a cut."""
    told = told_by(parts)
    name = f"{version_of(list(told.versions.items()))}.{told.newest}"
    _editions[name] = told
    _editions.move_to_end(name)
    while len(_editions) > REMEMBERED:
        _editions.popitem(last=False)
    return name


def told_by(parts: list[Part]) -> Told:
    newest = next((part.id for part in reversed(parts) if part.lasting), "")
    return Told({part.id: part.version for part in parts}, newest)


def recalled(known: str) -> Told:
    """What a page shows that has this edition. From another process, or long ago: its newest lasting part at least."""
    return _editions.get(known) or Told(newest=known.partition(".")[2])


def news(look: Look, told: Told | None, known: str) -> tuple[list[bytes], Told]:
    """What changed since, as events; the last one carries the edition.

    If so much was said meanwhile that a page would have a hole, it is told to begin again (`stale`).
    """
    parts = look()
    name, now = edition(parts), told_by(parts)
    before = told or recalled(known)
    if before.newest and before.newest not in now.versions:
        return [format_sse_event(event="stale", data_str="")], now
    fresh = [part for part in parts if before.versions.get(part.id) != part.version]
    ids = [*[None for _ in fresh[1:]], name]
    return [_event(part, id_) for part, id_ in zip(fresh, ids, strict=False)], now


def _event(part: Part, id_: str | None) -> bytes:
    return format_sse_event(event="part", data_str=part.render(), id=id_)


class Drawn:
    """Fragments that are the same for everyone, rendered once."""

    def __init__(self, most: int = 1000) -> None:
        self._most, self._lock = most, threading.Lock()
        self._kept: OrderedDict[tuple[str, str], str] = OrderedDict()

    def once(self, id_: str, version: str, render: Callable[[], str]) -> str:
        """The fragment of this version, rendered if it is not at hand."""
        with self._lock:
            found = self._kept.get((id_, version))
        if found is None:
            found = render()
            with self._lock:
                self._kept[id_, version] = found
                while len(self._kept) > self._most:
                    self._kept.popitem(last=False)
        return found
