"""Who did what that somebody may have to answer for."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field, SQLModel

from backend.db import Utc, now


class Audit(SQLModel, table=True):
    """One act. Opaque ids only: it outlives what it speaks of, and names nobody."""

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(default_factory=now, sa_type=Utc, index=True)
    person_id: int = Field(index=True)
    """Who did it. No foreign key: accounts go, their acts stay."""
    action: str
    """transcript, concern, took_over, muted, file."""
    kind: str
    """What `subject` is the id of: handover, line, youth."""
    subject: int
