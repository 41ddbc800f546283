"""When somebody goes, and when it is looked at them again. Pure."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.retention.periods import Periods
from backend.retention.rules import HOLDS, LATEST, SOONEST, Known, fate, horizons, is_quiet, next_look
from tests.clock import MONDAY

PERIODS = Periods(_env_file=None)
OLD = horizons(PERIODS, MONDAY)
DAY = timedelta(days=1)


def heard(days, **known):
    return Known(1, MONDAY - timedelta(days=days), **known)


@pytest.mark.parametrize(
    ("known", "why"),
    [
        (heard(29), None),
        (heard(30), "unfinished"),
        (heard(364, finished=True), None),
        (heard(365, finished=True), "contact"),
        *((heard(1000, finished=True, holds={hold}), None) for hold in HOLDS),
    ],
)
def test_who_goes_and_why(known, why):
    assert fate(known, OLD) == why


def test_words_stay_while_a_human_is_at_it_and_ninety_days_longer():
    assert is_quiet(heard(100), OLD)
    assert is_quiet(heard(100, last_closed=MONDAY - 90 * DAY), OLD)
    assert not is_quiet(heard(100, last_closed=MONDAY - 89 * DAY), OLD)
    assert not is_quiet(heard(100, holds={"handover"}), OLD)
    assert is_quiet(heard(0, holds={"to_come"}), OLD), "an appointment to come needs no old words"


def test_a_shorter_period_takes_sooner():
    old = horizons(Periods(_env_file=None, keep_unfinished=5), MONDAY)
    assert fate(heard(5), old) == "unfinished" and fate(heard(4), old) is None


ago = st.none() | st.integers(0, 800).map(lambda days: MONDAY - timedelta(days=days))


@given(st.integers(0, 800), ago, ago, ago, ago, st.booleans(), st.integers(0, 40))
def test_nobody_is_looked_at_later_than_there_is_something_to_do(
    days, word, end, first, last, finished, later
):
    """For a day: whoever is not due then is not due at any moment before the next look."""
    known = heard(days, finished=finished, first_word=word, first_end=end, first_closed=first)
    known.last_closed = max(first, last) if first and last else first
    looked = next_look(known, OLD)
    assert SOONEST <= looked - MONDAY <= LATEST
    then = MONDAY + timedelta(days=later)
    if then + DAY <= looked and then > MONDAY + DAY:
        old = horizons(PERIODS, then)
        assert fate(known, old) is None
        assert not (end and end <= old.appointments) and not (first and first <= old.appointments)
        assert not (word and word <= old.words and is_quiet(known, old))
