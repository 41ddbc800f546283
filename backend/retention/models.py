"""What was purged, and when: numbers only."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlmodel import Field, SQLModel

from backend.db import Json, Utc


class Purge(SQLModel, table=True):
    """One passage of the purge. Its counts are written in the very transactions that purge: a kill leaves them true."""

    id: int | None = Field(default=None, primary_key=True)
    began_at: datetime = Field(sa_type=Utc)
    ended_at: datetime | None = Field(default=None, sa_type=Utc)
    """None: under way, or cut short; the next passage goes on with it."""
    by_hand: bool = False
    """By the command line; else by the clock."""
    periods: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
    """The settings that held, in days: {keep_words: 90, …}."""
    counts: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
    """How many of each kind (`backend.retention.rules.KINDS`) are gone."""
