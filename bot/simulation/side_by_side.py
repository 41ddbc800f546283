"""A simulated day with several processes: everybody at once, the clock as fast as replies come.

Who acts within half a minute of somebody that still waits is let go on; nobody is farther ahead.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import cycle
from time import perf_counter, process_time

import aiohttp
from sqlalchemy import bindparam, func, select

from backend.db import Database
from backend.leases import LEASE
from backend.live import Bell
from backend.models import Conversation, Line
from backend.rows import table_of
from backend.settings import Settings
from bot.inbound import CHANNEL
from bot.simulation.characters import characters
from bot.simulation.country import residents
from bot.simulation.crew import ENDED, Hand
from bot.simulation.day import script_of
from bot.simulation.moment import Shared
from bot.simulation.phones import TWICE, Phones
from bot.simulation.plan import Plan, Spent
from bot.simulation.process import SECRET
from bot.simulation.sky import Sky
from bot.simulation.team import Team
from bot.simulation.updates import Json
from bot.webhook import HEADER, PATH

AT_ONCE = 30
"""Phones that wait for a reply, at most: Telegram opens 40 connections, a process has 30 to its database."""
AHEAD = 30.0
"""Simulated seconds that the others may be ahead of one who waits."""
SILENCE = 0.5
"""Seconds after which an update that was taken is held for one that nothing is said to, if nothing waits to leave."""
LOOK = 0.005
MARGIN = 5.0
"""Simulated seconds before the end of a lease at which the clock waits."""
TAKEN = 200
_LINE, _TALK = table_of(Line), table_of(Conversation)
_DUE = (
    select(_LINE.c.id)
    .join(_TALK, _TALK.c.id == _LINE.c.conversation_id)
    .where(
        _TALK.c.channel == CHANNEL, _TALK.c.address == bindparam("address"), _LINE.c.due <= bindparam("now")
    )
    .limit(1)
)
_SENDING = select(func.min(_LINE.c.due)).where(_LINE.c.due.is_not(None), _LINE.c.state == "sending")


@dataclass
class Crowd:
    """Everybody, in front of several processes."""

    plan: Plan
    db: Database
    settings: Settings
    team_slug: str
    clock: Shared
    bell: Bell
    spent: Spent = field(default_factory=Spent)

    def __post_init__(self) -> None:
        self.script = script_of(self.settings, self.clock, self.team_slug)
        people = characters(self.plan.youths, self.plan.hours, self.plan.seed, residents())
        self.phones = Phones(people, self.plan.seed, self.clock.start, self.clock)
        self.sky = Sky(self.phones)
        self.team = Team(self.db, self.script, self.phones, self.clock, self.plan.seed)
        self.turns: defaultdict[int, asyncio.Lock] = defaultdict(asyncio.Lock)
        """One update of a chat at a time, in their order."""
        self.under_way: set[asyncio.Task[None]] = set()
        self.tried_again, self.safe_until = 0, 0.0

    async def play(self, hands: Sequence[Hand]) -> None:
        """From midnight to the end; then until all is said."""
        ports, began, processor = cycle([hand.port for hand in hands]), perf_counter(), process_time()
        async with aiohttp.ClientSession(headers={HEADER: SECRET}) as http:
            try:
                await self._to_the_end(http, hands, ports)
            finally:  # nothing of ours is under way any more when the connections close
                for task in self.under_way:
                    task.cancel()
                await asyncio.gather(*self.under_way, return_exceptions=True)
        self.spent.real = self.spent.taking = perf_counter() - began
        self.spent.whole = process_time() - processor

    async def _to_the_end(
        self, http: aiohttp.ClientSession, hands: Sequence[Hand], ports: Iterator[int]
    ) -> None:
        while (moment := self._next()) < self.plan.end:
            if any(hand.process.returncode is not None for hand in hands):
                raise RuntimeError(ENDED)
            if self._must_wait(moment) or not await self._may_pass(moment):
                await asyncio.sleep(LOOK)
                continue
            self.clock.goes_to(moment)
            await self._staff(moment)
            for number in self.phones.act(moment + LOOK):
                self._post(http, self.phones.updates.pop(number), next(ports))
            await asyncio.sleep(0)
        await asyncio.gather(*self.under_way)

    async def _staff(self, moment: float) -> None:
        due = self.team.next_moment()
        wanted = self.team.looks_at if due is None else min(due, self.team.looks_at)
        if wanted <= moment and await asyncio.to_thread(self.team.act, moment + LOOK):
            self.bell.ring()

    def _next(self) -> float:
        """When somebody acts, or the staff look at their inbox."""
        moments = (self.phones.next_moment(), self.team.next_moment(), self.team.looks_at)
        return min(moment for moment in moments if moment is not None)

    def _must_wait(self, moment: float) -> bool:
        waiting = self.phones.unanswered
        return bool(waiting) and (len(waiting) >= AT_ONCE or moment > min(waiting.values()) + AHEAD)

    async def _may_pass(self, moment: float) -> bool:
        """No sender may be held for dead because the clock ran on while it was sending."""
        if moment > self.safe_until:
            self.safe_until = await asyncio.to_thread(self._first_lease)
            self.clock.goes_to(min(moment, self.safe_until))
        return moment <= self.safe_until

    def _first_lease(self) -> float:
        """Until when the clock may go: what is under way must be settled by then; what will be has as long from now."""
        with self.db.reading() as tx:
            until = tx.execute(_SENDING).scalar_one()
        lease = self.clock.elapsed + LEASE.total_seconds()
        return (lease if until is None else min(lease, (until - self.clock.start).total_seconds())) - MARGIN

    def _post(self, http: aiohttp.ClientSession, update: Json, port: int) -> None:
        task = asyncio.create_task(self._deliver(http, update, f"http://127.0.0.1:{port}{PATH}"))
        self.under_way.add(task)
        task.add_done_callback(self.under_way.discard)

    async def _deliver(self, http: aiohttp.ClientSession, update: Json, url: str) -> None:
        """As Telegram does: again until it is taken, and now and then once more."""
        address, number = _whose(update), update["update_id"]
        async with self.turns[address]:
            self.phones.given[number] = perf_counter()
            while not await self._taken(http, update, url):
                self.tried_again += 1
                await asyncio.sleep(0.2)
            if self.phones.chance.random() < TWICE:
                self.phones.repeated += 1
                await self._taken(http, update, url)
        behind = True
        while behind:
            await asyncio.sleep(SILENCE)
            behind = await asyncio.to_thread(self._is_to_be_told, address)
        self.phones.nothing_follows(address, number)

    def _is_to_be_told(self, address: int) -> bool:
        """A sender that is behind is no silence."""
        with self.db.reading() as tx:
            due = {"address": str(address), "now": self.clock()}
            return tx.execute(_DUE, due).first() is not None

    async def _taken(self, http: aiohttp.ClientSession, update: Json, url: str) -> bool:
        with contextlib.suppress(aiohttp.ClientError, TimeoutError):
            async with http.post(url, json=update) as answer:
                return answer.status == TAKEN
        return False


def _whose(update: Json) -> int:
    told = update.get("message") or update.get("callback_query") or update["my_chat_member"]
    return int(told["from"]["id"])
