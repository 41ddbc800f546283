"""Until when a line may be said, and what must still be true then. Looked at again when it is sent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from backend.agenda.models import LIVE, Appointment
from backend.agenda.moments import nightfall
from backend.db import Tx
from backend.handover.models import Promise, Proposal
from backend.people.models import Youth
from backend.scene import Draft
from flows.events import Event, Followed, Proposed, Reminded, SlotFreed, Told


def bind(line: Draft, event: Event) -> None:
    """A line about an appointment falls with it: cancelled, moved, begun, or told otherwise meanwhile."""
    match event:
        case Reminded(about, _, until):
            line.about = _still_to_come(about) | {"reminder": True}
            line.expires = datetime.fromisoformat(until or about["starts_at"])
        case Told("appointment-moved", about):
            line.about = _still_to_come(about)
            line.expires = datetime.fromisoformat(about["starts_at"])
        case SlotFreed(offer):
            had = {"id": offer.get("appointment"), "starts_at": offer.get("had")}
            line.about = _still_to_come(had) if had["id"] else None
            line.expires = min(datetime.fromisoformat(offer["starts_at"]), nightfall(line.at, offer["zone"]))
        case Followed(about, _, until):
            line.about = {"appointment": about["id"], "status": about["status"]}
            line.expires = datetime.fromisoformat(until)
        case Proposed(id_, _, about):
            line.about = {"proposal": int(id_)}
            line.expires = datetime.fromisoformat(about["starts_at"]) if "starts_at" in about else None
        case Told(about={"promise": int(id_), "until": str(until)}):
            line.about, line.expires = {"promise": id_}, datetime.fromisoformat(until)
        case _:
            pass


def _still_to_come(about: Mapping[str, Any]) -> dict[str, Any]:
    return {"appointment": about["id"], "starts_at": about["starts_at"]}


def still_true(tx: Tx, about: Mapping[str, Any]) -> bool:
    """Whether what a line says holds and is wanted: an appointment, a proposal not answered, a promise that stands."""
    if "proposal" in about:
        made = tx.get(Proposal, about["proposal"])
        return made is not None and made.answer is None
    if "promise" in about:
        promise = tx.get(Promise, about["promise"])
        return promise is not None and promise.ended_at is None
    appointment = tx.get(Appointment, about["appointment"])
    if appointment is None:
        return False
    if "status" in about:
        return bool(appointment.status == about["status"])
    if "reminder" in about and not tx.get_one(Youth, appointment.youth_id).reminders:
        return False
    return appointment.status in LIVE and appointment.starts_at == datetime.fromisoformat(about["starts_at"])
