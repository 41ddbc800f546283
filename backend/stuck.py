"""A line that fails again and again while others pass steps aside, so that its chat hears the rest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

PATIENCE = timedelta(hours=1)
"""So long a line is tried at least, later and later, before it is given up."""
ALONE = 6
"""So many of its tries failed while others passed. An outage of the channel is no fault of a line."""
MOST = 10_000
"""So many failing lines are remembered; if there are more nobody is at fault but the channel."""
STUCK = "stuck"
"""Why a line failed: the channel broke over it, and over it alone."""


@dataclass
class _Failing:
    since: datetime
    passed: int
    alone: int = 0


class Stuck:
    """Who fails alone. Each sender knows it for itself and forgets it when it ends: then a line has its hour again."""

    def __init__(self) -> None:
        self.failing: dict[int, _Failing] = {}
        self.passed = 0
        """Lines that passed, less tries that failed: while it falls the channel is ill, and no line."""

    def over(self, line_id: int, passed: int = 0) -> None:
        """It is not tried again now. `passed`: 1 if it passed, -1 if the channel could not be reached."""
        self.passed += passed
        self.failing.pop(line_id, None)

    def fails(self, line_id: int, now: datetime) -> bool:
        """It has failed once more; whether it is given up."""
        if len(self.failing) >= MOST:
            self.failing.clear()
        line = self.failing.setdefault(line_id, _Failing(now, self.passed))
        line.alone += self.passed > line.passed
        self.passed -= 1
        line.passed = self.passed
        return line.alone >= ALONE and now - line.since >= PATIENCE
