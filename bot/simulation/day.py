"""A simulated day in one process: phones, Telegram, the product and its staff, one moment after the other.

Nothing runs side by side here: the same seed gives the same day, on either engine.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from time import monotonic, perf_counter, process_time

from backend.db import Database
from backend.live import Bell
from backend.script import Script, load_script
from backend.settings import Settings
from bot.outbound import Telegram
from bot.polling import Poller
from bot.simulation.characters import characters
from bot.simulation.country import residents
from bot.simulation.moment import Moment
from bot.simulation.phone import QUICK
from bot.simulation.phones import Phones
from bot.simulation.plan import Plan, Spent
from bot.simulation.rounds import Rounds
from bot.simulation.sender import Sender
from bot.simulation.sky import Sky
from bot.simulation.team import Team
from bot.simulation.wire import wired


class Day:
    """All that takes part in it."""

    def __init__(
        self, plan: Plan, db: Database, settings: Settings, team: str, bell: Bell | None = None
    ) -> None:
        self.plan, self.db = plan, db
        self.clock, self.bell, self.spent = Moment(), bell or Bell(), Spent()
        self.script = script_of(settings, self.clock, team)
        people = characters(plan.youths, plan.hours, plan.seed, residents())
        self.phones = Phones(people, plan.seed, self.clock.start, self.clock)
        self.sky = Sky(self.phones)
        self.bot, self.wire = wired(self.sky)
        self.team = Team(db, self.script, self.phones, self.clock, plan.seed)
        self.rounds = Rounds(db, self.script, settings, self.bell, plan.grain)
        self.poller = Poller(self.bot, db, self.script, self.bell)
        self.sender = Sender(db, Telegram(self.bot), self.clock, self.bell)
        self.began, self.stopping = monotonic(), asyncio.Event()

    async def play(self) -> None:
        """From midnight to the end."""
        began, processor, self.began = perf_counter(), process_time(), monotonic()
        while (moment := self._next()) < self.plan.end:
            await self._waits_for(moment)
            if self.stopping.is_set():
                break
            self.clock.goes_to(moment)
            await self._one_moment(moment)
        if not self.stopping.is_set():
            self.clock.goes_to(self.plan.end)
        await self._one_moment(self.clock.elapsed, last=True)
        self.spent.real, self.spent.whole = perf_counter() - began, process_time() - processor

    def _next(self) -> float:
        moments = (self.phones.next_moment(), self.team.next_moment(), self.rounds.next_moment())
        return min(moment for moment in moments if moment is not None)

    def stop(self) -> None:
        """End at the next moment: whoever watches has seen enough."""
        self.stopping.set()

    async def _waits_for(self, moment: float) -> None:
        """With a speed, a moment comes when it is its time."""
        if self.plan.speed is None:
            return
        left = self.began + moment / self.plan.speed - monotonic()
        with suppress(TimeoutError):
            await asyncio.wait_for(self.stopping.wait(), max(left, 0.0))

    async def _one_moment(self, moment: float, *, last: bool = False) -> None:
        """Everybody who acts within the shortest time that anyone thinks; then all that is due is said."""
        said = await asyncio.to_thread(self.rounds.act, moment)
        said = await asyncio.to_thread(self.team.act, moment + QUICK) or said
        if not last:
            self.phones.act(moment + QUICK)
        if said or self.phones.updates:
            await self._take_turns()

    async def _take_turns(self) -> None:
        began, processor, theirs = perf_counter(), process_time(), self.wire.spent
        while self.phones.updates:
            await self.poller.poll_once()
        await self.sender.all_said()
        self.phones.settled()
        self.spent.turns += process_time() - processor - (self.wire.spent - theirs)
        self.spent.taking += perf_counter() - began


def script_of(settings: Settings, clock: Moment, team: str) -> Script:
    """The stories and texts of the product, on the simulated clock."""
    return load_script(settings.base_url, now=clock, team=team)
