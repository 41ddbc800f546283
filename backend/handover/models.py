"""A youth handed to a human."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from backend.db import Utc, now

OUTCOMES = ("answered", "booked", "referred", "unreachable", "other")
"""How a médiateur ends a handover. It may also be `given_back`, or `stopped` by the youth."""


class Handover(SQLModel, table=True):
    """A call for a human. One open at a time for each conversation, held by the database."""

    __table_args__ = (
        Index(
            "one_open_handover",
            "conversation_id",
            unique=True,
            sqlite_where=text("closed_at IS NULL"),
            postgresql_where=text("closed_at IS NULL"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    conversation_id: int = Field(foreign_key="conversation.id", ondelete="CASCADE", index=True)
    youth_id: int = Field(foreign_key="youth.id", index=True)
    mission_locale_id: int | None = Field(default=None, foreign_key="mission_locale.id", index=True)
    """None: not known yet, the deployment's home team sees it."""
    why: str = "asked"
    """asked, danger."""
    danger: str | None = None
    urgent: bool = False
    opened_at: datetime = Field(default_factory=now, sa_type=Utc)
    mediator_id: int | None = Field(default=None, foreign_key="person.id")
    claimed_at: datetime | None = Field(default=None, sa_type=Utc)
    first_reply_at: datetime | None = Field(default=None, sa_type=Utc)
    closed_at: datetime | None = Field(default=None, sa_type=Utc)
    outcome: str | None = None


class Note(SQLModel, table=True):
    """A private note of the team. Never in the outbox: it cannot reach the youth."""

    id: int | None = Field(default=None, primary_key=True)
    handover_id: int = Field(foreign_key="handover.id", ondelete="CASCADE", index=True)
    person_id: int = Field(foreign_key="person.id")
    text: str
    at: datetime = Field(default_factory=now, sa_type=Utc)
