"""What of a figure may be shown: nothing that could be told of somebody. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from statistics import median

FEWEST = 5
"""A smaller count says too much of somebody. None at all is shown: it speaks of nobody."""


@dataclass
class Tally:
    """What one month adds up to, before anything is hidden."""

    replies: list[float] = field(default_factory=list)
    """Seconds until the first reply, nights and closings included."""
    kept: int = 0
    missed: int = 0

    def answered(self, minutes: int) -> None:
        self.replies.append(minutes * 60)

    def count(self, *, kept: int, missed: int) -> None:
        self.kept, self.missed = self.kept + kept, self.missed + missed


@dataclass(frozen=True)
class Month:
    """One month of a mission locale (`month`: 2026-11). None: hidden, or not known."""

    month: str
    replies: int | None
    """How many had a first reply."""
    reply_minutes: int | None
    """The median."""
    kept: int | None
    missed: int | None

    @property
    def share_kept(self) -> int | None:
        """In percent, with what is hidden taken for the worst that it can be: then it tells nothing of it.

        None where nothing was promised, or too little was kept to say.
        """
        most_missed = FEWEST - 1 if self.missed is None else self.missed
        if self.kept is None or not self.kept + most_missed:
            return None
        return 100 * self.kept // (self.kept + most_missed)


@dataclass(frozen=True)
class Now:
    """Who waits for an answer at this moment. None: hidden."""

    waiting: int | None
    late: int | None
    """Those who were promised an answer by now."""
    oldest: datetime | None
    """Since when the one waits who has waited longest."""


def whole_minutes(waited: timedelta) -> int:
    """What a wait is counted as, as long as it is kept and afterwards."""
    return int(waited.total_seconds() // 60)


def hidden(count: int) -> int | None:
    """The count if it may be shown."""
    return None if 0 < count < FEWEST else count


def shown(month: str, tally: Tally) -> Month:
    """What of a month may be shown."""
    count = hidden(len(tally.replies))
    return Month(
        month,
        count,
        int(median(tally.replies) // 60) if count else None,
        hidden(tally.kept),
        hidden(tally.missed),
    )
