"""Reminders: derived, once, in time, by day, and only for what still stands."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from backend.agenda.closing import cancel_by_staff
from backend.agenda.models import Appointment, Motive
from backend.agenda.reminders import remind
from backend.models import Conversation, Line
from backend.people.models import Youth as Person
from backend.places.models import Site
from flows.events import Blocked
from tests.youth import Youth, books, plain_spaces


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


def changed(db, row, **values):
    with db.transaction() as tx:
        mine = tx.get_one(type(row), row.id)
        for name, value in values.items():
            setattr(mine, name, value)
        tx.add(mine)


def states(db):
    """What became of every reminder."""
    with db.reading() as tx:
        return list(tx.exec(select(Line.state).where(Line.about.is_not(None)).order_by(Line.id)))


def reminded(youth, db, script):
    remind(db, script)
    return youth.hears()


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
    assert not [text for text in youth.hears() if text.startswith("Rappel")]
    assert states(db) == ["stale"]


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


def test_a_week_before_too_for_those_who_booked_long_before(youth, db, script, clock, booked):
    changed(db, booked, starts_at=at(30, 10) + timedelta(days=7))
    clock.at = at(30, 10)
    assert "lundi 7 décembre à 10 h" in reminded(youth, db, script)[0]
    clock.at = at(30, 18)
    assert reminded(youth, db, script) == []


def test_what_was_muted_before_it_left_does_not_leave(youth, db, script, clock, booked):
    clock.at = at(29, 10)
    remind(db, script)
    changed(db, owner(db, booked), reminders=False)
    assert youth.hears() == [] and states(db) == ["stale"]


def test_what_was_moved_before_it_left_does_not_leave(youth, db, script, clock, booked):
    clock.at = at(29, 10)
    remind(db, script)
    changed(db, booked, starts_at=at(30, 11))
    assert youth.hears() == [] and states(db) == ["stale"]


def test_a_reminder_that_could_not_leave_by_nine_in_the_evening_does_not_ring_at_night(
    youth, db, script, clock, booked
):
    clock.at = at(29, 20, 58)
    remind(db, script)
    clock.at = at(29, 21)
    assert youth.hears() == [] and states(db) == ["stale"]
    clock.at = at(30, 8)
    assert reminded(youth, db, script)[0].startswith("C'est bientôt")


def test_nothing_is_said_of_what_is_erased(youth, db, script, clock, booked):
    youth.writes("/supprimer")
    clock.at = at(29, 10)
    assert remind(db, script) == 0


def owner(db, booked):
    with db.reading() as tx:
        return tx.get_one(Person, booked.youth_id)


def test_on_a_shared_phone_neither_where_nor_what_nor_who(youth, db, script, clock, booked):
    changed(db, owner(db, booked), discreet=True)
    clock.at = at(29, 10)
    assert reminded(youth, db, script) == ["Rappel : demain à 10 h."]
    clock.at = at(30, 8)
    assert reminded(youth, db, script) == ["Rappel : aujourd'hui à 10 h."]


def test_a_discreet_motive_is_never_told(youth, db, script, clock, booked):
    with db.reading() as tx:
        motive = tx.get_one(Motive, booked.motive_id)
    changed(db, motive, discreet=True)
    changed(db, owner(db, booked), language="en")
    clock.at = at(29, 10)
    assert reminded(youth, db, script) == ["Reminder: tomorrow at 10:00."]


def test_no_place_is_sent_with_a_discreet_reminder(youth, db, script, clock, booked):
    changed(db, owner(db, booked), discreet=True)
    clock.at = at(29, 10)
    reminded(youth, db, script)
    parcel = youth.screen[-1]
    labels = [plain_spaces(b["label"]) for row in parcel.buttons for b in row]
    assert (parcel.kind, parcel.place, labels[0]) == ("text", None, "J'y serai")


def test_the_zone_of_the_site_says_when_it_is_night(youth, db, script, clock, booked):
    with db.transaction() as tx:
        site = tx.get_one(Site, booked.site_id)
        site.insee = "97411"  # Saint-Denis, La Réunion: three hours ahead in winter
        tx.add(site)
    clock.at = at(29, 10)
    assert "à 13 h" in reminded(youth, db, script)[0]
    clock.at = at(30, 8)
    assert reminded(youth, db, script)[0].startswith("C'est bientôt")


def test_an_early_one_is_recalled_the_evening_before_as_of_tomorrow(youth, db, script, clock, booked):
    changed(db, booked, starts_at=at(30, 9))
    clock.at = at(29, 19)
    assert [text[:8] for text in reminded(youth, db, script)] == ["Rappel :"]
    clock.at = at(30, 8, 30)
    assert reminded(youth, db, script) == []


def test_with_two_phones_the_one_written_from_last_is_told(youth, db, script, clock, booked):
    other = Youth(db, script, "43")
    clock.goes_on(minutes=5)
    other.starts()
    with db.transaction() as tx:
        talk = tx.exec(select(Conversation).where(Conversation.address == "43")).one()
        talk.youth_id = booked.youth_id
        tx.add(talk)
    clock.at = at(29, 10)
    remind(db, script)
    assert len(other.hears()) == 1 and youth.hears() == []
    other.does(Blocked(True))
    clock.at = at(30, 8)
    remind(db, script)
    assert other.hears() == [] and len(youth.hears()) == 1


def test_two_processes_that_tick_at_once_remind_once(youth, db, script, clock, booked):
    clock.at = at(29, 10)
    together, counts = threading.Barrier(4), []

    def tick():
        together.wait()
        counts.append(remind(db, script))

    threads = [threading.Thread(target=tick) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(counts) == [0, 0, 0, 1]
    assert len(youth.hears()) == 1


def test_one_whose_row_is_damaged_keeps_nobody_else_from_being_reminded(db, script, clock):
    first, second = Youth(db, script, "1"), Youth(db, script, "2", name="Zoé")
    books(first)
    books(second)
    with db.transaction() as tx:
        tx.exec(select(Conversation).where(Conversation.address == "1")).one().stories = [{"damaged": True}]
        soonest = max(a.starts_at for a in tx.exec(select(Appointment)))
        for appointment in tx.exec(select(Appointment)):
            appointment.created_at -= timedelta(days=3)
            tx.add(appointment)
    clock.at = soonest - timedelta(hours=23)
    with pytest.raises(KeyError):
        remind(db, script)
    assert second.hears(), "the clock says that it failed, after all the others"
