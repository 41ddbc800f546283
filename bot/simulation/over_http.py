"""The sky over HTTP, on this machine only, for processes apart."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from bot.simulation.sky import Sky


@asynccontextmanager
async def answering(sky: Sky) -> AsyncIterator[str]:
    """While the block runs. Gives its address, such as http://127.0.0.1:4711."""

    async def answer(request: web.BaseRequest) -> web.StreamResponse:
        as_json = request.content_type == "application/json"
        values = await request.json() if as_json else dict(await request.post())
        status, told = sky.call(request.path.rpartition("/")[2], values)
        return web.json_response(told, status=status)

    runner = web.ServerRunner(web.Server(answer))
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()
