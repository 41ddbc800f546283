"""The letter for whoever has no Telegram: when, which team, a link. No name, need or phone number."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from backend.db import Tx, insert_once
from backend.handover.models import Handover
from backend.mail.models import Mail
from backend.script import Script
from backend.team.models import Notice
from backend.team.notices import desk_of

LONGEST = timedelta(days=1)
"""A letter that could not leave by then is of no use."""


def write(tx: Tx, script: Script, told: Notice, handover: Handover) -> None:
    """Hand a notice over to the mail room. Twice is as once."""
    desk = desk_of(tx, script, handover)
    event: dict[str, Any] = {
        "handover": handover.id,
        "about": told.kind,
        "urgent": told.urgent,
        "at": told.at.isoformat(),
        "since": handover.opened_at.isoformat(),
        "ends_at": (script.now() + LONGEST).isoformat(),
        "zone": desk.timezone if desk else "Europe/Paris",
        "place": desk.name if desk else "",
    }
    insert_once(
        tx,
        Mail,
        key=f"notice:{told.id}",
        person_id=told.person_id,
        kind="notice",
        event=event,
        state="due",
        due=script.now(),
        attempts=0,
        error="",
    )
