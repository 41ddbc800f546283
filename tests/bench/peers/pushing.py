"""Telegram's side of a webhook: few connections, and a call again until the update is taken."""

from __future__ import annotations

import asyncio
from urllib.parse import urlsplit

from tests.bench.peers.youths import Crowd

CALLS = 20
"""At the same time. Each has a connection of its own, that stays."""
AGAIN = 0.2
"""Seconds until an update that was not taken is given again."""
Wire = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Pusher:
    """Gives what youths say to the address that the bot has named; until then it waits."""

    def __init__(self, crowd: Crowd) -> None:
        self.crowd = crowd
        self.waiting: asyncio.Queue[str] = asyncio.Queue()
        self.calls: list[asyncio.Task[None]] = []

    def begins(self, url: str, secret: str) -> None:
        """The webhook is set."""
        if not self.calls:
            self.calls = [asyncio.create_task(self._call(url, secret)) for _ in range(CALLS)]
            self.goes_on()

    def goes_on(self) -> None:
        """Somebody may have said something."""
        if self.calls:
            for text in self.crowd.give():
                self.waiting.put_nowait(text)

    async def _call(self, url: str, secret: str) -> None:
        at, wire = urlsplit(url), None
        while True:
            body = (await self.waiting.get()).encode()
            head = (
                f"POST {at.path} HTTP/1.1\r\nHost: {at.netloc}\r\nContent-Type: application/json\r\n"
                f"X-Telegram-Bot-Api-Secret-Token: {secret}\r\nContent-Length: {len(body)}\r\n\r\n"
            )
            while not (wire := await _taken(wire, at.hostname or "", at.port or 80, head.encode() + body)):
                await asyncio.sleep(AGAIN)


async def _taken(wire: Wire | None, host: str, port: int, request: bytes) -> Wire | None:
    """The connection, still open, if the update was taken."""
    try:
        reader, writer = wire or await asyncio.open_connection(host, port)
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        length = head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0]
        await reader.readexactly(int(length or 0))
    except (OSError, EOFError):
        return None
    return (reader, writer) if head.startswith(b"HTTP/1.1 200") else None
