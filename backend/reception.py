"""Whether what people write reaches us; if not, since when and why it waits with Telegram."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete
from sqlmodel import col, select

from backend.db import Tx, insert_once
from backend.models import Tick

log = logging.getLogger(__name__)
REASONS: Mapping[str, str] = {
    "full": "PASSERELLE_DATABASE_URL: the database is full, expected room on its disk",
    "read-only": "PASSERELLE_DATABASE_URL: the database may not be written to, expected one that may",
    "busy": "PASSERELLE_DATABASE_URL: the database did not answer in time, expected one with room for us",
    "outdated": "PASSERELLE_DATABASE_URL: the tables are of another version, expected `passerelle upgrade`",
    "locked": "PASSERELLE_ENCRYPTION_KEYS_OLD: words are sealed with a key unknown here, expected it and a restart",
    "away": "PASSERELLE_DATABASE_URL: the database cannot be reached, expected one that is running",
    "refused": "PASSERELLE_TELEGRAM_TOKEN is refused by Telegram, expected the token that BotFather gave last",
    "conflict": "another process polls with the same PASSERELLE_TELEGRAM_TOKEN, expected one",
    "telegram": "Telegram cannot be reached",
    "unheard": "its calls to PASSERELLE_PUBLIC_URL fail, expected an address that it reaches over HTTPS",
    "failure": "an error of our own",
}
"""What an operator reads. The state page has words for each."""
OURS = ("refused", "conflict", "telegram", "unheard", "failure")
"""Not of the database: it can keep these, so that pages in other processes tell them too."""
PREFIX = "reception:"


@dataclass(frozen=True)
class Waiting:
    """Updates wait with Telegram."""

    reason: str
    since: datetime


class Reception:
    """What one process knows. Changes are told to the operator once, not at every try."""

    def __init__(self) -> None:
        self.waiting: Waiting | None = None

    def waits(self, reason: str, at: datetime, more: str = "") -> bool:
        """Updates wait now. `more` is told with it: the name of an error, never its words. Whether that is news."""
        before = self.waiting
        if before and before.reason == reason:
            return False
        self.waiting = Waiting(reason, before.since if before else at)
        level = logging.WARNING if reason == "telegram" else logging.ERROR
        log.log(level, "updates wait with Telegram: %s%s", REASONS[reason], f" ({more})" if more else "")
        return True

    def flows(self) -> bool:
        """They come in. Whether that is news."""
        before, self.waiting = self.waiting, None
        if before:
            log.warning("updates come in again, they waited: %s", before.reason)
        return before is not None


def remember(tx: Tx, waiting: Waiting | None) -> None:
    """For the pages of other processes."""
    tx.execute(delete(Tick).where(col(Tick.name).startswith(PREFIX)))
    if waiting and waiting.reason in OURS:
        insert_once(tx, Tick, name=PREFIX + waiting.reason, ran_at=waiting.since)


def remembered(tx: Tx) -> Waiting | None:
    """What the process that receives wrote down last."""
    found = tx.exec(select(Tick).where(col(Tick.name).startswith(PREFIX))).first()
    return Waiting(found.name.removeprefix(PREFIX), found.ran_at) if found else None
