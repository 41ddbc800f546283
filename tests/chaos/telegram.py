"""Telegram's side while bots die: the desk in this process, over real HTTP, and who sees what passes its door."""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
from collections.abc import AsyncIterator, Callable
from typing import Any

import uvicorn
from starlette.responses import Response

from bot.desk.app import desk_app
from bot.desk.state import Desk

SHOWING = ("sendmessage", "sendvenue", "senddocument", "editmessagetext")


class Door:
    """Before the Bot API: says when updates were `handed` to a bot, and when a line was `shown` before a bot knows."""

    def __init__(self, app: Any, desk: Desk) -> None:
        self.app, self.desk = app, desk
        self.watcher: Callable[[str], bool] | None = None
        self.handed: set[int] = set()
        """update_ids that some bot has, or had, in its hands."""
        self.inside = 0
        """Calls that are being answered."""
        offer = desk.webhook._offer

        async def watched(client: Any, update: Any) -> bool:
            self.handed.add(update["update_id"])
            asyncio.get_running_loop().call_soon(self.tell, "handed")
            return await offer(client, update)

        desk.webhook._offer = watched

    def tell(self, moment: str) -> bool:
        """Whether it was killed at that."""
        return bool(self.watcher and self.watcher(moment))

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        method = scope.get("path", "").rpartition("/")[2].lower()
        if method == "getupdates" and self.tell("confirming"):
            app = Response(status_code=500)  # as if the dead one had not come to say it
            await app(scope, receive, send)
            return

        async def seen(message: Any) -> None:
            if method in SHOWING and message["type"] == "http.response.start":
                self.tell("shown")
            await send(message)
            if method == "getupdates" and message.get("body"):
                self._given(json.loads(message["body"]).get("result"))

        self.inside += method in SHOWING
        try:
            await self.app(scope, receive, seen)
        finally:
            self.inside -= method in SHOWING

    async def falls_silent(self) -> None:
        """What a dead bot had sent off before it died arrives yet."""
        await asyncio.sleep(0.01)
        while self.inside:
            await asyncio.sleep(0.001)

    def _given(self, updates: Any) -> None:
        if updates:
            self.handed.update(update["update_id"] for update in updates)
            self.tell("handed")


class Telegram:
    """The desk, its address and its door."""

    def __init__(self, app: Any, port: int) -> None:
        self.desk: Desk = app.state.desk
        self.door = Door(app, self.desk)
        self.base = f"http://127.0.0.1:{port}"

    def last(self) -> int:
        """The number of the newest message of all."""
        return max((max(bubbles) for bubbles in self.desk.bubbles.values() if bubbles), default=0)


@contextlib.asynccontextmanager
async def telegram() -> AsyncIterator[Telegram]:
    """It is there until the block ends, whatever becomes of the bots."""
    with socket.create_server(("127.0.0.1", 0), backlog=1024) as taken:
        made = Telegram(desk_app(), taken.getsockname()[1])
        config = uvicorn.Config(made.door, log_level="error", timeout_graceful_shutdown=1, lifespan="on")
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve(sockets=[taken]))
        while not server.started:
            await asyncio.sleep(0.005)
        try:
            yield made
        finally:
            made.desk.webhook.stop()
            made.desk.let_go()
            server.should_exit = True
            await serving
