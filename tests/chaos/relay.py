"""A youth who talks with a médiatrice while bots die: her words leave once, or she is asked what to do."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable

from backend.db import Database
from backend.script import load_script
from tests.chaos.moved_clock import MovedClock
from tests.chaos.reckoning import lines_of
from tests.chaos.youths import Youth, said
from tests.mediator import Mediator

NEVERS = "nevers-sud-nivernais"


class Relay:
    """Nadia's page is in this process, which is not killed."""

    def __init__(self, youth: Youth, db: Database, clock: MovedClock) -> None:
        self.youth, self.db = youth, db
        self.nadia = Mediator(db, load_script("http://127.0.0.1:8000", clock, team=NEVERS))
        self.wrote: list[str] = []

    async def talks(self, over: Callable[[], bool]) -> None:
        """She takes the thread, and writes a word now and then."""
        self.youth.writes("/humain")
        await self.youth.until(self.youth.shown)
        handover = (await asyncio.to_thread(self.nadia.sees))[0]
        await asyncio.to_thread(self.nadia.claims, handover)
        while not over():
            self.wrote.append(f"Mot {len(self.wrote)} de Nadia")
            await asyncio.to_thread(self.nadia.replies, handover, self.wrote[-1])
            await asyncio.sleep(self.youth.random.uniform(0.0, 0.15))

    def account(self) -> dict[str, int]:
        """Her lines: how many there are, stand on the phone twice, are lost without a word, wait for her decision."""
        shown = Counter(said(bubble) for bubble in self.youth.shown())
        lines = [line for line in lines_of(self.db, self.youth) if line.author == "mediator"]
        lost = [line for line in lines if not shown[line.text] and line.state != "unknown"]
        return {
            "lines": len(lines),
            "forgotten": len(self.wrote) - len(lines),
            "twice": sum(shown[text] > 1 for text in self.wrote),
            "lost": len(lost),
            "unknown": sum(line.state == "unknown" for line in lines),
        }
