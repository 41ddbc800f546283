"""What failed at the door lately, counted in the database: processes count together, a restart forgets nothing."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlmodel import col, select

from backend.db import Tx
from backend.entrance.models import Attempt

WINDOW = timedelta(minutes=15)


@dataclass(frozen=True)
class Counter:
    """One thing that is counted, and how many failures it may have within a window."""

    key: str
    allowed: int
    window: timedelta = WINDOW


def counter(secret: bytes, allowed: int, *about: str, window: timedelta = WINDOW) -> Counter:
    """Of an address, an account, a browser: kept as a keyed hash, so that the table names nobody."""
    told = "\0".join(about).encode()
    return Counter(hmac.new(secret, b"attempt\0" + told, hashlib.sha256).hexdigest(), allowed, window)


def wait(tx: Tx, counters: Sequence[Counter], at: datetime) -> timedelta | None:
    """How long to wait until every one of them allows another try; None if they all do."""
    waits = [left for one in counters if (left := _left(tx, one, at))]
    return max(waits, default=None)


def _left(tx: Tx, one: Counter, at: datetime) -> timedelta | None:
    recent = select(Attempt.at).where(Attempt.key == one.key, Attempt.at > at - one.window)
    found = tx.exec(recent.order_by(col(Attempt.at).desc()).offset(one.allowed - 1).limit(1)).first()
    return found + one.window - at if found else None


def count(tx: Tx, counters: Sequence[Counter], at: datetime) -> None:
    """It failed, or was asked for, once more."""
    tx.add_all(Attempt(key=one.key, at=at) for one in counters)


def clear(tx: Tx, counters: Sequence[Counter]) -> None:
    """It went well after all."""
    tx.execute(delete(Attempt).where(col(Attempt.key).in_([one.key for one in counters])))


def forget_attempts(tx: Tx, at: datetime) -> None:
    """No counter looks further back than an hour."""
    tx.execute(delete(Attempt).where(col(Attempt.at) < at - timedelta(hours=1)))
