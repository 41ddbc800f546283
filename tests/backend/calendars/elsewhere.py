"""A web server on this machine where calendars of others lie; names lead to it as tests say."""

from __future__ import annotations

import asyncio
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
    sent: int = 0
    base: str = ""

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http":
            return
        request = Request(scope)
        self.asked.append(request)
        await self.answer(request)(scope, receive, send)

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
        yield b"BEGIN:VCALENDAR\r\n"
        while True:
            self.sent += 100_000
            yield b"X" * 100_000

    async def slow(self):
        """It never ends, a byte at a time."""
        while True:
            yield b"B"
            await asyncio.sleep(0.01)

    def url(self, path: str = "/cal.ics", host: str = HOST) -> str:
        return f"http://{host}:{self.base.rpartition(':')[2]}{path}"


def outside(*machines: str, known: str = "127.0.0.1", patience: float = 10.0) -> Outside:
    """Every name leads to these machines; the one that tests talk to is held for a public one."""

    async def resolve(host: str, port: int) -> list[str]:
        return list(machines) or [known]

    return Outside(
        plain=True, resolve=resolve, may=lambda ip: ip == ip_address(known) or ip.is_global, patience=patience
    )
