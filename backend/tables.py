"""Every table, for migrations and tests."""

from __future__ import annotations

from sqlmodel import SQLModel

import backend.agenda.models
import backend.handover.models
import backend.insight.models
import backend.models
import backend.people.models
import backend.places.models  # noqa: F401

metadata = SQLModel.metadata
