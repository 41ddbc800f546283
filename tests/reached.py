"""A young person whose phone is on the desk Telegram: they write through the corridor, the outbox answers."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlmodel import select

from backend.models import Conversation, Line
from flows.events import Said
from tests.bot.desk.hand import Hand
from tests.youth import Youth


@dataclass
class Reached(Youth):
    """A youth whose phone is on the desk: what is said to them leaves by the outbox only."""

    hand: Hand = field(kw_only=True)

    def says(self, text: str = "/aide") -> None:
        self.turn(Said(text))

    async def shown(self) -> list[str]:
        screen = await self.hand.screen(int(self.address))
        return [b.get("text", "") for b in screen["bubbles"] if b["author"] == "bot"]

    def lines(self, author: str = "guide") -> list[Line]:
        mine = select(Line).join(Conversation).where(Conversation.address == self.address).order_by(Line.seq)
        with self.db.reading() as tx:
            return [line for line in tx.exec(mine) if line.author == author]

    def fates(self, author: str = "guide") -> list[tuple[str, bool]]:
        """What became of each line, and whether it may have come twice."""
        return [(line.state, line.again) for line in self.lines(author)]

    async def trouble(self, kind: str, **more) -> None:
        await self.hand.post("/control/faults", kind=kind, chat_id=int(self.address), **more)
