"""When reminders are said, purely: once each, by day, in time, whatever the outage, in every zone of France."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.agenda.moments import before, days_until, is_night, next_reminder, nightfall, reminder
from content.calendars import OVERSEAS

PARIS = "Europe/Paris"
ZONES = sorted({PARIS, *OVERSEAS.values()})
TICK = timedelta(minutes=5)
"""Coarser than the real one, so that a week is walked through quickly."""


def local(*when: int, zone: str = PARIS) -> datetime:
    return datetime(*when, tzinfo=ZoneInfo(zone)).astimezone(UTC)


def told(starts_at, zone=PARIS, booked=timedelta(days=30)):
    """(moment, day, hour) of each reminder, as it is lived there."""
    found = before(starts_at, starts_at - booked, zone)
    return [(d.moment, d.at.astimezone(ZoneInfo(zone)).strftime("%d %H:%M")) for d in found]


def walk(starts_at, created_at, zone, up):
    """What is said, tick by tick, by a bot that is up when `up` says so."""
    now, said = starts_at - timedelta(days=9), {}
    while now <= starts_at + TICK:
        due = up(now) and now >= created_at and reminder(starts_at, created_at, zone, now, said)
        if due:
            said[due.moment] = now
        now += TICK
    return said


def test_a_week_a_day_and_two_hours_before():
    assert told(local(2026, 11, 24, 14)) == [("J-7", "17 14:00"), ("J-1", "23 14:00"), ("H-2", "24 12:00")]


@pytest.mark.parametrize(("days", "moments"), [(8, 2), (9, 3)])
def test_the_week_before_is_for_those_who_booked_more_than_eight_days_ahead(days, moments):
    assert len(told(local(2026, 11, 24, 14), booked=timedelta(days=days))) == moments


def test_two_hours_before_a_morning_is_the_evening_before_at_seven():
    assert told(local(2026, 11, 24, 9))[1:] == [("J-1", "23 09:00"), ("H-2", "23 19:00")]
    assert told(local(2026, 11, 24, 10))[1:] == [("J-1", "23 10:00"), ("H-2", "24 08:00")]


def test_what_falls_in_the_night_goes_the_evening_before():
    assert told(local(2026, 11, 24, 7, 30)) == [
        ("J-7", "16 19:00"),
        ("J-1", "22 19:00"),
        ("H-2", "23 19:00"),
    ]
    assert told(local(2026, 11, 24, 22)) == [("J-7", "17 19:00"), ("J-1", "23 19:00"), ("H-2", "24 20:00")]


def test_an_unsaid_day_before_is_merged_into_the_evening():
    starts_at = local(2026, 11, 24, 9)
    long_ago = starts_at - timedelta(days=30)
    evening = local(2026, 11, 23, 19)
    said = walk(starts_at, long_ago, PARIS, lambda now: now >= evening)
    assert said == {"H-2": evening}


def test_the_week_before_is_dropped_after_two_days():
    starts_at = local(2026, 11, 24, 14)
    created = starts_at - timedelta(days=30)
    assert reminder(starts_at, created, PARIS, local(2026, 11, 19, 13, 59)).moment == "J-7"
    assert reminder(starts_at, created, PARIS, local(2026, 11, 19, 14)) is None


def test_someone_who_books_late_is_not_reminded_of_what_they_just_did():
    starts_at, created = local(2026, 11, 24, 14), local(2026, 11, 24, 9)
    assert reminder(starts_at, created, PARIS, local(2026, 11, 24, 9, 30)) is None
    assert reminder(starts_at, created, PARIS, local(2026, 11, 24, 12)).moment == "H-2"


def test_when_the_clocks_change_the_day_before_keeps_the_hour_and_two_hours_stay_two_hours():
    spring, autumn = local(2026, 3, 29, 14), local(2026, 10, 25, 14)
    for starts_at in (spring, autumn):
        assert [hour for _, hour in told(starts_at)][1][-5:] == "14:00"
        assert starts_at - before(starts_at, starts_at, PARIS)[-1].at == timedelta(hours=2)
    assert spring - before(spring, spring, PARIS)[0].at == timedelta(hours=23)
    assert autumn - before(autumn, autumn, PARIS)[0].at == timedelta(hours=25)


def test_the_zone_of_the_site_rules():
    starts_at = local(2026, 11, 24, 14, zone="Indian/Reunion")
    assert told(starts_at, "Indian/Reunion")[-1] == ("H-2", "24 12:00")
    paris = local(2026, 11, 24, 8, 30, zone=PARIS)
    assert is_night(paris, "America/Cayenne") and not is_night(paris, PARIS)
    assert days_until(local(2026, 11, 25, 0, 30), PARIS, local(2026, 11, 24, 23)) == 1
    assert days_until(local(2026, 11, 25, 0, 30), "America/Cayenne", local(2026, 11, 24, 23)) == 0


def test_the_day_ends_at_nine_in_the_evening():
    assert nightfall(local(2026, 11, 24, 8), PARIS) == local(2026, 11, 24, 21)
    assert is_night(local(2026, 11, 24, 21), PARIS) and not is_night(local(2026, 11, 24, 20, 59), PARIS)
    assert is_night(local(2026, 11, 24, 7, 59), PARIS) and not is_night(local(2026, 11, 24, 8), PARIS)


moments_of_a_year = st.integers(0, 350 * 288).map(lambda n: datetime(2026, 1, 10, tzinfo=UTC) + n * TICK)
"""On the clock of any place: also in the nights when clocks change, and in the gap itself."""
ahead = st.integers(0, 40 * 24 * 12).map(lambda steps: steps * TICK)
outages = st.lists(st.tuples(st.integers(0, 9 * 288), st.integers(1, 4 * 288)), max_size=6)


def has_power(starts_at, cuts):
    """A bot that is down for these stretches, in ticks from nine days before."""
    first = starts_at - timedelta(days=9)
    down = [(first + begin * TICK, first + (begin + long) * TICK) for begin, long in cuts]
    return lambda now: not any(begin <= now < end for begin, end in down)


@settings(max_examples=150, deadline=None)
@given(moments_of_a_year, ahead, st.sampled_from(ZONES), outages)
def test_whatever_the_outage_each_is_said_once_at_most_by_day_in_time_and_never_after_the_start(
    wall, booked, zone, cuts
):
    starts_at = wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    created_at = starts_at - booked
    said = walk(starts_at, created_at, zone, has_power(starts_at, cuts))
    windows = {d.moment: d for d in before(starts_at, created_at, zone)}
    assert set(said) <= set(windows)
    for moment, now in said.items():
        assert 8 <= now.astimezone(ZoneInfo(zone)).hour < 21
        assert max(created_at, windows[moment].at) <= now < min(windows[moment].until, starts_at)
    assert len(set(said.values())) == len(said)


@settings(max_examples=150, deadline=None)
@given(moments_of_a_year, ahead, st.sampled_from(ZONES))
def test_if_the_bot_is_always_up_each_is_said_within_one_tick(wall, booked, zone):
    starts_at = wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    created_at = starts_at - booked
    said = walk(starts_at, created_at, zone, lambda _: True)
    due = {d.moment: d.at for d in before(starts_at, created_at, zone) if d.at > created_at}
    assert set(said) == set(due)
    assert all(timedelta(0) <= said[m] - due[m] < TICK for m in due)


@settings(max_examples=150, deadline=None)
@given(moments_of_a_year, ahead, st.sampled_from(ZONES), ahead)
def test_the_next_one_is_at_the_first_moment_at_which_there_is_one_to_say(wall, booked, zone, left):
    starts_at = wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    created_at, now = starts_at - booked, starts_at - left
    then = next_reminder(starts_at, created_at, zone, now)
    assert then is None or (now <= then and reminder(starts_at, created_at, zone, then))
    while now < (then or starts_at):
        assert reminder(starts_at, created_at, zone, now) is None
        now += TICK
