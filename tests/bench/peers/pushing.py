"""Telegram's side of a webhook: few connections, and a call again until the update is taken."""

from __future__ import annotations

import asyncio
from urllib.parse import urlsplit

from tests.bench.peers.youths import Crowd

CALLS = 20
"""At the same time. Each has a connection of its own, that stays."""
TAKEN = b"http/1.1 200"
AGAIN = 0.2
"""Seconds until an update that was not taken is given again."""
Wire = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Pusher:
    """Gives what youths say to the address that the bot has named; until then it waits."""

    def __init__(self, crowd: Crowd) -> None:
        self.crowd = crowd
        self.waiting: asyncio.Queue[str] = asyncio.Queue()
        self.calls: list[asyncio.Task[None]] = []
        self.told: tuple[str, str] | None = None
        """The address, and the secret that goes with it."""

    def begins(self) -> bool:
        """The bot is ready; whether we know where to call."""
        if self.told and not self.calls:
            self.calls = [asyncio.create_task(self._call(*self.told)) for _ in range(CALLS)]
            self.goes_on()
        return bool(self.told)

    def goes_on(self) -> None:
        """Somebody may have said something."""
        if self.calls:
            for text in self.crowd.give():
                self.waiting.put_nowait(text)

    async def _call(self, url: str, secret: str) -> None:
        at, wire = urlsplit(url), None
        where = at.hostname or "", at.port or 80
        while True:
            body = (await self.waiting.get()).encode()
            head = (
                f"POST {at.path} HTTP/1.1\r\nHost: {at.netloc}\r\nContent-Type: application/json\r\n"
                f"X-Telegram-Bot-Api-Secret-Token: {secret}\r\nContent-Length: {len(body)}\r\n\r\n"
            )
            taken = False
            while not taken:
                taken, wire = await _given(wire, where, head.encode() + body)
                await asyncio.sleep(0 if taken else AGAIN)


async def _given(wire: Wire | None, where: tuple[str, int], request: bytes) -> tuple[bool, Wire | None]:
    """Whether the update was taken; and the connection, if it stays."""
    try:
        reader, writer = wire or await asyncio.open_connection(*where)
        writer.write(request)
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        length = head.partition(b"content-length:")[2].partition(b"\r\n")[0]
        await reader.readexactly(int(length or 0))
    except (OSError, EOFError):
        return False, None
    if b"connection: close" in head:
        writer.close()
        return head.startswith(TAKEN), None
    return head.startswith(TAKEN), (reader, writer)
