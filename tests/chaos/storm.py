"""Phones that write while bots are killed, one after the other, and what became of it all."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Coroutine
from dataclasses import asdict, dataclass, field
from random import Random
from typing import Any

from sqlmodel import col, func, select

from backend.db import Database
from backend.models import Line
from tests.chaos.bots import Bot, Deployment, Zygote
from tests.chaos.evenings import evenings, reminded
from tests.chaos.reaper import Kill, Reaper
from tests.chaos.reckoning import account, bookings, set_aside
from tests.chaos.relay import Relay
from tests.chaos.telegram import Telegram
from tests.chaos.youths import Youth

LEASE = 61
"""Seconds after which the lines of a dead sender are anybody's (PostgreSQL): the clock is moved over them."""
WAITING = 60.0


@dataclass(frozen=True)
class Plan:
    """How much happens. Everything that is left to chance follows from the seed."""

    seed: int
    kills: int
    messages: int
    askers: int
    bookers: int
    evenings: int
    """Of the kills so many fall while appointments are called to mind."""


@dataclass
class Scene:
    """Where it happens: bots are started between a Telegram and a database."""

    zygote: Zygote
    deployment: Deployment
    db: Database
    telegram: Telegram

    def starts(self, delivery: str, *, first: bool = True, port: int = 0) -> Bot:
        return self.zygote.starts(self.deployment, delivery, first=first, port=port)

    def leases_end(self) -> None:
        if not self.db.is_sqlite:
            self.zygote.clock.goes_on(seconds=LEASE)

    async def rests(self) -> None:
        """Until Telegram has no update and the database no line that waits. Raises TimeoutError."""
        async with asyncio.timeout(WAITING):
            while self.telegram.desk.updates.pending or self._due():
                await asyncio.sleep(0.02)

    def _due(self) -> int:
        with self.db.reading() as tx:
            return tx.exec(select(func.count()).select_from(Line).where(col(Line.due).is_not(None))).one()


@dataclass
class Storm:
    """One run on one database."""

    plan: Plan
    scene: Scene
    random: Random = field(init=False)
    youths: list[Youth] = field(default_factory=list)
    bookers: list[Youth] = field(default_factory=list)
    over: bool = False

    def __post_init__(self) -> None:
        self.random = Random(self.plan.seed)
        self.db, self.desk = self.scene.db, self.scene.telegram.desk
        self.reaper = Reaper(self.scene.telegram, self.db, self.random)

    @property
    def written(self) -> int:
        return sum(len(youth.written) + youth.taps for youth in self.youths)

    def starts(self) -> tuple[Bot, str]:
        delivery = self.random.choice(("polling", "webhook"))
        return self.scene.starts(delivery), delivery

    async def blows(self) -> dict[str, Any]:
        """All of it, until it is quiet again. Returns what happened, in numbers."""
        by_day = self.plan.kills - self.plan.evenings
        async with asyncio.TaskGroup() as acting:
            for act in self._people():
                acting.create_task(act)
            for number in range(by_day):
                bot, delivery = self.starts()
                await self._enough(number)
                await self.reaper.takes(bot, delivery)
                self.scene.leases_end()
            self.over = True
            bot, _ = self.starts()
        await self.scene.rests()
        bot.dies()
        await evenings(self, self.plan.evenings)
        return self.report()

    def _people(self) -> list[Coroutine[Any, Any, None]]:
        askers = [Youth(self.desk, f"Lou {n}", Random(n)) for n in range(self.plan.askers)]
        self.bookers = [Youth(self.desk, f"Sam {n}", Random(n)) for n in range(self.plan.bookers)]
        self.youths = askers + self.bookers
        pause = self.plan.messages / max(1, self.plan.bookers)
        booking = [self._books(youth, n * pause) for n, youth in enumerate(self.bookers)]
        self.relay = Relay(Youth(self.desk, "Noa", Random(0)), self.db, self.scene.zygote.clock)
        talk = self.relay.talks(lambda: self.over)
        return [*map(self._asks, askers), *booking, talk]

    async def _asks(self, youth: Youth) -> None:
        number = 0
        while not self.over or self.written < self.plan.messages:
            number += 1
            await youth.asks(number)
            await asyncio.sleep(youth.random.uniform(0.0, 0.05))

    async def _books(self, youth: Youth, after: float) -> None:
        """One after the other, so that somebody books all the time."""
        while self.written < after and not self.over:
            await asyncio.sleep(0.02)
        await youth.books()

    async def _enough(self, number: int) -> None:
        """The kills are spread over all that is written."""
        while self.written < number * self.plan.messages / (self.plan.kills - self.plan.evenings):
            await asyncio.sleep(0.01)

    def report(self) -> dict[str, Any]:
        kills = self.reaper.kills
        accounts = [asdict(account(self.db, youth, kills)) for youth in self.youths]
        amiss = [doubt for one in accounts for doubt in one.pop("doubts")]
        total = {name: sum(one[name] for one in accounts) for name in accounts[0]}
        once, appointments = bookings(self.db, self.bookers)
        return {
            "seed": self.plan.seed,
            "kills": len(kills),
            **total,
            "doubts": amiss,
            "set_aside": set_aside(self.db),
            "bookers": len(self.bookers),
            "booked_once": once,
            "appointments": appointments,
            "reminded": reminded(self.db, self.plan.evenings),
            "relay": self.relay.account(),
            "fell": fell(kills),
        }


def fell(kills: list[Kill]) -> dict[str, int]:
    """Where the kills fell. One may have fallen into several at once."""
    return {
        "before a commit": sum(kill.uncommitted > 0 for kill in kills),
        "between commit and confirming": sum(kill.unconfirmed > 0 for kill in kills),
        "while a line was on its way": sum(kill.leased > 0 for kill in kills),
        **Counter(kill.delivery for kill in kills),
    }
