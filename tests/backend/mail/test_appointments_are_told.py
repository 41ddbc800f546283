"""Whatever happens to an appointment, its advisor hears of it, in the very transaction in which it happens."""

from __future__ import annotations

import pytest
from sqlmodel import select

from backend.agenda.closing import cancel_by_staff
from backend.agenda.models import Appointment
from backend.mail.models import Mail
from backend.people.models import Person
from backend.scene import NotPossible
from tests.backend.mail.post import PostOfTests
from tests.youth import Youth, books, plain_spaces

WORDS = "Zéphirine"


@pytest.fixture
def lou(db, script):
    return Youth(db, script, "4242", name=WORDS)


def booked(db):
    with db.reading() as tx:
        return tx.exec(select(Appointment).order_by(Appointment.id.desc())).first()


def arrived(box: PostOfTests):
    """(method, sequence) of every letter, in order."""
    return [(letter.calendar["METHOD"], letter.event["SEQUENCE"]) for letter in box.letters]


def moves(youth):
    youth.writes("/rdv")
    youth.taps("Décaler")
    youth.taps(next(label for label, data in youth.buttons.items() if ":day:2" in data))
    hour = next(label for label, data in reversed(youth.buttons.items()) if ":hour:" in data and "." in data)
    assert youth.taps(hour)[0].startswith("C'est décalé")


def test_booking_moving_and_cancelling_reach_the_advisor(lou, db, box, deliver):
    books(lou)
    made = booked(db)
    moves(lou)
    lou.writes("/rdv")
    lou.taps("Annuler")
    lou.taps("Oui, annuler")
    while deliver():
        pass
    with db.reading() as tx:
        email = tx.get_one(Person, made.advisor_id).email
    to_them = [got for got in box.letters if got.recipients == [email]]
    assert to_them[0].event["UID"] == made.uid and to_them[0].event["DTSTART"].dt == made.starts_at
    assert {got.event["UID"] for got in box.letters} == {made.uid}
    assert [a for a in arrived(box) if a != ("CANCEL", 1)] == [("REQUEST", 0), ("REQUEST", 1), ("CANCEL", 2)]
    for got in box.letters:
        assert WORDS not in got.all_words and "4242" not in got.message.get_body(("plain",)).get_content()


def test_a_cancellation_by_staff_is_told_once(lou, db, script, box, deliver):
    books(lou)
    for _ in range(2):
        with db.transaction() as tx:
            cancel_by_staff(tx, script, booked(db).id)
    deliver()
    assert arrived(box) == [("REQUEST", 0), ("CANCEL", 1)]


def test_erasing_withdraws_the_appointment_from_the_advisors_calendar(lou, db, box, deliver):
    books(lou)
    made = booked(db)
    lou.writes("/supprimer")
    assert booked(db) is None
    deliver()
    assert arrived(box) == [("REQUEST", 0), ("CANCEL", 1)]
    request, cancel = box.letters
    assert cancel.event["UID"] == request.event["UID"] == made.uid
    assert cancel.event["DTSTART"].dt == made.starts_at
    assert cancel.event["LOCATION"] == request.event["LOCATION"]
    with db.reading() as tx:
        assert [(m.appointment_id, m.event) for m in tx.exec(select(Mail))] == [(None, {}), (None, {})]


def test_what_did_not_happen_is_told_to_nobody(lou, db, clock):
    books(lou)
    with pytest.raises(NotPossible), db.transaction() as tx:
        from backend.agenda.appointments import cancel

        cancel(tx, tx.get_one(Appointment, booked(db).id), "cancelled_by_youth", clock())
        raise NotPossible("late")
    with db.reading() as tx:
        assert [m.kind for m in tx.exec(select(Mail))] == ["request"]


def test_the_words_of_a_letter_are_in_french_and_polite(lou, db, box, deliver):
    books(lou)
    deliver()
    words = plain_spaces(box.letters[0].text)
    assert words.startswith("Bonjour,") and "votre agenda" in words and " tu " not in words
