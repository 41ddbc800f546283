"""Who of the team has a thread before their eyes, and who is writing in it. Kept in memory only, for seconds."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

READS, WRITES, LEAVES = "reads", "writes", "leaves"
LASTS = {READS: 30.0, WRITES: 6.0, LEAVES: 0.0}
"""Seconds for which a sign holds. Pages repeat theirs well before."""


@dataclass(frozen=True)
class Sign:
    """Somebody of the staff does something in a conversation: READS, WRITES or LEAVES."""

    conversation_id: int
    person_id: int
    first_name: str
    does: str


@dataclass(frozen=True)
class Around:
    """One who is there, until when, and until when they write (seconds of the presence's clock)."""

    first_name: str
    until: float
    writes_until: float = 0.0


class Presence:
    """All signs that are still good, of this process and of the others."""

    def __init__(
        self, wake: Callable[[tuple[int]], None], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._wake, self._clock = wake, clock
        self._lock = threading.Lock()
        self._there: dict[int, dict[int, Around]] = {}
        self.tell: Callable[[Sign], None] | None = None
        """Lets the other processes know, where there are any."""
        self.followers: list[Callable[[Sign], None]] = []
        """Who else wants to know of every sign: the bot, that shows typing to the youth."""

    def shows(self, sign: Sign) -> None:
        """Somebody who uses this process does something."""
        self.heard(sign)
        if self.tell:
            self.tell(sign)

    def heard(self, sign: Sign) -> None:
        """A sign, from here or from another process. Those who look at the conversation see it."""
        before = self.around(sign.conversation_id)
        with self._lock:
            self._keep(sign)
        for follow in self.followers:
            follow(sign)
        if self.around(sign.conversation_id) != before:
            self._wake((sign.conversation_id,))

    def around(self, conversation_id: int, but: int | None = None) -> tuple[tuple[str, bool], ...]:
        """(first name, whether they write) of those who are there now, without one person."""
        now = self._clock()
        with self._lock:
            there = self._there.get(conversation_id, {})
            good = [(id_, a) for id_, a in there.items() if a.until > now and id_ != but]
        return tuple(sorted((a.first_name, a.writes_until > now) for _, a in good))

    def _keep(self, sign: Sign) -> None:
        now, there = self._clock(), self._there.setdefault(sign.conversation_id, {})
        if sign.does == LEAVES:
            there.pop(sign.person_id, None)
        else:
            here = replace(
                there.get(sign.person_id, Around("", 0.0)),
                first_name=sign.first_name,
                until=now + LASTS[READS],
                writes_until=now + LASTS[WRITES] if sign.does == WRITES else 0.0,
            )
            there[sign.person_id] = here
        self._forget(now)

    def _forget(self, now: float) -> None:
        """Whoever has gone without a word."""
        for conversation_id, there in list(self._there.items()):
            kept = {id_: a for id_, a in there.items() if a.until > now}
            if kept:
                self._there[conversation_id] = kept
            else:
                del self._there[conversation_id]
