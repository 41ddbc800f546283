"""Noticing that the clock of the machine was set back, and putting right what was reckoned by it."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime

from apscheduler.schedulers.background import BackgroundScheduler

from backend.db import Database
from backend.righting import right
from backend.script import Clock

log = logging.getLogger(__name__)
LOOK = 5.0
"""Seconds between two looks."""
SLACK = 2.0
"""Seconds by which clocks are set in passing, and nobody minds."""


class Timekeeper:
    """Compares the clock with the time that goes by. Forward it may jump: what was missed is due then."""

    def __init__(
        self,
        db: Database,
        now: Clock,
        scheduler: BackgroundScheduler,
        passed: Callable[[], float] = time.monotonic,
    ) -> None:
        self.db, self.now, self.scheduler, self.passed = db, now, scheduler, passed
        self.seen = now(), passed()
        self.begun = False
        """Whether all was put right once: before we began the clock may have gone back too."""

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            await asyncio.sleep(LOOK)
            await asyncio.to_thread(self.look)

    def look(self) -> bool:
        """Whether the clock went back since the last look. If so all is right again, or the next look tries again."""
        at, passed = self.now(), self.passed()
        step = (at - self.seen[0]).total_seconds() - (passed - self.seen[1])
        back = step < -SLACK
        if back:
            log.warning("the clock went back by %.0f seconds", -step)
        if back or not self.begun:
            try:
                self._right(at, jobs=back)
            except Exception as error:  # noqa: BLE001  # the database is away: the next look finds the same step
                log.error("the clock: %s", type(error).__name__)  # noqa: TRY400
                return back
        self.seen, self.begun = (at, passed), True
        return back

    def _right(self, at: datetime, *, jobs: bool) -> None:
        """The scheduler would wait until the clock has come as far again; all its jobs may be done once too often."""
        with self.db.transaction() as tx:
            right(tx, at)
        for job in self.scheduler.get_jobs() if jobs else ():
            job.modify(next_run_time=datetime.now(UTC))
