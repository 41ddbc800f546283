"""Who stands before us. What a forwarding header says is believed only of a proxy that the settings name."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from backend.proxies import is_address, is_one_of, networks


class Proxies:
    """Gives every request the address, the scheme and the host that the outermost of our own proxies was asked by.

    Of anybody else `X-Forwarded-*` is not even looked at.
    """

    def __init__(self, app: ASGIApp, *, trusted: str) -> None:
        self.app, self.trusted = app, networks(trusted)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self.trusted and scope["type"] == "http" and self._ours((scope["client"] or ("", 0))[0]):
            self._believe(scope, Headers(scope=scope))
        await self.app(scope, receive, send)

    def _believe(self, scope: Scope, said: Headers) -> None:
        if came := self._first_stranger(",".join(said.getlist("x-forwarded-for"))):
            scope["client"] = (came, 0)
        if (scheme := _last(said.getlist("x-forwarded-proto"))) in {"http", "https"}:
            scope["scheme"] = scheme
        if host := _last(said.getlist("x-forwarded-host")):
            others = [(name, value) for name, value in scope["headers"] if name != b"host"]
            scope["headers"] = [*others, (b"host", host.encode("latin-1"))]

    def _first_stranger(self, chain: str) -> str:
        """From the right: each proxy writes behind what it was told, and what a visitor made up stands on the left."""
        came = ""
        for name in reversed([name.strip() for name in chain.split(",")]):
            if not is_address(name):
                break
            came = name
            if not self._ours(name):
                break
        return came

    def _ours(self, name: str) -> bool:
        return is_one_of(name, self.trusted)


def _last(values: list[str]) -> str:
    """What the nearest proxy says."""
    return values[-1].rpartition(",")[2].strip() if values else ""
