"""QR codes of places and events, by which young people come."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field, SQLModel

from backend.db import Utc, now

CAME = "poster:"
"""What the one «need» of a Fact begins with that tells by which poster an erased conversation had begun: poster:12."""
MET = "met:"
"""The same for each need of somebody met in the street: met:logement. Counts as nobody."""


class Poster(SQLModel, table=True):
    """A QR code. It opens a public page; `code` is also the payload that Telegram hands over."""

    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(unique=True)
    mission_locale_id: int = Field(foreign_key="mission_locale.id", index=True)
    site_id: int | None = Field(default=None, foreign_key="site.id")
    name: str
    """Where it hangs, or the event it is for."""
    person_id: int | None = Field(default=None, foreign_key="person.id")
    """Who made it."""
    created_at: datetime = Field(default_factory=now, sa_type=Utc)
    retired_at: datetime | None = Field(default=None, sa_type=Utc)
