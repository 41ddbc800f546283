"""The honest 👌: a médiateur who holds the floor has the message before their eyes. A courtesy: once, never retried."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.types import ReactionTypeEmoji
from sqlalchemy import bindparam
from sqlmodel import col, select

from backend.db import Database, Tx
from backend.handover.models import Handover
from backend.live import Bell
from backend.models import Conversation, Line
from bot.inbound import CHANNEL

log = logging.getLogger(__name__)
READ = "👌"
PATIENCE = 2.0
"""Seconds between two looks when nothing rings: the pages may be in another process."""
BREATH = 0.2
"""Seconds between two looks in any case: each line that anybody writes rings."""
MARGIN = timedelta(minutes=1)
"""So much is looked at again: another process may have another clock, or be slow to commit."""
NEVER = datetime(1970, 1, 2, tzinfo=UTC)
MOST = 20
"""Messages of one chat at a time, the last ones: a burst needs no thirty receipts."""


@dataclass(frozen=True)
class Receipt:
    """A message that was read."""

    address: str
    outside_id: str


_READ: Any = (
    select(Conversation.id, Conversation.address, Conversation.read_seq, Handover.opened_at)
    .join(Handover, col(Handover.conversation_id) == Conversation.id)
    .where(Conversation.channel == CHANNEL, Conversation.owner == "mediator", Conversation.read_seq > 0)
    .where(col(Handover.closed_at).is_(None))
)
_LATELY: Any = select(Conversation.id, Conversation.read_seq).where(
    col(Conversation.read_at) > bindparam("since"), col(Conversation.read_at).is_not(None)
)
"""Asked alone: together with the rest SQLite would begin with every handover that is open."""
_THOSE: Any = _READ.where(col(Conversation.id).in_(bindparam("those", expanding=True)))
_LATEST: Any = (
    select(Conversation.read_at)
    .where(col(Conversation.read_at).is_not(None))
    .order_by(col(Conversation.read_at).desc())
    .limit(1)
)


class Receipts:
    """Sees how far was read, and puts the mark. What was read before a restart is past."""

    def __init__(self, db: Database, bot: Bot, bell: Bell) -> None:
        self.db, self.bot, self.bell = db, bot, bell
        self.told: dict[int, int] = {}
        """How far each conversation was told of."""
        self.until = NEVER
        """Until when we have looked at what was read, by the clocks of those who serve the pages."""
        self.closing = False

    def stop(self) -> None:
        """Start nothing more."""
        self.closing = True
        self.bell.ring()

    async def run(self) -> None:
        """Until `stop`."""
        await asyncio.to_thread(self.begin)
        while not (self.closing or self.bell.closed):
            rung = self.bell.rung
            try:
                await self.look()
            except Exception as error:  # noqa: BLE001  # a courtesy: say so without words, and go on
                log.info("receipts: %s", type(error).__name__)
                await asyncio.sleep(PATIENCE)
            await self.bell.wait(PATIENCE, rung)
            await asyncio.sleep(BREATH)

    def begin(self) -> None:
        """What was read before is past."""
        with self.db.reading() as tx:
            self.told = {row.id: row.read_seq for row in tx.execute(_READ)}
            self.until = tx.execute(_LATEST).scalar() or NEVER

    async def look(self) -> int:
        """Put the marks that are due. How many there were."""
        due = await asyncio.to_thread(self._due)
        for receipt in due:
            await self._put(receipt)
        return len(due)

    def _due(self) -> list[Receipt]:
        with self.db.reading() as tx:
            latest = tx.execute(_LATEST).scalar() or NEVER
            lately = tx.execute(_LATELY, {"since": min(self.until, latest) - MARGIN}).all()
            those = [row.id for row in lately if row.read_seq > self.told.get(row.id, 0)]
            news = tx.execute(_THOSE, {"those": those}).all() if those else []
            found = [receipt for row in news for receipt in _messages(tx, row, self.told.get(row.id, 0))]
        self.told |= {row.id: row.read_seq for row in news}
        self.until = latest
        return found

    async def _put(self, receipt: Receipt) -> None:
        where = int(receipt.address), int(receipt.outside_id)
        try:
            await self.bot.set_message_reaction(*where, reaction=[ReactionTypeEmoji(emoji=READ)])
        except (AiogramError, TimeoutError) as error:
            log.info("a receipt failed: %s", type(error).__name__)


def _messages(tx: Tx, row: Any, told: int) -> list[Receipt]:
    """What the youth wrote to a human since the last receipt: neither taps nor what the guide was told."""
    theirs = select(Line.outside_id).where(Line.conversation_id == row.id, Line.author == "youth")
    read = theirs.where(col(Line.seq) > told, col(Line.seq) <= row.read_seq, col(Line.at) > row.opened_at)
    messages = read.where(col(Line.outside_id).is_not(None), col(Line.kind).not_in(("tap", "edited")))
    newest = tx.exec(messages.order_by(col(Line.seq).desc()).limit(MOST)).all()
    return [Receipt(row.address, outside) for outside in reversed(newest) if outside]
