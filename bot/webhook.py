"""Receiving by webhook: the secret is required, the update is committed before 200, 503 if it cannot be."""

from __future__ import annotations

import asyncio
import secrets
from json import JSONDecodeError

from aiogram import Bot
from aiogram.types import Update
from fastapi import APIRouter, Request, Response
from pydantic import ValidationError
from sqlalchemy.exc import SQLAlchemyError

from backend.db import Database
from backend.live import Bell
from backend.script import Script
from bot.courtesy import be_courteous, leave_groups
from bot.ingest import handle, touched

PATH = "/telegram/webhook"
HEADER = "x-telegram-bot-api-secret-token"
LARGEST = 1_000_000
"""Bytes. Telegram's updates are far smaller."""


def webhook(bot: Bot, db: Database, script: Script, bell: Bell, secret: str) -> APIRouter:
    """The route that Telegram calls."""
    router = APIRouter()

    @router.post(PATH)
    async def receive(request: Request) -> Response:
        given = request.headers.get(HEADER, "")
        if not secret or not secrets.compare_digest(given.encode(), secret.encode()):
            return Response(status_code=403)
        update = await _read(request)
        if update is None:
            return Response(status_code=400)
        try:
            handled = await asyncio.to_thread(handle, db, script, bot.id, [update])
        except SQLAlchemyError:
            return Response(status_code=503)
        bell.ring(*touched(handled))
        await be_courteous(bot, handled)
        await leave_groups(bot, script, [update])
        return Response(status_code=200)

    return router


async def _read(request: Request) -> Update | None:
    """The update, None if it is none or too large."""
    if int(request.headers.get("content-length", "0") or 0) > LARGEST:
        return None
    body = await request.body()
    try:
        return Update.model_validate_json(body) if len(body) <= LARGEST else None
    except (ValidationError, JSONDecodeError, UnicodeDecodeError):
        return None
