"""From updates to turns: each once, in order for each chat, committed before Telegram is told."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from aiogram import Bot
from aiogram.types import Update
from pydantic import ValidationError
from sqlalchemy.exc import OperationalError

from backend.db import Database, Tx, insert_once
from backend.models import Seen, SetAside
from backend.scene import Arrival, Turned
from backend.script import Script
from backend.team.chats import StaffChats, answer, staff_chats
from backend.turns import apologize, take_turn
from bot.inbound import to_arrival

log = logging.getLogger(__name__)
TRIES = 3
Handled = list[tuple[Update, Turned]]
Turn = Callable[[Tx, Script, Arrival, StaffChats], Turned]


def handle(db: Database, script: Script, bot_id: int, updates: Sequence[Update]) -> Handled:
    """Every update once. Returns what the edge may do after commit. Raises if the database is away."""
    arrivals = [(u, a) for u in updates if (a := to_arrival(u, bot_id))]
    if db.is_sqlite:
        return _in_one(db, script, arrivals)
    ordered = sorted(arrivals, key=lambda pair: pair[1].address)  # stable: order is kept within a chat
    runs = [list(run) for _, run in groupby(ordered, key=lambda pair: pair[1].address)]
    return [done for run in runs for done in _in_one(db, script, run)]


def touched(handled: Handled) -> tuple[int, ...]:
    """The conversations where something happened, to ring for; () where it is not known: for all."""
    found = {turned.conversation_id for _, turned in handled}
    return () if 0 in found else tuple(found)


def readable(db: Database, script: Script, bot: Bot, raw: Sequence[dict[str, Any]]) -> list[Update]:
    """The updates that can be read; the others are set aside by their id."""
    found: list[Update] = []
    with db.transaction() as tx:
        for body in raw:
            try:
                found.append(Update.model_validate(body, context={"bot": bot}))
            except ValidationError:
                key = f"telegram:{bot.id}:{int(body['update_id'])}"
                log.error("%s cannot be read", key)  # noqa: TRY400  # the error would repeat the words
                insert_once(tx, SetAside, key=key, at=script.now(), error="unreadable")
    return found


def _in_one(db: Database, script: Script, arrivals: Sequence[tuple[Update, Arrival]]) -> Handled:
    """One transaction for all: one commit carries many. If one fails all is undone, and begun again with savepoints."""
    if not arrivals:
        return []

    def work(turn: Turn, tx: Tx) -> Handled:
        team = staff_chats(tx, (a for _, a in arrivals))
        return [(u, turn(tx, script, a, team)) for u, a in arrivals]

    try:
        return db.retrying(partial(work, _turn))
    except OperationalError:
        raise
    except Exception as error:  # noqa: BLE001  # its message may hold words
        log.info("a batch is begun again: %s", type(error).__name__)
    return db.retrying(partial(work, _guarded))


def _turn(tx: Tx, script: Script, arrival: Arrival, team: StaffChats) -> Turned:
    return answer(tx, script, arrival, team) or take_turn(tx, script, arrival)


def _guarded(tx: Tx, script: Script, arrival: Arrival, team: StaffChats) -> Turned:
    """A savepoint each, so that one that cannot be handled blocks nobody: after three tries it is set aside."""
    for _ in range(TRIES):
        try:
            with tx.begin_nested():
                return _turn(tx, script, arrival, team)
        except OperationalError:
            raise  # the database, not the update: nothing of this batch is confirmed
        except Exception as error:  # noqa: BLE001  # its message may hold words: only its type is kept
            failure = type(error).__name__
            log.error("%s failed: %s", arrival.key, failure)  # noqa: TRY400
    _set_aside(tx, script, arrival, failure, theirs=arrival.address in team.people)
    return Turned()


def _set_aside(tx: Tx, script: Script, arrival: Arrival, failure: str, *, theirs: bool) -> None:
    """`theirs`: it came from one of the staff, whose chat is no conversation."""
    insert_once(tx, SetAside, key=arrival.key, at=script.now(), error=failure)
    if not insert_once(tx, Seen, key=arrival.key, at=script.now()) or theirs:
        return
    try:
        with tx.begin_nested():
            apologize(tx, script, arrival)
    except OperationalError:
        raise
    except Exception as error:  # noqa: BLE001  # not even an apology: the status page tells
        log.error("%s: no apology: %s", arrival.key, type(error).__name__)  # noqa: TRY400
