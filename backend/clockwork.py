"""The jobs of the clock: how often each is done, and when each was last done to its end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import update
from sqlmodel import col, select

from backend.db import Database, Tx, insert_once
from backend.models import Tick

EVERY: Mapping[str, timedelta] = {
    "reminders": timedelta(seconds=30),
    "promises": timedelta(seconds=30),
    "after": timedelta(minutes=1),
    "waiting": timedelta(minutes=1),
    "mail": timedelta(seconds=15),
    "calendars": timedelta(minutes=15),
    "contact": timedelta(minutes=10),
    "forgetting": timedelta(minutes=5),
    "erasures": timedelta(minutes=1),
    "audit": timedelta(minutes=1),
    "sweep": timedelta(minutes=10),
    "purge": timedelta(hours=1),
}
"""What is done by itself, and how often. The state page has a name for each."""
MISSED = 3
"""So many intervals without an end, and the job is late."""


@dataclass(frozen=True)
class Job:
    """How one job stands. `ran_at` None: it never came to its end."""

    name: str
    every: timedelta
    ran_at: datetime | None
    late: bool


def one_by_one(db: Database, works: Iterable[Callable[[Tx], bool]]) -> int:
    """Each in a transaction of its own; how many did something. One that fails keeps nobody else waiting:

    it is raised when all the others are done.
    """
    done, failure = 0, None
    for work in works:
        try:
            done += db.retrying(work)
        except Exception as error:  # noqa: BLE001  # raised below, and tried again at the next tick
            failure = error
    if failure:
        raise failure
    return done


def ran(tx: Tx, name: str, at: datetime) -> None:
    """The job came to its end."""
    if not insert_once(tx, Tick, name=name, ran_at=at):
        tx.execute(update(Tick).where(col(Tick.name) == name).values(ran_at=at))


def jobs(tx: Tx, at: datetime) -> list[Job]:
    """Every job, as it stands."""
    rows = {tick.name: tick.ran_at for tick in tx.exec(select(Tick)).all()}
    return [_job(name, every, rows.get(name), at) for name, every in EVERY.items()]


def _job(name: str, every: timedelta, ran_at: datetime | None, at: datetime) -> Job:
    return Job(name, every, ran_at, ran_at is None or at - ran_at > MISSED * every)
