"""Whom staff look for a slot for, and the first that are free for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from zoneinfo import ZoneInfo

from backend.agenda.models import Motive
from backend.agenda.offers import point_of
from backend.agenda.queries import Agenda, Bookable, Wish
from backend.agenda.rules import SlotId
from backend.db import Tx
from content.distance import kilometres

SHOWN = 8


@dataclass(frozen=True)
class Caller:
    """Who is to be received, and how."""

    home: int
    """Their mission locale."""
    first_name: str
    bracket: str
    motive: Motive
    mode: str
    """place, phone or home."""
    needs: tuple[str, ...] = ()
    phone: str = ""
    insee: str = ""
    commune: str = ""
    site_id: int | None = None
    """Where they want to come; None: wherever."""
    youth_id: int | None = None
    lead_advisor_id: int | None = None

    @property
    def wish(self) -> Wish:
        ways, lead = (self.mode,), self.lead_advisor_id
        return Wish(self.home, self.bracket, self.needs, self.motive, ways, self.youth_id, self.insee, lead)


@dataclass(frozen=True)
class Free:
    """A slot that may be given to them. `km`: as the crow flies from their commune."""

    slot: SlotId
    bookable: Bookable
    km: int | None


def soonest(
    tx: Tx, caller: Caller, found: list[Bookable], now: datetime, day: date | None = None
) -> list[Free]:
    """The first free slots, from this day on if one is given: soonest first; at the same time and place one only,
    with the advisor who has least to do.
    """
    agenda = Agenda(tx, caller.wish, found, now)
    if day and found:
        agenda.begin = max(agenda.begin, datetime.combine(day, time(), ZoneInfo(found[0].zone)))
    free = [(slot, b) for b in found for slot in _first(agenda, b, caller.mode)]
    free.sort(key=lambda pair: (pair[0].starts_at, agenda.preference(pair[1])))
    one_each = {(s.starts_at, b.opening.site_id): (s, b) for s, b in reversed(free)}
    soonest = sorted(one_each.values(), key=lambda pair: pair[0].starts_at)
    return [Free(slot, b, _km(caller, b)) for slot, b in soonest[:SHOWN]]


def _first(agenda: Agenda, bookable: Bookable, mode: str) -> Iterable[SlotId]:
    return islice((slot for slot in agenda.slots(bookable) if slot.mode == mode), SHOWN)


def _km(caller: Caller, bookable: Bookable) -> int | None:
    here = point_of(caller.insee)
    return round(kilometres(here, bookable.point)) if here and bookable.point else None
