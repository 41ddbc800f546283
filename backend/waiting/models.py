"""Who waits for a slot, and what is asked of those who open them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlmodel import Field, SQLModel

from backend.db import Json, Utc, now, part_index


class Waiting(SQLModel, table=True):
    """A youth who wants an earlier slot, or any slot at all."""

    __table_args__ = (
        part_index("waiting_open", "since", where="closed_at IS NULL"),
        part_index("waiting_appointment", "appointment_id", where="appointment_id IS NOT NULL"),
    )

    id: int | None = Field(default=None, primary_key=True)
    youth_id: int = Field(foreign_key="youth.id", index=True, ondelete="CASCADE")
    mission_locale_id: int = Field(foreign_key="mission_locale.id", index=True)
    motive_id: int = Field(foreign_key="motive.id")
    appointment_id: int | None = Field(default=None, foreign_key="appointment.id", ondelete="CASCADE")
    """The appointment they have and would have earlier; None: nothing was free."""
    needs: list[Any] = Field(default_factory=list, sa_type=Json)
    modes: list[Any] = Field(default_factory=list, sa_type=Json)
    since: datetime = Field(default_factory=now, sa_type=Utc)
    notices: int = 0
    noticed_at: datetime | None = Field(default=None, sa_type=Utc)
    closed_at: datetime | None = Field(default=None, sa_type=Utc)


class SlotRequest(SQLModel, table=True):
    """«Open three slots at Decize»: asked of those who make openings."""

    __tablename__ = "slot_request"

    id: int | None = Field(default=None, primary_key=True)
    mission_locale_id: int = Field(foreign_key="mission_locale.id", index=True)
    site_id: int | None = Field(default=None, foreign_key="site.id")
    motive_id: int = Field(foreign_key="motive.id")
    wanted: int = 3
    asked_by: int | None = Field(default=None, foreign_key="person.id")
    """None: the alarm, because a youth found nothing."""
    asked_at: datetime = Field(default_factory=now, sa_type=Utc)
    done_at: datetime | None = Field(default=None, sa_type=Utc)
