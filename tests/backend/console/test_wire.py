"""Connections that dawdle, and heads without end: over a real socket."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager

import pytest
import uvicorn

from backend.console.serving import Server
from backend.console.wire import HEAD, Measured, careful
from backend.live import Bell
from backend.settings import Settings
from bot.listening import listen

WHOLE = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nabcd"


class Hasty(Measured):
    head_within, body_within = 0.2, 0.2


async def page(scope, receive, send) -> None:
    if scope["type"] == "http":
        body, more = b"", True
        while more:
            message = await receive()
            body, more = body + message.get("body", b""), message.get("more_body", False)
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"4")]})
        await send({"type": "http.response.body", "body": body.ljust(4, b"?")[:4]})


@asynccontextmanager
async def served(**more):
    taken = listen(Settings(_env_file=None, port=0))
    server = Server(uvicorn.Config(page, lifespan="off", **careful(**more)), Bell())
    running = asyncio.create_task(server.serve(sockets=[taken]))
    await server.ready.wait()
    reader, writer = await asyncio.open_connection(*taken.getsockname()[:2])
    try:
        yield reader, writer
    finally:
        writer.close()
        server.should_exit = True
        await running


@pytest.mark.parametrize("begun", [b"", b"GET / HT", WHOLE[:-1]])
async def test_who_dawdles_is_hung_up_on(begun):
    async with served(http=Hasty) as (reader, writer):
        writer.write(begun)
        async with asyncio.timeout(10):
            assert b"200" not in await reader.read()


async def test_a_head_without_end_is_not_kept():
    async with served() as (reader, writer):
        writer.write(b"GET / HTTP/1.1\r\nX: " + b"a" * (2 * HEAD))
        async with asyncio.timeout(10):
            assert (await reader.readline()).startswith(b"HTTP/1.1 431")


async def test_who_asks_properly_is_answered_as_often_as_they_like_on_one_connection():
    async with served() as (reader, writer):
        for _ in range(3):
            writer.write(WHOLE)
            assert (await reader.readuntil(b"\r\n\r\nabcd")).startswith(b"HTTP/1.1 200")
