"""What Telegram gives a bot, and a Telegram on its worst day: it answers with whatever it was told to."""

from __future__ import annotations

import asyncio
import json
import threading
from collections import deque
from typing import Any

from aiogram import Bot
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Update
from fastapi import FastAPI, Request, Response
from sqlmodel import select

from backend.models import Conversation, Line, SetAside
from tests.bot.desk.conftest import PromptSession

HEEDED = {"getUpdates", "setWebhook", "getWebhookInfo"}
CERTIFIED = {"has_custom_certificate": False}
TOKEN = "99:a-token-that-no-log-may-hold"


def said(number: int, text: Any, chat: int = 42) -> dict[str, Any]:
    who = {"id": chat, "is_bot": False, "first_name": "Lou"}
    message = {"message_id": number, "date": 0, "chat": {"id": chat, "type": "private"}, "from": who}
    return {"update_id": number, "message": {**message, "text": text}}


def tapped(number: int, data: str, chat: int = 42) -> dict[str, Any]:
    who = {"id": chat, "is_bot": False, "first_name": "Lou"}
    return {
        "update_id": number,
        "callback_query": {"id": "1", "from": who, "chat_instance": "1", "data": data},
    }


def updates(*bodies: dict[str, Any]) -> list[Update]:
    return [Update.model_validate(body) for body in bodies]


def heard(db, chat: int = 42) -> list[str]:
    """What was kept of one youth, in order."""
    theirs = select(Line.text).join(Conversation, Conversation.id == Line.conversation_id)
    theirs = theirs.where(Line.author == "youth", Conversation.address == str(chat))
    with db.reading() as tx:
        return list(tx.exec(theirs.order_by(Line.seq)))


def aside(db) -> dict[str, str]:
    """What was set aside, by its number."""
    with db.reading() as tx:
        return {row.key.rpartition(":")[2]: row.error for row in tx.exec(select(SetAside))}


class Wire:
    """`answers` come first, as they are; then what is pending, by offset and limit."""

    def __init__(self) -> None:
        self.answers: deque[tuple[int, str]] = deque()
        self.pending: dict[int, str] = {}
        self.asked: list[dict[str, Any]] = []
        self.called: list[str] = []
        self.info: dict[str, Any] = {}
        self.stuck = ""
        """A method that answers only once the gate is open."""
        self.gate = threading.Event()
        self.app = FastAPI()
        self.app.add_api_route("/bot{token}/{method}", self.answer, methods=["POST"])

    def gives(self, *bodies: dict[str, Any] | str) -> None:
        for number, body in enumerate(bodies, 1):
            self.pending[number] = body if isinstance(body, str) else json.dumps(body)

    async def answer(self, method: str, request: Request) -> Response:
        self.called.append(method)
        if method == "getUpdates":
            self.asked.append(json.loads(await request.body()))
        if method == self.stuck:
            await asyncio.to_thread(self.gate.wait, 30)
        if method in HEEDED and self.answers:
            status, text = self.answers.popleft()
            return Response(text, status, media_type="application/json")
        if method == "setWebhook":
            self.info = {"url": "https://passerelle.example/hook", "pending_update_count": 0, **CERTIFIED}
        if method != "getUpdates":
            return _json(json.dumps(self.info) if method == "getWebhookInfo" else "true")
        asked = self.asked[-1]
        for number in [n for n in self.pending if n < (asked.get("offset") or 0)]:
            del self.pending[number]
        return _json(f"[{','.join(list(self.pending.values())[: asked['limit']])}]")

    def bot(self, base: str) -> Bot:
        return Bot(TOKEN, session=PromptSession(api=TelegramAPIServer.from_base(base)))


def _json(result: str) -> Response:
    return Response(f'{{"ok":true,"result":{result}}}', media_type="application/json")
