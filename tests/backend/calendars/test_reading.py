"""External calendars on both engines: what is read replaces what was known, what cannot be read leaves it."""

from __future__ import annotations

import logging

import pytest
from sqlmodel import select

from backend.calendars.fetching import Outside, Unreadable
from backend.calendars.models import ExternalBusy, ExternalCalendar
from backend.calendars.queries import busy_of, calendars_of, zone_of
from backend.calendars.reading import add_calendar, drop_calendar, hand_in, read_calendar, read_calendars
from tests.backend.calendars.elsewhere import outside
from tests.backend.calendars.ics import MEETING, MEETING_TIMES, at, entry, ics
from tests.backend.mail.post import advisor, appointment

LATER = entry("DTSTART;TZID=Europe/Paris:20261201T090000", "DTEND;TZID=Europe/Paris:20261201T100000")
LATER_TIMES = (at("2026-12-01 09:00"), at("2026-12-01 10:00"))


@pytest.fixture
def karim(db):
    return advisor(db, "Karim").id


def kept(db, karim, url="", name="Agenda perso"):
    with db.transaction() as tx:
        return add_calendar(tx, karim, name, url, outside()).id


def busy(db, *people):
    with db.reading() as tx:
        return busy_of(tx, people, at("2026-11-22 00:00"), at("2027-06-01 00:00"))


def row(db, calendar):
    with db.reading() as tx:
        return tx.get_one(ExternalCalendar, calendar)


def test_what_stands_elsewhere_is_busy_and_replaced_at_the_next_reading(db, clock, karim, elsewhere):
    calendar = kept(db, karim, elsewhere.url())
    assert read_calendars(db, clock, outside()) == 1
    assert busy(db, karim) == {karim: [MEETING_TIMES]}
    assert (row(db, calendar).read_at, row(db, calendar).problem) == (clock(), "")
    elsewhere.content = ics(LATER)
    read_calendars(db, clock, outside())
    assert busy(db, karim) == {karim: [LATER_TIMES]}


@pytest.mark.parametrize(
    ("path", "content", "status", "word"),
    [
        ("/cal.ics", b"<!doctype html><title>Connexion</title>", 200, "not_a_calendar"),
        ("/cal.ics", ics(MEETING)[:-30], 200, "broken"),
        ("/cal.ics", b"", 404, "refused"),
        ("/endless.ics", b"", 200, "too_big"),
    ],
    ids=["html", "cut off", "gone", "50 MB"],
)
def test_what_cannot_be_read_keeps_the_times_known_before_and_says_why(
    db, clock, karim, elsewhere, path, content, status, word
):
    calendar = kept(db, karim, elsewhere.url())
    read_calendars(db, clock, outside())
    read_at = clock()
    with db.transaction() as tx:
        mine = tx.get_one(ExternalCalendar, calendar)
        mine.url = elsewhere.url(path)
        tx.add(mine)
    elsewhere.content, elsewhere.status = content, status
    clock.goes_on(minutes=15)
    assert read_calendar(db, calendar, clock, outside()) == word
    assert busy(db, karim) == {karim: [MEETING_TIMES]}
    assert (row(db, calendar).problem, row(db, calendar).read_at) == (word, read_at)
    with db.transaction() as tx:
        mine = tx.get_one(ExternalCalendar, calendar)
        mine.url = elsewhere.url()
        tx.add(mine)
    elsewhere.content, elsewhere.status = ics(LATER), 200
    assert read_calendar(db, calendar, clock, outside()) == ""
    assert (busy(db, karim), row(db, calendar).problem) == ({karim: [LATER_TIMES]}, "")


def test_one_that_fails_does_not_hold_up_the_others(db, clock, karim, elsewhere):
    sophie = advisor(db, "Sophie").id
    kept(db, karim, "http://agenda.exemple.fr:1/cal.ics")
    kept(db, sophie, elsewhere.url())
    assert read_calendars(db, clock, outside()) == 2
    assert busy(db, karim, sophie) == {karim: [], sophie: [MEETING_TIMES]}


def test_a_file_is_handed_in_and_is_not_fetched(db, clock, karim, elsewhere):
    calendar = kept(db, karim)
    assert hand_in(db, calendar, ics(MEETING, LATER), clock) == ""
    assert busy(db, karim) == {karim: [MEETING_TIMES, LATER_TIMES]}
    assert read_calendars(db, clock, outside()) == 0
    assert hand_in(db, calendar, b"%PDF-1.7", clock) == "not_a_calendar"
    assert busy(db, karim) == {karim: [MEETING_TIMES, LATER_TIMES]}


def test_what_could_be_read_in_part_is_kept_and_told(db, clock, karim):
    calendar = kept(db, karim)
    assert hand_in(db, calendar, ics(MEETING, entry("DTSTART:tomorrow", uid="2")), clock) == "partly"
    assert busy(db, karim) == {karim: [MEETING_TIMES]} and row(db, calendar).problem == "partly"


def test_times_without_a_zone_are_those_of_the_mission_locale(db, clock, karim):
    from backend.people.models import Membership
    from backend.places.models import MissionLocale

    with db.transaction() as tx:
        theirs = tx.exec(select(Membership).where(Membership.person_id == karim)).first()
        home = tx.get_one(MissionLocale, theirs.mission_locale_id)
        home.timezone = "Indian/Reunion"
        tx.add(home)
    with db.reading() as tx:
        assert (zone_of(tx, karim).key, zone_of(tx, 999_999).key) == ("Indian/Reunion", "Europe/Paris")
    hand_in(db, kept(db, karim), ics(entry("DTSTART:20261124T130000", "DURATION:PT90M")), clock)
    assert busy(db, karim) == {karim: [MEETING_TIMES]}


def test_our_own_appointments_in_their_calendar_keep_them_busy_no_second_time(db, clock, karim):
    """They came by invitation, and may come back from there."""
    made = appointment(db, clock())
    begins = f"DTSTART:{made.starts_at:%Y%m%dT%H%M%SZ}"
    assert (
        hand_in(db, kept(db, karim), ics(MEETING, entry(begins, "DURATION:PT3H", uid=made.uid)), clock) == ""
    )
    assert busy(db, karim) == {karim: [MEETING_TIMES]}


def test_only_when_is_kept_never_what(db, clock, karim):
    secret = "SUMMARY:Chez le médecin"
    hand_in(db, kept(db, karim), ics(MEETING.replace("END:VEVENT", f"{secret}\r\nEND:VEVENT")), clock)
    with db.reading() as tx:
        assert set(tx.exec(select(ExternalBusy)).one().model_dump()) == {
            "id",
            "calendar_id",
            "person_id",
            "starts_at",
            "ends_at",
        }


def test_only_those_asked_about_and_what_overlaps(db, clock, karim):
    hand_in(db, kept(db, karim), ics(MEETING, LATER), clock)
    begin, end = MEETING_TIMES
    with db.reading() as tx:
        assert busy_of(tx, [karim], begin, end) == {karim: [MEETING_TIMES]}
        assert busy_of(tx, [karim], end, LATER_TIMES[0]) == {karim: []}
        assert busy_of(tx, [], begin, end) == {}


def test_a_dropped_calendar_leaves_nothing_even_if_it_was_being_read(db, clock, karim, elsewhere):
    calendar, other = kept(db, karim, elsewhere.url()), kept(db, karim)
    hand_in(db, other, ics(LATER), clock)
    real = outside()

    async def dropped_meanwhile(host, port):
        with db.transaction() as tx:
            drop_calendar(tx, calendar)
        return await real.resolve(host, port)

    read_calendar(
        db, calendar, clock, Outside(plain=True, ports=None, resolve=dropped_meanwhile, may=real.may)
    )
    assert busy(db, karim) == {karim: [LATER_TIMES]}
    with db.reading() as tx:
        assert [c.id for c in calendars_of(tx, karim)] == [other]


@pytest.mark.parametrize("address", ["http://x.fr/c.ics", "file:///etc/passwd", "x"])
def test_an_address_that_is_none_is_not_kept(db, karim, address):
    with pytest.raises(Unreadable, match="address"), db.transaction() as tx:
        add_calendar(tx, karim, "x", address)
    with db.reading() as tx:
        assert calendars_of(tx, karim) == []


def test_the_secret_of_an_address_reaches_no_log(db, clock, karim, elsewhere, caplog):
    kept(db, karim, elsewhere.url("/cal.ics?cle=xyzzy"))
    kept(db, karim, "http://agenda.exemple.fr:1/cal.ics?cle=xyzzy")
    with caplog.at_level(logging.WARNING):
        read_calendars(db, clock, outside())
    assert "xyzzy" not in caplog.text
