"""The Bot API over HTTP: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

import asyncio
import json
from typing import Any, cast

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from bot.desk.errors import BROKEN, NOT_FOUND, ApiError, Json
from bot.desk.faults import Fault
from bot.desk.methods import METHODS
from bot.desk.methods.receiving import RECEIVING
from bot.desk.params import Params, read_params
from bot.desk.state import Desk


class BrokenAnswer(Response):
    """An answer that promises a body and never sends it: the server closes the connection."""

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        headers = [(b"content-type", b"application/json"), (b"content-length", b"1000")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"{", "more_body": True})


async def bot_api(request: Request) -> Response:
    """One call of the bot."""
    desk = cast("Desk", request.app.state.desk)
    method = request.path_params["method"].lower()
    try:
        desk.profile.check(request.path_params["token"])
        params = await read_params(request)
    except ApiError as error:
        return _answer(error.body(), error.code)
    call = desk.faults.note(request.path_params["method"], params.values)
    fault = desk.faults.draw(method, params.integer("chat_id"))
    body, code = await _outcome(desk, method, params, fault)
    if fault is not None and fault.kind == "hang":
        await _hold(request, fault.seconds)
        return BrokenAnswer()
    if fault is not None and fault.kind == "delay":
        await asyncio.sleep(fault.seconds)
    call["code"] = code
    return _answer(body, code)


async def _outcome(desk: Desk, method: str, params: Params, fault: Fault | None) -> tuple[Json, int]:
    error = fault.error() if fault is not None else None
    try:
        if error is not None:
            raise error
        return {"ok": True, "result": await run(desk, method, params)}, 200
    except ApiError as refused:
        return refused.body(), refused.code


async def run(desk: Desk, method: str, params: Params) -> Any:
    """The result of a method by its lower-case name; ApiError if Telegram would refuse it."""
    if method in RECEIVING:
        return await RECEIVING[method](desk, params)
    if method not in METHODS:
        raise NOT_FOUND
    return METHODS[method](desk, params)


async def _hold(request: Request, seconds: float) -> None:
    """Keep the caller waiting until it gives up, at most `seconds`."""
    try:
        async with asyncio.timeout(seconds):
            while (await request.receive())["type"] != "http.disconnect":
                pass
    except TimeoutError:
        return


def _answer(body: Json, code: int) -> Response:
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return Response(text.encode(), code, media_type="application/json")


async def bot_file(request: Request) -> Response:
    """The bytes of a file, as getFile named it."""
    desk = cast("Desk", request.app.state.desk)
    try:
        desk.profile.check(request.path_params["token"])
    except ApiError as error:
        return _answer(error.body(), error.code)
    wanted = request.path_params["path"]
    found = next((file for file in desk.files.values() if file.path == wanted), None)
    if found is None:
        return _answer(NOT_FOUND.body(), 404)
    fault = desk.faults.draw("file", 0)
    if fault is not None and fault.error() is not None:
        return _answer(BROKEN.body(), 500)
    content = desk.store.content(found.id)
    return (
        CutShort(content) if fault is not None else Response(content, media_type="application/octet-stream")
    )


class CutShort(Response):
    """A file that stops in the middle: the server closes the connection."""

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        headers = [(b"content-length", str(len(self.body)).encode())]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        half = bytes(self.body)[: len(self.body) // 2]
        await send({"type": "http.response.body", "body": half, "more_body": True})
