"""The conversation of an arrival, with its youth: found and held, or begun."""

from __future__ import annotations

from typing import Any, TypeAlias

from sqlalchemy import bindparam
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from backend.db import Tx
from backend.models import Conversation, Seen
from backend.people.models import Youth
from backend.scene import Arrival
from backend.script import Script
from flows.events import Blocked

Chat: TypeAlias = tuple[Conversation, Youth]
_HELD = (
    select(Conversation, Youth)
    .join(Youth, col(Youth.id) == Conversation.youth_id)
    .where(Conversation.channel == bindparam("channel"), Conversation.address == bindparam("address"))
    .with_for_update(of=Conversation)
)
_MINE = _HELD.execution_options(populate_existing=True)
HAD = "had"
"""Where a transaction that alone may write carries many arrivals (`tx.info`): the chats that it has had. What was changed
for the others need not be written before one is looked for that it has not had: it is written together for all."""


def find(tx: Tx, arrival: Arrival) -> Chat | None:
    """Held until the transaction ends."""
    had: set[str] | None = tx.info.get(HAD)
    if had is None or arrival.address in had:
        return _found(tx, _MINE, arrival)
    had.add(arrival.address)
    with tx.no_autoflush:  # nor is read over what a youth changed on another phone
        return _found(tx, _HELD, arrival)


def begin(tx: Tx, script: Script, arrival: Arrival) -> Chat:
    """With somebody who was not known."""
    try:
        with tx.begin_nested():
            _begin(tx, script, arrival)
    except IntegrityError:  # another process began it in the same instant
        pass
    row, youth = tx.execute(_MINE, _address(arrival)).one()
    return row, youth


def is_over(tx: Tx, arrival: Arrival) -> bool:
    """Of somebody who is not known, or not any more: only they begin, and not by blocking us, nor by what came before.

    Else the address of who was erased would be kept again.
    """
    if arrival.author != "youth" or isinstance(arrival.event, Blocked):
        return True
    return tx.get(Seen, arrival.key) is not None


def _found(tx: Tx, statement: Any, arrival: Arrival) -> Chat | None:
    found = tx.execute(statement, _address(arrival)).first()
    return (found[0], found[1]) if found else None


def _address(arrival: Arrival) -> dict[str, str]:
    return {"channel": arrival.channel, "address": arrival.address}


def _begin(tx: Tx, script: Script, arrival: Arrival) -> None:
    language = script.wording.supported(arrival.language) or "fr"
    youth = Youth(language=language, created_at=script.now())
    tx.add(youth)
    tx.flush()
    row = Conversation(youth_id=youth.id or 0, channel=arrival.channel, address=arrival.address)
    row.created_at = script.now()
    tx.add(row)
