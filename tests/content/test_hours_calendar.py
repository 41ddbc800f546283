"""Hours follow the calendar of their place: its public holidays, its school holidays, its clock."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from content.calendars import Calendar, calendar_of
from content.communes import load_communes
from content.hours import DayException, HoursError, check, intervals, next_days, with_exceptions

NEVERS, STRASBOURG, METZ, AJACCIO = "58194", "67482", "57463", "2A004"
FORT_DE_FRANCE, POINTE_A_PITRE, SAINT_DENIS = "97209", "97120", "97411"
LYON, RENNES, PARIS = "69123", "35238", "75056"


@pytest.fixture(autouse=True, scope="module")
def calendars_read_once():
    """The first to ask waits for the tables to be read: not a property test, which is timed."""
    assert calendar_of(LYON).school_holiday(date(2027, 2, 14))
    assert calendar_of(METZ).public_holiday(date(2026, 12, 26))


def days(osm: str, insee: str, first: str, count: int) -> list[str]:
    """The days on which it is open, as MM-DD."""
    calendar = calendar_of(insee)
    start = datetime.combine(date.fromisoformat(first), datetime.min.time(), ZoneInfo(calendar.zone))
    found = intervals(osm, calendar, start, start + timedelta(days=count))
    return [f"{opens:%m-%d}" for opens, _ in found]


@pytest.mark.parametrize(
    ("insee", "day", "closed"),
    [
        (STRASBOURG, "2026-12-26", True),
        (METZ, "2026-12-26", True),
        (NEVERS, "2026-12-26", False),
        (STRASBOURG, "2027-03-26", True),  # Good Friday
        (NEVERS, "2027-03-26", False),
        (FORT_DE_FRANCE, "2027-05-22", True),
        (POINTE_A_PITRE, "2027-05-22", False),
        (POINTE_A_PITRE, "2027-05-27", True),
        (FORT_DE_FRANCE, "2027-05-27", False),
        ("97302", "2027-06-10", True),  # Cayenne
        (SAINT_DENIS, "2026-12-20", True),
        ("97608", "2027-04-27", True),  # Mamoudzou
        (NEVERS, "2027-05-06", True),  # Ascension
        (NEVERS, "2027-05-17", True),  # Whit Monday
        ("98818", "2027-09-24", True),  # Nouméa
    ],
)
def test_a_public_holiday_is_that_of_the_departement(insee, day, closed):
    assert days("09:00-12:00; PH off", insee, day, 1) == ([] if closed else [day[5:]])


WEDNESDAYS = "We 14:00-17:00; SH off"


@pytest.mark.parametrize(
    ("insee", "opened"),
    [
        (LYON, ["02-03", "02-10", "03-03", "03-10"]),  # zone A: 13 to 28 February 2027
        (NEVERS, ["02-03", "02-10", "03-03", "03-10"]),
        (RENNES, ["02-03", "02-10", "02-17", "03-10"]),  # zone B: 20 February to 7 March
        (PARIS, ["02-03", "02-24", "03-03", "03-10"]),  # zone C: 6 to 21 February
    ],
)
def test_the_winter_holidays_of_2027_are_those_of_the_zone(insee, opened):
    assert days(WEDNESDAYS, insee, "2027-02-01", 42) == opened


def test_some_hours_hold_during_school_holidays_only():
    assert days("SH We 14:00-17:00", LYON, "2027-02-01", 42) == ["02-17", "02-24"]
    assert days("SH,PH 14:00-17:00; We off", LYON, "2027-02-13", 5) == ["02-13", "02-14", "02-15", "02-16"]


def test_a_union_and_an_intersection_are_told_apart():
    assert days("PH,Tu 10:00-12:00", NEVERS, "2027-07-12", 7) == ["07-13", "07-14"]
    assert days("PH Tu 10:00-12:00", NEVERS, "2027-07-12", 7) == []
    assert days("PH We 10:00-12:00", NEVERS, "2027-07-12", 7) == ["07-14"]


@pytest.mark.parametrize("insee", [AJACCIO, FORT_DE_FRANCE, "97502", ""])
def test_where_school_holidays_are_not_known_nobody_is_sent_to_a_door_that_may_be_closed(insee):
    assert days(WEDNESDAYS, insee, "2027-01-04", 60) == []
    assert days("We 14:00-17:00; SH We 14:00-15:00", insee, "2027-01-04", 7) == ["01-06"]
    assert calendar_of(insee).school_holiday(date(2027, 1, 6)) is None


def test_hours_that_look_at_unknown_school_holidays_are_refused_for_such_a_place():
    check(WEDNESDAYS)
    check(WEDNESDAYS, calendar_of(NEVERS))
    with pytest.raises(HoursError) as refused:
        check(WEDNESDAYS, calendar_of(AJACCIO))
    assert (refused.value.reason, refused.value.position) == ("school_holidays", 17)


def test_after_the_last_year_decreed_nothing_is_said_of_school_holidays():
    calendar = calendar_of(NEVERS)
    assert calendar.school_holiday(date(2028, 8, 31)) is True
    assert calendar.school_holiday(date(2028, 9, 4)) is None
    assert days(WEDNESDAYS, NEVERS, "2028-09-01", 60) == []
    assert days("We 14:00-17:00; PH off", NEVERS, "2028-11-01", 14) == ["11-08"]


@pytest.mark.parametrize(
    ("insee", "zone"),
    [
        (NEVERS, "Europe/Paris"),
        (AJACCIO, "Europe/Paris"),
        (POINTE_A_PITRE, "America/Guadeloupe"),
        ("97701", "America/St_Barthelemy"),
        ("97801", "America/Marigot"),
        ("97502", "America/Miquelon"),
        (SAINT_DENIS, "Indian/Reunion"),
        ("98735", "Pacific/Tahiti"),
        ("98731", "Pacific/Marquesas"),
        ("98818", "Pacific/Noumea"),
        ("", "Europe/Paris"),
    ],
)
def test_a_commune_keeps_the_time_of_its_place(insee, zone):
    assert calendar_of(insee).zone == zone


def test_every_metropolitan_departement_has_its_school_zone_but_those_of_corsica():
    without = {c.departement for c in load_communes().all if not calendar_of(c.insee).knows_school_holidays}
    assert {code for code in without if code[:2] not in {"97", "98"}} == {"2A", "2B"}


def test_the_night_of_the_change_of_clocks_is_true_on_a_closed_sunday_too():
    calendar, zone = calendar_of(NEVERS), ZoneInfo("Europe/Paris")
    start = datetime(2026, 10, 24, 12, tzinfo=zone)
    ((opens, closes),) = intervals("Sa 22:00-05:00; PH off", calendar, start, start + timedelta(days=1))
    assert closes.timestamp() - opens.timestamp() == 8 * 3600  # seven hours on the clock, and one more
    run = list(intervals("24/7; PH off", calendar, start, start + timedelta(days=14)))
    lengths = [(b.timestamp() - a.timestamp()) / 3600 for a, b in run]
    assert lengths == [12 + 7 * 24 + 1, 5 * 24 + 12]  # until 1 November, then until the end asked for


def test_a_year_of_53_weeks_gives_two_odd_weeks_running():
    assert days("week 1-53/2 Mo 10:00-12:00", NEVERS, "2026-12-14", 42) == [
        "12-14",
        "12-28",
        "01-04",
        "01-18",
    ]


def test_the_last_saturday_and_the_first_and_third_tuesdays():
    assert days("Sa[-1] 10:00-12:00", NEVERS, "2026-11-01", 91) == ["11-28", "12-26", "01-30"]
    assert days("Tu[1,3] 10:00-12:00", NEVERS, "2026-12-01", 31) == ["12-01", "12-15"]


def test_a_closure_and_an_extra_day_are_kept():
    osm = with_exceptions(
        "Mo-Fr 09:00-12:00; PH off",
        [
            DayException(date(2026, 12, 24), date(2027, 1, 2)),
            DayException(date(2026, 12, 5), date(2026, 12, 5), "10:00-12:00"),
        ],
    )
    assert osm == "Mo-Fr 09:00-12:00; PH off; 2026 Dec 24-2027 Jan 02 off; 2026 Dec 05 10:00-12:00"
    check(osm)
    assert days(osm, NEVERS, "2026-12-04", 2) == ["12-04", "12-05"]
    assert days(osm, NEVERS, "2026-12-21", 15) == ["12-21", "12-22", "12-23", "01-04"]


def test_an_extra_day_is_open_even_on_a_public_holiday_or_where_hours_are_not_known():
    extra = DayException(date(2026, 11, 11), date(2026, 11, 11), "10:00-12:00")
    assert days(with_exceptions("Mo-Fr 09:00-12:00; PH off", [extra]), NEVERS, "2026-11-10", 2) == [
        "11-10",
        "11-11",
    ]
    assert days(with_exceptions("", [extra]), NEVERS, "2026-11-01", 30) == ["11-11"]


def test_exceptions_that_are_over_are_left_out():
    over = DayException(date(2026, 11, 1), date(2026, 11, 20))
    assert with_exceptions("Th 14:00-17:00", [over], since=date(2026, 11, 21)) == "Th 14:00-17:00"


def test_the_next_days_begin_now_and_keep_the_ranges_of_a_day_together():
    now = datetime(2026, 11, 26, 10, 30, tzinfo=UTC)  # a Thursday, 11:30 in Nevers
    found = next_days("Mo,Th 09:00-12:00,14:00-17:00; PH off", calendar_of(NEVERS), now)
    said = [(f"{day:%m-%d}", [f"{a:%H:%M}-{b:%H:%M}" for a, b in ranges]) for day, ranges in found]
    whole = ["09:00-12:00", "14:00-17:00"]
    assert said == [("11-26", ["11:30-12:00", "14:00-17:00"]), ("11-30", whole), ("12-03", whole)]


def test_the_next_days_of_a_door_that_never_opens_are_none():
    assert next_days("2020 Mo 09:00-12:00", calendar_of(NEVERS), datetime(2026, 11, 26, tzinfo=UTC)) == []


def test_by_appointment_only_does_not_mean_open_all_day():
    assert days('Mo 09:00-12:00 || "sur rendez-vous"', NEVERS, "2026-11-23", 7) == ["11-23"]


def test_no_calendar_is_metropolitan_france_with_unknown_school_holidays():
    assert Calendar().public_holiday(date(2026, 7, 14))
    assert not Calendar().public_holiday(date(2026, 12, 26))
    assert Calendar().school_holiday(date(2026, 7, 14)) is None
