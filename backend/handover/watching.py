"""Promises are watched: the team is warned, the youth is told in time that one slips, the managers that one was missed.

Each is done once, whoever ticks and how often. After an outage the youth is told the truth once, by day.
"""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import func, union
from sqlalchemy.exc import NoResultFound
from sqlmodel import col, select

from backend.agenda.moments import is_night
from backend.clockwork import one_by_one
from backend.db import Database, Tx
from backend.handover.holding import locked
from backend.handover.models import Handover, Promise
from backend.handover.promise_rules import NEAR, RENEWED, gives_up_at, warns_at
from backend.handover.promises import dropped, make, reckoned
from backend.models import Conversation
from backend.places.models import MissionLocale
from backend.scene import Arrival
from backend.script import Script
from backend.team.duty import on_duty
from backend.team.notices import desk_of, tell_team
from backend.turns import take_turn
from flows.events import Told


def watch(db: Database, script: Script) -> int:
    """Do what is due for every promise. Returns for how many something was done."""
    with db.reading() as tx:
        wanted = [promise_id for promise_id, _ in tx.execute(_due(script.now()))]
    return one_by_one(db, [partial(_watch, script, promise_id) for promise_id in wanted])


def _due(now: datetime) -> Any:
    """Those that stand and are near, and those that slipped and are over by now: each by its own index."""
    promises = select(col(Promise.id), col(Promise.due_at))
    stands = (col(Promise.ended_at).is_(None), col(Promise.due_at) <= now + NEAR)
    slipped = (col(Promise.excused_at).is_not(None), col(Promise.kept).is_(None), col(Promise.due_at) < now)
    return union(promises.where(*stands), promises.where(*slipped)).order_by("due_at")


def _watch(script: Script, promise_id: int, tx: Tx) -> bool:
    """Look at one again under the lock of its conversation: it may be answered or told by now."""
    try:
        handover, row = locked(tx, tx.get_one(Promise, promise_id).handover_id)
        found = tx.get_one(Promise, promise_id, populate_existing=True)
    except NoResultFound:  # the youth has erased everything in this very moment
        return False
    if found.ended_at and (found.excused_at is None or found.kept is not None):
        return False
    if not _is_waited_for(handover, row):
        dropped(tx, script, handover)
        return True
    done = [act(tx, script, handover, found) for act in (_warn, _excuse, _escalate)]
    return any(done)


def _is_waited_for(handover: Handover, row: Conversation) -> bool:
    """Nobody waits after a /stop, behind a block, or where the guide goes on."""
    return handover.closed_at is None and not row.blocked and row.owner in {"waiting", "mediator"}


def _warn(tx: Tx, script: Script, handover: Handover, promise: Promise) -> bool:
    """The team hears that it is near; if somebody on duty has taken it, only they."""
    now = script.now()
    near = warns_at(promise.made_at, promise.due_at) <= now < promise.due_at
    if promise.ended_at or promise.warned_at or not near:
        return False
    desk, holder = desk_of(tx, script, handover), handover.mediator_id
    there = desk is not None and holder in on_duty(tx, desk.id or 0, now)
    promise.warned_at = now
    tell_team(tx, script, handover, "promise_near", urgent=handover.urgent, only=holder if there else None)
    return True


def _excuse(tx: Tx, script: Script, handover: Handover, promise: Promise) -> bool:
    """The youth hears that it slips, or has slipped, and gets a new time as long as that can be believed."""
    now, desk = script.now(), desk_of(tx, script, handover)
    early = now < gives_up_at(promise.made_at, promise.due_at)
    if promise.ended_at or early or desk is None or is_night(now, desk.timezone):
        return False
    soonest = None if (over := _renewed(tx, handover) >= RENEWED) else reckoned(tx, script, handover)
    promise.excused_at = promise.ended_at = now
    later = make(tx, handover, now, soonest) if soonest else None
    key = "promise-over" if over else "promise-missed" if promise.due_at < now else "promise-moved"
    row = tx.get_one(Conversation, handover.conversation_id)
    told = Told(key, _about(desk, handover, promise, later, now))
    take_turn(tx, script, Arrival(f"promise:{promise.id}", row.channel, row.address, told, "clock"))
    return True


def _escalate(tx: Tx, script: Script, handover: Handover, promise: Promise) -> bool:
    """The managers hear that it was missed."""
    if promise.escalated_at or promise.due_at >= script.now():
        return False
    promise.kept, promise.escalated_at = False, script.now()
    tell_team(tx, script, handover, "promise_missed", urgent=handover.urgent)
    return True


def _renewed(tx: Tx, handover: Handover) -> int:
    """How often the youth was given a new time already."""
    mine = select(func.count()).where(Promise.handover_id == handover.id)
    return tx.exec(mine.where(col(Promise.excused_at).is_not(None))).one()


def _about(
    desk: MissionLocale, handover: Handover, promise: Promise, later: Promise | None, now: datetime
) -> dict[str, Any]:
    return {
        "promise": later.id if later else None,
        "before": promise.due_at.isoformat(),
        "until": later.due_at.isoformat() if later else None,
        "since": now.isoformat(),
        "zone": desk.timezone,
        "kind": handover.danger,
        "phone": desk.phone,
    }
