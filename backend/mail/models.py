"""Letters to the staff, queued and tried again like lines."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from backend.db import Json, Utc, now, part_index


class Mail(SQLModel, table=True):
    """A letter to be sent to one of the staff. Its words are made when it leaves; nothing of a youth is kept here."""

    __table_args__ = (
        Index("mail_state", "state", "due"),
        part_index("mail_appointment", "appointment_id", where="appointment_id IS NOT NULL"),
    )

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    """What it is about, such as request:<uid>:<sequence>: twice is as once."""
    person_id: int = Field(foreign_key="person.id", index=True)
    kind: str
    """request, cancel: the METHOD of an invitation; or the name of a template."""
    appointment_id: int | None = Field(default=None, foreign_key="appointment.id", ondelete="SET NULL")
    event: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
    """What is said of it, even once it is erased (`calendars.events`). No name, no need; empty once settled."""
    state: str = "due"
    """due, sent, failed, stale (over before it could leave), unsent (no mail server was set)."""
    due: datetime = Field(default_factory=now, sa_type=Utc, index=True)
    """When to try next: while it is being sent, when to hold the sender for dead."""
    attempts: int = 0
    error: str = ""
    sent_at: datetime | None = Field(default=None, sa_type=Utc)
