"""When a youth is erased, what was said of them in the chats of the team goes too: a mark remains until it is done.

A mark stands among what was seen (`Seen`), with an address and a message's id and no words, dated so far ahead that
no sweep takes it, and that it is found by its date.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlmodel import col, select

from backend.db import Tx, insert_once
from backend.handover.models import Handover
from backend.models import Seen
from backend.team.models import Notice, StaffChat

FAR = datetime(9000, 1, 1, tzinfo=UTC)
PREFIX = "wipe"


def mark_for_wiping(tx: Tx, youth_id: int) -> None:
    """Before a youth is erased: the messages that still say who they are."""
    said = (
        select(StaffChat.channel, StaffChat.address, Notice.outside_id)
        .join(Notice, col(Notice.person_id) == StaffChat.person_id)
        .join(Handover, col(Handover.id) == Notice.handover_id)
        .where(Handover.youth_id == youth_id, col(Notice.outside_id).is_not(None))
    )
    for channel, address, message in tx.exec(said).all():
        insert_once(tx, Seen, key=f"{PREFIX}:{channel}:{address}:{message}", at=FAR)
