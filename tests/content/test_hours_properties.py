"""What holds of any usual hours, on any calendar, at any date."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opening_hours import OpeningHours, State

from content.calendars import calendar_of
from content.hours import intervals, next_days

NEVERS, METZ, LYON, PARIS, AJACCIO = "58194", "57463", "69123", "75056", "2A004"


@pytest.fixture(autouse=True, scope="module")
def calendars_read_once():
    """The first to ask waits for the tables to be read: not a property test, which is timed."""
    assert calendar_of(LYON).school_holiday(date(2027, 2, 14))
    assert calendar_of(METZ).public_holiday(date(2026, 12, 26))


HOLIDAYS = [
    "Mo-Fr 09:00-12:00; PH off",
    "PH,Mo-Fr 09:00-12:00",
    "Mo-Fr,PH 09:00-12:00,14:00-17:00, Sa 10:00-12:00",
    "24/7; PH off",
    "Jul-Aug PH,We 10:00-12:00",
    "Sa 22:00-02:00; PH off",
    "PH off, Mo 10:00-12:00",
    "week 1-53/2 Th,PH 14:00-17:00",
    "Mo-Sa 20:00-03:00, PH 10:00-12:00",
    'Mo-Fr 09:00-12:00; PH off "PH; or not, see"',
]
DATES = st.datetimes(datetime(2024, 1, 1), datetime(2034, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
SCHOOL = ["Mo-Fr 09:00-12:00; SH off", "SH Mo-Fr 09:00-17:00; PH off", "SH,PH off, We 10:00-12:00"]


@given(st.sampled_from(HOLIDAYS), DATES, st.integers(1, 400))
def test_in_metropolitan_france_the_days_are_those_the_library_would_give(osm, start, length):
    zone, end = ZoneInfo("Europe/Paris"), start + timedelta(days=length)
    known = OpeningHours(osm, timezone=zone, country="FR", auto_country=False, auto_timezone=False)
    theirs: list[tuple[datetime, datetime]] = []
    for opens, closes, state, _ in known.intervals(start.astimezone(zone), end.astimezone(zone)):
        if state == State.OPEN:
            touches = theirs and theirs[-1][1] >= opens
            theirs.append((theirs.pop()[0] if touches else opens, closes))
    assert list(intervals(osm, calendar_of(NEVERS), start, end)) == theirs


@given(st.sampled_from([*HOLIDAYS, *SCHOOL]), st.sampled_from([NEVERS, METZ, PARIS, AJACCIO, "98818"]), DATES)
def test_intervals_come_in_order_apart_and_within_the_bounds_on_any_calendar(osm, insee, start):
    end = start + timedelta(days=60)
    found = [(a.timestamp(), b.timestamp()) for a, b in intervals(osm, calendar_of(insee), start, end)]
    assert all(start.timestamp() <= a < b <= end.timestamp() for a, b in found)
    assert all(one[1] < other[0] for one, other in pairwise(found))


@given(st.sampled_from([*HOLIDAYS, *SCHOOL]), DATES, st.integers(1, 20))
def test_a_window_cut_in_two_says_the_same(osm, start, cut):
    calendar, end = calendar_of(LYON), start + timedelta(days=30)
    middle = start + timedelta(days=cut)
    halves = [*intervals(osm, calendar, start, middle), *intervals(osm, calendar, middle, end)]
    lasts = sum(b.timestamp() - a.timestamp() for a, b in halves)
    assert lasts == sum(b.timestamp() - a.timestamp() for a, b in intervals(osm, calendar, start, end))


@given(st.sampled_from([*HOLIDAYS, *SCHOOL]), DATES)
def test_the_next_days_are_the_first_intervals(osm, now):
    calendar = calendar_of(PARIS)
    listed = [interval for _, ranges in next_days(osm, calendar, now) for interval in ranges]
    found = list(intervals(osm, calendar, now, now + timedelta(days=400)))
    assert listed == found[: len(listed)]
    rest = found[len(listed) :]
    assert not rest or rest[0][0].date() > listed[-1][0].date()
