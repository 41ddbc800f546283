"""Looking for free chairs is dear: each minute only where somebody cancelled, every ten minutes everywhere."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import update

from backend.agenda.models import Opening
from backend.clockwork import ran
from backend.waiting import notices
from tests.queue import cancels, in_line, tick, waits


@pytest.fixture
def looks(monkeypatch):
    """For whom something was looked for, by the ids of the waits."""
    found: list[int] = []
    search = notices.offers_for
    monkeypatch.setattr(
        notices, "offers_for", lambda tx, w, now: found.append(w.row.id) or search(tx, w, now)
    )
    return found


@pytest.fixture
def line(db, script, clock):
    """Zoé waits, nothing is free, and the job has just looked: it is five past ten."""
    lou, _, zoe = in_line(db, script, "Lou", "Sam", "Zoé")
    waits(zoe)
    clock.at = clock().replace(minute=5)
    assert looked(db, script) == 0
    clock.goes_on(minutes=1)
    return lou, zoe


def looked(db, script) -> int:
    """The job, and that it came to its end."""
    told = tick(db, script)
    with db.transaction() as tx:
        ran(tx, notices.JOB, script.now())
    return told


def test_nothing_is_looked_for_while_nobody_cancels(line, db, script, looks):
    assert looked(db, script) == 0
    assert looks == []


def test_a_cancellation_is_told_within_the_minute_and_once(line, db, script, clock, looks):
    lou, _ = line
    cancels(lou)
    assert looked(db, script) == 1
    assert looks
    clock.goes_on(minutes=1)
    assert looked(db, script) == 0


def test_what_opens_otherwise_is_told_within_ten_minutes(line, db, script, clock, looks):
    with db.transaction() as tx:
        tx.execute(update(Opening).values(max_a_day=None))
    assert looked(db, script) == 0
    assert looks == []
    clock.at = clock().replace(minute=9, second=59)
    assert looked(db, script) == 0
    clock.goes_on(seconds=1)
    assert looked(db, script) == 1


def test_a_clock_that_was_set_back_looks_everywhere(line, db, script, clock, looks):
    clock.at -= timedelta(minutes=3)
    assert looked(db, script) == 0
    assert looks
