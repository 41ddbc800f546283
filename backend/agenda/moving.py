"""Moving an appointment for a youth: the next free slots near it, and the move that tells them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from sqlmodel import select

from backend.agenda.appointments import facts, wish_again
from backend.agenda.booking import move
from backend.agenda.closing import NotNow, found_for_change
from backend.agenda.models import LIVE, Appointment
from backend.agenda.offers import offer
from backend.agenda.queries import Agenda, Bookable, Wish, bookables
from backend.agenda.rules import SlotId, Span, cells
from backend.agenda.travel import Stop
from backend.db import Tx
from backend.models import Conversation
from backend.places.models import Site
from backend.scene import Arrival
from backend.script import Script
from backend.turns import take_turn
from content.distance import kilometres
from flows.events import Told

MOVED = "appointment-moved"
"""The text that a youth receives when staff move an appointment."""
WAYS = 2
"""Proposals for each appointment: at the same place or the nearest, and at the next nearest."""
FAR = float("inf")
NOTICE = timedelta(hours=24)
"""Nobody is moved to a moment that comes before they have read of it."""
Fits = Callable[[int | None, datetime, datetime], bool]
"""Whether someone may be sent to a site from a moment to another."""


def moved(old: Appointment, about: dict[str, Any]) -> dict[str, Any]:
    """What a youth is told of a move: the new appointment (or the offer that becomes it), and what it replaces."""
    return {**about, "was": old.starts_at.isoformat()}


def move_by_staff(tx: Tx, script: Script, appointment_id: int, slot: str) -> Appointment:
    """A new appointment in place of the old, and the youth told of it. Raises NotNow, NotPossible("taken")."""
    old = found_for_change(tx, appointment_id)
    if old.status not in LIVE:
        raise NotNow("closed")
    new = move(tx, old, wish_of(tx, old), slot, script.now())
    told = Told(MOVED, moved(old, facts(tx, new, script.now())))
    for row in tx.exec(select(Conversation).where(Conversation.youth_id == old.youth_id)).all():
        arrival = Arrival(f"moved:{new.id}:{row.id}", row.channel, row.address, told, "staff")
        take_turn(tx, script, arrival)
    return new


def wish_of(tx: Tx, old: Appointment) -> Wish:
    """The same wish again, as staff may fulfil it: at shorter notice, and off the grid."""
    return replace(wish_again(tx, old), by_staff=True)


@dataclass
class Mover:
    """Finds new slots for several appointments at once: what it proposed to one it proposes to nobody else."""

    tx: Tx
    now: datetime
    fits: Fits
    promised: defaultdict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    """Cells of each advisor."""
    expected: defaultdict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    """Cells of each youth."""
    stops: list[tuple[int, Stop]] = field(default_factory=list)
    """Where each advisor would be: the day's maximum and the way from place to place count."""
    away: Mapping[int, Span] = field(default_factory=dict)
    """When advisors will be away, though it is not kept yet."""

    def ways(self, old: Appointment) -> list[dict[str, Any]]:
        """At most WAYS offers, at different places, the nearest to the old place first."""
        wish = wish_of(self.tx, old)
        found = bookables(self.tx, wish)
        agenda = self.agenda(wish, found)
        by_site: dict[int | None, list[Bookable]] = defaultdict(list)
        for bookable in found:
            by_site[bookable.opening.site_id].append(bookable)
        offers: list[dict[str, Any]] = []
        for site_id in sorted(by_site, key=lambda one: self._km(old, one)):
            firsts = [(slot, b) for b in by_site[site_id] for slot in self.first(agenda, b)]
            if firsts and len(offers) < WAYS:
                slot, bookable = min(firsts, key=lambda pair: pair[0].starts_at)
                offers.append(self.promise(wish, slot, bookable))
        return offers

    def agenda(self, wish: Wish, found: list[Bookable], only: datetime | None = None) -> Agenda:
        """What is free, minus what was proposed before."""
        agenda = Agenda(self.tx, wish, found, self.now, only)
        for bookable in found:
            advisor = bookable.advisor.id or 0
            agenda.diaries[advisor].busy |= self.promised[advisor] | self.expected[wish.youth_id or 0]
        for gone, span in self.away.items():
            agenda.diaries[gone].away.append(span)
        for advisor, stop in self.stops:
            agenda.diaries[advisor].stops[agenda.window.day(stop.starts_at)].append(stop)
        return agenda

    def first(self, agenda: Agenda, bookable: Bookable) -> Iterator[SlotId]:
        """The first slot that may be proposed, if any."""
        soonest, lasts = self.now + NOTICE, timedelta(minutes=agenda.wish.motive.minutes)
        site = bookable.opening.site_id
        later = (slot for slot in agenda.slots(bookable) if slot.starts_at >= soonest)
        return islice((s for s in later if self.fits(site, s.starts_at, s.starts_at + lasts)), 1)

    def promise(self, wish: Wish, slot: SlotId, bookable: Bookable) -> dict[str, Any]:
        """The offer of a slot that nobody else is proposed from now on."""
        advisor, minutes = bookable.advisor.id or 0, wish.motive.minutes
        self.promised[advisor] |= set(cells(slot.starts_at, minutes + bookable.opening.buffer_minutes))
        self.expected[wish.youth_id or 0] |= set(cells(slot.starts_at, minutes))
        ends_at = slot.starts_at + timedelta(minutes=minutes)
        self.stops.append((advisor, Stop(slot.starts_at, ends_at, bookable.point)))
        return offer(slot, bookable, wish.motive, None)

    def _km(self, old: Appointment, site_id: int | None) -> tuple[float, int]:
        """The same place first; one without a point comes last."""
        if site_id == old.site_id:
            return -1.0, 0
        here, there = (self.tx.get(Site, one) if one else None for one in (old.site_id, site_id))
        a, b = here and here.point, there and there.point
        return (kilometres(a, b) if a and b else FAR), site_id or 0
