"""Slots, purely: a stable grid, true over the changes of hour."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from backend.agenda.rules import Range, SlotId, cells, parse_slot, starts
from content.calendars import Calendar

MONDAY = datetime(2026, 11, 23, tzinfo=UTC)
THURSDAYS = Range("Th 14:00-17:00; PH off", Calendar())


def test_slots_fill_the_opening_and_no_more():
    found = list(starts(THURSDAYS, 45, 0, MONDAY, MONDAY + timedelta(days=7)))
    assert [f"{at:%d %H:%M}" for at in found] == ["26 13:00", "26 13:45", "26 14:30", "26 15:15"]


def test_the_grid_does_not_move_with_the_moment_one_looks():
    late = MONDAY + timedelta(days=3, hours=13, minutes=20)
    found = list(starts(THURSDAYS, 45, 0, late, late + timedelta(days=1)))
    assert [f"{at:%H:%M}" for at in found] == ["13:45", "14:30", "15:15"]


def test_a_buffer_stands_between_two_meetings_and_may_hang_over_the_end():
    found = list(starts(THURSDAYS, 45, 10, MONDAY, MONDAY + timedelta(days=7)))
    assert [f"{at:%H:%M}" for at in found] == ["13:00", "13:55", "14:50"]


def test_the_hour_of_the_wall_holds_over_the_change_of_hour():
    begin = datetime(2027, 3, 22, tzinfo=UTC)
    found = list(starts(Range("Th 14:00-15:00", Calendar()), 60, 0, begin, begin + timedelta(days=14)))
    assert [f"{at:%H:%M}" for at in found] == ["13:00", "12:00"]


def test_no_slot_outside_the_season():
    range_ = Range("Th 14:00-15:00", Calendar(), since=date(2026, 12, 1), until=date(2026, 12, 10))
    found = list(starts(range_, 60, 0, MONDAY, MONDAY + timedelta(days=60)))
    assert [f"{at:%d/%m}" for at in found] == ["03/12", "10/12"]


def test_public_holidays_are_closed():
    begin = datetime(2026, 12, 21, tzinfo=UTC)
    found = starts(Range("Fr 09:00-10:00; PH off", Calendar()), 60, 0, begin, begin + timedelta(days=14))
    assert list(found) == []


@given(
    st.integers(1, 10**6), st.integers(0, 60 * 24 * 365 * 50), st.sampled_from(["place", "phone", "visio"])
)
def test_a_slot_reads_back_from_its_button(opening, minutes, mode):
    slot = SlotId(opening, datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes), mode)
    assert parse_slot(str(slot)) == slot and len(str(slot)) < 24


@given(st.text(max_size=80))
def test_what_is_no_slot_is_none_and_never_raises(text):
    slot = parse_slot(text)
    assert slot is None or slot.mode in {"place", "phone", "visio"}


@given(st.integers(0, 10**7), st.integers(5, 180), st.integers(0, 10**7), st.integers(5, 180))
def test_two_meetings_that_overlap_share_a_cell(a, long_a, b, long_b):
    one, other = (datetime.fromtimestamp(m * 60, UTC) for m in (a, b))
    overlap = one < other + timedelta(minutes=long_b) and other < one + timedelta(minutes=long_a)
    shared = set(cells(one, long_a)) & set(cells(other, long_b))
    assert not overlap or shared
