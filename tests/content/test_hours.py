"""Opening hours: what is refused, when it is open, and how it is said."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.calendars import Calendar
from content.hours import HoursError, check, check_bookable, intervals, spoken

PARIS = ZoneInfo("Europe/Paris")
GOOD = [
    "Th 14:00+",
    "Tu[1,3] 09:00-12:00; PH off",
    "Mo-Th 08:30-12:30,13:30-17:30; Fr 08:30-12:30; PH off",
    "week 1-53/2 Fr 09:30-11:30; PH off",
    "Sa[-1] 10:00-12:00",
    "Feb 29 09:00-10:00",
    "Jan 10:00-12:00",
    "24/7",
]


def paris(*when: int) -> datetime:
    return datetime(*when, tzinfo=PARIS)


def opened(osm: str, start: datetime, days: int, zone: str = "Europe/Paris"):
    return list(intervals(osm, Calendar(zone), start, start + timedelta(days=days)))


@pytest.mark.parametrize("osm", GOOD)
def test_hours_in_use_are_accepted(osm):
    check(osm)


@pytest.mark.parametrize(
    ("osm", "reason", "position"),
    [
        ("", "empty", 1),
        ("   ", "empty", 1),
        ("9h-12h", "unreadable", 1),
        ("Mo 25:00-26:00", "unreadable", 4),
        ("Tu[6] 09:00-10:00", "unreadable", 4),
        ("PH +1 day 09:00-10:00", "unclear_holidays", 1),
        ("Mo 09:00-12:00; Mo-Fr PH off", "unclear_holidays", 23),
        ("Mo, We 09:00-12:00", "lone_days", 3),
        ("Feb 30 09:00-10:00", "impossible_date", 5),
        ("Apr 25-31 09:00-10:00", "impossible_date", 8),
        ("2026 Feb 29 09:00-10:00", "impossible_date", 10),
        ("Mo 09:00-10:00;" * 40, "too_long", 301),
    ],
)
def test_hours_that_cannot_stand_are_refused_with_their_place(osm, reason, position):
    with pytest.raises(HoursError) as refused:
        check(osm)
    assert (refused.value.reason, refused.value.position) == (reason, position)


@pytest.mark.parametrize(
    "osm", ["Th 14:00+", "Th 14:00-17:00+", "24/7", "Mo-Fr", "Th 14:00-14:00", "Mo 12:00-09:00"]
)
def test_bookable_hours_must_end_the_same_day(osm):
    check(osm)
    with pytest.raises(HoursError, match="open_end"):
        check_bookable(osm)


def test_a_comment_may_speak_of_school_holidays():
    check('Mo 09:00-12:00 "not in SH, nor Feb 30"')


def test_the_first_and_third_tuesdays_are_open_and_public_holidays_are_not():
    days = [
        start.date().isoformat() for start, _ in opened("Tu[1,3] 09:00-12:00; PH off", paris(2027, 7, 1), 31)
    ]
    assert days == ["2027-07-06", "2027-07-20"]
    assert opened("We 09:00-12:00; PH off", paris(2027, 7, 14), 1) == []


def test_an_interval_is_cut_at_the_bounds():
    start, end = paris(2026, 11, 26, 15), paris(2026, 11, 26, 16)
    assert list(intervals("Th 14:00-17:00", Calendar(), start, end)) == [(start, end)]


def test_bounds_of_another_zone_are_understood():
    start = datetime(2026, 11, 26, 12, tzinfo=UTC)
    assert opened("Th 14:00-17:00", start, 1) == [(paris(2026, 11, 26, 14), paris(2026, 11, 26, 17))]


def test_local_hours_stay_the_same_over_the_change_of_clocks():
    before, after = opened("Sa-Su 14:00-17:00", paris(2026, 10, 24), 2)
    assert before[0].utcoffset() - after[0].utcoffset() == timedelta(hours=1)
    assert (before[0].hour, after[0].hour) == (14, 14)


def test_the_night_of_the_change_lasts_as_long_as_it_lasts():
    ((start, end),) = opened("Su 01:30-03:30", paris(2026, 3, 29), 1)
    assert end.timestamp() - start.timestamp() == 3600


def test_a_zone_overseas_has_its_own_hours():
    ((start, _),) = opened("Th 14:00-17:00", paris(2026, 11, 26), 1, "Indian/Reunion")
    assert start.utcoffset() == timedelta(hours=4)
    assert start.hour == 14


def test_an_open_end_lasts_until_midnight_and_unknown_hours_are_never_open():
    assert opened("Th 14:00+", paris(2026, 11, 26), 1) == [(paris(2026, 11, 26, 14), paris(2026, 11, 27))]
    assert opened("", paris(2026, 11, 26), 7) == []


def test_moments_without_a_zone_are_refused():
    with pytest.raises(ValueError, match="aware"):
        list(intervals("24/7", Calendar(), datetime(2026, 1, 1), datetime(2026, 1, 2)))  # noqa: DTZ001


@given(
    st.sampled_from(GOOD),
    st.datetimes(datetime(2024, 1, 1), datetime(2034, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.integers(-2, 40),
    st.sampled_from(["Europe/Paris", "America/Martinique", "Pacific/Noumea"]),
)
def test_intervals_come_in_order_apart_and_within_the_bounds(osm, start, days, zone):
    end = start + timedelta(days=days)
    found = [(a.timestamp(), b.timestamp()) for a, b in intervals(osm, Calendar(zone), start, end)]
    assert all(start.timestamp() <= a < b <= end.timestamp() for a, b in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))


@given(st.text(max_size=400) | st.text("MoTuWe PH[],-;:0123459+off/", max_size=60))
def test_any_hours_are_said_or_refused_without_another_error(osm):
    assert spoken(osm)
    try:
        check(osm)
    except HoursError as refused:
        assert refused.position >= 1
