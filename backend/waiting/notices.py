"""A chair is free: those who wait hear of it, in a tick, the oldest wait first. What is free is never stored."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from backend.agenda.moments import is_night
from backend.clockwork import one_by_one
from backend.db import Database, Tx
from backend.models import Tick
from backend.places.models import MissionLocale
from backend.scene import Arrival
from backend.script import Script
from backend.turns import take_turn
from backend.waiting.models import Waiting
from backend.waiting.queries import (
    Wait,
    find_wait,
    freed_since,
    going_on,
    offers_for,
    reached_by,
    remember,
)
from backend.waiting.rules import may_hear, whole_tens
from flows.events import SlotFreed

JOB = "waiting"
"""Our name among the jobs of the clock."""
OVERLAP = timedelta(minutes=2)
"""So far back each look goes: what was cancelled while the last one ran is seen by this one."""


def notify(db: Database, script: Script) -> int:
    """Tell those for whom something is free now. Twice is as once. Returns how many were told."""
    with db.reading() as tx:
        waits = going_on(tx, script.now(), _where_to_look(tx, script.now()))
        rows = [w.row for w in waits if _has_news(tx, script, w)]
    return one_by_one(db, [partial(_tell, script, row.youth_id, row.id or 0) for row in rows])


def _where_to_look(tx: Tx, now: datetime) -> set[int] | None:
    """The missions locales where somebody cancelled since the last look; None: everywhere, every ten minutes.

    What is free for another reason (moved, new hours, an absence taken back, a morning) is found then.
    """
    last = tx.get(Tick, JOB)
    if last is None or now < last.ran_at or last.ran_at < whole_tens(now):
        return None
    return freed_since(tx, last.ran_at - OVERLAP)


def _has_news(tx: Tx, script: Script, wait: Wait) -> bool:
    return _may_hear(tx, script, wait.row) and any(offers_for(tx, wait, script.now()))


def _may_hear(tx: Tx, script: Script, row: Waiting) -> bool:
    zone = tx.get_one(MissionLocale, row.mission_locale_id).timezone
    return may_hear(row.notices, row.noticed_at, zone, script.now())


def _tell(script: Script, youth_id: int, wait_id: int, tx: Tx) -> bool:
    """One notice, if it is still news: others may have been told, or have taken it, since."""
    talk, now = reached_by(tx, youth_id), script.now()
    wait = find_wait(tx, wait_id, now) if talk else None
    if wait is None or talk is None or not _may_hear(tx, script, wait.row):
        return False
    offer = next(offers_for(tx, wait, now), None)
    if offer is None or is_night(now, offer["zone"]):
        return False
    remember(tx, offer, wait_id, now)
    wait.row.notices, wait.row.noticed_at = wait.row.notices + 1, now
    tx.add(wait.row)
    event = SlotFreed({**offer, "waiting": wait_id})
    key = f"waiting:{wait_id}:{wait.row.notices}"
    take_turn(tx, script, Arrival(key, talk.channel, talk.address, event, "clock"))
    return True
