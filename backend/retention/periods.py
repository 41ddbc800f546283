"""How long what is kept of young people is kept: settings, in whole days."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from pydantic_settings import BaseSettings

MONTH, TEN_YEARS = 30, 3653
Soon = Annotated[int, Field(ge=1, le=TEN_YEARS)]
Later = Annotated[int, Field(ge=MONTH, le=TEN_YEARS)]
"""Less would cut into what is still going on: for thirty days help may be judged, and who was lost is looked for."""


class Periods(BaseSettings):
    """Part of the settings of the deployment; each in days."""

    keep_unfinished: Soon = 30
    """A conversation that led to no appointment and called no human, after its last word."""
    keep_words: Later = 90
    """What was written, after the help of a human was closed; without one, after it was said."""
    keep_appointments: Later = 365
    """An appointment after its end, a call for a human after it was closed."""
    keep_contact: Later = 365
    """Chat address, name, telephone and all the rest, after the last contact."""
    keep_audit: Later = 365
    """Who did what among the staff."""
