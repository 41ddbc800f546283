"""Wrong passwords and codes, counted gently: nobody can lock someone else out by trying elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from backend.db import Database
from backend.entrance import attempts
from backend.entrance.attempts import Counter, counter

ALLOWED = 8
"""Of one account from one address, or from a browser that the account knows."""
ALLOWED_ADDRESS = 60
"""Of all accounts from one address: a whole mission locale may share one."""
ALLOWED_ACCOUNT = 100
"""Of one account from everywhere. Browsers that it knows are not concerned: whoever guesses locks none of them out."""
ALLOWED_CODES = 10
"""Codes of the second factor, in an hour; whoever comes so far knows the password."""
ALLOWED_RESETS, ALLOWED_RESETS_ADDRESS = 3, 20
"""Letters asked for in an hour: for one account, and from one address."""
HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Caller:
    """Who tries: from which address, for which account, and with which browser if the account knows it."""

    address: str
    email: str
    browser: str = ""


class Attempts:
    """Failures of the last quarter of an hour, in the database: all processes count together."""

    def __init__(self, db: Database, secret: bytes) -> None:
        self.db = db
        self.secret = secret

    def wait(self, caller: Caller, at: datetime) -> timedelta | None:
        """How long they must wait before trying again; None if they may."""
        with self.db.reading() as tx:
            return attempts.wait(tx, self._passwords(caller), at)

    def failed(self, caller: Caller, at: datetime) -> None:
        with self.db.transaction() as tx:
            attempts.count(tx, self._passwords(caller), at)

    def came_in(self, caller: Caller) -> None:
        """They signed in after all. What others tried from elsewhere still counts."""
        with self.db.transaction() as tx:
            attempts.clear(tx, self._passwords(caller)[:1])

    def codes(self, person_id: int, browser: str) -> list[Counter]:
        """What counts codes of the second factor: a browser that the account knows has a counter of its own."""
        return [self._counter(ALLOWED_CODES, "code", str(person_id), browser, window=HOUR)]

    def resets(self, caller: Caller) -> tuple[Counter, Counter]:
        """What counts letters asked for: from an address, for an account."""
        from_there = self._counter(ALLOWED_RESETS_ADDRESS, "resets from", caller.address, window=HOUR)
        return from_there, self._counter(ALLOWED_RESETS, "resets of", caller.email, window=HOUR)

    def _passwords(self, caller: Caller) -> list[Counter]:
        if caller.browser:
            return [self._counter(ALLOWED, "known", caller.email, caller.browser)]
        return [
            self._counter(ALLOWED, "pair", caller.address, caller.email),
            self._counter(ALLOWED_ADDRESS, "from", caller.address),
            self._counter(ALLOWED_ACCOUNT, "of", caller.email),
        ]

    def _counter(self, allowed: int, *about: str, window: timedelta = attempts.WINDOW) -> Counter:
        return counter(self.secret, allowed, *about, window=window)
