"""One of several processes of a simulated day: takes updates by webhook; the first one sends, and minds the clock.

    python -m bot.simulation.process URL TEAM CLOCK API GRAIN [--first]
says `ready PORT`, answers each `cpu` on its input with what it has spent, and ends with its input.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
import sys
from pathlib import Path
from time import process_time

import uvicorn
from fastapi import FastAPI

from backend.console.serving import Server
from backend.console.wire import careful
from backend.live import Bell
from backend.neighbours import neighbours
from backend.outbox import Outbox
from bot.listening import listen
from bot.loop import run
from bot.outbound import Telegram
from bot.simulation.day import script_of
from bot.simulation.ground import connected, settings_for
from bot.simulation.moment import Shared
from bot.simulation.rounds import Rounds
from bot.starting import look_through_rarely, settle_in
from bot.telegram import make_bot
from bot.webhook import webhook

SECRET = "simulated"  # noqa: S105  # opens nothing
LOOKS = 0.02
"""Seconds between two looks at the simulated clock."""


async def main(url: str, team: str, clock: str, api: str, grain: str, *role: str) -> None:
    """Until the input ends."""
    settings = settings_for(url, api).model_copy(update={"port": 0})
    db, bell, moment = connected(url), Bell(), Shared(Path(clock))
    script = script_of(settings, moment, team)
    settle_in()
    bot = make_bot(settings, "", 0)
    app = FastAPI(openapi_url=None)
    app.include_router(webhook(bot, db, script, bell, SECRET))
    rounds = Rounds(db, script, settings, bell, float(grain))
    works = [_minds(rounds, moment), Outbox(db, Telegram(bot), moment, bell).run()] if role else []
    with neighbours(db, bell):
        async with bot.session:
            tasks = [asyncio.create_task(work) for work in (*works, _serve(app, bell, rounds))]
            await tasks[-1]
    os._exit(0)


async def _minds(rounds: Rounds, moment: Shared) -> None:
    while True:
        await asyncio.to_thread(rounds.act, moment.elapsed)
        await asyncio.sleep(LOOKS)


async def _serve(app: FastAPI, bell: Bell, rounds: Rounds) -> None:
    taken = listen(settings_for("sqlite://").model_copy(update={"port": 0}))
    server = Server(uvicorn.Config(app, **careful()), bell)
    serving = asyncio.create_task(server.serve(sockets=[taken]))
    await server.ready.wait()
    print(f"ready {taken.getsockname()[1]}", flush=True)  # noqa: T201  # to who started us
    while await asyncio.to_thread(sys.stdin.readline):
        spent = {"cpu": process_time(), "rounds": rounds.spent, "failed": rounds.failed}
        print(json.dumps(spent), flush=True)  # noqa: T201
    serving.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await serving


if __name__ == "__main__":
    look_through_rarely()
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    run(main(*sys.argv[1:]))
