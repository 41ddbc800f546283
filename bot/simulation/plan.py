"""What is asked of a simulated day, and what it took."""

from __future__ import annotations

from dataclasses import dataclass

SECONDS_AN_HOUR = 3600


@dataclass(frozen=True)
class Plan:
    """What is asked for. `speed`: times real time; None: as fast as it goes."""

    youths: int = 500
    seed: int = 1
    hours: float = 24
    speed: float | None = None
    grain: float = 300
    """Seconds between two rounds of the clock's jobs, at least."""

    @property
    def end(self) -> float:
        return self.hours * SECONDS_AN_HOUR


@dataclass
class Spent:
    """What it took: seconds, but for what failed."""

    real: float = 0.0
    turns: float = 0.0
    """Of processor, by the product, for turns and their replies."""
    rounds: float = 0.0
    """Of processor, by the jobs of the clock."""
    failed: int = 0
    """Of these jobs."""
    whole: float = 0.0
    """Of processor, by this process while the day was played."""
    taking: float = 0.0
    """Real, while updates were taken and answered."""
