"""One simulated phone: its owner, what waits for an answer, and how long they think."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import exp, log

from bot.simulation.mind import Mind

QUICK, SLOW = 3.0, 180.0
"""Seconds that somebody thinks, at least and at most."""
USUAL = 9.0
HESITATES = 4


@dataclass
class Phone:
    """One phone, and what its owner has sent that nobody has answered yet."""

    mind: Mind
    blocked: bool = False
    awaits: bool = False
    """A moment at which they act again is fixed."""
    waiting: list[int] = field(default_factory=list)
    returned: bool = False
    asked_again: int = 0
    heard: int = 0
    """Messages that reached it."""

    def thinking(self) -> float:
        """Seconds until they do something."""
        mind = self.mind
        usual = USUAL * (HESITATES if mind.who.has("hesitates") else 1)
        return min(max(exp(mind.chance.gauss(log(usual), 0.7)), QUICK), SLOW)
