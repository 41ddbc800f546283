"""Looking for slots behind many openings, and booking them in a crowd: 30 advisors at 15 places each."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import islice
from time import perf_counter
from typing import Any

from sqlalchemy import update
from sqlmodel import select

from backend.agenda.booking import book
from backend.agenda.models import Motive, Opening
from backend.agenda.queries import Agenda, Bookable, bookables
from backend.agenda.wishes import Wish
from backend.db import Database, Tx
from backend.people.models import Person, Youth
from backend.places.models import MissionLocale, Site
from backend.scene import NotPossible
from tests.bench.corridor import opened
from tests.bench.parts import spread
from tests.clock import MONDAY

ADVISORS, SITES, CALLS, CROWD, SESSIONS = 30, 15, 20, 400, 8
DAYS = ("Mo", "Tu", "We", "Th", "Fr")
FORTNIGHT = timedelta(days=14)


def slots(url: str) -> dict[str, Any]:
    """ms of searches, and bookings a second when eight sessions want the same slots."""
    with opened(url) as db:
        with db.transaction() as tx:
            wish = furnish(tx)
        with db.reading() as tx:
            found = bookables(tx, wish)
            searches = {name: spread([search(tx, wish, found)] * CALLS) for name, search in SEARCHES.items()}
        return {**searches, "bookings": contention(db, wish, found)}


def furnish(tx: Tx) -> Wish:
    """A made-up mission locale of 450 openings, each twice a month at most."""
    home = tx.exec(select(MissionLocale.id)).first() or 0
    tx.execute(update(Opening).values(motives=["none"]))
    motive = Motive(mission_locale_id=home, slug="bench", name="Bench", minutes=45, modes=["place"])
    places = {"mission_locale_id": home, "kind": "outpost", "insee": "58194", "commune": "Nevers", "lon": 3.1}
    sites = [Site(slug=f"b{n}", name=f"Place {n}", lat=46.9 + n / 50, **places) for n in range(SITES)]
    advisors = [Person(name=f"Advisor {n}", email=f"b{n}@exemple.fr") for n in range(ADVISORS)]
    tx.add_all([motive, *sites, *advisors])
    tx.flush()
    for n, advisor in enumerate(advisors):
        tx.add_all(opening(home, advisor, site, n, m) for m, site in enumerate(sites))
    tx.flush()
    return Wish(home, "from_18", ("emploi",), motive, ("place",))


def opening(home: int, advisor: Person, site: Site, n: int, m: int) -> Opening:
    hours = f"{DAYS[(n + m) % 5]}[{m % 4 + 1}] {8 + n % 4:02}:00-{12 + m % 5:02}:00; PH off"
    whose = {"mission_locale_id": home, "advisor_id": advisor.id, "site_id": site.id}
    return Opening(hours=hours, modes=["place"], motives=["bench"], buffer_minutes=10, **whose)


def first_of_each(tx: Tx, wish: Wish, found: list[Bookable]) -> Callable[[], object]:
    agenda = Agenda(tx, wish, found, MONDAY)
    return lambda: [agenda.first(bookable) for bookable in found]


def soonest_three(tx: Tx, wish: Wish, found: list[Bookable]) -> Callable[[], object]:
    agenda = Agenda(tx, wish, found, MONDAY)
    return lambda: list(islice(heapq.merge(*map(agenda.slots, found), key=lambda slot: slot.starts_at), 3))


def a_fortnight(tx: Tx, wish: Wish, found: list[Bookable]) -> Callable[[], object]:
    agenda = Agenda(tx, wish, found, MONDAY)
    agenda.end = MONDAY + FORTNIGHT
    return lambda: [list(agenda.slots(bookable)) for bookable in found]


def read(tx: Tx, wish: Wish, found: list[Bookable]) -> Callable[[], object]:
    return lambda: Agenda(tx, wish, found, MONDAY)


SEARCHES = {"read": read, "firsts": first_of_each, "soonest": soonest_three, "fortnight": a_fortnight}


def contention(db: Database, wish: Wish, found: list[Bookable]) -> dict[str, float]:
    """Everyone wants one of the same hundred slots."""
    with db.transaction() as tx:
        youths = [Youth() for _ in range(CROWD)]
        tx.add_all(youths)
        tx.flush()
        agenda = Agenda(tx, wish, found, MONDAY)
        wanted = [str(slot) for slot in (agenda.first(bookable) for bookable in found[:100]) if slot]
    began = perf_counter()
    with ThreadPoolExecutor(SESSIONS) as pool:
        won = sum(pool.map(lambda n: booked(db, wish, youths[n], wanted[n % len(wanted)]), range(CROWD)))
    return {"attempts": CROWD / (perf_counter() - began), "won": won, "wanted": len(wanted)}


def booked(db: Database, wish: Wish, youth: Youth, slot: str) -> bool:
    mine = Wish(wish.mission_locale_id, wish.bracket, wish.needs, wish.motive, wish.modes, youth.id)
    try:
        db.retrying(lambda tx: book(tx, mine, slot, {}, MONDAY))
    except NotPossible:
        return False
    return True
