"""What a youth was told of when somebody will answer: made when a human is called, ended by an answer.

Once somebody has answered, what the youth writes on is a conversation: its wait is shown to the médiateurs, and no
new promise is made. One is due again when they are handed on and wait for somebody else: whoever hands on calls
`promise` again, and says what it gives.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, or_
from sqlmodel import col, select

from backend.db import Tx
from backend.handover.models import Handover, Promise
from backend.handover.promise_rules import promised
from backend.people.queries import home_team
from backend.script import Script
from backend.team.duty import staffed

LOOKS = (timedelta(days=4), timedelta(days=35))
"""How far ahead staffed time is looked for: most are answered within days, a summer closing lasts weeks."""


def promise(tx: Tx, script: Script, handover: Handover) -> datetime | None:
    """The moment (UTC) by which this youth may be told that somebody answers, written down; None: none can be said.

    A promise that stands is said again, unless the handover became urgent since and an earlier one can be made.
    """
    tx.flush()
    standing = open_promise(tx, handover)
    soonest = reckoned(tx, script, handover)
    now = script.now()
    if standing and standing.due_at > now and (soonest is None or standing.due_at <= soonest):
        return standing.due_at
    if standing and standing.due_at > now and not handover.urgent:
        return standing.due_at
    if standing:
        end(standing, now, kept=False if standing.due_at <= now else None)
    return make(tx, handover, now, soonest).due_at if soonest else None


def answered(tx: Tx, script: Script, handover: Handover) -> None:
    """A médiateur wrote to the youth: what was promised is kept, or it is too late."""
    for one in _unsettled(tx, handover):
        end(one, script.now(), kept=script.now() <= one.due_at)


def dropped(tx: Tx, script: Script, handover: Handover) -> None:
    """Nobody waits any more: what was promised falls, unless it was missed already."""
    for one in _unsettled(tx, handover):
        missed = one.excused_at is not None or one.due_at < script.now()
        end(one, script.now(), kept=False if missed else None)


def reckoned(tx: Tx, script: Script, handover: Handover) -> datetime | None:
    """By when an answer could be promised now (UTC); None if nobody knows when somebody is on duty."""
    home = handover.mission_locale_id or home_team(tx, script.team)
    if home is None:
        return None
    now, before = script.now(), _before(tx, script, handover, home)
    looks = (staffed(tx, home, now, now + far) for far in LOOKS)
    found = (promised(now, times, before, urgent=handover.urgent) for times in looks)
    return next((at for at in found if at), None)


def make(tx: Tx, handover: Handover, now: datetime, due: datetime) -> Promise:
    """Write a promise down. It takes the place of the one that stood."""
    made = Promise(handover_id=handover.id or 0, made_at=now, due_at=due)
    tx.add(made)
    tx.flush()
    return made


def open_promise(tx: Tx, handover: Handover) -> Promise | None:
    """The promise that stands for a handover, if any."""
    mine = select(Promise).where(Promise.handover_id == handover.id, col(Promise.ended_at).is_(None))
    return tx.exec(mine.order_by(col(Promise.id).desc())).first()


def end(promise: Promise, now: datetime, *, kept: bool | None) -> None:
    """It was kept, missed, or fell (None)."""
    promise.kept, promise.ended_at = kept, promise.ended_at or now


def _unsettled(tx: Tx, handover: Handover) -> list[Promise]:
    """Those whose end is not known: the one that stands, and those of which the youth was told that they will slip."""
    tx.flush()
    open_end = or_(col(Promise.ended_at).is_(None), col(Promise.excused_at).is_not(None))
    mine = select(Promise).where(Promise.handover_id == handover.id, col(Promise.kept).is_(None), open_end)
    return list(tx.exec(mine))


def _before(tx: Tx, script: Script, handover: Handover, home: int) -> int:
    """How many others this team owes an answer; before an urgent one, only urgent ones."""
    waiting = select(func.count(func.distinct(col(Promise.handover_id)))).join(Handover)
    waiting = waiting.where(col(Promise.ended_at).is_(None), col(Handover.closed_at).is_(None))
    waiting = waiting.where(_of(tx, script, home), Handover.id != handover.id)
    if handover.urgent:
        waiting = waiting.where(col(Handover.urgent))
    return tx.exec(waiting).one()


def _of(tx: Tx, script: Script, home: int) -> ColumnElement[bool]:
    """The handovers of a team; the home team's hold those whose mission locale is not known."""
    theirs = col(Handover.mission_locale_id) == home
    unknown = col(Handover.mission_locale_id).is_(None)
    return or_(theirs, unknown) if home == home_team(tx, script.team) else theirs
