"""Taking away what has served its time: a hundred young people in a transaction, killed at any moment, never twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import bindparam, update
from sqlmodel import col, select

from backend.db import Tx
from backend.models import Conversation
from backend.people.erasure import erase_all
from backend.people.models import Youth
from backend.retention.looking import look
from backend.retention.records import appointments_of, calls_of, drop_appointments, drop_calls
from backend.retention.rules import Fate, Horizons, Known, fate, is_old, next_look
from backend.retention.words import blank_cells, count, drop, traces_of, words_of
from backend.rows import table_of, write

Counts = Counter[str]
"""By KINDS; a forecast also says why those stay who are old: to_come, handover…"""
_YOUTH = table_of(Youth)
_PUT_OFF = update(_YOUTH).where(_YOUTH.c.id == bindparam("whose")).values(review_at=bindparam("moment"))


def purge_some(tx: Tx, ids: Collection[int], old: Horizons) -> Counts:
    """Of these young people what is to go goes. Those at whom somebody else is just now are left for another time."""
    known = look(tx, _held(tx, ids), old)
    going = {one.id: why for one in known if (why := fate(one, old))}
    staying = [one for one in known if one.id not in going]
    counts = Counter(
        words=drop(tx, words_of(staying, old)) + blank_cells(tx, staying, old),
        appointments=drop_appointments(tx, staying, old),
        calls=drop_calls(tx, staying, old),
        traces=drop(tx, traces_of(staying, old)),
    )
    write(tx, _PUT_OFF, [{"whose": one.id, "moment": next_look(one, old)} for one in staying])
    counts.update(_erase(tx, known, going))
    return counts


def forecast(tx: Tx, ids: Collection[int], old: Horizons) -> Counts:
    """What `purge_some` would take of these, and why it leaves others. Changes nothing."""
    known = look(tx, ids, old)
    going = {one.id: why for one in known if (why := fate(one, old))}
    staying = [one for one in known if one.id not in going]
    counts = Counter(
        words=count(tx, words_of(staying, old)),
        appointments=count(tx, appointments_of(staying, old)),
        calls=count(tx, calls_of(staying, old)),
        traces=count(tx, traces_of(staying, old)),
    )
    counts.update(going.values())
    counts.update(hold for one in staying if is_old(one, old) for hold in one.holds)
    return counts


def _held(tx: Tx, ids: Collection[int]) -> list[int]:
    """Nobody says anything to these until all is done. Conversations first, as a turn does."""
    talks = select(Conversation.youth_id, Conversation.id).where(col(Conversation.youth_id).in_(ids))
    free = Counter(whose for whose, _ in tx.exec(talks.with_for_update(skip_locked=True)))
    there: Mapping[int, int] = Counter(whose for whose, _ in tx.exec(talks))
    unheld = {whose for whose, many in there.items() if free[whose] < many}
    wanted = select(Youth.id).where(col(Youth.id).in_(set(ids) - unheld))
    return [id_ or 0 for id_ in tx.exec(wanted.with_for_update(skip_locked=True))]


def _erase(tx: Tx, known: Collection[Known], going: Mapping[int, Fate]) -> dict[str, Any]:
    if going:
        with_facts = [one.id for one in known if one.id in going and not one.minor]
        erase_all(tx, list(going), with_facts=with_facts)
    return Counter(going.values())
