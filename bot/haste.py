"""Who writes faster than anybody reads. Nothing is dropped for it: what becomes of it is settled by the turn."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import datetime, timedelta

from backend.scene import Arrival

MINUTE = timedelta(minutes=1)
KEPT = 10_000
"""Chats at most; the longest silent goes first."""


class Haste:
    """What each chat has sent within a minute, in memory: each process counts what it receives. `most` 0: no limit.

    An update that comes again, after the database was away, counts once.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self._lock = threading.Lock()
        self._heard: dict[str, dict[str, datetime]] = {}

    def marked(self, arrival: Arrival, at: datetime) -> Arrival:
        """The arrival, marked if it is one too many: the first such, which is answered, or one more."""
        if not self.most:
            return arrival
        with self._lock:
            place = self._place(arrival, at)
        if place < self.most:
            return arrival
        return replace(arrival, hurried="first" if place == self.most else "more")

    def _place(self, arrival: Arrival, at: datetime) -> int:
        """Which one of this minute it is, from 0. Of those that are too many only the first is remembered."""
        heard = self._heard.pop(arrival.address, {})
        self._heard[arrival.address] = heard
        if len(self._heard) > KEPT:
            self._heard.pop(next(iter(self._heard)))
        if len(heard) >= self.most:
            _forget(heard, at)
            if arrival.key in heard:
                return list(heard).index(arrival.key)
        place = len(heard)
        if place <= self.most:
            heard[arrival.key] = at
        return place


def _forget(heard: dict[str, datetime], at: datetime) -> None:
    """What is older than a minute; a clock that was set back keeps nobody waiting."""
    for key in [key for key, when in heard.items() if not timedelta() <= at - when < MINUTE]:
        del heard[key]
