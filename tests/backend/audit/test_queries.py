"""What managers read of the journal: newest first, page after page, within their missions locales."""

from __future__ import annotations

from datetime import timedelta

import pytest

from backend.audit.commands import record
from backend.audit.queries import EVERYWHERE, Wanted, entries
from tests.clock import MONDAY


@pytest.fixture
def acts(db, script, clock):
    """Seven acts in Nevers, two at each moment; one in Clermont, one of the command line."""
    with db.transaction() as tx:
        for number in range(7):
            clock.at = MONDAY + timedelta(minutes=number // 2)
            record(tx, script, 8, "claimed" if number % 2 else "closed", "mission_locale", 1)
        record(tx, script, 8, "claimed", "mission_locale", 2)
        record(tx, script, 0, "exported_sites")


def walked(db, places, wanted):
    """Page by page, two rows a page."""
    found, before = [], 0
    with db.reading() as tx:
        while page := entries(tx, places, wanted, before, 2):
            found += page
            before = page[-1].id
    return found


def test_pages_follow_one_another_without_a_gap_or_a_double(db, acts):
    rows = walked(db, frozenset({1}), Wanted())
    assert [row.id for row in rows] == sorted((row.id for row in rows), reverse=True) and len(rows) == 7
    assert len(walked(db, frozenset({1, 2}), Wanted())) == 8 and walked(db, frozenset(), Wanted()) == []
    assert len(walked(db, EVERYWHERE, Wanted())) == 9
    with db.reading() as tx:
        assert entries(tx, EVERYWHERE, Wanted(), 999) == []


def test_what_is_looked_for_is_found(db, acts):
    nevers = frozenset({1})
    assert len(walked(db, nevers, Wanted(action="claimed", person_id=8))) == 3
    later = Wanted(since=MONDAY + timedelta(minutes=2), until=MONDAY + timedelta(minutes=3))
    assert len(walked(db, nevers, later)) == 2
    assert len(walked(db, EVERYWHERE, Wanted(person_id=0))) == 1
    assert len(walked(db, nevers, Wanted(kind="mission_locale", subject=1))) == 7
    assert walked(db, nevers, Wanted(youth_id=1)) == []
