"""The Bot API client of the product, its calls answered in the same process: the same JSON both ways, no network."""

from __future__ import annotations

import json
from time import process_time
from typing import Any, Self

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.methods.base import TelegramMethod

from bot.simulation.sky import Sky

TOKEN = "42:simulated"  # noqa: S105  # opens nothing


class Wire(AiohttpSession):
    """What aiogram holds for a connection to Telegram. `spent`: seconds of processor of the other side."""

    def __init__(self, sky: Sky) -> None:
        super().__init__()
        self.sky, self.spent = sky, 0.0

    async def create_session(self) -> Any:
        return self

    async def close(self) -> None:
        """Nothing was opened."""

    def build_form_data(self, bot: Bot, method: TelegramMethod[Any]) -> Any:
        """Plain values instead of a form; of a file that goes up, nothing but its name."""
        fields = method.model_dump(warnings=False)
        return {name: value for name, one in fields.items() if (value := self.prepare_value(one, bot, {}))}

    def post(self, url: str, data: Any, **_: Any) -> Answer:
        began = process_time()
        values = json.loads(data) if isinstance(data, bytes) else data
        status, told = self.sky.call(url.rpartition("/")[2], values)
        body = json.dumps(told).encode()
        self.spent += process_time() - began
        return Answer(status, body)


class Answer:
    """An answer as it came over the wire."""

    def __init__(self, status: int, body: bytes) -> None:
        self.status, self.body = status, body

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        """Nothing is left open."""

    async def read(self) -> bytes:
        return self.body

    async def text(self) -> str:
        return self.body.decode()


def wired(sky: Sky) -> tuple[Bot, Wire]:
    """A bot whose Telegram is the sky."""
    wire = Wire(sky)
    return Bot(TOKEN, session=wire), wire
