"""How receiving stands: what its failures mean, how long to wait after them, and who is told."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Literal

from aiogram.exceptions import (
    AiogramError,
    TelegramConflictError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from sqlalchemy.exc import SQLAlchemyError

from backend.db import Database
from backend.reception import Reception, Waiting, remember
from backend.script import Script
from backend.troubles import trouble

PAUSES = (1.0, 2.0, 5.0, 15.0, 30.0)
SLOWLY = {"refused": 30.0, "conflict": 30.0}
"""Seconds between two tries where only an operator can help."""


class Standing:
    """Of the one process that receives, or that tells Telegram where to call."""

    def __init__(self, db: Database, script: Script, reception: Reception) -> None:
        self.db, self.script, self.reception = db, script, reception
        self.failures = 0
        self.told: Waiting | Literal["nothing"] | None = "nothing"
        """What the database knows of it."""

    async def flows(self) -> None:
        self.failures = 0
        self.reception.flows()
        if self.told is not None:
            await self._tell()

    async def waits(self, error: Exception) -> float:
        """A word to the operator: never the token, never words of a youth. How long to wait, in seconds."""
        self.failures += 1
        reason = reason_of(error)
        await self.says(reason, type(error).__name__)
        if isinstance(error, TelegramRetryAfter):
            return float(error.retry_after)
        return SLOWLY.get(reason) or PAUSES[min(self.failures, len(PAUSES)) - 1]

    async def says(self, reason: str, more: str = "") -> None:
        """Updates wait, and why."""
        if self.reception.waits(reason, self.script.now(), more):
            await self._tell()

    async def _tell(self) -> None:
        """The pages of other processes, if the database will have it."""
        with suppress(SQLAlchemyError):
            await asyncio.to_thread(self._write, self.reception.waiting)

    def _write(self, waiting: Waiting | None) -> None:
        with self.db.transaction() as tx:
            remember(tx, waiting)
        self.told = waiting


def reason_of(error: Exception) -> str:
    """Why updates wait, as `backend.reception` knows it. A token that is no token is «not found»."""
    match error:
        case TelegramUnauthorizedError() | TelegramNotFound():
            return "refused"
        case TelegramConflictError():
            return "conflict"
        case AiogramError() | TimeoutError() | OSError():
            return "telegram"
    return trouble(error) or "failure"
