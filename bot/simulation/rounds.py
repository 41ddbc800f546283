"""The jobs of the clock, at simulated moments: reminders, promises, opinions, cleaning."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

from backend.clockwork import EVERY
from backend.db import Database
from backend.live import Bell
from backend.script import Script
from backend.settings import Settings
from bot.ticks import job, works

AWAY = {"mail", "calendars"}
"""Nothing leaves a simulated day but to the simulated phones."""


class Rounds:
    """Each job, as often as in earnest but not more than once in `grain` seconds.

    `spent`: seconds of processor.
    """

    def __init__(self, db: Database, script: Script, settings: Settings, bell: Bell, grain: float) -> None:
        self.spent, self.runs, self.failed = 0.0, 0, 0
        self.jobs: dict[str, Callable[[], bool]] = {
            name: job(name, work, db, script, bell)
            for name, work in works(db, script, settings).items()
            if name not in AWAY
        }
        self.every = {name: max(EVERY[name].total_seconds(), grain) for name in self.jobs}
        self.due = dict.fromkeys(self.jobs, 0.0)

    def next_moment(self) -> float:
        return min(self.due.values())

    def act(self, now: float) -> bool:
        """All that is due by now. Whether anything was."""
        names = [name for name, due in self.due.items() if due <= now]
        began = process_time()
        for name in names:
            self.failed += not self.jobs[name]()
            self.due[name] = now + self.every[name]
        self.spent += process_time() - began
        self.runs += len(names)
        return bool(names)
