"""Receiving by webhook: the secret is required, the update is committed before 200, 503 if it cannot be."""

from __future__ import annotations

import secrets
from functools import partial
from itertools import count
from typing import Any

from aiogram import Bot
from aiogram.types import Update
from fastapi import APIRouter, FastAPI, Request, Response

from backend.db import Database
from backend.live import Bell
from backend.reception import Reception
from backend.script import Script
from backend.troubles import trouble
from bot.courtesy import Courtesies
from bot.haste import Haste
from bot.ingest import handle, set_aside, touched
from bot.lanes import LANES, Full, Lanes
from bot.reading import begun, opened, read

PATH = "/telegram/webhook"
HEADER = "x-telegram-bot-api-secret-token"
LARGEST = 1_000_000
"""Bytes. Telegram's updates are far smaller."""
TURN = 25
"""After so many calls a connection is closed: the next may be let in by another process, one that has less to do."""
CLOSING = {"connection": "close"}
TAKEN, NO_UPDATE, FORGED, TOO_LARGE, AGAIN = 200, 400, 403, 413, 503


class Receiver:
    """What stands behind the route."""

    def __init__(
        self, bot: Bot, db: Database, script: Script, bell: Bell, reception: Reception, pace: int
    ) -> None:
        self.bot, self.db, self.script, self.bell, self.reception = bot, db, script, bell, reception
        self.courtesies = Courtesies(bot, script)
        take = partial(handle, db, script, bot.id, at_once=1, haste=Haste(pace))
        self.lanes = Lanes(take, 1 if db.is_sqlite else LANES)

    async def receive(self, body: bytes) -> int:
        """Take one update up. 200: it is kept, or nobody could ever read it. 400: it is none. 503: not now."""
        whole = len(body) <= LARGEST
        found = opened(body) if whole else begun(body)
        if found is None:
            return NO_UPDATE if whole else TOO_LARGE
        try:
            await self._take(found)
        except Exception as error:  # noqa: BLE001  # its message may hold words
            self._waits(error)
            return AGAIN
        self.reception.flows()
        return TAKEN

    async def _take(self, found: dict[str, Any]) -> None:
        updates, failures = read(self.bot, [found])
        if failures:
            await self.lanes.apart(partial(set_aside, self.db, self.script, failures))
        for update in updates:
            await self._handle(update)

    async def _handle(self, update: Update) -> None:
        handled = await self.lanes.handled(update)
        self.bell.ring(*touched(handled))
        self.courtesies.begin(handled, [update])

    def _waits(self, error: Exception) -> None:
        late = isinstance(error, Full | TimeoutError)
        reason = "busy" if late else trouble(error) or "failure"
        self.reception.waits(reason, self.script.now(), type(error).__name__)


def webhook(
    bot: Bot,
    db: Database,
    script: Script,
    bell: Bell,
    secret: str,
    reception: Reception | None = None,
    pace: int = 0,
) -> APIRouter:
    """The route that Telegram calls."""
    router = APIRouter()
    receiver = Receiver(bot, db, script, bell, reception or Reception(), pace)
    calls = count(1)

    @router.post(PATH)
    async def receive(request: Request) -> Response:
        given = request.headers.get(HEADER, "")
        if not secret or not secrets.compare_digest(given.encode(), secret.encode()):
            return Response(status_code=FORGED)
        code = await receiver.receive(await _body(request))
        return Response(status_code=code, headers=None if next(calls) % TURN else CLOSING)

    return router


def first(app: FastAPI, route: APIRouter) -> None:
    """Before the pages: each of them was asked whether it is meant, for a tenth of what a call costs."""
    app.include_router(route)
    app.router.routes.insert(0, app.router.routes.pop())


async def _body(request: Request) -> bytes:
    """What was sent, as far as it may go: of more, no more is read."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            break
    return bytes(body)
