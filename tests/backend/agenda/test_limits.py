"""Until when a youth may move and cancel alone, in words; when it is too late, what to do instead."""

from __future__ import annotations

from datetime import timedelta

import pytest
from icalendar import Calendar
from sqlmodel import func, select, update

from backend.agenda.closing import cancel_by_staff
from backend.agenda.models import Appointment, Busy, Motive
from backend.places.models import MissionLocale, Site
from flows.events import Chose
from tests.queue import labels
from tests.youth import books

LATE = "C'est trop tard pour"


@pytest.fixture
def booked(youth, db, clock):
    """Tomorrow, Tuesday 24 November at 9 h in Imphy: seen from the Saturday before, nothing is too late."""
    books(youth)
    clock.goes_on(days=-2)
    with db.reading() as tx:
        return tx.exec(select(Appointment)).one()


def status(db) -> str:
    with db.reading() as tx:
        return tx.exec(select(Appointment.status).order_by(Appointment.id)).first()


def before(clock, booked, **span: float) -> None:
    clock.at = booked.starts_at - timedelta(**span)


def test_what_is_possible_is_said_with_its_limit_and_nothing_else_is_offered(youth, clock, booked):
    (said,) = youth.writes("/rdv")
    assert "Tu peux décaler jusqu'à lundi 23 novembre à 9 h, annuler jusqu'à mardi 24 novembre à 5 h." in said
    assert labels(youth)[:3] == ["C'est bon pour moi", "Décaler", "Annuler"]
    before(clock, booked, hours=23)
    assert "Tu peux annuler jusqu'à mardi 24 novembre à 5 h." in youth.writes("/rdv")[0]
    assert "Décaler" not in labels(youth) and "Annuler" in labels(youth)
    before(clock, booked, hours=3)
    assert LATE + " décaler ou annuler ici. Parle à quelqu'un." in youth.writes("/rdv")[0]
    assert not {"Décaler", "Annuler"} & set(labels(youth)) and "Parler à quelqu'un" in labels(youth)


def test_an_old_button_that_comes_too_late_says_what_to_do(youth, db, clock, booked):
    with db.transaction() as tx:
        tx.execute(update(Site).where(Site.id == booked.site_id).values(phone="03 00 00 00 00"))
    before(clock, booked, hours=3)
    for wish, what in (("move", "décaler"), ("cancel", "annuler")):
        heard = youth.does(Chose("appointment", "wish", f"{wish}-{booked.id}"))[0]
        assert heard.startswith(f"{LATE} {what} ici.") and "Appelle le 03 00 00 00 00" in heard
        assert labels(youth) == ["Parler à quelqu'un"]
    assert status(db) == "booked"


def test_the_phone_of_the_mission_locale_stands_in_for_that_of_a_site_without(youth, db, clock, booked):
    with db.transaction() as tx:
        tx.execute(update(MissionLocale).values(phone="03 11 11 11 11"))
    before(clock, booked, hours=3)
    assert "Appelle le 03 11 11 11 11 ou parle à quelqu'un." in youth.writes("/rdv")[0]


def test_the_limit_that_passes_while_they_decide_holds(youth, db, clock, booked):
    youth.writes("/rdv")
    youth.taps("Annuler")
    before(clock, booked, hours=3, minutes=59)
    assert youth.taps("Oui, annuler")[0].startswith(f"{LATE} annuler ici. Ton rendez-vous ne change pas")
    before(clock, booked, hours=24)
    youth.writes("/rdv")
    youth.taps("Décaler")
    youth.taps(next(label for label, data in youth.buttons.items() if ":day:2" in data))
    before(clock, booked, hours=23, minutes=59)
    hour = next(label for label, data in reversed(youth.buttons.items()) if ":hour:" in data and "." in data)
    assert youth.taps(hour)[0].startswith(f"{LATE} décaler ici. Ton rendez-vous ne change pas")
    assert status(db) == "booked"


@pytest.mark.parametrize(("hours", "works"), [(10, True), (9.99, False)])
def test_each_motive_has_its_own_limit_to_the_minute(youth, db, clock, booked, hours, works):
    with db.transaction() as tx:
        tx.execute(update(Motive).where(Motive.id == booked.motive_id).values(cancel_until_hours=10))
    before(clock, booked, hours=hours)
    heard = youth.does(Chose("appointment", "wish", f"cancel-{booked.id}"))[0]
    assert heard.startswith("Annuler ce rendez-vous ?" if works else LATE)


def test_times_are_those_of_the_site(youth, db, booked):
    with db.transaction() as tx:
        tx.execute(update(Site).where(Site.id == booked.site_id).values(insee="97411"))
    assert "mardi 24 novembre à 12 h" in youth.writes("/rdv")[0], "nine in Nevers is noon in Saint-Denis"


def test_a_cancelled_appointment_is_taken_out_of_calendars(youth, db, booked):
    youth.writes("/rdv")
    youth.taps("Annuler")
    heard = youth.taps("Oui, annuler")
    assert heard == ["C'est annulé : mardi 24 novembre à 9 h. Pour en prendre un autre : /start", OFF]
    assert event_of(youth, "CANCEL") == (booked.uid, 1, "CANCELLED")
    with db.reading() as tx:
        assert tx.exec(select(func.count()).select_from(Busy)).one() == 0


def test_what_staff_cancel_is_taken_out_of_calendars_too(youth, db, script, booked):
    with db.transaction() as tx:
        cancel_by_staff(tx, script, booked.id)
    assert youth.hears()[-1] == OFF
    assert event_of(youth, "CANCEL") == (booked.uid, 1, "CANCELLED")


OFF = "Pour l'enlever de ton agenda."


def event_of(youth, method: str) -> tuple[str, int, str]:
    """(uid, sequence, status) of the file on the screen."""
    calendar = Calendar.from_ical(youth.screen[-1].file)
    assert str(calendar["method"]) == method
    (event,) = calendar.events
    return str(event["uid"]), int(event["sequence"]), str(event["status"])
