"""The days on which something is free, page by page, and the hours of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import partial
from itertools import groupby, islice
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from backend.agenda.offers import offer
from backend.agenda.queries import Agenda, Bookable, Wish, bookables
from backend.agenda.rules import SlotId
from backend.places.doors import Point
from backend.scene import Scene

DAYS = 6
"""Days on a page."""
PAGES = 20
"""More pages than any motive looks ahead."""
Free: TypeAlias = tuple[SlotId, Bookable]


def free_days(scene: Scene, wish: Wish, site_id: int | None, page: int, here: Point) -> dict[str, Any]:
    """{days: [{day, slots: [offer, ...]}], page, more}: one page of the days with free slots, soonest first."""
    page = min(max(page, 0), PAGES)
    found = _as_wished(bookables(scene.tx, wish, site_id), wish)
    agenda = Agenda(scene.tx, wish, found, scene.now)
    by_day = _by_day(agenda, found, (page + 1) * DAYS + 1)
    shown = sorted(by_day)[page * DAYS :]
    days = [
        {
            "day": day.isoformat(),
            "slots": [offer(slot, b, wish.motive, here) for slot, b in _one_each(agenda, by_day[day])],
        }
        for day in shown[:DAYS]
    ]
    return {"days": days, "page": page, "more": len(shown) > DAYS}


def _by_day(agenda: Agenda, found: Iterable[Bookable], most: int) -> dict[date, list[Free]]:
    """What is free on the first days of each opening."""
    days: defaultdict[date, list[Free]] = defaultdict(list)
    for bookable in found:
        own_days = groupby(agenda.slots(bookable), partial(_day, ZoneInfo(bookable.zone)))
        for day, slots in islice(own_days, most):
            days[day] += [(slot, bookable) for slot in slots]
    return days


def _as_wished(found: list[Bookable], wish: Wish) -> list[Bookable]:
    """Calls and visits are never mixed among the hours: visits only where nobody can call."""
    return [b for b in found if set(b.opening.modes) & set(wish.modes)] or found


def _day(zone: ZoneInfo, slot: SlotId) -> date:
    return slot.starts_at.astimezone(zone).date()


def _one_each(agenda: Agenda, free: list[Free]) -> list[Free]:
    """One slot for each hour of the clock face: of the advisor who is to be preferred."""
    by_start: dict[Any, Free] = {}
    for slot, bookable in sorted(free, key=lambda one: agenda.preference(one[1])):
        by_start.setdefault(slot.starts_at, (slot, bookable))
    return [by_start[start] for start in sorted(by_start)]
