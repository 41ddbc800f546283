"""Reminders: derived, once, in time, by day, and only for what still stands."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import select

from backend.agenda.appointments import facts
from backend.agenda.closing import cancel_by_staff
from backend.agenda.models import Appointment
from backend.agenda.reminders import due_now, moments, remind
from backend.agenda.staff import coming
from backend.models import Line
from backend.places.models import Site
from flows.events import Blocked
from tests.youth import books

ZONE = "Europe/Paris"


def at(day, hour, minute=0):
    return datetime(2026, 11, day, hour - 1, minute, tzinfo=UTC)


@pytest.fixture
def booked(youth, db):
    """An appointment with three weeks to go, so that no moment has passed yet."""
    books(youth)
    with db.transaction() as tx:
        made = tx.exec(select(Appointment)).one()
        made.starts_at = at(30, 10)
        made.ends_at = at(30, 11)
        tx.add(made)
    return made


def test_a_reminder_goes_out_the_day_before_and_two_hours_before_once_each(youth, db, script, clock, booked):
    said = []
    for moment in (at(29, 9, 59), at(29, 10), at(29, 10, 30), at(30, 8), at(30, 8, 30), at(30, 9, 59)):
        clock.at = moment
        for _ in range(2):
            remind(db, script)
        said += [(moment.hour + 1, text[:8]) for text in youth.hears()]
    assert said == [(10, "Rappel :"), (8, "C'est bi")]


def test_presence_is_confirmed_from_the_reminder(youth, db, script, clock, booked):
    clock.at = at(29, 10)
    remind(db, script)
    youth.hears()
    assert youth.taps("J'y serai")[0].startswith("Merci, c'est noté")
    with db.reading() as tx:
        assert tx.exec(select(Appointment.status)).one() == "confirmed"


def test_a_cancelled_appointment_is_not_reminded_of_even_if_the_line_was_written(
    youth, db, script, clock, booked
):
    clock.at = at(29, 10)
    remind(db, script)
    with db.transaction() as tx:
        cancel_by_staff(tx, script, booked.id)
    assert [t[:20] for t in youth.hears()] == ["Ton rendez-vous de l"]
    with db.reading() as tx:
        assert tx.exec(select(Line.state).where(Line.about.is_not(None))).first() in {"stale", None}


def test_a_reminder_that_could_not_leave_in_time_is_never_sent(youth, db, script, clock, booked):
    clock.at = at(29, 10)
    remind(db, script)
    clock.at = at(30, 10, 1)
    assert youth.hears() == []


def test_who_blocked_the_bot_is_not_reminded(youth, db, script, clock, booked):
    youth.does(Blocked(True))
    clock.at = at(29, 10)
    assert remind(db, script) == 0


def test_after_stop_the_reminder_stays_until_told_otherwise(youth, db, script, clock, booked):
    youth.writes("/stop")
    clock.at = at(29, 10)
    remind(db, script)
    assert youth.hears()[-1].startswith("Rappel")
    youth.writes("/stop")
    assert youth.taps("Non, aucun rappel")[-1].startswith("C'est noté")
    clock.at = at(30, 8)
    assert remind(db, script) == 0


def test_an_early_appointment_is_recalled_the_evening_before():
    _, hours = moments(at(24, 9), ZONE)
    assert hours.at.astimezone(UTC) == at(23, 19)


def test_someone_who_books_late_is_not_reminded_of_what_they_just_did():
    assert due_now(at(24, 14), at(24, 9), ZONE, at(24, 9, 30)) is None
    assert due_now(at(24, 14), at(24, 9), ZONE, at(24, 12)) == "H-2"


@given(st.integers(0, 60 * 24 * 3), st.integers(8 * 60, 19 * 60), st.integers(0, 60 * 24 * 4))
def test_nobody_is_reminded_at_night_nor_after_the_fact(booked_before, minute_of_day, ahead):
    starts_at = at(24, 1) + timedelta(minutes=minute_of_day)
    now = starts_at - timedelta(minutes=ahead)
    moment = due_now(starts_at, starts_at - timedelta(minutes=booked_before), ZONE, now)
    if moment:
        local = now + timedelta(hours=1)
        assert now < starts_at and 8 <= local.hour < 21


def test_the_time_zone_of_the_site_holds_for_the_youth_and_for_staff_not_that_of_the_mission_locale(
    youth, db, booked
):
    with db.transaction() as tx:
        tx.get_one(Site, booked.site_id).insee = "97411"
    with db.reading() as tx:
        appointment = tx.get_one(Appointment, booked.id)
        assert facts(tx, appointment)["zone"] == "Indian/Reunion"
        assert coming(tx, appointment.youth_id, appointment.created_at)[0].zone == "Indian/Reunion"
