"""Files on their way to a youth. What comes from a youth is never kept here: it is read from Telegram each time."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import LargeBinary
from sqlmodel import Field, SQLModel

from backend.db import Utc, now


class Attachment(SQLModel, table=True):
    """An outgoing file, encrypted, until Telegram has it (24 hours at most). Then only Telegram's id of it is left."""

    id: int | None = Field(default=None, primary_key=True)
    conversation_id: int = Field(foreign_key="conversation.id", ondelete="CASCADE", index=True)
    content: bytes = Field(sa_type=LargeBinary)
    """Encrypted with the key of the deployment."""
    created_at: datetime = Field(default_factory=now, sa_type=Utc, index=True)
