"""The database of a running product, looked at from outside: what was kept, and whether all is done."""

from __future__ import annotations

from typing import Self

from sqlmodel import col, func, select

from backend.agenda.models import Appointment
from backend.db import connect
from backend.handover.models import Handover
from backend.models import Conversation, Line
from tests.phone import PATIENCE, DeskPhone


class Ledger:
    """Reads only."""

    def __init__(self, url: str) -> None:
        self.db = connect(url)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.db.close()

    def conversation(self, phone: DeskPhone) -> Conversation:
        with self.db.reading() as tx:
            return tx.exec(select(Conversation).where(Conversation.address == str(phone.id))).one()

    def lines(self, phone: DeskPhone, author: str = "") -> list[Line]:
        """What was said in this phone's conversation, in order."""
        query = select(Line).join(Conversation, col(Conversation.id) == Line.conversation_id)
        query = query.where(Conversation.address == str(phone.id)).order_by(col(Line.seq))
        with self.db.reading() as tx:
            return [line for line in tx.exec(query) if author in ("", line.author)]

    def appointments(self, phone: DeskPhone) -> list[Appointment]:
        query = select(Appointment).join(Conversation, col(Conversation.youth_id) == Appointment.youth_id)
        with self.db.reading() as tx:
            return list(tx.exec(query.where(Conversation.address == str(phone.id))))

    def handover(self, phone: DeskPhone) -> Handover:
        """The newest call for a human from this phone."""
        query = select(Handover).join(Conversation, col(Conversation.id) == Handover.conversation_id)
        query = query.where(Conversation.address == str(phone.id)).order_by(col(Handover.id).desc())
        with self.db.reading() as tx:
            return tx.exec(query.limit(1)).one()

    def due(self) -> int:
        """How many lines have not left yet."""
        with self.db.reading() as tx:
            return tx.exec(select(func.count()).select_from(Line).where(col(Line.due).is_not(None))).one()

    def rests(self, phone: DeskPhone, patience: float = PATIENCE) -> None:
        """Wait until every update is handled and every answer has left."""
        phone.waits_for(lambda: not phone.waiting() and not self.due(), patience)
