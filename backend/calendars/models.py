"""Calendars outside: those that advisors keep elsewhere, and ours as others read them."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field, SQLModel

from backend.db import Utc, now
from backend.sealing.columns import SealedText


class ExternalCalendar(SQLModel, table=True):
    """An advisor's own calendar elsewhere, read now and then: what stands in it is busy."""

    __tablename__ = "external_calendar"

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    name: str
    url: str = Field(default="", sa_type=SealedText)
    """A secret address; empty for a file that was handed in."""
    read_at: datetime | None = Field(default=None, sa_type=Utc)
    problem: str = ""
    """Why the last reading failed, as a word; empty: it did not."""


class ExternalBusy(SQLModel, table=True):
    """A time taken in an external calendar: when, never what."""

    __tablename__ = "external_busy"

    id: int | None = Field(default=None, primary_key=True)
    calendar_id: int = Field(foreign_key="external_calendar.id", ondelete="CASCADE", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    starts_at: datetime = Field(sa_type=Utc)
    ends_at: datetime = Field(sa_type=Utc)


class Feed(SQLModel, table=True):
    """A read-only calendar behind a secret address: of an advisor, or of a site. Only the hash of its key is kept."""

    key_hash: str = Field(primary_key=True)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    site_id: int | None = Field(default=None, foreign_key="site.id", index=True)
    created_at: datetime = Field(default_factory=now, sa_type=Utc)
    revoked_at: datetime | None = Field(default=None, sa_type=Utc)
