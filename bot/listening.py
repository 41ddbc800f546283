"""The port, held before anything starts; and the line between a process and those it started."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from backend.settings import Settings

READY = b"r"


def listen(settings: Settings) -> socket.socket:
    """The port, taken before anything starts, so that «address in use» is said at once. Raises OSError."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    taken = socket.socket(family, socket.SOCK_STREAM)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((settings.host, settings.port))
        taken.listen(1024)
    except OSError:
        taken.close()
        raise
    return taken


class Lifeline:
    """A worker's end of the line to the process that started it: it says that it is ready, and hears when to end.

    Whatever becomes of the other side, even kill -9: the line is cut then, and the worker ends too.
    """

    def __init__(self, wire: socket.socket) -> None:
        self.wire = wire
        wire.setblocking(False)

    @asynccontextmanager
    async def held(self, ready: asyncio.Event, end: Callable[[], object]) -> AsyncIterator[None]:
        """Inside, `end` is called once the line is cut, and the other side is told when we are ready."""
        loop, telling = asyncio.get_running_loop(), asyncio.create_task(self._tell(ready))
        loop.add_reader(self.wire, self._cut, end)
        try:
            yield
        finally:
            telling.cancel()
            loop.remove_reader(self.wire)

    async def _tell(self, ready: asyncio.Event) -> None:
        await ready.wait()
        await asyncio.get_running_loop().sock_sendall(self.wire, READY)

    def _cut(self, end: Callable[[], object]) -> None:
        asyncio.get_running_loop().remove_reader(self.wire)
        end()
