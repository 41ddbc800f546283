"""Before any page: under which name we were asked for, how often, and with how much."""

from __future__ import annotations

import math
from http import HTTPStatus
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from backend.console.pacing import Buckets, Pace, whose
from backend.console.problems import Problem, problem_page
from backend.console.rooms import rooms_of
from backend.proxies import is_address
from backend.settings import Settings, is_loopback

HEAD = 32_768
"""Bytes of an address with its headers. Ours have less than two thousand."""
BODY = 48 * 1024 * 1024
"""Bytes that anybody may send at all; every form has a lower limit of its own."""
FREE = ("/appeler/", "/static/", "/telegram/", "/desk/")
"""Never told to wait: a number to call in danger; what pages are made of; Telegram, who has a secret; the desk."""
ANY_NAME = ("/sante", "/telegram/")
"""Whoever watches over the server asks it by whatever name; and Telegram proves itself by a secret."""
DOOR = ("/connexion", "/mot-de-passe")
PAGES = Pace(burst=600, a_second=20)
"""A whole mission locale may share one address."""
ENTERING = Pace(burst=40, a_second=0.5)
"""Forms sent at the door."""


class Gate:
    """What does not pass is answered with a plain page, before anybody's session is looked up."""

    def __init__(self, app: ASGIApp, *, settings: Settings) -> None:
        self.app = app
        self.names = names_of(settings)
        self.any_number = not settings.public_url and not is_loopback(settings.host)
        self.pages, self.entering = Buckets(PAGES), Buckets(ENTERING)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        try:
            self._look(scope)
        except Problem as problem:
            await _refused(scope, receive, send, problem)
            return
        await self.app(scope, _counted(receive), send)

    def _look(self, scope: Scope) -> None:
        """Raises Problem (421, 429, 431)."""
        headers = scope["headers"]
        if sum(len(n) + len(v) for n, v in headers) + len(scope["path"]) + len(scope["query_string"]) > HEAD:
            raise Problem(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "431")
        if not scope["path"].startswith(ANY_NAME) and not self._is_ours(Headers(scope=scope).get("host", "")):
            raise Problem(HTTPStatus.MISDIRECTED_REQUEST, "421")
        if not scope["path"].startswith(FREE):
            self._count(scope)

    def _is_ours(self, host: str) -> bool:
        name = host_name(host)
        # Without a PUBLIC_URL the pages are asked for by number. A page of elsewhere can only lend us its name.
        return name in self.names or (self.any_number and is_address(name))

    def _count(self, scope: Scope) -> None:
        who = whose((scope["client"] or ("", 0))[0])
        if not who:
            return
        now = rooms_of(Request(scope)).now()
        entering = scope["method"] == "POST" and scope["path"].startswith(DOOR)
        wait = self.pages.wait(who, now) or (entering and self.entering.wait(who, now))
        if wait:
            raise Problem(HTTPStatus.TOO_MANY_REQUESTS, "429", wait=math.ceil(wait))


def names_of(settings: Settings) -> frozenset[str]:
    """The names under which the pages may be asked for: ours, and those of this very machine."""
    ours = urlsplit(settings.base_url).hostname or ""
    return frozenset({ours, settings.host.lower(), "127.0.0.1", "::1", "localhost"})


def host_name(host: str) -> str:
    """The name in a Host header without its port; "" if there is none to be read."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


async def _refused(scope: Scope, receive: Receive, send: Send, problem: Problem) -> None:
    page = problem_page(Request(scope), problem.status, problem.kind, {})
    if "wait" in problem.about:
        page.headers["Retry-After"] = str(problem.about["wait"])
    await page(scope, receive, send)


def _counted(receive: Receive) -> Receive:
    left = BODY

    async def counted() -> Message:
        nonlocal left
        message = await receive()
        left -= len(message.get("body", b""))
        if left < 0:
            raise Problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "413")
        return message

    return counted
