"""Uvicorn, stopping at once: open live pages would otherwise hold it until a second Ctrl-C."""

from __future__ import annotations

import asyncio
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn
from fastapi import FastAPI

from backend.console.wire import careful
from backend.live import Bell
from backend.neighbours import neighbours


class Server(uvicorn.Server):
    """Tells the bell before it waits for its open connections."""

    def __init__(self, config: uvicorn.Config, bell: Bell) -> None:
        super().__init__(config)
        self.bell = bell
        self.ready = asyncio.Event()
        """Set once people can come in."""
        self.stopping: list[Callable[[], object]] = []
        """What must end before the open connections can."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Ctrl-C and SIGTERM end `serve` and are not raised again: what runs beside it ends in its time."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        loop = asyncio.get_running_loop()
        for sign in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(sign, self.handle_exit, sign, None)
        try:
            yield
        finally:
            for sign in (signal.SIGINT, signal.SIGTERM):
                loop.remove_signal_handler(sign)

    async def startup(self, sockets: list[Any] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()

    async def shutdown(self, sockets: list[Any] | None = None) -> None:
        self.bell.close()
        for end in self.stopping:
            end()
        await super().shutdown(sockets)


async def serve(app: FastAPI, bell: Bell, listen: Callable[[], socket.socket]) -> None:
    """The pages alone, until SIGINT or SIGTERM. Raises OSError if the port is taken."""
    config = uvicorn.Config(app, timeout_graceful_shutdown=5, **careful())
    with neighbours(app.state.rooms.db, bell):
        await Server(config, bell).serve(sockets=[listen()])
