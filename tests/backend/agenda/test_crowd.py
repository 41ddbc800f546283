"""A thousand attempts on ten slots: ten win, on both engines."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from sqlmodel import select

from backend.agenda.booking import book
from backend.agenda.models import Appointment, Motive
from backend.agenda.queries import Agenda, bookables
from backend.agenda.wishes import Wish
from backend.people.models import Youth
from backend.places.models import MissionLocale
from backend.scene import NotPossible

ATTEMPTS, SLOTS, SESSIONS = 1000, 10, 8


def test_a_thousand_attempts_on_ten_slots_book_ten(db, script):
    with db.transaction() as tx:
        home = tx.exec(select(MissionLocale.id).where(MissionLocale.slug == "nevers-sud-nivernais")).one()
        motive = tx.exec(
            select(Motive).where(Motive.mission_locale_id == home, Motive.slug == "emploi")
        ).one()
        youths = [Youth() for _ in range(ATTEMPTS)]
        tx.add_all(youths)
        tx.flush()
        wishes = [Wish(home, "from_18", ("emploi",), motive, ("place",), youth.id) for youth in youths]
        found = bookables(tx, wishes[0])
        agenda = Agenda(tx, wishes[0], found, script.now())
        first = max(found, key=lambda b: len(list(zip(range(SLOTS), agenda.slots(b), strict=False))))
        slots = [str(slot) for slot, _ in zip(agenda.slots(first), range(SLOTS), strict=False)]
    assert len(slots) == SLOTS

    def attempt(number):
        try:
            slot = slots[number % SLOTS]
            return db.retrying(lambda tx: book(tx, wishes[number], slot, {}, script.now()).starts_at)
        except NotPossible as refused:
            return str(refused)

    with ThreadPoolExecutor(SESSIONS) as pool:
        outcomes = Counter(map(str, pool.map(attempt, range(ATTEMPTS))))
    assert outcomes.pop("taken") == ATTEMPTS - SLOTS
    assert set(outcomes.values()) == {1} and len(outcomes) == SLOTS
    with db.reading() as tx:
        assert len(tx.exec(select(Appointment)).all()) == SLOTS
