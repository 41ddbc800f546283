"""What a calendar from elsewhere says of its owner's time, whatever it is made of."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from backend.calendars.apart import taken_apart
from backend.calendars.expanding import LARGEST, MOST, NoCalendar, taken
from tests.backend.calendars.ics import MEETING, MEETING_TIMES, PARIS, at, entry, ics

BEGIN, END = at("2026-11-22 00:00"), at("2027-05-21 00:00")


def times(*entries, zone=PARIS):
    found = taken(ics(*entries), zone, BEGIN, END)
    assert not found.partly
    return found.times


def test_a_meeting_is_busy_from_its_beginning_to_its_end():
    assert times(MEETING) == [MEETING_TIMES]


@pytest.mark.parametrize(
    "lines",
    [
        ("DTSTART:20261124T090000Z", "DTEND:20261124T103000Z"),
        ("DTSTART;TZID=Europe/Paris:20261124T100000", "DURATION:PT1H30M"),
        ("DTSTART;TZID=W. Europe Standard Time:20261124T100000", "DURATION:PT90M"),
        ("DTSTART:20261124T100000", "DTEND:20261124T113000"),
    ],
    ids=["utc", "duration", "a name of Windows", "floating"],
)
def test_however_the_time_is_written(lines):
    assert times(entry(*lines)) == [MEETING_TIMES]


def test_a_zone_of_their_own_making_is_understood():
    made = (
        "BEGIN:VTIMEZONE\r\nTZID:Notre heure\r\nBEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nTZOFFSETFROM:+0200\r\n"
        "TZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\n"
        "DTSTART:19700329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
        "END:DAYLIGHT\r\nEND:VTIMEZONE"
    )
    lines = ("DTSTART;TZID=Notre heure:20261124T100000", "DTEND;TZID=Notre heure:20261124T113000")
    assert times(made, entry(*lines)) == [MEETING_TIMES]


def test_a_time_without_a_zone_is_that_of_the_mission_locale():
    reunion = ZoneInfo("Indian/Reunion")
    (span,) = times(entry("DTSTART:20261124T130000", "DTEND:20261124T143000"), zone=reunion)
    assert span == MEETING_TIMES


def test_a_whole_day_is_busy_from_midnight_to_midnight_there():
    day, two = (
        entry("DTSTART;VALUE=DATE:20261124"),
        entry("DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261203"),
    )
    assert times(day, two) == [
        (at("2026-11-24 00:00"), at("2026-11-25 00:00")),
        (at("2026-12-01 00:00"), at("2026-12-03 00:00")),
    ]
    (abroad,) = times(day, zone=ZoneInfo("America/Guadeloupe"))
    assert abroad == (at("2026-11-24 05:00"), at("2026-11-25 05:00"))


def test_the_day_on_which_clocks_change_has_23_hours():
    (span,) = times(entry("DTSTART;VALUE=DATE:20270328"))
    assert span == (at("2027-03-28 00:00"), at("2027-03-29 00:00"))
    assert span[1] - span[0] == timedelta(hours=23)


def test_a_weekly_meeting_stays_at_ten_when_clocks_change():
    weekly = entry(
        "DTSTART;TZID=Europe/Paris:20270322T100000",
        "DTEND;TZID=Europe/Paris:20270322T110000",
        "RRULE:FREQ=WEEKLY;COUNT=2",
    )
    assert [a for a, _ in times(weekly)] == [at("2027-03-22 10:00"), at("2027-03-29 10:00")]


def test_a_time_that_no_clock_shows_is_the_hour_after():
    """02:30 on 28 March 2027 does not exist in Paris."""
    (span,) = times(entry("DTSTART;TZID=Europe/Paris:20270328T023000", "DURATION:PT30M"))
    assert span == (at("2027-03-28 03:30"), at("2027-03-28 04:00"))


@pytest.mark.parametrize(
    "line",
    ["TRANSP:TRANSPARENT", "STATUS:CANCELLED", "X-MICROSOFT-CDO-BUSYSTATUS:FREE", "transp:transparent"],
)
def test_what_is_free_or_cancelled_is_not_busy(line):
    assert times(MEETING.replace("END:VEVENT", f"{line}\r\nEND:VEVENT")) == []


DAILY = ("DTSTART;TZID=Europe/Paris:20261120T100000", "DTEND;TZID=Europe/Paris:20261120T110000")


def days(*lines, more=()):
    return [f"{a:%d}" for a, _ in times(entry(*DAILY, *lines), *more)]


def test_repetitions_within_the_window_and_no_other():
    assert days("RRULE:FREQ=DAILY;COUNT=5") == ["22", "23", "24"]
    assert days("RRULE:FREQ=DAILY;UNTIL=20261124T090000Z") == ["22", "23", "24"]
    assert days("RRULE:FREQ=DAILY;UNTIL=20261124") == ["22", "23", "24"]
    assert days("RRULE:FREQ=WEEKLY;BYDAY=TU,FR;UNTIL=20261201T090000Z") == ["24", "27", "01"]
    assert len(days("RRULE:FREQ=DAILY")) == 180


def test_what_was_taken_out_of_a_series_is_free():
    assert days("RRULE:FREQ=DAILY;COUNT=5", "EXDATE;TZID=Europe/Paris:20261123T100000") == ["22", "24"]
    assert days("RRULE:FREQ=DAILY;COUNT=5", "EXDATE:20261123T090000Z") == ["22", "24"]
    assert days("RRULE:FREQ=DAILY;COUNT=5", "EXDATE;VALUE=DATE:20261123") == ["22", "24"]
    assert days("RDATE;TZID=Europe/Paris:20261201T100000,20261203T100000") == ["01", "03"]


def test_one_of_a_series_that_was_moved_or_dropped():
    rule, this = "RRULE:FREQ=DAILY;COUNT=5", "RECURRENCE-ID;TZID=Europe/Paris:20261123T100000"
    later = entry(this, "DTSTART;TZID=Europe/Paris:20261125T150000", "DURATION:PT1H")
    assert days(rule, more=[later]) == ["22", "24", "25"]
    gone = entry(this, "DTSTART;TZID=Europe/Paris:20261123T100000", "DURATION:PT1H", "STATUS:CANCELLED")
    assert days(rule, more=[gone]) == ["22", "24"]
    other = entry(
        this, "DTSTART;TZID=Europe/Paris:20261123T100000", "DURATION:PT1H", "STATUS:CANCELLED", uid="2"
    )
    assert days(rule, more=[other]) == ["22", "23", "24"], "it is of another series"


def test_times_that_touch_are_one_and_are_cut_at_the_window():
    touching = entry("DTSTART:20261124T103000Z", "DTEND:20261124T120000Z", uid="2")
    assert times(MEETING, touching) == [(MEETING_TIMES[0], at("2026-11-24 13:00"))]
    forever = entry("DTSTART:20200101T000000Z", "DTEND:20300101T000000Z")
    assert times(forever) == [(BEGIN, END)]
    assert (
        times(entry("DTSTART:20261124T090000Z"), entry("DTSTART:20261124T090000Z", "DTEND:20261124T080000Z"))
        == []
    )


@pytest.mark.parametrize(
    "lines",
    [
        ("SUMMARY:no beginning",),
        ("DTSTART:tomorrow",),
        ("DTSTART:20261124T090000Z", "DTEND;VALUE=DATE:20261125"),
        (*DAILY, "RRULE:FREQ=SOMETIMES"),
        (*DAILY, "RRULE:FREQ=DAILY;INTERVAL=0"),
        (*DAILY, "RRULE:FREQ=DAILY;BYHOUR=99"),
        ("DTSTART:00010101T000000Z", "DTEND:99991231T235959Z", "RRULE:FREQ=YEARLY"),
    ],
)
def test_an_entry_that_makes_no_sense_is_told_and_hides_no_other(lines):
    found = taken(ics(entry(*lines, uid="2"), MEETING), PARIS, BEGIN, END)
    assert found.partly and MEETING_TIMES in found.times


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "not_a_calendar"),
        (b"<!doctype html><html><body>Sign in</body></html>", "not_a_calendar"),
        (b"\x89PNG\r\n\x1a\n" + bytes(1000), "not_a_calendar"),
        (ics(MEETING)[:-20], "broken"),
        (ics(*[MEETING] * (MOST + 1)), "too_many"),
        (ics(entry(*DAILY, "RRULE:FREQ=MINUTELY")), "too_many"),
        (b"BEGIN:VCALENDAR\r\n" + b"x" * LARGEST, "too_big"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nnonsense\r\nEND:VCALENDAR", "broken"),
    ],
    ids=["nothing", "html", "picture", "cut off", "too many", "every minute", "large", "nonsense"],
)
def test_what_is_no_calendar_is_refused_with_a_word(data, word):
    with pytest.raises(NoCalendar, match=word):
        taken(data, PARIS, BEGIN, END)


def test_a_calendar_may_begin_with_a_mark_or_in_small_letters():
    small = (
        ics(MEETING)
        .replace(b"BEGIN:VCALENDAR", b"begin:vcalendar")
        .replace(b"END:VCALENDAR", b"end:vcalendar")
    )
    for data in (b"\xef\xbb\xbf" + ics(MEETING), b"\r\n" + small):
        assert taken(data, PARIS, BEGIN, END).times == [MEETING_TIMES]


def test_apart_it_is_read_the_same():
    data = ics(entry(*DAILY, "RRULE:FREQ=DAILY"), entry("DTSTART:tomorrow"))
    assert taken_apart(data, PARIS, BEGIN, END) == taken(data, PARIS, BEGIN, END)


def test_apart_a_refusal_has_the_same_word():
    with pytest.raises(NoCalendar, match="not_a_calendar"):
        taken_apart(b"<html>", PARIS, BEGIN, END)


def test_a_calendar_that_would_be_read_for_ever_is_given_up():
    """Every second of 30 February."""
    endless = ics(entry(*DAILY, "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30"))
    with pytest.raises(NoCalendar, match="too_long"):
        taken_apart(endless, PARIS, BEGIN, END, patience=1.0)
