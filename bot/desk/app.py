"""A Telegram on your desk: the Bot API, phones to play with, and trouble on demand."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from starlette.staticfiles import StaticFiles

from bot.desk import control, page, phone, phones
from bot.desk.acts import ImpossibleError
from bot.desk.api import bot_api, bot_file, run
from bot.desk.errors import ApiError, Json
from bot.desk.params import Params
from bot.desk.state import Desk
from bot.desk.webhook import Webhook

TOKEN = "700000000:desk-telegram-needs-no-secret"  # noqa: S105  the desk's own, worth nothing elsewhere


def desk_app(store_path: Path | None = None, token: str = TOKEN) -> FastAPI:
    """The desk as an app, to mount (`app.mount("/desk", desk_app(...))`) or to serve alone.

    `store_path` is an SQLite file, made if absent; without it all is in memory. `app.state.desk` is the Desk:
    a process that mounts the app calls `start()` on it in its own lifespan, and `close()` at its end.
    """
    app = FastAPI(title="desk", docs_url=None, redoc_url=None, openapi_url=None, lifespan=_lifespan)
    app.state.desk = _desk(token, store_path)
    app.add_route("/bot{token}/{method}", bot_api, methods=["GET", "POST"])
    app.add_route("/file/bot{token}/{path:path}", bot_file, methods=["GET"])
    for rooms in (phones.router, phone.router, control.router, page.router):
        app.include_router(rooms)
    app.mount("/static", StaticFiles(directory=page.STATIC))
    app.add_exception_handler(ImpossibleError, _impossible)
    return app


def _desk(token: str, store_path: Path | None) -> Desk:
    desk = Desk(token, store_path)

    async def taken(update: Json, spoken: Any) -> None:
        desk.confirmed([update])
        if spoken is not None:
            await _obey(desk, spoken)

    desk.webhook = Webhook(desk.store, desk.updates, taken)
    return desk


async def _obey(desk: Desk, spoken: Json) -> None:
    """Run the method a webhook answered with; its result is told to nobody, as with Telegram."""
    values = {key: value for key, value in spoken.items() if key != "method"}
    desk.faults.note(spoken["method"], values)["code"] = 200
    try:
        await run(desk, str(spoken["method"]).lower(), Params(values))
    except ApiError:
        return


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    app.state.desk.start()
    yield
    app.state.desk.close()


async def _impossible(_request: Request, why: Exception) -> JSONResponse:
    return JSONResponse({"detail": str(why)}, 409)
