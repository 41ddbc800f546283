"""Young people at their phones while bots die. They act on the desk directly: nobody draws their screens."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from functools import partial
from random import Random
from typing import TypeVar

from bot.desk import acts
from bot.desk.records import Bubble
from bot.desk.state import Desk
from tests.youth import plain_spaces

T = TypeVar("T")
PATIENCE = 60.0
"""Seconds that somebody waits for an answer, over several deaths."""
SLOT = re.compile(r"orientation:proposal:\d+\.")
CONFIRMED, CONFIRM = "C'est confirmé", "Confirmer"


class Youth:
    """One phone, what was written on it, and how often a button was tapped."""

    def __init__(self, desk: Desk, name: str, random: Random) -> None:
        self.desk, self.random = desk, random
        self.phone = desk.phone(name, "fr", started=False)
        self.written: list[str] = []
        self.taps = 0

    def writes(self, text: str) -> None:
        self.written.append(text)
        acts.write(self.desk, self.phone, text)

    def shown(self) -> list[Bubble]:
        """What the bot said, oldest first."""
        bubbles = self.desk.bubbles.get(self.phone.id, {})
        return [bubble for bubble in bubbles.values() if bubble.author == "bot" and not bubble.deleted]

    async def until(self, look: Callable[[], T | None]) -> T:
        """Look at each change of the phone until there is what is looked for. Raises TimeoutError."""
        async with asyncio.timeout(PATIENCE):
            while True:
                version = self.desk.live.version(self.phone.id)
                if found := look():
                    return found
                await self.desk.live.after(self.phone.id, version, PATIENCE)

    async def hears(self, words: str) -> None:
        await self.until(lambda: any(words in said(bubble) for bubble in self.shown()))

    async def tap(self, label: str) -> None:
        """The newest button whose label begins so; waits until there is one."""
        self.presses(*await self.until(lambda: self._button(label)))

    def presses(self, bubble: Bubble, data: str) -> None:
        self.taps += 1
        acts.tap(self.desk, self.phone, acts.Touch(bubble.body["message_id"], data))

    def _button(self, label: str) -> tuple[Bubble, str] | None:
        found = ((b, d) for b in reversed(self.shown()) for text, d in keys(b) if text.startswith(label))
        return next(found, None)

    async def asks(self, number: int) -> None:
        """A few words at once; most of the answers are awaited before the next, as people do."""
        for one in range(self.random.randint(1, 4)):
            self.writes(f"/aide {number}.{one}")
        left = self.random.randint(0, 2)
        await self.until(lambda: len(self.shown()) >= len(self.written) - left)

    async def books(self) -> None:
        """The eight taps, and as many more as there are slots that somebody else has just taken."""
        acts.start(self.desk, self.phone)
        self.written.append("/start")
        for label in ("C'est parti", "18 à 25 ans"):
            await self.tap(label)
        await self.hears("Tu habites où")
        self.writes("Imphy")
        for label in ("Travail", "C'est tout", "Trouver une offre", "Rien de spécial"):
            await self.tap(label)
        seen = 0
        while next_step := await self.until(partial(self._to_do, seen)):
            seen = self.shown()[-1].body["message_id"]
            if isinstance(next_step, str):
                return
            self.presses(*next_step)

    def _to_do(self, seen: int) -> tuple[Bubble, str] | str | None:
        """What the newest words ask for: confirm, choose one of the slots; or that all is done."""
        new = [bubble for bubble in self.shown() if bubble.body["message_id"] > seen]
        if any(CONFIRMED in said(bubble) for bubble in new):
            return CONFIRMED
        confirm = [(b, data) for b in new for text, data in keys(b) if text.startswith(CONFIRM)]
        slots = [(b, data) for b in new for _, data in keys(b) if SLOT.match(data)]
        return confirm[-1] if confirm else self.random.choice(slots) if slots else None


def said(bubble: Bubble) -> str:
    """Its words, as tests are typed; of a place on the map its name."""
    body = bubble.body
    return plain_spaces(body.get("text") or body.get("caption") or body.get("venue", {}).get("title", ""))


def keys(bubble: Bubble) -> list[tuple[str, str]]:
    """Label and data of its buttons."""
    rows = bubble.body.get("reply_markup", {}).get("inline_keyboard", [])
    return [
        (plain_spaces(k["text"]), k["callback_data"]) for row in rows for k in row if "callback_data" in k
    ]
