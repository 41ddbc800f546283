"""Meetings of several people, with so many seats."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field, SQLModel

from backend.db import Utc


class Workshop(SQLModel, table=True):
    """A meeting of several, with so many seats."""

    id: int | None = Field(default=None, primary_key=True)
    site_id: int = Field(foreign_key="site.id", index=True)
    name: str
    starts_at: datetime = Field(sa_type=Utc)
    ends_at: datetime = Field(sa_type=Utc)
    seats: int


class Seat(SQLModel, table=True):
    """A seat of a workshop, taken. The primary key is what makes two on one seat impossible."""

    workshop_id: int = Field(foreign_key="workshop.id", primary_key=True)
    number: int = Field(primary_key=True)
    youth_id: int = Field(foreign_key="youth.id", ondelete="CASCADE", index=True)
