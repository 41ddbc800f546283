"""With which keys words in this database are sealed. The keys themselves are elsewhere."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field, SQLModel

from backend.db import Utc, now


class SealingKey(SQLModel, table=True):
    """A key that may have sealed something here: whoever starts must have it. Gone once nothing is sealed with it."""

    __tablename__ = "sealing_key"

    name: str = Field(primary_key=True)
    probe: str
    """A known word, sealed with it: whoever opens that opens the others."""
    since: datetime = Field(default_factory=now, sa_type=Utc)
