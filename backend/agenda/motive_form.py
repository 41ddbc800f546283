"""A motive as a manager types it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlmodel import col, select

from backend.agenda.models import Motive
from backend.db import Tx
from backend.people.accounts import Staff
from backend.places.models import MissionLocale
from backend.places.typed import Typed, Wrong
from content.loader import QUESTIONNAIRES, need_ids
from content.plain import plain

WAYS = ("place", "phone", "visio", "home")
COLOURS = ("teal", "brick", "amber", "plum", "blue")
NUMBERS = {
    "minutes": (10, 240),
    "min_notice_hours": (0, 168),
    "max_notice_days": (1, 365),
    "cancel_until_hours": (0, 168),
    "move_until_hours": (0, 168),
}
"""The least and the most of each."""
STEP = 5
"""Minutes: the grid on which chairs are taken."""


@dataclass(frozen=True)
class Reading:
    values: dict[str, Any] = field(default_factory=dict)
    wrong: dict[str, Wrong] = field(default_factory=dict)


def read(fields: Mapping[str, str]) -> Reading:
    """Everything that was typed."""
    form = Typed(fields)
    values: dict[str, Any] = {"name": form.text("name", 60, needed=True)}
    values |= {name: form.text(name, 300) for name in ("bring", "bring_after")}
    values |= {name: form.read(name, _number, *span) for name, span in NUMBERS.items()}
    if (values["minutes"] or 0) % STEP:
        form.refuse("minutes", Wrong("fives"))
    values["colour"] = form.one_of("colour", COLOURS)
    values["modes"] = [way for way in WAYS if form.get(f"mode-{way}")]
    if not values["modes"]:
        form.refuse("modes", Wrong("one_at_least"))
    values |= {name: bool(form.get(name)) for name in ("staff_only", "discreet")}
    values["needs"] = [need for need in sorted(need_ids(QUESTIONNAIRES)) if form.get(f"need-{need}")]
    return Reading(values, form.wrong)


def _number(text: str, least: int, most: int) -> int:
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 5 else -1
    if not least <= number <= most:
        raise Wrong("between", about=f"{least}|{most}")
    return number


def motives_kept(tx: Tx, staff: Staff) -> list[tuple[MissionLocale, list[Motive]]]:
    """The motives of each mission locale that this person keeps as a whole."""
    homes = select(MissionLocale).where(col(MissionLocale.id).in_(staff.whole("manager")))
    found = []
    for home in tx.exec(homes.order_by(MissionLocale.name)).all():
        mine = select(Motive).where(Motive.mission_locale_id == home.id).order_by(col(Motive.id))
        found.append((home, list(tx.exec(mine))))
    return found


def find_motive(tx: Tx, staff: Staff, motive_id: int) -> Motive | None:
    mine = col(Motive.mission_locale_id).in_(staff.whole("manager"))
    return tx.exec(select(Motive).where(mine, Motive.id == motive_id)).first()


def last_general(tx: Tx, motive: Motive, values: Mapping[str, Any]) -> bool:
    """Whether nobody without a special need could be proposed anything any more."""
    if not values["needs"] and not values["staff_only"]:
        return False
    others = select(Motive).where(
        Motive.mission_locale_id == motive.mission_locale_id, Motive.id != motive.id, ~col(Motive.staff_only)
    )
    return not any(not other.needs for other in tx.exec(others))


def save(tx: Tx, motive_id: int, values: Mapping[str, Any]) -> None:
    """What is booked keeps its length: chairs are taken by the appointment, not by its motive."""
    motive = tx.get_one(Motive, motive_id)
    for name, value in values.items():
        setattr(motive, name, value)
    tx.add(motive)


def create(tx: Tx, home: int, values: Mapping[str, Any], nonce: str) -> int:
    """A new motive; the same form sent twice makes one."""
    words = re.sub(r"[^a-z0-9]+", "-", plain(str(values["name"]))).strip("-")[:40]
    slug = f"{words or 'motif'}-{hashlib.sha256(nonce.encode()).hexdigest()[:8]}"
    known = tx.exec(select(Motive).where(Motive.mission_locale_id == home, Motive.slug == slug)).first()
    motive = known or Motive(mission_locale_id=home, slug=slug, **values)
    tx.add(motive)
    tx.flush()
    return motive.id or 0
