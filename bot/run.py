"""One process: pages, bot, sender and ticks, and the desk Telegram where there is no token; or one of several."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import uvicorn
from aiogram import Bot
from apscheduler.schedulers.background import BackgroundScheduler
from fastapi import FastAPI

from backend.console.serving import Server, serve
from backend.console.wire import careful
from backend.neighbours import neighbours
from backend.outbox import Outbox
from backend.pace import pace_of
from backend.team.sending import Crier
from bot.composing import composing
from bot.desk.app import TOKEN, desk_app
from bot.hooking import Hook
from bot.house import DESK_STORE, House, web
from bot.introducing import introduce_elsewhere
from bot.lasting import lasting
from bot.listening import Lifeline, listen
from bot.outbound import Telegram
from bot.polling import Poller
from bot.receipts import Receipts
from bot.standing import Standing
from bot.starting import settle_in
from bot.telegram import introduce, learn_name, make_bot
from bot.ticks import ticks
from bot.timekeeping import Timekeeper
from bot.webhook import PATH, first, webhook

STOPPING = 2
"""Seconds that open connections are given when the process stops."""
SENDING = 1.5
"""Seconds that what is on its way is given then. What takes longer is sent again by the next process, and marked."""


async def run(house: House, *, told: Callable[[], None] | None = None) -> None:
    """Everything, until SIGINT or SIGTERM. `told` is called once people can come in. Raises OSError."""
    await _serve(house, listen(house.settings), lambda bot: web(house, Telegram(bot)), told)


async def run_first(
    house: House, taken: socket.socket, line: Lifeline, *, told: Callable[[], None] | None
) -> None:
    """The first of several processes: everything, and what only one may do (polling, sending, the clock)."""
    await _serve(house, taken, lambda bot: web(house, Telegram(bot)), told, line)


async def run_other(house: House, taken: socket.socket, line: Lifeline) -> None:
    """Another of several: pages, and the webhook where there is one."""
    bot = make_bot(house.settings, TOKEN, 0)
    app = web(house, Telegram(bot))
    _open_webhook(house, bot, app)
    server = _server(house, app)
    learning = asyncio.gather(learn_name(bot, house.settings), asyncio.to_thread(settle_in))
    with neighbours(house.db, house.bell):
        async with bot.session, _held(line, server):
            await server.serve(sockets=[taken])
    learning.cancel()


async def run_bot(house: House) -> None:
    """The bot without the pages. It listens only where someone calls it: a webhook, or the desk's phones."""
    await _serve(house, listen(house.settings), lambda _: FastAPI(openapi_url=None), None)


async def run_pages(house: House) -> None:
    """The pages without the bot. They read files from Telegram themselves; the desk's are in another process."""
    if house.settings.uses_desk:
        await serve(web(house), house.bell, lambda: listen(house.settings))
        return
    bot = make_bot(house.settings, "", 0)
    async with bot.session:
        await serve(web(house, Telegram(bot)), house.bell, lambda: listen(house.settings))


async def _serve(
    house: House,
    taken: socket.socket,
    build: Callable[[Bot], FastAPI],
    told: Callable[[], None] | None,
    line: Lifeline | None = None,
) -> None:
    bot = make_bot(house.settings, TOKEN, taken.getsockname()[1])
    app = build(bot)
    _open_webhook(house, bot, app)
    server = _server(house, app)
    with neighbours(house.db, house.bell):
        async with (
            bot.session,
            _desk(house, app, server),
            _tasks(house, bot, server, told),
            composing(bot, house.db, house.bell.presence),
            _held(line, server),
        ):
            await server.serve(sockets=[taken])


def _server(house: House, app: FastAPI) -> Server:
    return Server(uvicorn.Config(app, timeout_graceful_shutdown=STOPPING, **careful()), house.bell)


def _held(line: Lifeline | None, server: Server) -> contextlib.AbstractAsyncContextManager[None]:
    """Where somebody started us: they hear that we are ready, and we end with them."""

    def end() -> None:
        server.should_exit = True

    return line.held(server.ready, end) if line else contextlib.nullcontext()


def _open_webhook(house: House, bot: Bot, app: FastAPI) -> None:
    if house.settings.telegram_mode == "webhook":
        pace, secret = house.settings.youth_pace, house.settings.webhook_secret.get_secret_value()
        route = webhook(bot, house.db, house.script, house.bell, secret, house.reception, pace)
        first(app, route)


@contextlib.asynccontextmanager
async def _desk(house: House, app: FastAPI, server: Server) -> AsyncIterator[None]:
    """The desk Telegram, on the same port, where no token is given."""
    if not house.settings.uses_desk:
        yield
        return
    telegram = desk_app(DESK_STORE)
    app.mount("/desk", telegram)
    telegram.state.desk.start()
    server.stopping.append(telegram.state.desk.let_go)
    try:
        yield
    finally:
        telegram.state.desk.close()


@contextlib.asynccontextmanager
async def _tasks(
    house: House, bot: Bot, server: Server, told: Callable[[], None] | None
) -> AsyncIterator[None]:
    """What runs beside the server: it begins when the pages answer, and ends after them."""
    pace = pace_of(house.settings)
    outbox = Outbox(house.db, Telegram(bot), house.script.now, house.bell, pace)
    mail = bool(house.settings.smtp_url.get_secret_value())
    crier = Crier(house.db, Telegram(bot), house.script, house.bell, mail=mail, pace=pace)
    scheduler = ticks(house.db, house.script, house.bell, house.settings)
    scheduler.start()
    receipts = Receipts(house.db, bot, house.bell)
    keeping = asyncio.create_task(Timekeeper(house.db, house.script.now, scheduler).run())
    works = (partial(_begin, house, bot, server, told), outbox.run, crier.run, receipts.run)
    reading, *sending = (asyncio.create_task(lasting(work)) for work in works)
    server.stopping.append(reading.cancel)
    try:
        yield
    finally:
        reading.cancel()
        keeping.cancel()
        receipts.stop()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(_ended(scheduler, outbox, crier, reading, *sending), SENDING)


async def _ended(
    scheduler: BackgroundScheduler, outbox: Outbox, crier: Crier, *works: asyncio.Task[None]
) -> None:
    """A job of the clock that takes long is left where it is: what it had not committed is done again."""
    clock = asyncio.get_running_loop().run_in_executor(ThreadPoolExecutor(1), scheduler.shutdown)
    await asyncio.gather(clock, outbox.stop(), crier.stop(), *works, return_exceptions=True)


async def _begin(house: House, bot: Bot, server: Server, told: Callable[[], None] | None) -> None:
    await server.ready.wait()
    if told:
        with contextlib.suppress(OSError):  # nobody reads what we print any more
            told()
    await asyncio.to_thread(settle_in)
    await introduce(bot, house.script.wording, house.settings)
    await asyncio.gather(_receive(house, bot), introduce_elsewhere(bot, house))


def _receive(house: House, bot: Bot) -> Coroutine[Any, Any, None]:
    settings = house.settings
    if settings.telegram_mode == "webhook":
        secret, url = settings.webhook_secret.get_secret_value(), settings.base_url + PATH
        return Hook(bot, url, secret, Standing(house.db, house.script, house.reception)).run()
    return _poll(house, bot)


async def _poll(house: House, bot: Bot) -> None:
    with contextlib.suppress(Exception):
        await bot.delete_webhook()
    await Poller(bot, house.db, house.script, house.bell, house.reception, house.settings.youth_pace).run()
