"""How long and how large a request may be before it reaches any page: uvicorn's own reading waits for ever."""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEAD = 65_536
"""Bytes that may come before the head of a request is complete."""
HEAD_WITHIN, BODY_WITHIN = 20.0, 300.0
"""Seconds in which a head, and then what follows it, must have come: 10 MB by a slow line take four minutes."""
TOO_LARGE = b"HTTP/1.1 431 Request Header Fields Too Large\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"


class Measured(HttpToolsProtocol):
    """A connection on which nobody dawdles, and nobody sends a head without end."""

    head_within, body_within = HEAD_WITHIN, BODY_WITHIN
    _limit: asyncio.TimerHandle | None = None
    _ahead: int | None = 0
    """Bytes of a head that is not complete; None: there is none."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._within(self.head_within)

    def connection_lost(self, exc: Exception | None) -> None:
        self._within(None)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        begun = self._ahead
        super().data_received(data)
        if begun is not None and self._ahead is not None:
            self._ahead += len(data)
            if self._ahead > HEAD and not self.transport.is_closing():
                self.transport.write(TOO_LARGE)
                self.transport.close()

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._ahead = 0
        self._within(self.head_within)

    def on_headers_complete(self) -> None:
        self._ahead = None
        self._within(self.body_within)
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        self._within(None)
        super().on_message_complete()

    def _within(self, seconds: float | None) -> None:
        """What is being read must be complete by then."""
        if self._limit:
            self._limit.cancel()
        self._limit = self.loop.call_later(seconds, self.transport.close) if seconds else None


def careful(**more: Any) -> dict[str, Any]:
    """How every server of ours is set up. `proxies` settles who stands before us, not uvicorn by a guess."""
    return {
        "http": Measured,
        "ws": "none",
        "proxy_headers": False,
        "server_header": False,
        "log_level": "warning",
        **more,
    }
