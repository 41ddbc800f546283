"""The team behind the inbox: who is on duty, how they are told, and the answers they keep at hand."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from backend.db import Utc, now, part_index


class Duty(SQLModel, table=True):
    """When a médiateur is on duty for a mission locale. Nobody has any: the hours of the desk are everyone's."""

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    mission_locale_id: int = Field(foreign_key="mission_locale.id", index=True)
    hours: str
    """OSM opening hours, on the calendar of the desk."""


class StaffChat(SQLModel, table=True):
    """Where one of the staff is told on Telegram. No conversation: only their taps count."""

    __tablename__ = "staff_chat"
    __table_args__ = (UniqueConstraint("channel", "address"),)

    person_id: int = Field(primary_key=True, foreign_key="person.id")
    channel: str
    address: str
    linked_at: datetime = Field(default_factory=now, sa_type=Utc)
    blocked: bool = False


class StaffLink(SQLModel, table=True):
    """A one-time link by which one of the staff joins on Telegram. Only its hash is kept."""

    __tablename__ = "staff_link"

    token_hash: str = Field(primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    expires_at: datetime = Field(sa_type=Utc)
    used_at: datetime | None = Field(default=None, sa_type=Utc)


class Notice(SQLModel, table=True):
    """Something that one of the staff must hear of now. Its words are made when it leaves."""

    __table_args__ = (
        Index("notice_state", "state", "due"),
        part_index("notice_shown", "id", where="outside_id IS NOT NULL"),
        part_index("notice_settled", "at", where="due IS NULL AND outside_id IS NULL"),
    )

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    """What it is about, such as opened:12:3 (kind, handover, person): twice is as once."""
    person_id: int = Field(foreign_key="person.id", index=True)
    handover_id: int = Field(foreign_key="handover.id", ondelete="CASCADE", index=True)
    kind: str
    """opened, urgent, handed_on, taken_over, resumed, promise_near, promise_missed, nobody_on_duty."""
    urgent: bool = False
    way: str = "telegram"
    """telegram or mail."""
    at: datetime = Field(default_factory=now, sa_type=Utc)
    due: datetime | None = Field(default=None, sa_type=Utc)
    """When to try next; null once it is settled."""
    attempts: int = 0
    state: str = "queued"
    """queued, sending, sent, failed, blocked, stale (claimed or closed before it left)."""
    outside_id: str | None = None


class Canned(SQLModel, table=True):
    """An answer kept at hand, with {variables}. Of a mission locale, or of one person only."""

    id: int | None = Field(default=None, primary_key=True)
    mission_locale_id: int | None = Field(default=None, foreign_key="mission_locale.id", index=True)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    """None: of the whole team."""
    name: str
    """What it is found by in the picker."""
    text: str
    language: str = "fr"
    used: int = 0
    created_at: datetime = Field(default_factory=now, sa_type=Utc)
