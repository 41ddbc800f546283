"""Live pages: a page is made of parts; the parts that changed are sent to it, rendered."""

from __future__ import annotations

import asyncio
import time
import zlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from fastapi import Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response
from fastapi.sse import EventSourceResponse, format_sse_event

from backend.console.problems import Problem, SignInFirst
from backend.live import Bell

EVERY = 1.0
"""Seconds: another process may have changed something without ringing our bell."""
OFTEN = 0.1
"""Seconds between two looks at least: a burst of a thousand turns is looked at ten times a second."""
QUIET = 15
"""After so many looks without news a comment is sent, so that nobody on the way closes the line."""


@dataclass(frozen=True)
class Part:
    """A fragment of a page. The same version means the same content; `render` is called only for news."""

    id: str
    version: str
    render: Callable[[], str]


Look: TypeAlias = Callable[[], list[Part]]
"""Reads the database, for someone. Raises Problem when there is nothing to see any more."""
Versions: TypeAlias = dict[str, str]


def version_of(*values: Any) -> str:
    return f"{zlib.crc32(repr(values).encode()):08x}"


def edition(parts: list[Part]) -> str:
    """The version of a whole page: it begins with it, and says it when it comes back after a cut."""
    return version_of([(part.id, part.version) for part in parts])


@dataclass
class Watch:
    """What one open page has been told."""

    bell: Bell
    look: Look
    rung: int
    sent: Versions | None = None
    looked: float = 0.0

    async def pause(self) -> None:
        await asyncio.sleep(self.looked + OFTEN - time.monotonic())

    async def news(self, known: str = "") -> list[bytes]:
        """What changed since. Raises as `look` does."""
        self.rung, self.looked = self.bell.rung, time.monotonic()
        events, self.sent = await run_in_threadpool(news, self.look, self.sent, known)
        return events


async def live(request: Request, bell: Bell, look: Look) -> Response:
    """The stream of a page that has the edition `?vu=` (or of `Last-Event-ID`). Raises as `look` does."""
    page = Watch(bell, look, bell.rung)
    missed = await page.news(request.headers.get("last-event-id") or request.query_params.get("vu", ""))
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return EventSourceResponse(follow(page, missed), headers=headers)


async def follow(page: Watch, missed: list[bytes]) -> AsyncIterator[bytes]:
    """Events `part` until the page is left, the session ends (`signed-out`), or the server stops."""
    yield format_sse_event(retry=2000, comment="passerelle")
    for event in missed:
        yield event
    quiet = 0
    while not page.bell.closed:
        await page.bell.wait(EVERY, page.rung)
        await page.pause()
        events, ends = await _more(page)
        for event in events:
            yield event
        if ends:
            return
        quiet = 0 if events else quiet + 1
        if quiet % QUIET == QUIET - 1:
            yield format_sse_event(comment="")


async def _more(page: Watch) -> tuple[list[bytes], bool]:
    """The next events, and whether they are the last."""
    try:
        return await page.news(), False
    except SignInFirst:
        return [format_sse_event(event="signed-out", data_str="")], True
    except Problem:
        return [format_sse_event(event="gone", data_str="")], True


def news(look: Look, sent: Versions | None, known: str) -> tuple[list[bytes], Versions]:
    """What changed since, as events; the last one carries the edition."""
    parts = look()
    if sent is None:
        sent = {p.id: p.version for p in parts} if edition(parts) == known else {}
    fresh = [part for part in parts if sent.get(part.id) != part.version]
    if not fresh:
        return [], sent
    ids = [*[None for _ in fresh[1:]], edition(parts)]
    events = [_event(part, id_) for part, id_ in zip(fresh, ids, strict=True)]
    return events, {part.id: part.version for part in parts}


def _event(part: Part, id_: str | None) -> bytes:
    return format_sse_event(event="part", data_str=part.render(), id=id_)
