"""When an advisor cannot be there: a colleague at the same time and place, the same advisor later, or elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import islice
from typing import Any

from sqlmodel import select

from backend.agenda.models import Appointment, BusyRoom
from backend.agenda.moving import Mover, wish_of
from backend.agenda.queries import Agenda, Bookable, Wish, bookables
from backend.agenda.rules import SlotId, cells
from backend.agenda.wishes import mode_of

WAYS = 3
"""Proposals for each appointment when its advisor is away."""
SAME, OTHERS, SHOWN = 6, 2, 14
"""Slots to choose among for one: of the same advisor at the same place, of each other opening, in all."""
NOTICE = timedelta(hours=2)
"""Whoever moves one appointment can call the youth: less notice than when a whole list is moved."""
Offers = list[dict[str, Any]]


def ways_round(mover: Mover, old: Appointment) -> Offers:
    """At most WAYS offers: a stand-in first, then the same advisor later, then what is nearest."""
    found = [*stand_in(mover, old), *later(mover, old)]
    known = {(one["site"], one["advisor"]) for one in found}
    others = [one for one in mover.ways(old) if (one["site"], one["advisor"]) not in known]
    return [*found, *others][:WAYS]


def stand_in(mover: Mover, old: Appointment) -> Offers:
    """At most one offer: a colleague who is free at the very same time and place, and has least to do."""
    wish = wish_of(mover.tx, old)
    found = [b for b in bookables(mover.tx, wish) if _same_place(b, old) and b.advisor.id != old.advisor_id]
    agenda = _without(mover, wish, found, old)
    free = [b for b in found if _meets(b, wish, old) and agenda.takes(b, old.starts_at)]
    if not free:
        return []
    chosen = min(free, key=agenda.preference)
    slot = SlotId(chosen.opening.id or 0, old.starts_at, old.mode)
    return [mover.promise(wish, slot, chosen)]


def later(mover: Mover, old: Appointment) -> Offers:
    """At most one offer: the first slot of the same advisor, at the same place if there is one."""
    wish = wish_of(mover.tx, old)
    found = [b for b in bookables(mover.tx, wish) if b.advisor.id == old.advisor_id]
    agenda = mover.agenda(wish, found)
    firsts = [(slot, b) for b in found for slot in mover.first(agenda, b)]
    if not firsts:
        return []
    slot, bookable = min(firsts, key=lambda pair: (not _same_place(pair[1], old), pair[0].starts_at))
    return [mover.promise(wish, slot, bookable)]


def choices(mover: Mover, old: Appointment) -> Offers:
    """The next slots for one appointment: of the same advisor at the same place, then what else is near in time."""
    wish = wish_of(mover.tx, old)
    found = bookables(mover.tx, wish)
    agenda = mover.agenda(wish, found)
    slots = [(slot, b) for b in found for slot in islice(_later(agenda, b, mover), _many(b, old))]
    near = sorted(slots, key=lambda pair: (not _same(pair[1], old), pair[0].starts_at, pair[0].opening))
    colleague = stand_in(mover, old)
    kept = [pair for pair in near if pair[0].starts_at != old.starts_at][: SHOWN - len(colleague)]
    return [*colleague, *(mover.promise(wish, slot, bookable) for slot, bookable in kept)]


def _later(agenda: Agenda, bookable: Bookable, mover: Mover) -> Iterator[SlotId]:
    return (slot for slot in agenda.slots(bookable) if slot.starts_at >= mover.now + NOTICE)


def _many(bookable: Bookable, old: Appointment) -> int:
    return SAME if _same(bookable, old) else OTHERS


def _without(mover: Mover, wish: Wish, found: list[Bookable], old: Appointment) -> Agenda:
    """What is free at that moment once the old appointment has left its room and its youth."""
    agenda = mover.agenda(wish, found, old.starts_at)
    minutes = int((old.ends_at - old.starts_at).total_seconds()) // 60
    agenda.own -= set(cells(old.starts_at, minutes))
    for row in mover.tx.exec(select(BusyRoom).where(BusyRoom.appointment_id == old.id)):
        agenda.rooms[row.room_id].discard(row.cell)
    return agenda


def _same(bookable: Bookable, old: Appointment) -> bool:
    return _same_place(bookable, old) and bookable.advisor.id == old.advisor_id


def _same_place(bookable: Bookable, old: Appointment) -> bool:
    return bookable.opening.site_id == old.site_id


def _meets(bookable: Bookable, wish: Wish, old: Appointment) -> bool:
    return mode_of(bookable.opening, bookable.site, wish) == old.mode
