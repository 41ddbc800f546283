"""Whom a youth may ask for: the advisor they already have, somebody they name, or anybody else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlmodel import col, select

from backend.agenda.models import Opening
from backend.people.models import Person
from backend.scene import Scene

OTHER = "not"
"""Before an id: anybody but them."""


@dataclass(frozen=True)
class Asked:
    """Whom proposals are to be of: an id as `Wish.whom` takes it, and a first name, empty for anybody."""

    id: int = 0
    name: str = ""


def known_advisors(scene: Scene) -> dict[str, Any]:
    """{lead, advisors: [{id, name}, ...]} by first name, of those who can be booked in their mission locale."""
    everybody = _bookable(scene)
    lead = scene.youth.lead_advisor_id
    known = [{"id": str(p.id), "name": p.first_name} for p in everybody]
    return {"lead": str(lead) if lead in {p.id for p in everybody} else "", "advisors": known}


def advisor_named(scene: Scene, asked: str) -> Asked:
    """`12` is that advisor, `not-12` anybody but them; whatever else, anybody."""
    kind, _, number = asked.rpartition("-")
    found = next((p for p in _bookable(scene) if str(p.id) == number), None) if asked else None
    if found is None:
        return Asked()
    return Asked(-(found.id or 0)) if kind == OTHER else Asked(found.id or 0, found.first_name)


def _bookable(scene: Scene) -> list[Person]:
    booked = select(Opening.advisor_id).where(Opening.mission_locale_id == scene.youth.mission_locale_id)
    there = select(Person).where(col(Person.id).in_(booked), Person.active)
    return sorted(scene.tx.exec(there).all(), key=lambda person: (person.first_name, person.id or 0))
