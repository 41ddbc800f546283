"""What goes when, and who is left alone for now. Pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from backend.retention.periods import Periods

Fate = Literal["unfinished", "contact"]
KINDS = ("unfinished", "contact", "words", "appointments", "calls", "traces", "audit")
"""What is counted: young people who never came to anything, or were not heard of for long; things written; the rest."""
HOLDS = ("to_come", "handover", "promise", "due", "waiting")
"""Why nobody is taken who is old enough: an appointment to come, an open handover, a promise, a line that is to leave,
a slot they wait for."""
SOONEST, LATEST = timedelta(hours=20), timedelta(days=30)
"""From one look at somebody to the next. A period that was made shorter holds for everybody after LATEST."""


@dataclass(frozen=True)
class Horizons:
    """As things stand at a moment: what is older than these goes."""

    at: datetime
    unfinished: datetime
    words: datetime
    appointments: datetime
    contact: datetime
    audit: datetime


@dataclass
class Known:
    """What the tables say of one youth, without a word of theirs."""

    id: int
    heard: datetime
    """The last contact, whoever made it."""
    minor: bool = False
    """To be forgotten as soon as the last reply has left: figures keep nothing."""
    finished: bool = False
    """They booked, called a human or took a seat, as far as that is still kept; or they have met an advisor."""
    holds: set[str] = field(default_factory=set)
    """Some of HOLDS."""
    talks: list[int] = field(default_factory=list)
    silent: list[int] = field(default_factory=list)
    """Of their conversations those in which answers still stand, though nothing was said for long."""
    first_word: datetime | None = None
    """When the oldest line was said that is still kept."""
    first_end: datetime | None = None
    """When the oldest appointment that is still kept ended."""
    first_closed: datetime | None = None
    last_closed: datetime | None = None
    """When the first and the last of their handovers were closed."""

    def met(self, *moments: datetime | None) -> None:
        """There was contact then."""
        self.heard = max(self.heard, *(at for at in moments if at), self.heard)


def horizons(periods: Periods, at: datetime) -> Horizons:
    ago = {
        name: at - timedelta(days=getattr(periods, f"keep_{name}"))
        for name in ("unfinished", "words", "appointments", "contact", "audit")
    }
    return Horizons(at=at, **ago)


def fate(known: Known, old: Horizons) -> Fate | None:
    """Why all of somebody goes; None: they stay."""
    kind: Fate = "contact" if known.finished else "unfinished"
    return kind if not known.holds and is_old(known, old) else None


def is_old(known: Known, old: Horizons) -> bool:
    return known.heard <= (old.contact if known.finished else old.unfinished)


def is_quiet(known: Known, old: Horizons) -> bool:
    """Whether no human is at it, or was until lately: then old words go."""
    at_it = known.holds & {"handover", "promise"}
    return not at_it and (known.last_closed is None or known.last_closed <= old.words)


def next_look(known: Known, old: Horizons) -> datetime:
    """When to look at somebody again who stays: never later than there is something to do, but for a day."""
    lasts = old.contact if known.finished else old.unfinished
    ends = (
        (known.heard, lasts),
        (known.first_word, old.words),
        (known.last_closed if known.last_closed and known.last_closed > old.words else None, old.words),
        (known.first_end, old.appointments),
        (known.first_closed, old.appointments),
    )
    moments = [since + (old.at - horizon) for since, horizon in ends if since]
    return min(max(min(moments), old.at + SOONEST), old.at + LATEST)


def ids_of(those: Collection[Known]) -> list[int]:
    return [one.id for one in those]
