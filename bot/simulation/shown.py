"""The console of a simulated day that is watched: its pages, on the simulated clock, for whoever wants to look on."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import uvicorn

from backend.console.serving import Server
from backend.console.wire import careful
from bot.house import House, web
from bot.listening import listen
from bot.simulation.day import Day


@asynccontextmanager
async def shown(day: Day, house: House) -> AsyncIterator[None]:
    """While the day is played, its pages are on PORT of 127.0.0.1; Ctrl-C ends both. Raises OSError: it is taken."""
    taken = listen(house.settings)
    server = Server(uvicorn.Config(web(house), timeout_graceful_shutdown=1, **careful()), day.bell)
    serving = asyncio.create_task(server.serve(sockets=[taken]))
    serving.add_done_callback(lambda _: day.stop())
    await server.ready.wait()
    host, port = taken.getsockname()[:2]
    sys.stdout.write(f"Watch it at http://{host}:{port}/connexion\n")
    sys.stdout.flush()
    try:
        yield
    finally:
        server.should_exit = True
        with suppress(asyncio.CancelledError):
            await serving
