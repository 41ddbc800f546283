"""Who hears of a free slot, and when."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from backend.waiting.rules import lasts, latest, may_hear

NOON = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
PARIS, REUNION = "Europe/Paris", "Indian/Reunion"


def test_three_notices_and_no_more():
    assert [may_hear(n, None, PARIS, NOON) for n in range(5)] == [True, True, True, False, False]


@pytest.mark.parametrize(("hour", "wakes"), [(6, False), (7, True), (19, True), (20, False), (23, False)])
def test_nobody_is_woken_up(hour, wakes):
    """In UTC, an hour behind Nevers: from 21:00 to 08:00 nothing is said."""
    assert may_hear(0, None, PARIS, NOON.replace(hour=hour)) is wakes


def test_the_night_is_that_of_where_they_live():
    assert may_hear(0, None, REUNION, NOON.replace(hour=4)) and not may_hear(
        0, None, PARIS, NOON.replace(hour=4)
    )


def test_one_notice_a_day():
    evening = NOON.replace(hour=18)
    assert not may_hear(1, NOON, PARIS, evening)
    assert may_hear(1, evening, PARIS, (evening + timedelta(days=1)).replace(hour=8))


def test_a_slot_is_worth_telling_if_it_comes_a_day_earlier():
    assert latest(NOON) == NOON - timedelta(days=1)


def test_a_wait_ends_two_days_before_or_when_it_is_too_late_to_move():
    starts_at = NOON + timedelta(days=10)
    movable = starts_at - timedelta(hours=24)
    assert lasts(starts_at, movable, starts_at - timedelta(days=2))
    assert not lasts(starts_at, movable, starts_at - timedelta(days=2) + timedelta(minutes=1))
    assert not lasts(starts_at, starts_at - timedelta(days=5), starts_at - timedelta(days=4))
