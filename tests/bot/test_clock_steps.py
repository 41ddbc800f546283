"""The clock goes back an hour, or ahead a day, or changes with the season: nothing twice, nothing lost."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from apscheduler.schedulers.background import BackgroundScheduler
from sqlmodel import select

from backend.agenda.models import Appointment
from backend.agenda.reminders import remind
from backend.leases import lease
from backend.live import Bell
from backend.models import Line
from backend.pace import Pace
from backend.settings import Settings
from backend.settling import settle
from backend.team.quiet import end_of_quiet
from bot.ingest import handle
from bot.ticks import ticks
from bot.timekeeping import Timekeeper
from tests.bot.posted import heard, said, updates
from tests.youth import Youth, books

PACE = Pace(25, 1)
HOUR = timedelta(hours=1)


class Passing:
    """Time goes by, whatever the clock says."""

    def __init__(self, clock):
        self.clock, self.seconds = clock, 0.0

    def __call__(self):
        return self.seconds

    def goes_on(self, seconds):
        self.seconds += seconds
        self.clock.goes_on(seconds=seconds)


@pytest.fixture
def passing(clock):
    return Passing(clock)


@pytest.fixture
def keeper(db, clock, passing):
    return Timekeeper(db, clock, BackgroundScheduler(timezone="UTC"), passing)


def sends(db, clock):
    """What leaves now."""
    parcels = lease(db, clock(), 100, PACE)
    for parcel in parcels:
        settle(db, parcel, "sent", outside_id=str(parcel.line_id))
    return len(parcels)


def test_what_waits_for_a_clock_that_went_back_while_nobody_ran_leaves_once_somebody_does(
    db, script, clock, passing
):
    handle(db, script, 99, updates(said(1, "/aide")))
    clock.at -= HOUR
    assert sends(db, clock) == 0
    keeper = Timekeeper(db, clock, BackgroundScheduler(timezone="UTC"), passing)
    assert not keeper.look(), "nobody saw it go back"
    assert sends(db, clock) == 1


def test_answers_leave_at_once_although_the_clock_went_back_an_hour(db, script, clock, keeper, passing):
    handle(db, script, 99, updates(said(1, "/aide", 1), said(2, "/aide", 2)))
    assert sends(db, clock) == 2, "the budget and the pace of both are spent by the clock that is ahead"
    handle(db, script, 99, updates(said(3, "/aide", 1), said(4, "/aide", 2)))
    passing.goes_on(5)
    clock.at -= HOUR
    handle(db, script, 99, updates(said(5, "/aide", 3)))
    assert keeper.look() and not keeper.look()
    clock.goes_on(seconds=1)
    left = 0
    while more := sends(db, clock):
        left += more
        clock.goes_on(seconds=1)
    with db.reading() as tx:
        assert tx.exec(select(Line.id).where(Line.due.is_not(None))).all() == []
        assert left >= 3 and clock() < datetime(2026, 11, 23, 7, 10, tzinfo=UTC)
    assert heard(db, 1) == ["/aide", "/aide"]


def test_what_is_late_by_seconds_or_jumps_ahead_is_left_alone(keeper, passing, clock, caplog):
    passing.goes_on(5)
    clock.at -= timedelta(seconds=1)
    assert not keeper.look()
    passing.goes_on(5)
    clock.at += timedelta(days=1)
    assert not keeper.look() and caplog.messages == []


def test_a_database_that_is_away_just_then_is_righted_at_the_next_look(keeper, clock, passing, monkeypatch):
    clock.at -= HOUR
    with monkeypatch.context() as patch:
        patch.setattr("bot.timekeeping.right", lambda *_: 1 / 0)
        assert keeper.look()
    passing.goes_on(5)
    assert keeper.look(), "the same step is found again"
    assert not keeper.look()


class TestOnce:
    """The engine makes no difference here."""

    @pytest.fixture
    def url(self, sqlite_url):
        return sqlite_url

    def test_the_jobs_of_the_clock_do_not_wait_until_it_has_come_as_far_again(self, db, script, clock):
        planned = ticks(db, script, Bell(), Settings(_env_file=None))
        planned.start(paused=True)
        later = datetime.now(UTC) + HOUR
        for one in planned.get_jobs():
            one.modify(next_run_time=later)
        keeper = Timekeeper(db, clock, planned, lambda: 0.0)
        clock.at -= HOUR
        keeper.look()
        assert all(one.next_run_time < later - timedelta(minutes=59) for one in planned.get_jobs())
        planned.shutdown(wait=False)

    def test_a_reminder_said_by_a_clock_that_was_a_day_ahead_is_not_said_again(self, db, script, clock):
        lou = Youth(db, script, "42")
        books(lou)
        with db.transaction() as tx:
            booked = tx.exec(select(Appointment)).one()
            booked.starts_at = starts_at = datetime(2026, 11, 26, 13, tzinfo=UTC)
            booked.ends_at = starts_at + HOUR
        told = []
        for day, hour in ((25, 14), (23, 15), (24, 14), (25, 14), (25, 15), (26, 12), (25, 14), (26, 12)):
            clock.at = datetime(2026, 11, day, hour, tzinfo=UTC)
            told.append((day, remind(db, script)))
        assert [day for day, many in told if many] == [25, 26], "once the day before, once two hours before"

    def test_what_came_while_the_clock_was_wrong_is_known_when_it_comes_again(self, db, script, clock):
        for at in (0, 24, -24, -1):
            clock.goes_on(hours=at)
            handle(db, script, 99, updates(said(1, "bonjour")))
        assert heard(db) == ["bonjour"]


@pytest.mark.parametrize(
    ("evening", "morning"),
    [((2026, 10, 24, 20), (2026, 10, 25, 7)), ((2027, 3, 27, 21), (2027, 3, 28, 6))],
)
def test_quiet_hours_end_by_the_clock_on_the_wall_in_the_nights_in_which_it_changes(evening, morning):
    ends = end_of_quiet("20:00-08:00", datetime(*evening, tzinfo=UTC), "Europe/Paris")
    assert ends == datetime(*morning, tzinfo=UTC)
