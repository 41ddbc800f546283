"""Live pages: when one that is open looks again, and how it is told what changed."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from fastapi import Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response
from fastapi.sse import EventSourceResponse, format_sse_event
from sqlalchemy.exc import SQLAlchemyError

from backend.console.parts import Look, Part, Told, edition, news, version_of
from backend.console.problems import Problem, SignInFirst
from backend.console.rooms import Rooms, rooms_of
from backend.live import Bell

__all__ = ["Part", "edition", "live", "version_of"]
log = logging.getLogger(__name__)
EVERY = 1.0
"""Seconds: another process may have changed something without ringing our bell."""
OFTEN = 0.1
"""Seconds between two looks of a page at least: a burst of a thousand turns is looked at ten times a second."""
SURELY = 10.0
"""Seconds: by then a page looks at all of it if anything at all changed, whatever its glance says."""
QUIET = 15
"""After so many seconds without news a comment is sent, so that nobody on the way closes the line."""
Glance: TypeAlias = Callable[[], Any]
"""What costs little to read and is other when the page is (almost always) other."""


@dataclass
class Watch:
    """One open page: what it has been told, and what it knew when it looked last."""

    rooms: Rooms
    look: Look
    about: int | None = None
    """The conversation that it shows; None: it looks whatever rings."""
    glance: Glance | None = None
    around: Glance = str
    """What is not in the database: who else is here."""
    told: Told | None = None
    rung: int = 0
    seen: Any = None
    glanced: Any = None
    looked: float = 0.0
    cost: float = 0.0
    silent_since: float = field(default_factory=time.monotonic)

    async def pause(self) -> None:
        """Not more often than this page needs, nor than all who are here can afford."""
        soon = self.looked + OFTEN - time.monotonic()
        await asyncio.sleep(max(soon, self.rooms.pulse.pause(self.cost)))

    async def news(self, known: str = "") -> list[bytes]:
        """What changed since. Raises as `look` does."""
        self.rung, self.looked = self.rooms.bell.rung, time.monotonic()
        return await run_in_threadpool(self._news, known)

    def _news(self, known: str) -> list[bytes]:
        began = time.thread_time()
        self.seen, self.glanced = self._signs(), self.glance() if self.glance else None
        events, self.told = news(self.look, self.told, known)
        self.cost = time.thread_time() - began
        return events

    def _signs(self) -> Any:
        """What tells that it is worth looking, without reading a row: the pulse, the minute, who is here."""
        now = self.rooms.now()
        return self.rooms.pulse.beat(), now.replace(second=0, microsecond=0), self.around()

    def is_other(self) -> bool:
        """Nothing rang. Is there news all the same? Raises as `glance` does."""
        signs = self._signs()
        if signs == self.seen:
            return False
        if self.glance is None or signs[1:] != self.seen[1:] or self.looked + SURELY < time.monotonic():
            return True
        return bool(self.glance() != self.glanced)


async def live(
    request: Request,
    bell: Bell,
    look: Look,
    *,
    about: int | None = None,
    glance: Glance | None = None,
    around: Glance = str,
) -> Response:
    """The stream of a page that has the edition `?vu=` (or of `Last-Event-ID`). Raises as `look` does.

    A page about one conversation wakes when that one rings; `glance` and `around` as in Watch.
    """
    page = Watch(rooms_of(request), look, about, glance, around, rung=bell.rung)
    missed = await page.news(request.headers.get("last-event-id") or request.query_params.get("vu", ""))
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return EventSourceResponse(follow(page, missed), headers=headers)


async def follow(page: Watch, missed: list[bytes]) -> AsyncIterator[bytes]:
    """Events `part` until the page is left, the session ends (`signed-out`), or the server stops."""
    yield format_sse_event(retry=2000, comment="passerelle")
    for event in missed:
        yield event
    bell = page.rooms.bell
    while not bell.closed:
        await bell.wait(EVERY, page.rung, page.about)
        events, ends = await _more(page)
        for event in events:
            yield event
        if ends:
            return
        if comment := _alive(page, events):
            yield comment


def _alive(page: Watch, events: list[bytes]) -> bytes:
    """A comment, if the line has been silent for long."""
    now = time.monotonic()
    if not events and now - page.silent_since < QUIET:
        return b""
    page.silent_since = now
    return b"" if events else format_sse_event(comment="")


async def _more(page: Watch) -> tuple[list[bytes], bool]:
    """The next events, and whether they are the last."""
    if page.rooms.bell.closed:
        return [], True
    try:
        if not page.rooms.bell.has_rung(page.rung, page.about) and not await run_in_threadpool(page.is_other):
            return [], False
        await page.pause()
        return await page.news(), False
    except SignInFirst:
        return [format_sse_event(event="signed-out", data_str="")], True
    except Problem:
        return [format_sse_event(event="gone", data_str="")], True
    except SQLAlchemyError as error:  # the database is away: the page stays, and looks again
        log.warning("a live page: %s", type(error).__name__)
        await asyncio.sleep(EVERY)
        return [], False
