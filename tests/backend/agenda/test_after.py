"""After an appointment: asked once whether it helped, how things are, and kindly if they were missed."""

from __future__ import annotations

import threading
from datetime import date, timedelta

import pytest
from sqlmodel import select

from backend.agenda.after import follow
from backend.agenda.closing import set_outcome
from backend.agenda.models import Appointment, Motive, Series
from backend.insight.models import Fact
from backend.models import Conversation, Line, Seen
from backend.people.models import Youth as Person
from bot.ticks import sweep
from tests.backend.agenda.test_reminders import at, changed, states
from tests.youth import Youth, books, first_proposal


@pytest.fixture
def met(youth, db, script):
    """Tuesday 24 November from 10 to 11 h, with Karim."""
    books(youth)
    with db.transaction() as tx:
        made = tx.exec(select(Appointment)).one()
        made.starts_at, made.ends_at = at(24, 10), at(24, 11)
        tx.add(made)
    return made


def ends(db, script, clock, met, outcome, when=None):
    """Staff tell how it went, at its end if not said otherwise."""
    clock.at = when or at(24, 11)
    with db.transaction() as tx:
        set_outcome(tx, script, met.id, outcome)


def heard(youth, db, script, clock, when):
    clock.at = when
    follow(db, script)
    return youth.hears()


def opinions(db):
    with db.reading() as tx:
        return [fact.needs for fact in tx.exec(select(Fact))]


def test_two_hours_after_whether_it_helped_once(youth, db, script, clock, met):
    ends(db, script, clock, met, "attended")
    assert heard(youth, db, script, clock, at(24, 12, 59)) == []
    assert heard(youth, db, script, clock, at(24, 13)) == ["Ton rendez-vous avec Karim : ça t'a aidé ?"]
    assert heard(youth, db, script, clock, at(24, 14)) == []


def test_what_to_send_afterwards_is_told_with_it(youth, db, script, clock, met):
    with db.reading() as tx:
        motive = tx.get_one(Motive, met.motive_id)
    changed(db, motive, bring_after="le devis du permis.")
    ends(db, script, clock, met, "attended")
    assert heard(youth, db, script, clock, at(24, 13)) == [
        "Ton rendez-vous avec Karim : ça t'a aidé ? Pour la suite : le devis du permis."
    ]


def test_on_a_shared_phone_not_even_that_it_was_an_appointment(youth, db, script, clock, met):
    with db.reading() as tx:
        motive, lou = tx.get_one(Motive, met.motive_id), tx.get_one(Person, met.youth_id)
    changed(db, motive, bring_after="le devis du permis.")
    changed(db, lou, discreet=True)
    ends(db, script, clock, met, "attended")
    assert heard(youth, db, script, clock, at(24, 13)) == ["Ça t'a aidé ?"]


@pytest.mark.parametrize(("label", "kept"), [("Oui", "yes"), ("Un peu", "some"), ("Non", "no")])
def test_the_answer_is_counted_once_without_a_name(youth, db, script, clock, met, label, kept):
    ends(db, script, clock, met, "attended")
    heard(youth, db, script, clock, at(24, 13))
    assert "erci de me l'avoir dit" in youth.taps(label)[0]
    youth.taps(label)
    youth.taps("Oui")
    with db.reading() as tx:
        fact = tx.exec(select(Fact)).one()
    assert (fact.needs, fact.month, fact.bracket) == ([f"helped:{kept}"], "2026-11", None)
    assert fact.mission_locale_id == met.mission_locale_id
    assert (fact.booked, fact.handovers) == (0, 0)


def test_an_answer_that_comes_again_after_its_key_was_swept_counts_no_more(youth, db, script, clock, met):
    ends(db, script, clock, met, "attended")
    heard(youth, db, script, clock, at(24, 13))
    youth.taps("Oui")
    clock.goes_on(days=7, minutes=1)
    sweep(db, script)
    youth.taps("Oui")
    assert opinions(db) == [["helped:yes"]]


def test_nobody_judges_the_appointment_of_another(youth, db, script, clock, met):
    ends(db, script, clock, met, "attended")
    heard(youth, db, script, clock, at(24, 13))
    sam = Youth(db, script, "43", name="Sam")
    sam.starts()
    for forged in (f"yes-{met.id}", "yes-", "yes-x", "yes-99999999999999999999", "yes-²"):
        sam.buttons = {"x": f"helped:helped:{forged}"}
        sam.taps("x")
    assert opinions(db) == []


def test_whoever_was_not_helped_is_one_tap_from_a_person(youth, db, script, clock, met):
    ends(db, script, clock, met, "attended")
    heard(youth, db, script, clock, at(24, 13))
    youth.taps("Non")
    assert youth.taps("Parler à quelqu'un")[0].startswith("C'est fait")


def test_what_was_told_in_the_evening_is_asked_in_the_morning(youth, db, script, clock, met):
    ends(db, script, clock, met, "attended", at(24, 20))
    assert heard(youth, db, script, clock, at(24, 22)) == []
    assert heard(youth, db, script, clock, at(25, 7, 59)) == []
    assert len(heard(youth, db, script, clock, at(25, 8))) == 1


def test_three_days_late_nothing_is_asked_about_that_day_any_more(youth, db, script, clock, met):
    ends(db, script, clock, met, "attended", at(27, 9, 30))
    assert heard(youth, db, script, clock, at(27, 11)) == []


def test_three_days_after_how_things_are(youth, db, script, clock, met):
    ends(db, script, clock, met, "attended")
    heard(youth, db, script, clock, at(24, 13))
    assert heard(youth, db, script, clock, at(27, 10, 59)) == []
    assert heard(youth, db, script, clock, at(27, 11)) == ["Quelques jours ont passé. Où en es-tu ?"]
    assert heard(youth, db, script, clock, at(28, 11)) == []
    assert youth.taps("C'est bon")[0].startswith("Tant mieux")
    clock.at = at(27, 11) + timedelta(days=1)
    assert youth.taps("Prendre un autre rendez-vous")[-1] == "Lequel te va ?"


def test_after_stop_nothing_is_asked(youth, db, script, clock, met):
    ends(db, script, clock, met, "attended")
    youth.writes("/stop")
    assert heard(youth, db, script, clock, at(24, 13)) == []
    assert heard(youth, db, script, clock, at(27, 11)) == []


def test_while_a_human_holds_the_floor_the_question_waits(youth, db, script, clock, met):
    ends(db, script, clock, met, "attended")
    held(db, "mediator")
    assert heard(youth, db, script, clock, at(24, 13)) == []
    held(db, "guide")
    assert len(heard(youth, db, script, clock, at(24, 17))) == 1


def held(db, owner):
    with db.transaction() as tx:
        row = tx.exec(select(Conversation)).one()
        row.owner, row.epoch = owner, row.epoch + 1
        tx.add(row)


def test_a_question_that_has_not_left_falls_when_a_human_takes_the_floor(youth, db, script, clock, met):
    ends(db, script, clock, met, "attended")
    clock.at = at(24, 13)
    follow(db, script)
    held(db, "mediator")
    assert youth.hears() == [] and states(db) == ["fenced"]


def test_whoever_was_missed_hears_no_blame_and_finds_another_moment(youth, db, script, clock, met):
    ends(db, script, clock, met, "no_show")
    assert heard(youth, db, script, clock, at(24, 11, 59)) == []
    assert heard(youth, db, script, clock, at(24, 12)) == [
        "On t'a raté aujourd'hui. Ça arrive. On retrouve un moment ?"
    ]
    assert heard(youth, db, script, clock, at(24, 13)) == []


@pytest.mark.parametrize(
    ("told", "said", "when"),
    [(at(24, 20, 30), at(25, 8), "hier"), (at(26, 9), at(26, 10), "mardi 24 novembre")],
)
def test_said_later_it_says_when(youth, db, script, clock, met, told, said, when):
    ends(db, script, clock, met, "no_show", told)
    assert heard(youth, db, script, clock, said)[0].startswith(f"On t'a raté {when}.")


def test_another_moment_for_the_same_motive_is_three_taps_away(youth, db, script, clock, met):
    ends(db, script, clock, met, "no_show")
    heard(youth, db, script, clock, at(24, 12))
    button = youth.buttons["Retrouver un moment"]
    youth.buttons = {"Retrouver un moment": button}
    assert youth.taps("Retrouver un moment")[-1] == "Lequel te va ?"
    youth.taps(first_proposal(youth))
    assert youth.taps("Confirmer")
    with db.reading() as tx:
        again = tx.exec(select(Appointment).order_by(Appointment.id.desc())).first()
    assert again.id != met.id and again.motive_id == met.motive_id
    assert (again.needs, again.brief) == (met.needs, met.brief)


def test_nobody_goes_back_to_the_appointment_of_another(youth, db, script, clock, met):
    sam = Youth(db, script, "43", name="Sam")
    sam.starts()
    sam.buttons = {"x": f"again:again:take-{met.id}"}
    assert sam.taps("x")[0].startswith("Je ne retrouve plus ce rendez-vous")


def test_what_was_excused_is_not_spoken_of(youth, db, script, clock, met):
    ends(db, script, clock, met, "excused")
    for when in (at(24, 13), at(25, 13), at(27, 13)):
        assert heard(youth, db, script, clock, when) == []


def test_a_wrong_click_put_right_is_never_heard_of(youth, db, script, clock, met):
    ends(db, script, clock, met, "no_show")
    ends(db, script, clock, met, "attended", at(24, 11, 30))
    assert heard(youth, db, script, clock, at(24, 13)) == []
    assert heard(youth, db, script, clock, at(24, 13, 30))[0].startswith("Ton rendez-vous avec Karim")


def test_put_right_before_it_left_it_does_not_leave(youth, db, script, clock, met):
    ends(db, script, clock, met, "no_show")
    clock.at = at(24, 12)
    follow(db, script)
    ends(db, script, clock, met, "excused", at(24, 12))
    assert youth.hears() == [] and states(db) == ["stale"]


def test_whoever_comes_again_soon_is_not_asked_to(youth, db, script, clock, met):
    ends(db, script, clock, met, "no_show")
    next_one(db, met)
    assert heard(youth, db, script, clock, at(24, 12)) == []


def test_in_a_series_only_the_last_is_asked_about(youth, db, script, clock, met):
    with db.transaction() as tx:
        series = Series(youth_id=met.youth_id, until=date(2026, 12, 24))
        tx.add(series)
        tx.flush()
        number = series.id
    changed(db, met, series_id=number)
    ends(db, script, clock, met, "attended")
    coming = next_one(db, met, series_id=number)
    assert heard(youth, db, script, clock, at(24, 13)) == []
    changed(db, coming, status="cancelled_by_youth")
    assert len(heard(youth, db, script, clock, at(24, 14))) == 1


def next_one(db, met, **more):
    """Another appointment of the same youth, a week later."""
    week = timedelta(days=7)
    kept = met.model_dump(exclude={"id", "starts_at", "ends_at", "status"})
    with db.transaction() as tx:
        made = Appointment(**kept | more, starts_at=met.starts_at + week, ends_at=met.ends_at + week)
        tx.add(made)
    return made


def test_nothing_is_said_to_the_erased(youth, db, script, clock, met):
    ends(db, script, clock, met, "attended")
    youth.writes("/supprimer")
    clock.at = at(24, 13)
    assert follow(db, script) == 0


def test_two_processes_at_once_ask_once(youth, db, script, clock, met):
    ends(db, script, clock, met, "attended")
    clock.at = at(24, 13)
    together, counts = threading.Barrier(3), []

    def tick():
        together.wait()
        counts.append(follow(db, script))

    threads = [threading.Thread(target=tick) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(counts) == [0, 0, 1] and len(youth.hears()) == 1


def test_the_keys_outlive_every_window(youth, db, script, clock, met):
    """Swept keys must not let anything be said again, however late staff click."""
    ends(db, script, clock, met, "attended")
    said = []
    for hours in range(2, 24 * 21):
        now = at(24, 11) + timedelta(hours=hours)
        if hours % 24 == 0:
            ends(db, script, clock, met, "attended", now)
        said += heard(youth, db, script, clock, now)
        sweep(db, script)
    assert [text[:8] for text in said] == ["Ton rend", "Quelques"]
    with db.reading() as tx:
        assert tx.exec(select(Seen).where(Seen.key.startswith("after"))).all() == []
        assert tx.exec(select(Line).where(Line.about.is_not(None))).all()
