"""What figures keep of someone who has gone: no identity."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from backend.db import Json

HELPED = "helped:"
"""What the one «need» of a Fact begins with that is no conversation but an answer to «Ça t'a aidé ?»: helped:yes,
helped:some, helped:no. It has a month and a mission locale, no bracket, and counts as nobody."""

RATED = "rated:"
"""The same for a face given to the help of a human whose youth was erased: rated:good, rated:fair, rated:bad."""


ANSWERED = "answered:"
"""The same for a first answer of a human whose youth is gone: answered:42, in whole minutes, by month of the call."""

PROMISED = "promised"
"""The same for a promise whose youth is gone: kept or missed, by the month in which it was due."""

BOOKED = "appointment:"
"""The same for an appointment that went before its youth did, by how it ended: appointment:attended. Counts as booked."""

CALLED = "called"
"""The same for a call for a human that went before its youth did. Counts as a handover."""

VISIT = "visit"
"""The same for somebody who came to a counter without an appointment, long ago. Counts as nobody."""


class Fact(SQLModel, table=True):
    """One conversation that was erased or purged, or one thing counted of somebody who is gone: see the marks above.

    The month is as fine as time gets.
    """

    __table_args__ = (Index("fact_month", "mission_locale_id", "month"),)

    id: int | None = Field(default=None, primary_key=True)
    month: str
    mission_locale_id: int | None = Field(default=None, foreign_key="mission_locale.id")
    bracket: str | None = None
    needs: list[Any] = Field(default_factory=list, sa_type=Json)
    booked: int = 0
    handovers: int = 0
    promises_kept: int = 0
    promises_missed: int = 0
