"""Whom no reminder reaches stands on the list as to be called, with the number where there is one."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from backend.agenda.models import Appointment
from backend.models import Conversation, Line
from backend.people.models import Person
from backend.people.models import Youth as YouthRow
from tests.youth import books

TO_CALL, WITH_NUMBER = "à appeler", "à appeler : 06 12 34 56 78"


@pytest.fixture
def booked(youth, db):
    books(youth)
    with db.transaction() as tx:
        tx.exec(select(YouthRow)).one().phone = "0612345678"
        return tx.exec(select(Appointment)).one()


@pytest.fixture
def advisor(browse, db, booked):
    with db.reading() as tx:
        name = tx.get_one(Person, booked.advisor_id).first_name
    return browse().enters_as(name)


def reads(advisor):
    advisor.opens("/rendez-vous")
    return advisor.words


def talk_is(db, **values):
    with db.transaction() as tx:
        talk = tx.exec(select(Conversation)).one()
        for name, value in values.items():
            setattr(talk, name, value)
        tx.add(talk)


def test_who_can_be_reached_is_not_to_be_called(advisor):
    assert TO_CALL not in reads(advisor)


def test_who_blocked_the_bot_is_to_be_called_until_they_let_it_speak(advisor, db):
    talk_is(db, blocked=True)
    assert WITH_NUMBER in reads(advisor)
    talk_is(db, blocked=False)
    assert TO_CALL not in reads(advisor)


def test_who_has_no_conversation_is_to_be_called_even_without_a_number(advisor, db):
    with db.transaction() as tx:
        other = YouthRow(first_name="Max")
        tx.add(other)
        tx.flush()
        tx.exec(select(Appointment)).one().youth_id = other.id or 0
    assert TO_CALL in reads(advisor) and WITH_NUMBER not in reads(advisor)


@pytest.mark.parametrize(
    ("states", "called"),
    [
        (["failed"], True),
        (["stale"], True),
        (["sent"], False),
        (["queued"], False),
        (["failed", "sent"], False),
        (["sent", "failed"], True),
    ],
)
def test_it_is_the_latest_reminder_that_tells(advisor, db, booked, states, called):
    for state in states:
        with db.transaction() as tx:
            talk = tx.exec(select(Conversation)).one()
            talk.last_seq += 1
            told = {"appointment": booked.id, "starts_at": booked.starts_at.isoformat(), "reminder": True}
            line = Line(conversation_id=talk.id, seq=talk.last_seq, author="guide", state=state, about=told)
            tx.add(line)
    assert (WITH_NUMBER in reads(advisor)) is called


@pytest.mark.parametrize(
    "change",
    [{"status": "confirmed"}, {"starts_at": timedelta(days=9)}, {"reminders": False}],
    ids=["they said yes", "too far for reminders", "they want no reminder"],
)
def test_nobody_is_called_for_nothing(advisor, db, booked, change):
    talk_is(db, blocked=True)
    with db.transaction() as tx:
        appointment, young = tx.exec(select(Appointment)).one(), tx.exec(select(YouthRow)).one()
        appointment.status = change.get("status", appointment.status)
        appointment.starts_at += change.get("starts_at", timedelta(0))
        appointment.ends_at = appointment.starts_at + timedelta(hours=1)
        young.reminders = change.get("reminders", True)
    assert TO_CALL not in reads(advisor)
