"""What happens in one process is heard in the others: rings and presence, by LISTEN and NOTIFY of PostgreSQL.

A word may be lost (a process is killed, the database restarts): after every new connection all pages look again, and
they feel the pulse of the database once a second anyway. On SQLite the pulse is all there is.
"""

from __future__ import annotations

import json
import logging
import queue
import secrets
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import astuple
from typing import Any, TypeAlias

from backend.db import Database
from backend.live import Bell
from backend.presence import LASTS, Sign

log = logging.getLogger(__name__)
CHANNEL = "passerelle"
MOST = 400
"""Conversations named in one word; of more it says «all». PostgreSQL takes 8,000 bytes."""
SIGNS = 40
"""Signs of presence in one word; those beyond are soon repeated."""
PATIENCE = 0.5
"""Seconds after which a listener sees that it is to stop."""
PAUSE = 1.0
"""Seconds before a lost connection is tried again."""
LEAVING = 1.0
"""Seconds that one is given to end: a database that has fallen silent keeps no process from leaving."""
News: TypeAlias = frozenset[int] | Sign


@contextmanager
def neighbours(db: Database, bell: Bell) -> Iterator[None]:
    """While a process runs, it hears what happens in the others."""
    ours = Neighbours(db, bell)
    ours.start()
    try:
        yield
    finally:
        ours.stop()


class Neighbours:
    """Two connections of a process: one listens, one tells."""

    def __init__(self, db: Database, bell: Bell) -> None:
        self.db, self.bell = db, bell
        self.me = secrets.token_hex(8)
        self.news: queue.SimpleQueue[News | None] = queue.SimpleQueue()
        self.closing, self.listening = threading.Event(), threading.Event()
        self.threads: list[threading.Thread] = []

    def start(self) -> None:
        """Begin, where there may be others."""
        if self.db.is_sqlite:
            return
        self.bell.tell = self.bell.presence.tell = self.news.put
        for work in (self._listen, self._tell):
            self.threads.append(
                threading.Thread(
                    target=self._again_and_again, args=(work,), name=f"neighbour{work.__name__}", daemon=True
                )
            )
            self.threads[-1].start()

    def stop(self) -> None:
        """End both; what was to be told is told."""
        self.bell.tell = self.bell.presence.tell = None
        self.closing.set()
        self.news.put(None)
        for thread in self.threads:
            thread.join(LEAVING)

    def _again_and_again(self, work: Any) -> None:
        """A connection that is lost is made again. What fails is told without words."""
        while not self.closing.is_set():
            try:
                with self.db.apart() as wire:
                    work(wire)
            except Exception as error:  # noqa: BLE001  # the database is away: it comes back
                log.warning("neighbours: %s", type(error).__name__)
                self.closing.wait(PAUSE)

    def _listen(self, wire: Any) -> None:
        wire.execute(f"LISTEN {CHANNEL}")
        self.bell.heard()  # something may have been said before
        self.listening.set()
        while not self.closing.is_set():
            for notice in wire.notifies(timeout=PATIENCE):
                self.hear(notice.payload)

    def _tell(self, wire: Any) -> None:
        while (first := self.news.get()) is not None:
            found, last = self._waiting(first)
            wire.execute("SELECT pg_notify(%s, %s)", (CHANNEL, self.word(found)))
            if last:
                return

    def _waiting(self, first: News) -> tuple[list[News], bool]:
        """All that is to be told by now, and whether it is the end: a burst is one word."""
        found = [first]
        while not self.news.empty():
            news = self.news.get()
            if news is None:
                return found, True
            found.append(news)
        return found, False

    def word(self, news: Iterable[News]) -> str:
        """What the others are told."""
        found = list(news)
        rings = [n for n in found if isinstance(n, frozenset)]
        which = frozenset().union(*rings)
        everywhere = len(which) > MOST or frozenset() in rings
        signs = list({s: astuple(s) for s in found if isinstance(s, Sign)}.values())[-SIGNS:]
        rung = None if not rings else [] if everywhere else sorted(which)
        return json.dumps({"by": self.me, "rung": rung, "signs": signs})

    def hear(self, payload: str) -> None:
        """What another one told. Nobody but our own database speaks here; what cannot be read is left."""
        try:
            word = json.loads(payload)
            if word["by"] == self.me:
                return
            signs = [Sign(*sign) for sign in word["signs"] if sign[3] in LASTS]
            rung = word["rung"]
        except (ValueError, TypeError, LookupError):
            log.warning("neighbours: a word that cannot be read")
            return
        if rung is not None:
            self.bell.heard(rung)
        for sign in signs:
            self.bell.presence.heard(sign)
