"""The conversation of an arrival, with its youth: found and held, or begun."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import bindparam, delete, insert
from sqlmodel import col, select

from backend.bundle import Chat, bundle_of, has_arrived, tie
from backend.db import Tx, once
from backend.models import Conversation
from backend.people.models import Youth
from backend.rows import blank, table_of
from backend.scene import Arrival
from backend.script import Script
from flows.events import Blocked

_CHATS = select(Conversation, Youth).join(Youth, col(Youth.id) == Conversation.youth_id)
_THERE = _CHATS.where(Conversation.channel == bindparam("channel"))
_SOME = _THERE.where(col(Conversation.address).in_(bindparam("some", expanding=True)))
_HELD = _THERE.where(Conversation.address == bindparam("address")).with_for_update(of=Conversation)
_MINE = _HELD.execution_options(populate_existing=True)
_NEW_YOUTH, _NEW_TALK = blank(Youth), blank(Conversation)
_YOUTH = table_of(Youth)
_BEGIN = insert(_YOUTH).returning(_YOUTH.c.id)


def find(tx: Tx, arrival: Arrival) -> Chat | None:
    """Held until the transaction ends.

    In a bundle what was changed for the others need not be written before a chat is looked for that had no turn yet.
    """
    bundle, where = bundle_of(tx), (arrival.channel, arrival.address)
    if bundle is None:
        return _found(tx, _MINE, arrival)
    if where in bundle.had:
        bundle.write(tx)
        return _found(tx, _MINE, arrival)
    bundle.had.add(where)
    if bundle.tied and where in bundle.chats:
        return bundle.chats[where]
    with tx.no_autoflush:  # nor is read over what a youth changed on another phone
        return _found(tx, _HELD, arrival)


def find_together(tx: Tx, arrivals: Sequence[Arrival]) -> None:
    """For many arrivals of one channel, where nobody else may write until they are committed."""
    channel, some = arrivals[0].channel, {arrival.address for arrival in arrivals}
    found = tx.execute(_SOME, {"channel": channel, "some": list(some)})
    known = {(channel, row.address): (row, youth) for row, youth in found}
    tie(tx, {(channel, address): known.get((channel, address)) for address in some}, arrivals)


def begin(tx: Tx, script: Script, arrival: Arrival) -> Chat:
    """With somebody who was not known; unless another process began it in the same instant."""
    born = {"language": script.wording.supported(arrival.language) or "fr", "created_at": script.now()}
    connection = tx.connection()
    youth_id = connection.execute(_BEGIN, _NEW_YOUTH | born).scalar_one()
    talk = {"youth_id": youth_id, "created_at": script.now()} | _address(arrival)
    if not connection.execute(once(tx, Conversation), _NEW_TALK | talk).rowcount:
        tx.execute(delete(Youth).where(col(Youth.id) == youth_id))
    with tx.no_autoflush:
        row, youth = tx.execute(_HELD, _address(arrival)).one()
    return row, youth


def is_over(tx: Tx, arrival: Arrival) -> bool:
    """Of somebody who is not known, or not any more: only they begin, and not by blocking us, nor by what came before.

    Else the address of who was erased would be kept again.
    """
    if arrival.author != "youth" or isinstance(arrival.event, Blocked):
        return True
    return has_arrived(tx, arrival.key)


def _found(tx: Tx, statement: Any, arrival: Arrival) -> Chat | None:
    found = tx.execute(statement, _address(arrival)).first()
    return (found[0], found[1]) if found else None


def _address(arrival: Arrival) -> dict[str, str]:
    return {"channel": arrival.channel, "address": arrival.address}
