"""Figures tell nothing of anybody."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from backend.insight.rules import FEWEST, Tally, hidden, shown

COUNTS = st.integers(0, 40)


@given(COUNTS, COUNTS, st.lists(st.floats(0, 10**6), max_size=12))
def test_no_small_count_can_be_read_or_reckoned(kept, missed, replies):
    month = shown("2026-11", Tally(replies, kept, missed))
    for count, said in ((kept, month.kept), (missed, month.missed), (len(replies), month.replies)):
        assert said == (None if 0 < count < FEWEST else count)
    assert month.reply_minutes is None or len(replies) >= FEWEST
    if month.share_kept is not None:
        assert 100 * kept / (kept + missed or 1) >= month.share_kept, "never better than it is"


@given(st.integers(FEWEST, 40))
def test_a_share_beside_one_count_does_not_tell_the_other(kept):
    assert len({shown("2026-11", Tally([], kept, missed)).share_kept for missed in range(1, FEWEST)}) == 1


def test_the_median_is_in_whole_minutes():
    assert shown("2026-11", Tally([60, 119, 600, 60 * 60, 86_400])).reply_minutes == 10


def test_none_at_all_speaks_of_nobody():
    assert [hidden(n) for n in (0, 1, 4, 5)] == [0, None, None, 5]
