"""When a youth is erased, what was said of them in the chats of the team goes too: a mark remains until it is done.

A mark stands among what was seen (`Seen`), with an address and a message's id and no words, dated so far ahead that
no sweep takes it, and that it is found by its date.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import ColumnElement
from sqlmodel import col, select

from backend.db import Tx, insert_once
from backend.handover.models import Handover
from backend.models import Seen
from backend.team.models import Notice, StaffChat

FAR = datetime(9000, 1, 1, tzinfo=UTC)
PREFIX = "wipe"


def mark_for_wiping(tx: Tx, *youth_ids: int) -> None:
    """Before these are erased: the messages that still say who they are."""
    mark_where(tx, col(Handover.youth_id).in_(youth_ids))


def mark_where(tx: Tx, which: ColumnElement[bool]) -> None:
    """The same of some handovers."""
    said = (
        select(StaffChat.channel, StaffChat.address, Notice.outside_id)
        .join(Notice, col(Notice.person_id) == StaffChat.person_id)
        .join(Handover, col(Handover.id) == Notice.handover_id)
        .where(which)
        .with_for_update(of=Notice)  # whoever settles one of them waits, and then finds it gone
    )
    for channel, address, message in tx.exec(said).all():
        if message:
            _mark(tx, channel, address, message)


def mark_late(tx: Tx, notice_id: int, channel: str, address: str, message: str) -> None:
    """A notice arrived; if its youth was erased while it was on its way, it is to be wiped."""
    if tx.exec(select(Notice.id).where(Notice.id == notice_id)).first() is None:
        _mark(tx, channel, address, message)


def _mark(tx: Tx, channel: str, address: str, message: str) -> None:
    insert_once(tx, Seen, key=f"{PREFIX}:{channel}:{address}:{message}", at=FAR)
