"""kill -9 at chosen and at random moments, and where it fell."""

from __future__ import annotations

import asyncio
import signal
from collections import Counter
from dataclasses import dataclass, field
from random import Random

from sqlmodel import col, func, select

from backend.db import Database
from backend.models import Line, Seen
from bot.desk.app import TOKEN
from tests.chaos.bots import Bot
from tests.chaos.telegram import Telegram

QUIET = 1.0
"""Seconds after which one dies even if the moment did not come."""
KEY = f"telegram:{TOKEN.partition(':')[0]}:"


@dataclass(frozen=True)
class Aim:
    """The `nth` time that this happens, so many seconds later. Nothing happens «any» time."""

    moment: str
    nth: int
    later: float


def aims(random: Random, delivery: str) -> Aim:
    """While updates are in its hands, while a line is on its way, or any time at all, starting included."""
    match random.choice(("handed", "confirming", "shown", "shown", "any")):
        case "handed":
            return Aim("handed", random.randint(1, 3), random.uniform(0.0, 0.025))
        case "confirming" if delivery == "polling":
            return Aim("confirming", random.randint(2, 3), 0.0)
        case "shown" | "confirming":
            return Aim("shown", random.randint(1, 8), random.choice((0.0, random.uniform(0.0, 0.01))))
        case _:
            return Aim("any", 0, random.uniform(0.0, 0.4))


@dataclass
class Kill:
    """One of them: what was aimed at, what stood open just then, and the last message by then."""

    aim: Aim
    delivery: str
    last: int
    uncommitted: int
    """Updates in its hands of which nothing was kept: they come again, and are handled then."""
    unconfirmed: int
    """Updates that were kept, of which Telegram did not know: they come again, and nothing happens."""
    leased: int
    """Lines on their way, of unknown fate."""


@dataclass
class Reaper:
    """Who kills, and what he saw."""

    telegram: Telegram
    db: Database
    random: Random
    kills: list[Kill] = field(default_factory=list)

    async def takes(self, bot: Bot, delivery: str, chosen: Aim | None = None) -> None:
        """Kill this one at the next moment that chance chooses."""
        aim = chosen or aims(self.random, delivery)
        await self._strikes(bot, aim)
        bot.ends()
        await self.telegram.door.falls_silent()
        self.kills.append(self._looks(aim, delivery))

    async def _strikes(self, bot: Bot, aim: Aim) -> None:
        loop, done, seen = asyncio.get_running_loop(), asyncio.Event(), Counter[str]()

        def strike() -> None:
            if not done.is_set():
                bot.gets(signal.SIGKILL)
                done.set()

        def watch(moment: str) -> bool:
            seen[moment] += 1
            if moment != aim.moment or seen[moment] != aim.nth:
                return False
            loop.call_later(aim.later, strike) if aim.later else strike()
            return not aim.later

        self.telegram.door.watcher = watch
        late = loop.call_later(aim.later if aim.moment == "any" else QUIET, strike)
        await done.wait()
        late.cancel()
        self.telegram.door.watcher = None

    def _looks(self, aim: Aim, delivery: str) -> Kill:
        desk, door = self.telegram.desk, self.telegram.door
        open_ = {f"{KEY}{number}" for number in desk.updates.pending if number in door.handed}
        with self.db.reading() as tx:
            kept = tx.exec(select(func.count()).select_from(Seen).where(col(Seen.key).in_(open_))).one()
            leased = tx.exec(
                select(func.count()).where(Line.state == "sending", col(Line.due).is_not(None))
            ).one()
        return Kill(aim, delivery, self.telegram.last(), len(open_) - kept, kept, leased)
