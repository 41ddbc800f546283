"""One passage of the purge: everybody whose moment has come, in short transactions, counted in the same ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from time import sleep
from typing import Any

from sqlalchemy import tuple_
from sqlmodel import col, select

from backend.audit.purging import purge_audit, waiting_to_be_purged
from backend.db import Database, Tx
from backend.people.models import Youth
from backend.retention.models import Purge
from backend.retention.periods import Periods
from backend.retention.purging import Counts, forecast, purge_some
from backend.retention.rules import KINDS, Horizons, horizons
from backend.retention.small import drop_small, small
from backend.script import Clock

AT_ONCE = 100
"""Young people in a transaction: others wait for it no longer than for a page."""
LOOKED_AT = 500
"""Young people in a forecast, for which nobody waits."""
BREATH = 0.005
"""Seconds between two transactions, in which whoever waits for the one writer of SQLite comes first."""
Watch = Callable[[Counts], None]


def purge_daily(db: Database, periods: Periods, now: Clock) -> int:
    """By the clock, once a day of UTC, whose midnight is one or two in the French night. How much was taken."""
    with db.reading() as tx:
        done = last_daily(tx)
    return 0 if done and done.date() == now().astimezone(UTC).date() else purge(db, periods, now).total()


def last_daily(tx: Tx) -> datetime | None:
    """When the last passage of the clock began that came to its end."""
    ended = (col(Purge.ended_at).is_not(None), col(Purge.by_hand).is_(False))
    return tx.exec(select(Purge.began_at).where(*ended).order_by(col(Purge.id).desc()).limit(1)).first()


def purge(
    db: Database,
    periods: Periods,
    now: Clock,
    *,
    by_hand: bool = False,
    everybody: bool = False,
    watch: Watch | None = None,
) -> Counts:
    """A whole passage. `everybody`: also those at whom it was looked lately (a period was made shorter).

    Killed in between it has done what it counted, and the next passage goes on with it.
    """
    old, total = horizons(periods, now()), Counts()
    run = db.retrying(partial(_begin, periods, by_hand, old.at))
    for counts in _steps(db, old, run, everybody=everybody):
        total.update(counts)
        if watch:
            watch(total)
        sleep(BREATH)
    db.retrying(partial(_end, run, now()))
    return +total


def foresee(db: Database, periods: Periods, now: Clock, *, everybody: bool = False) -> Counts:
    """What a passage would take just now, and why it would leave others. Writes nothing."""
    old, total, after = horizons(periods, now()), Counts(), None
    while True:
        with db.reading() as tx:
            those = _next(tx, old, after, everybody, LOOKED_AT)
            if not those:
                total["audit"] = waiting_to_be_purged(tx, old.audit)
                total["traces"] += small(tx, old)
                return +total
            total.update(forecast(tx, [id_ for _, id_ in those], old))
        after = those[-1]


def _steps(db: Database, old: Horizons, run: int, *, everybody: bool) -> Iterator[Counts]:
    """Each is a transaction of its own."""
    after, more = None, True
    while more:
        counts, after = db.retrying(partial(_young_people, old, run, after, everybody))
        more = after is not None
        yield counts
    for work in (_small, _audit):
        while counts := db.retrying(partial(work, old, run)):
            yield counts


Moment = tuple[datetime, int]
"""When somebody is to be looked at, and who: where the last step ended."""


def _young_people(
    old: Horizons, run: int, after: Moment | None, everybody: bool, tx: Tx
) -> tuple[Counts, Moment | None]:
    those = _next(tx, old, after, everybody, AT_ONCE)
    counts = purge_some(tx, [id_ for _, id_ in those], old) if those else Counts()
    _note(tx, run, counts)
    return counts, those[-1] if those else None


def _next(tx: Tx, old: Horizons, after: Moment | None, everybody: bool, most: int) -> list[Moment]:
    """The next to be looked at. Who was passed over in this passage waits for another."""
    whose = (col(Youth.review_at), col(Youth.id))
    wanted: Any = select(Youth.review_at, Youth.id).limit(most)
    if everybody:
        wanted = wanted.where(col(Youth.id) > (after[1] if after else 0)).order_by(col(Youth.id))
    else:
        wanted = wanted.where(col(Youth.review_at) <= old.at).order_by(*whose)
        wanted = wanted.where(tuple_(*whose) > tuple_(*after)) if after else wanted
    return [(at, id_) for at, id_ in tx.exec(wanted)]


def _small(old: Horizons, run: int, tx: Tx) -> Counts:
    counts = +Counts(traces=drop_small(tx, old))
    _note(tx, run, counts)
    return counts


def _audit(old: Horizons, run: int, tx: Tx) -> Counts:
    counts = +Counts(audit=purge_audit(tx, old.audit, old.at))
    _note(tx, run, counts)
    return counts


def _begin(periods: Periods, by_hand: bool, at: datetime, tx: Tx) -> int:
    """One that was cut short is gone on with."""
    mine = (col(Purge.ended_at).is_(None), col(Purge.by_hand).is_(by_hand))
    cut_short = tx.exec(select(Purge).where(*mine).order_by(col(Purge.id).desc()).limit(1)).first()
    run = cut_short or Purge(began_at=at, by_hand=by_hand)
    run.periods = {name: getattr(periods, name) for name in Periods.model_fields}
    tx.add(run)
    tx.flush()
    return run.id or 0


def _note(tx: Tx, run: int, counts: Counts) -> None:
    if counts := +counts:
        row = tx.exec(select(Purge).where(Purge.id == run).with_for_update()).one()
        row.counts = {kind: row.counts.get(kind, 0) + counts[kind] for kind in KINDS}
        tx.add(row)


def _end(run: int, at: datetime, tx: Tx) -> None:
    row = tx.get_one(Purge, run)
    row.ended_at = at
    tx.add(row)
