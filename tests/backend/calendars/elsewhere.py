"""A web server on this machine where calendars of others lie; names lead to it as tests say."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass, field
from ipaddress import ip_address

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse

from backend.calendars.fetching import Outside
from tests.backend.calendars.ics import MEETING, ics

HOST = "agenda.exemple.fr"


@dataclass
class Elsewhere:
    """The app. `content` is what /cal.ics answers."""

    content: bytes = field(default_factory=lambda: ics(MEETING))
    status: int = 200
    asked: list[Request] = field(default_factory=list)
    over: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when the test has seen enough."""
    base: str = ""

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http":
            return
        request = Request(scope)
        self.asked.append(request)
        answering = asyncio.create_task(self.answer(request)(scope, receive, send))
        while (await receive())["type"] != "http.disconnect":
            pass
        self.over.set()
        await answering

    def answer(self, request: Request) -> Response:
        match request.url.path:
            case "/endless.ics":
                return StreamingResponse(self.endless())
            case "/slow.ics":
                return StreamingResponse(self.slow())
            case "/packed.ics":
                return Response(b"\x1f\x8b", headers={"Content-Encoding": "gzip"})
            case "/to":
                return RedirectResponse(request.query_params["there"])
            case _:
                return Response(self.content, self.status)

    async def endless(self):
        """Fifty megabytes, of which the last never come: whoever waits for them waits in vain."""
        for _ in range(60):
            yield b"X" * 100_000
        await self.over.wait()

    async def slow(self):
        """A byte at a time."""
        while not self.over.is_set():
            yield b"B"
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.over.wait(), 0.01)

    def url(self, path: str = "/cal.ics", host: str = HOST) -> str:
        return f"http://{host}:{self.base.rpartition(':')[2]}{path}"


def outside(*machines: str, known: str = "127.0.0.1", patience: float = 10.0) -> Outside:
    """Every name leads to these machines; the one that tests talk to is held for a public one."""

    async def resolve(host: str, port: int) -> list[str]:
        return list(machines) or [known]

    may = lambda ip: ip == ip_address(known) or ip.is_global  # noqa: E731
    return Outside(plain=True, ports=None, resolve=resolve, may=may, patience=patience)
