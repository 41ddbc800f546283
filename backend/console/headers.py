"""Headers that every answer carries, unless it brought its own."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
SAFE = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
A_YEAR = "max-age=31536000"
FILES = "/static/"
"""What pages are made of; browsers may keep it, and ask whether it has changed."""
KEPT = "public, no-cache"
"""An address with the print of its file (`?v=`) never changes what it gives."""
PRINTED = "public, max-age=31536000, immutable"
GIVEN = {200, 206, 304}


class SafeHeaders:
    """HSTS only behind https: on plain http it would be a lie."""

    def __init__(self, app: ASGIApp, *, https: bool) -> None:
        self.app = app
        self.headers = {**SAFE, "Strict-Transport-Security": A_YEAR} if https else SAFE

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if FILES in scope["path"] and message["status"] in GIVEN:
                    headers.setdefault("Cache-Control", PRINTED if b"v=" in scope["query_string"] else KEPT)
                for name, value in self.headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, with_headers if scope["type"] == "http" else send)
