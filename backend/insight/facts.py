"""Making a fact of something that goes: the month it fell into, where, and no more."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from backend.insight.models import Fact
from backend.places.models import MissionLocale

ELSEWHERE = str(MissionLocale.model_fields["timezone"].default)
"""On whose clock a month is one where the mission locale was never known."""


def fact_of(at: datetime, home: int | None, zone: str | None, about: str, **counts: Any) -> Fact:
    """`about`: one of the marks of `backend.insight.models`. `zone`: of the mission locale."""
    local = at.astimezone(ZoneInfo(zone or ELSEWHERE))
    return Fact(month=f"{local:%Y-%m}", mission_locale_id=home, needs=[about], **counts)
