"""From updates to turns: each once, in order for each chat, committed before Telegram is told."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from functools import cache, partial
from itertools import groupby

from aiogram.types import Update
from sqlalchemy.exc import SQLAlchemyError

from backend.bundle import untie
from backend.chats import find_together
from backend.db import Database, Tx, insert_once
from backend.models import Seen, SetAside
from backend.scene import Arrival, Turned
from backend.script import Script
from backend.team.chats import StaffChats, answer, staff_chats
from backend.troubles import trouble
from backend.turns import apologize, take_turn
from bot.haste import Haste
from bot.inbound import to_arrival

log = logging.getLogger(__name__)
TRIES = 3
SIDE_BY_SIDE = 8
"""So many chats of a batch are handled at the same time on PostgreSQL. SQLite has one writer."""
Handled = list[tuple[Update, Turned]]
Run = list[tuple[Update, Arrival]]
Turn = Callable[[Tx, Script, Arrival, StaffChats], Turned]
Failures = defaultdict[str, list[str]]
"""Of each key the names of the errors it met: three, and it is set aside."""


def handle(
    db: Database,
    script: Script,
    bot_id: int,
    updates: Sequence[Update],
    at_once: int = SIDE_BY_SIDE,
    haste: Haste | None = None,
) -> Handled:
    """Every update once. Returns what the edge may do after commit. Raises if the database is in trouble."""
    arrivals = _arrivals(db, script, bot_id, updates)
    if haste:
        at = script.now()
        arrivals = [(update, haste.marked(arrival, at)) for update, arrival in arrivals]
    if db.is_sqlite:
        return _in_one(db, script, arrivals)
    ordered = sorted(arrivals, key=lambda pair: pair[1].address)  # stable: order is kept within a chat
    runs = [list(run) for _, run in groupby(ordered, key=lambda pair: pair[1].address)]
    one = partial(_in_one, db, script)
    if min(at_once, len(runs)) < 2:
        return [done for run in runs for done in one(run)]
    running = [_threads(at_once).submit(one, run) for run in runs]
    wait(running)  # also if one has failed: nobody is left behind at work
    return [done for run in running for done in run.result()]


@cache
def _threads(many: int) -> ThreadPoolExecutor:
    """They stay: beginning threads for each batch costs as much as a turn."""
    return ThreadPoolExecutor(many, "chats")


def touched(handled: Handled) -> tuple[int, ...]:
    """The conversations where something happened, to ring for; () where it is not known: for all."""
    found = {turned.conversation_id for _, turned in handled}
    return () if 0 in found else tuple(found)


def set_aside(db: Database, script: Script, failures: Mapping[str, str]) -> None:
    """What nobody can read: by its key, once, with what failed and no word of it."""
    if not failures:
        return
    with db.transaction() as tx:
        for key, failure in failures.items():
            log.error("%s is set aside: %s", key, failure)
            insert_once(tx, SetAside, key=key, at=script.now(), error=failure)


def _arrivals(db: Database, script: Script, bot_id: int, updates: Sequence[Update]) -> Run:
    """What is for us. An update over which even the reading stumbles is set aside: another try would change nothing."""
    found, failures = Run(), dict[str, str]()
    for update in updates:
        try:
            if arrival := to_arrival(update, bot_id):
                found.append((update, arrival))
        except Exception as error:  # noqa: BLE001  # its message may hold words
            failures[f"telegram:{bot_id}:{update.update_id}"] = type(error).__name__
    set_aside(db, script, failures)
    return found


def _in_one(db: Database, script: Script, arrivals: Run) -> Handled:
    """One transaction for all: one commit carries many. If one fails all is undone, and begun again with savepoints.

    What failed the first time has had the first of its tries.
    """
    if not arrivals:
        return []
    failed: Failures = defaultdict(list)

    def work(turn: Turn, tx: Tx) -> Handled:
        team = staff_chats(tx, (a for _, a in arrivals))
        return [(u, turn(tx, script, a, team)) for u, a in arrivals]

    def together(tx: Tx) -> Handled:
        if db.is_sqlite and len(arrivals) > 1:
            find_together(tx, [a for _, a in arrivals])
        handled = work(partial(_noted, failed), tx)
        untie(tx)
        return handled

    try:
        return db.retrying(together)
    except Exception as error:
        if trouble(error):
            raise
        _note(failed, arrivals, error)
    return db.retrying(partial(work, partial(_guarded, failed)))


def _turn(tx: Tx, script: Script, arrival: Arrival, team: StaffChats) -> Turned:
    return answer(tx, script, arrival, team) or take_turn(tx, script, arrival)


def _noted(failed: Failures, tx: Tx, script: Script, arrival: Arrival, team: StaffChats) -> Turned:
    """Without a savepoint: whatever fails, all is undone. It is known who it was, unless the database refused:

    what one changed is written with what the next asks, or with the commit.
    """
    try:
        return _turn(tx, script, arrival, team)
    except Exception as error:
        if not isinstance(error, SQLAlchemyError):
            failed[arrival.key].append(type(error).__name__)
        raise


def _note(failed: Failures, arrivals: Run, error: Exception) -> None:
    """It failed as it was to be kept: nobody knows whose fault it was, each has lost a try."""
    log.info("a batch is begun again: %s", type(error).__name__)
    for _, arrival in arrivals if not failed else ():
        failed[arrival.key].append(type(error).__name__)


def _guarded(failed: Failures, tx: Tx, script: Script, arrival: Arrival, team: StaffChats) -> Turned:
    """A savepoint each, so that one that cannot be handled blocks nobody: after three tries in all it is set aside."""
    while len(failed[arrival.key]) < TRIES:
        try:
            with tx.begin_nested():
                return _turn(tx, script, arrival, team)
        except Exception as error:
            if trouble(error):
                raise  # the database, not the update: nothing of this batch is confirmed
            failed[arrival.key].append(type(error).__name__)
    _give_up(tx, script, arrival, failed[arrival.key][-1], theirs=arrival.address in team.people)
    return Turned()


def _give_up(tx: Tx, script: Script, arrival: Arrival, failure: str, *, theirs: bool) -> None:
    """`theirs`: it came from one of the staff, whose chat is no conversation."""
    log.error("%s failed %s times and is set aside: %s", arrival.key, TRIES, failure)
    insert_once(tx, SetAside, key=arrival.key, at=script.now(), error=failure)
    if not insert_once(tx, Seen, key=arrival.key, at=script.now()) or theirs:
        return
    try:
        with tx.begin_nested():
            apologize(tx, script, arrival)
    except Exception as error:
        if trouble(error):
            raise
        log.error("%s: no apology: %s", arrival.key, type(error).__name__)  # noqa: TRY400  # not even that
