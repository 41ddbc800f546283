"""Who is on duty, and when somebody is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from backend.people.models import Person
from backend.team.duty import on_duty, staffed
from backend.team.quiet import end_of_quiet, span
from tests.clock import MONDAY

LUNCH = MONDAY + timedelta(hours=4)
NIGHT = MONDAY + timedelta(hours=14)


@pytest.fixture
def there(db, home):
    def at(moment: datetime) -> list[int]:
        with db.reading() as tx:
            return on_duty(tx, home.id, moment)

    return at


@pytest.fixture
def covered(db, home):
    def times(begin: datetime, end: datetime) -> list[str]:
        with db.reading() as tx:
            found = staffed(tx, home.id, begin, end)
        return [f"{opens:%a %H:%M}-{closes:%H:%M}" for opens, closes in found]

    return times


def test_without_a_roster_everybody_is_on_duty_while_the_desk_is_open(there, nadia, theo):
    assert there(MONDAY) == sorted([nadia.person.id, theo.person.id])
    assert there(NIGHT) == []


def test_with_a_roster_only_those_whose_hours_it_is(there, duty, nadia, theo):
    duty(nadia, "Mo-Fr 08:00-12:00")
    assert there(MONDAY) == [nadia.person.id]
    assert there(LUNCH) == []
    duty(theo, "Mo 12:00-20:00")
    assert there(LUNCH) == [theo.person.id]


def test_the_roster_of_someone_who_left_counts_no_more(db, there, duty, nadia, theo):
    duty(nadia, "Mo-Fr 22:00-23:00")
    assert there(MONDAY) == []
    with db.transaction() as tx:
        tx.get_one(Person, nadia.person.id).active = False
    assert there(MONDAY) == [theo.person.id]


def test_the_hours_of_several_are_made_one(covered, duty, nadia, theo):
    duty(nadia, "Mo-Fr 08:00-12:00")
    duty(theo, "Mo 11:00-14:00; We 12:00-13:00")
    end = MONDAY + timedelta(days=3)
    assert covered(MONDAY, end) == [
        "Mon 09:00-14:00",
        "Tue 08:00-12:00",
        "Wed 08:00-13:00",
        "Thu 08:00-09:00",
    ]


def test_without_a_roster_the_desk_tells_when_it_is_staffed(covered):
    assert covered(NIGHT, NIGHT + timedelta(days=1)) == ["Tue 09:00-17:00"]


def test_nobody_is_on_duty_on_a_holiday_that_the_desk_keeps(db, home, there):
    assert there(datetime(2026, 12, 25, 10, tzinfo=UTC)) == []


@pytest.mark.parametrize(
    ("quiet", "hour", "until"),
    [
        ("20:00-08:00", 12, 12),
        ("20:00-08:00", 22, 24 + 7),
        ("20:00-08:00", 3, 7),
        ("12:00-14:00", 12, 13),
        ("", 22, 22),
        ("nonsense", 22, 22),
        ("25:00-08:00", 22, 22),
        ("08:00-08:00", 22, 22),
    ],
)
def test_quiet_hours_end_on_the_clock_of_the_mission_locale(quiet, hour, until):
    midnight = datetime(2026, 11, 24, tzinfo=UTC)
    end = end_of_quiet(quiet, midnight + timedelta(hours=hour), "Europe/Paris")
    assert end == midnight + timedelta(hours=until)


def test_quiet_hours_end_at_eight_in_the_night_in_which_the_clock_changes():
    evening = datetime(2027, 3, 27, 22, tzinfo=UTC)
    assert end_of_quiet("20:00-08:00", evening, "Europe/Paris") == datetime(2027, 3, 28, 6, tzinfo=UTC)
    assert span("20:00-08:00") is not None
