"""Nobody is booked at a site that is closed that day, and extra hours open no booking by themselves."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import col, select

from backend.agenda.booking import bookable_slot
from backend.agenda.models import Motive
from backend.agenda.queries import Agenda, Wish, bookables
from backend.agenda.rules import Range, starts
from backend.places.models import Site, SiteException
from backend.scene import NotPossible
from content.calendars import calendar_of
from content.hours import DayException

THURSDAY = date(2026, 11, 26)
MONDAY = datetime(2026, 11, 23, tzinfo=UTC)


def slots(*door: DayException, hours="Th 14:00-17:00", insee="58194", usual=""):
    range_ = Range(hours, calendar_of(insee), door=door, usual=usual)
    return [f"{at:%d %H:%M}" for at in starts(range_, 60, 0, MONDAY, MONDAY + timedelta(days=7))]


def test_a_door_closed_that_day_has_no_slot():
    assert slots() == ["26 13:00", "26 14:00", "26 15:00"]
    assert slots(DayException(THURSDAY, THURSDAY)) == []
    assert slots(DayException(date(2026, 11, 1), date(2026, 12, 1))) == []
    assert slots(DayException(date(2026, 11, 27), date(2026, 12, 1))) == slots()


def test_a_door_open_for_less_that_day_is_booked_within_that_only():
    assert slots(DayException(THURSDAY, THURSDAY, "15:00-16:30")) == ["26 14:00"]


def test_extra_hours_open_no_booking_by_themselves():
    friday = THURSDAY + timedelta(days=1)
    assert slots(DayException(friday, friday, "09:00-17:00")) == slots()


def test_the_last_thing_said_of_a_day_holds():
    closed, open_again = DayException(THURSDAY, THURSDAY), DayException(THURSDAY, THURSDAY, "14:00-15:00")
    assert slots(closed, open_again) == ["26 13:00"]
    assert slots(open_again, closed) == []


def test_a_site_overseas_is_booked_on_its_own_clock_and_holidays():
    assert slots(insee="97411") == ["26 10:00", "26 11:00", "26 12:00"]
    assert slots(hours="Mo-Su 08:00-09:00; PH off", insee="97411")[0] == "23 04:00"


def at_christmas(hours: str, **more) -> list[str]:
    """The Fridays 18 and 25 December and 1 January."""
    begin = datetime(2026, 12, 14, tzinfo=UTC)
    range_ = Range(hours, calendar_of("58194"), **more)
    return [f"{at:%d/%m}" for at in starts(range_, 60, 0, begin, begin + timedelta(days=21))]


def test_nobody_is_booked_on_a_public_holiday_unless_the_opening_speaks_of_them():
    assert at_christmas("Fr 09:00-10:00") == ["18/12"]
    assert at_christmas("Fr,PH 09:00-10:00") == ["18/12", "25/12", "01/01"]


@pytest.mark.parametrize(
    ("usual", "left"),
    [
        ("Fr 09:00-12:00; PH off", ["19", "26"]),
        ("Fr 09:00-12:00; Dec 20-31 off", ["19"]),
        ("Mo-Fr 09:00-12:00; SH off", []),
        ("Mo-Fr 09:00-12:00; Sa off", []),
        ("Mo-Fr 09:00-12:00; Dec 20-31 off; 2026 Dec 26 10:00-12:00", ["19", "26"]),
        ("Fr 09:00-12:00", ["19", "26"]),
        ("", ["19", "26"]),
    ],
)
def test_a_day_that_the_usual_hours_of_the_site_close_by_name_has_no_slot(usual, left):
    """Saturdays 19 and 26 December, both of the school holidays of Nevers."""
    begin = datetime(2026, 12, 19, 5, tzinfo=UTC)
    range_ = Range("Sa 09:00-10:00", calendar_of("58194"), usual=usual)
    assert [f"{at:%d}" for at in starts(range_, 60, 0, begin, begin + timedelta(days=8))] == left


def test_a_special_day_holds_against_the_usual_hours():
    on_that_day = DayException(THURSDAY, THURSDAY, "14:00-15:00")
    assert slots(usual="Mo 09:00-12:00; Nov off") == []
    assert slots(on_that_day, usual="Mo 09:00-12:00; Nov off") == ["26 13:00"]


@pytest.fixture
def wish(db):
    with db.reading() as tx:
        motive = tx.exec(select(Motive).where(Motive.slug == "emploi").order_by(col(Motive.id))).first()
    return Wish(motive.mission_locale_id, "from_18", ("emploi",), motive, ("place",))


def test_closing_a_site_for_a_day_takes_its_slots_away_and_those_of_no_other(db, script, wish, clock):
    with db.transaction() as tx:
        before = agenda_of(tx, wish, clock())
        (site, day), *_ = sorted(before, key=str)
        tx.add(SiteException(site_id=site, first=day, last=day, reason="travaux"))
    with db.reading() as tx:
        after = agenda_of(tx, wish, clock())
    assert (site, day) not in after
    assert set(before) - set(after) == {(site, day)}


def test_a_button_for_a_day_that_was_closed_since_books_nothing(db, script, wish, clock):
    with db.transaction() as tx:
        before = agenda_of(tx, wish, clock())
        (site, day), slot = min(before.items(), key=str)
        tx.add(SiteException(site_id=site, first=day, last=day))
        tx.flush()
        with pytest.raises(NotPossible, match="taken"):
            bookable_slot(tx, wish, slot, clock())


def agenda_of(tx, wish, now):
    """(site, day) -> one of its free slots."""
    found = bookables(tx, wish)
    agenda = Agenda(tx, wish, found, now)
    return {(b.opening.site_id, s.starts_at.date()): str(s) for b in found for s in agenda.slots(b)}


def test_the_clock_and_the_holidays_of_a_bookable_opening_are_those_of_its_commune(db, script, wish):
    with db.transaction() as tx:
        site = tx.exec(select(Site).where(Site.mission_locale_id == wish.mission_locale_id)).first()
        for one in tx.exec(select(Site).where(Site.mission_locale_id == wish.mission_locale_id)):
            one.insee = "97209"
            tx.add(one)
        tx.flush()
        found = [b for b in bookables(tx, wish) if b.site]
        assert site and found
        assert {b.zone for b in found} == {"America/Martinique"}
