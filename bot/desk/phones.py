"""The phones' own API, under `/phone`: who there is, and what changes, for the page and for tests."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Annotated, cast

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, Field

from bot.desk.errors import Json
from bot.desk.state import Desk
from bot.desk.view import summary

router = APIRouter(prefix="/phone")
HEARTBEAT = 15.0


def the_desk(request: Request) -> Desk:
    return cast("Desk", request.app.state.desk)


OnDesk = Annotated[Desk, Depends(the_desk)]


class NewPhone(BaseModel):
    first_name: str = Field(min_length=1, max_length=64)
    language_code: str = Field("fr", max_length=8)
    started: bool = False


@router.post("", status_code=201)
async def add_phone(desk: OnDesk, new: NewPhone) -> Json:
    return summary(desk, desk.phone(new.first_name, new.language_code, new.started))


@router.get("")
async def list_phones(desk: OnDesk) -> list[Json]:
    return [summary(desk, phone) for phone in desk.phones.values() if not phone.gone]


@router.get("/events")
async def events(desk: OnDesk, phone: int | None = None) -> StreamingResponse:
    """Server-sent events `changed`, data `{"phone": id}`: one at each change, of all phones or of one."""
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(_stream(desk, phone), media_type="text/event-stream", headers=headers)


async def _stream(desk: Desk, phone: int | None) -> AsyncIterator[str]:
    queue = desk.live.watch()
    try:
        yield "retry: 1000\n\n"
        while (changed := await _next(queue)) != 0:
            if changed is None:
                yield ": here\n\n"
            elif phone in (None, changed):
                yield f"event: changed\ndata: {json.dumps({'phone': changed})}\n\n"
    finally:
        desk.live.leave(queue)


async def _next(queue: asyncio.Queue[int]) -> int | None:
    try:
        async with asyncio.timeout(HEARTBEAT):
            return await queue.get()
    except TimeoutError:
        return None


@router.get("/files/{file_id}")
async def download(desk: OnDesk, file_id: str) -> Response:
    file = desk.files.get(file_id)
    if file is None:
        raise HTTPException(404, "no such file")
    quiet = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox"}
    return Response(desk.store.content(file.id), media_type=file.mime, headers=quiet)
