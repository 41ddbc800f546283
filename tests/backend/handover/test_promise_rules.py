"""What is promised can be kept: within staffed time, later for those who wait behind others, sooner if it is urgent."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.handover.promise_rules import gives_up_at, promised, rounded_up, warns_at
from content.calendars import calendar_of
from content.hours import intervals

PARIS = ZoneInfo("Europe/Paris")
NEVERS = "Mo-Fr 09:00-12:30,13:30-17:30; PH off"
MINUTES = st.integers(0, 60 * 24 * 30).map(lambda m: timedelta(minutes=m))
MOMENTS = st.integers(0, 60 * 24 * 700).map(lambda m: datetime.fromtimestamp(1_767_225_600 + 60 * m, PARIS))
"""Any minute of 2026 and most of 2027."""
BEFORE = st.integers(0, 60)


@st.composite
def staffed_times(draw):
    """Intervals in order, of any length, anywhere in two months, on the clock of Paris."""
    start = draw(MOMENTS)
    steps = draw(st.lists(st.integers(1, 2000), min_size=0, max_size=40))
    edges, at = [], start.astimezone(UTC)
    for step in steps:
        at += timedelta(minutes=step)
        edges.append(at.astimezone(PARIS))
    return list(zip(edges[::2], edges[1::2], strict=False))


def at(month, day, hour, minute=0, year=2026):
    return datetime(year, month, day, hour, minute, tzinfo=PARIS)


def by_the_desk(now, *, before=0, urgent=False, hours=NEVERS, insee="58194"):
    """What is promised at the desk of Nevers, on its own clock."""
    staffed = intervals(hours, calendar_of(insee), now, now + timedelta(days=31))
    found = promised(now, staffed, before, urgent=urgent)
    return found.astimezone(now.tzinfo) if found else None


@given(staffed_times(), MINUTES, BEFORE, st.booleans())
def test_never_outside_staffed_time_never_before_now_and_always_round(staffed, later, before, urgent):
    now = (staffed[0][0] if staffed else at(11, 23, 9)).astimezone(UTC) + later - timedelta(days=2)
    found = promised(now, staffed, before, urgent=urgent)
    if found is None:
        return
    assert found >= now + timedelta(minutes=30)
    assert any(begin < found <= end for begin, end in staffed)
    assert (found.minute % 30, found.second, found.microsecond) == (0, 0, 0)


@given(staffed_times(), BEFORE, BEFORE, st.booleans())
def test_more_who_wait_before_never_make_it_earlier(staffed, some, more, urgent):
    now = staffed[0][0] if staffed else at(11, 23, 9)
    one, other = (promised(now, staffed, n, urgent=urgent) for n in sorted((some, more)))
    assert other is None or (one is not None and one <= other)


@given(staffed_times(), BEFORE)
def test_urgent_is_never_later(staffed, before):
    now = staffed[0][0] if staffed else at(11, 23, 9)
    ordinary, urgent = (promised(now, staffed, before, urgent=u) for u in (False, True))
    assert ordinary is None or (urgent is not None and urgent <= ordinary)


@given(staffed_times(), MINUTES, BEFORE, st.booleans())
def test_who_comes_later_is_never_promised_something_earlier(staffed, later, before, urgent):
    now = (staffed[0][0] if staffed else at(11, 23, 9)).astimezone(UTC)
    first, second = (promised(n, staffed, before, urgent=urgent) for n in (now, now + later))
    assert second is None or (first is not None and first <= second)


@given(MOMENTS, BEFORE, st.booleans())
def test_a_desk_with_hours_always_has_something_to_promise(now, before, urgent):
    assert by_the_desk(now, before=before, urgent=urgent)


@given(MOMENTS, st.integers(1, 10_000))
def test_a_warning_comes_in_the_second_half_and_before_the_youth_is_written_to(made, minutes):
    due = made.astimezone(UTC) + timedelta(minutes=minutes)
    assert made + (due - made) / 2 <= warns_at(made, due) < gives_up_at(made, due) < due


@pytest.mark.parametrize(
    ("now", "before", "urgent", "expected"),
    [
        (at(11, 23, 9), 0, False, at(11, 23, 11)),
        (at(11, 23, 9, 1), 0, False, at(11, 23, 11, 30)),
        (at(11, 23, 9), 4, False, at(11, 23, 12)),
        (at(11, 23, 11), 0, False, at(11, 23, 14)),  # over lunch
        (at(11, 23, 9, 12), 0, True, at(11, 23, 10)),
        (at(11, 23, 12, 15), 0, True, at(11, 23, 14)),
        (at(11, 23, 16), 0, False, at(11, 24, 9, 30)),  # an hour and a half today, the rest tomorrow
        (at(11, 23, 22), 0, False, at(11, 24, 11)),
        (at(11, 23, 22), 0, True, at(11, 24, 9, 30)),
        (at(11, 27, 17, 30), 0, True, at(11, 30, 9, 30)),  # over a weekend
        (at(12, 24, 17), 0, True, at(12, 24, 17, 30)),
        (at(12, 24, 17, 1), 0, True, at(12, 28, 9, 30)),  # over Christmas
        (at(10, 23, 17), 0, False, at(10, 26, 10, 30)),  # over the end of summer time
        (at(3, 27, 17), 0, False, at(3, 30, 10, 30)),  # over its beginning
    ],
)
def test_at_the_desk_of_nevers(now, before, urgent, expected):
    assert by_the_desk(now, before=before, urgent=urgent) == expected


def test_the_night_in_which_the_clocks_change_is_as_long_as_it_is():
    spring, autumn = at(3, 29, 1), at(10, 25, 1)
    assert by_the_desk(spring, hours="24/7") == at(3, 29, 4)  # 1 h, then 3 h: two hours later
    assert by_the_desk(autumn, hours="24/7").astimezone(UTC) == autumn.astimezone(UTC) + timedelta(hours=2)


def test_the_clocks_of_overseas_show_round_hours_too():
    tahiti, marquesas = ZoneInfo("Pacific/Tahiti"), ZoneInfo("Pacific/Marquesas")
    for zone, insee in ((tahiti, "98735"), (marquesas, "98731")):
        now = datetime(2026, 11, 23, 8, 10, tzinfo=zone)
        assert by_the_desk(now, hours="Mo-Fr 07:30-15:30", insee=insee).minute in {0, 30}


def test_hours_that_nobody_knows_promise_nothing():
    assert promised(at(11, 23, 9), [], 0, urgent=True) is None


def test_somebody_there_for_a_few_minutes_promises_nothing_on_their_own():
    short = [(at(11, 23, 10, 5), at(11, 23, 10, 25)), (at(11, 24, 10, 5), at(11, 24, 10, 25))]
    assert promised(at(11, 23, 9), short, 0, urgent=True) is None


def test_a_round_moment_stays_what_it_is():
    assert rounded_up(at(11, 23, 9, 30)) == at(11, 23, 9, 30)
    assert rounded_up(at(11, 23, 9, 30) + timedelta(microseconds=1)) == at(11, 23, 10)
