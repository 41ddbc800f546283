"""What figures keep of someone who has gone: no identity."""

from __future__ import annotations

from typing import Any

from sqlmodel import Field, SQLModel

from backend.db import Json


class Fact(SQLModel, table=True):
    """One conversation that was erased or purged. The month is as fine as time gets."""

    id: int | None = Field(default=None, primary_key=True)
    month: str
    mission_locale_id: int | None = Field(default=None, foreign_key="mission_locale.id")
    bracket: str | None = None
    needs: list[Any] = Field(default_factory=list, sa_type=Json)
    booked: int = 0
    handovers: int = 0
