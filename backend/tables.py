"""Every table, for migrations and tests."""

from __future__ import annotations

from sqlmodel import SQLModel

import backend.agenda.models
import backend.attachments.models
import backend.audit.models
import backend.calendars.models
import backend.entrance.models
import backend.handover.models
import backend.insight.models
import backend.mail.models
import backend.models
import backend.outreach.models
import backend.partners.models
import backend.people.models
import backend.places.models
import backend.retention.models
import backend.sealing.models
import backend.team.models
import backend.waiting.models
import backend.workshops.models  # noqa: F401

metadata = SQLModel.metadata

for _table in metadata.tables.values():
    # SQLite gives the id of an erased row to the next one: a late answer about the first would reach the second.
    if [c.name for c in _table.primary_key] == ["id"]:
        _table.dialect_options["sqlite"]["autoincrement"] = True
