"""A promise is said, written down, kept or missed; what cannot be kept is told in time, once, and never at night."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update
from sqlmodel import select

from backend.handover.models import Handover, Promise
from backend.handover.promises import promise
from backend.handover.watching import watch
from backend.insight.models import Fact
from backend.models import Line
from backend.places.models import MissionLocale
from backend.team.models import Duty, Notice
from flows.events import Blocked
from tests.mediator import Mediator
from tests.youth import Youth

LONGEST = 300


def at(day, hour, minute=0):
    """A moment of November 2026 in Nevers."""
    return datetime(2026, 11, day, hour - 1, minute, tzinfo=UTC)


@pytest.fixture
def url(sqlite_url):
    """One engine is enough for what is said; test_promises_kept tries both."""
    return sqlite_url


@pytest.fixture
def nadia(db, script):
    return Mediator(db, script)


@pytest.fixture
def called(youth, clock):
    """Lou, at Nevers, called a human on Monday at nine."""
    youth.starts()
    youth.taps("C'est parti")
    youth.taps("18 à 25 ans")
    youth.writes("nevers")
    return youth


def promises(db):
    with db.reading() as tx:
        return list(tx.exec(select(Promise).order_by(Promise.id)))


def notices(db, kind):
    with db.reading() as tx:
        return list(tx.exec(select(Notice).where(Notice.kind == kind)))


def ticks(youth, clock, moment, times=2):
    """The clock comes round, twice as well as once."""
    clock.at = moment
    for _ in range(times):
        watch(youth.db, youth.script)
    return youth.hears()


def desk(db, **values):
    with db.transaction() as tx:
        tx.execute(update(MissionLocale).values(**values))


def test_who_calls_is_told_by_when_and_it_is_written_down(called, db):
    said = called.writes("/humain")[0]
    assert "va te répondre ici avant 11 h." in said and len(said) < LONGEST
    (one,) = promises(db)
    assert (one.made_at, one.due_at, one.kept, one.ended_at) == (at(23, 9), at(23, 11), None, None)


def test_at_night_both_the_opening_and_the_answer_are_said(called, clock):
    clock.at = at(23, 22)
    said = called.writes("/humain")[0]
    assert "Personne ne lira avant mardi 24 novembre à 9 h. Réponse avant mardi 11 h." in said
    assert len(said) < LONGEST


def test_a_day_beyond_the_week_is_said_with_its_date(called, db, clock):
    desk(db, desk_hours="Mo-Fr 09:00-17:00; 2026 Nov 23-2026 Dec 11 off")
    said = called.writes("/humain")[0]
    assert "Réponse avant lundi 14 décembre à 11 h." in said


def test_in_english_too(db, script, clock):
    sam = Youth(db, script, "43", name="Sam", language="en")
    clock.at = at(23, 22)
    sam.starts()
    assert "An answer before Tuesday at 11:00." in sam.writes("/humain")[0]


def test_hours_that_nobody_knows_promise_nothing(called, db):
    desk(db, desk_hours="")
    assert "va te répondre ici. Tu peux" in called.writes("/humain")[0]
    assert promises(db) == []


def test_the_hours_of_the_roster_count_rather_than_those_of_the_desk(called, db, clock, nadia):
    with db.transaction() as tx:
        home = tx.exec(select(MissionLocale).where(MissionLocale.slug.startswith("nevers"))).one()
        tx.add(Duty(person_id=nadia.person.id, mission_locale_id=home.id, hours="We 14:00-18:00"))
    said = called.writes("/humain")[0]
    assert "Personne ne lira avant mercredi 25 novembre à 14 h. Réponse avant mercredi 16 h." in said


def test_danger_is_answered_with_numbers_whatever_the_promise(called, db, clock):
    clock.at = at(23, 22)
    first, second = called.writes("je vais me suicider")
    assert "3114" in first
    assert "Réponse avant mardi 9 h 30." in second and second.endswith("Maintenant, c'est le 3114 ou le 15.")
    assert len(second) < LONGEST
    desk(db, desk_hours="")
    assert "3114" in called.writes("je vais me suicider")[0]


def test_danger_brings_the_answer_forward_and_the_former_promise_falls(called, db, clock):
    called.writes("/humain")
    assert "avant 9 h 30" in called.writes("je vais me suicider")[1]
    former, now = promises(db)
    assert (former.kept, former.ended_at, now.due_at) == (None, clock.at, at(23, 9, 30))
    assert "avant 9 h 30" in called.writes("je vais me suicider")[1], "what stands is said again"
    assert len(promises(db)) == 2


def test_an_answer_in_time_keeps_it_and_what_follows_promises_nothing_new(called, db, clock, nadia):
    called.writes("/humain")
    handover = nadia.sees()[0]
    nadia.claims(handover)
    assert promises(db)[0].ended_at is None, "taking it is no answer"
    clock.at = at(23, 11)
    nadia.replies(handover, "bonjour")
    clock.at = at(23, 14)
    called.writes("tu es là ?")
    nadia.replies(handover, "oui")
    (one,) = promises(db)
    assert (one.kept, one.ended_at) == (True, at(23, 11))


def test_the_team_is_warned_before_and_only_who_has_taken_it(called, db, clock, nadia):
    called.writes("/humain")
    assert ticks(called, clock, at(23, 10, 29)) == [] and notices(db, "promise_near") == []
    nadia.claims(nadia.sees()[0])
    called.hears()
    assert ticks(called, clock, at(23, 10, 30)) == []
    assert [n.person_id for n in notices(db, "promise_near")] == [nadia.person.id]
    assert promises(db)[0].warned_at == clock.at


def test_before_it_is_missed_the_youth_gets_a_new_time_and_managers_hear_once_it_is(called, db, clock, nadia):
    called.writes("/humain")
    (said,) = ticks(called, clock, at(23, 10, 50))
    assert said == "On t'avait dit avant 11 h. On n'y arrivera pas, pardon. Tu auras une réponse avant 14 h."
    former, now = promises(db)
    assert (former.excused_at, former.kept, now.due_at) == (clock.at, None, at(23, 14))
    assert notices(db, "promise_missed") == []
    assert ticks(called, clock, at(23, 11, 1)) == []
    assert promises(db)[0].kept is False and promises(db)[0].escalated_at == clock.at
    assert {n.handover_id for n in notices(db, "promise_missed")} == {nadia.sees()[0].id}


def test_answered_after_all_in_the_last_minutes_both_are_kept(called, db, clock, nadia):
    called.writes("/humain")
    ticks(called, clock, at(23, 10, 50))
    handover = nadia.sees()[0]
    nadia.claims(handover)
    clock.at = at(23, 10, 58)
    nadia.replies(handover, "me voilà")
    assert [p.kept for p in promises(db)] == [True, True]
    called.hears()
    assert ticks(called, clock, at(23, 11, 30)) == [] and notices(db, "promise_missed") == []


def test_after_an_outage_the_truth_is_told_once_and_by_day(called, db, clock):
    called.writes("/humain")
    assert ticks(called, clock, at(23, 22)) == [], "nobody is woken"
    assert promises(db)[0].kept is False, "but it counts as missed"
    (said,) = ticks(called, clock, at(24, 8))
    assert said.startswith(
        "On t'avait dit avant lundi 23 novembre à 11 h, et personne n'a pu te répondre. Pardon."
    )
    assert said.endswith("Tu auras une réponse avant 11 h.") and len(said) < LONGEST
    assert ticks(called, clock, at(24, 8, 1)) == []
    assert [(p.kept, p.due_at) for p in promises(db)] == [(False, at(23, 11)), (None, at(24, 11))]


def test_nobody_is_put_off_for_ever(called, db, clock, nadia):
    desk(db, phone="01 99 00 12 34")
    called.writes("/humain")
    said = []
    for hours in range(60):
        said += ticks(called, clock, at(23, 9) + timedelta(hours=hours), times=1)
    assert len(said) == 3 and "Le plus sûr : appelle la mission locale au 01 99 00 12 34." in said[-1]
    assert [p.kept for p in promises(db)] == [False, False, False]
    assert len(said[-1]) < LONGEST and nadia.sees(), "the request stays open"


def test_in_danger_every_delay_says_whom_to_call(called, clock):
    called.writes("je vais me suicider")
    (said,) = ticks(called, clock, at(23, 9, 25))
    assert said.endswith("Si ça ne peut pas attendre, c'est le 3114 ou le 15.") and len(said) < LONGEST


def test_the_desk_closes_after_the_promise_was_made_the_youth_is_told_in_time(called, db, clock):
    clock.at = at(23, 16)
    assert "avant mardi 9 h 30" in called.writes("/humain")[0]
    desk(db, desk_hours="We 09:00-17:00")
    (said,) = ticks(called, clock, at(24, 9, 20))
    assert said.endswith("Tu auras une réponse avant mercredi 11 h.")


def test_hours_that_are_not_known_any_more_give_no_new_time(called, db, clock):
    called.writes("/humain")
    desk(db, desk_hours="")
    (said,) = ticks(called, clock, at(23, 10, 50))
    assert said.endswith("Tu auras une réponse dès que possible.")
    assert [p.ended_at for p in promises(db)] == [clock.at]


def test_a_delay_that_could_not_leave_before_the_answer_is_never_sent(called, db, clock, nadia):
    called.writes("/humain")
    clock.at = at(23, 10, 50)
    watch(db, called.script)
    handover = nadia.sees()[0]
    nadia.claims(handover)
    nadia.replies(handover, "me voilà")
    assert not [text for text in called.hears() if text.startswith("On t'avait dit")]
    with db.reading() as tx:
        assert tx.exec(select(Line.state).where(Line.about.is_not(None))).all() == ["stale"]


def test_who_asks_again_hears_the_same_time_until_it_is_over(called, clock):
    called.writes("/humain")
    clock.at = at(23, 10)
    assert called.writes("/humain")[0].startswith(
        "Quelqu'un est déjà prévenu et va te répondre ici avant 11 h."
    )
    assert "va te répondre ici avant 11 h" in called.starts()[0]
    clock.at = at(23, 11, 30)
    assert called.writes("/humain")[0].startswith("Quelqu'un est déjà prévenu et va te répondre ici. Tu")


@pytest.mark.parametrize("way", ["stop", "block", "close"])
def test_who_does_not_wait_any_more_hears_nothing_of_it(called, db, clock, nadia, way):
    called.writes("/humain")
    handover = nadia.sees()[0]
    if way == "stop":
        called.writes("/stop")
    elif way == "block":
        called.does(Blocked(True))
    else:
        nadia.claims(handover)
        nadia.closes(handover, "unreachable")
        called.hears()
    assert ticks(called, clock, at(23, 10, 55)) == [] and notices(db, "promise_near") == []
    (one,) = promises(db)
    assert (one.kept, one.ended_at is not None) == (None, True)


def test_closing_what_was_missed_does_not_make_it_any_better(called, db, clock, nadia):
    called.writes("/humain")
    handover = nadia.sees()[0]
    nadia.claims(handover)
    clock.at = at(23, 12)
    nadia.closes(handover)
    assert [p.kept for p in promises(db)] == [False]


def test_a_youth_who_is_erased_leaves_the_count_and_no_promise(called, db, clock):
    called.writes("/humain")
    ticks(called, clock, at(23, 11, 30))
    called.writes("/supprimer")
    assert promises(db) == [] and watch(db, called.script) == 0
    with db.reading() as tx:
        person, fact = tx.exec(select(Fact).order_by(Fact.id))
    assert person.handovers == 1
    assert (fact.needs, fact.promises_kept, fact.promises_missed) == (["promised"], 0, 1)


def test_handed_on_after_an_answer_a_new_promise_is_due(called, db, clock, nadia, script):
    called.writes("/humain")
    handover = nadia.sees()[0]
    nadia.claims(handover)
    nadia.replies(handover, "je passe la main")
    clock.at = at(23, 10)
    with db.transaction() as tx:
        assert promise(tx, script, tx.get_one(Handover, handover.id)) == at(23, 12)
    assert [p.kept for p in promises(db)] == [True, None]


def test_no_words_of_the_youth_stand_in_what_is_said_of_delays(script):
    keys = [k for k in script.wording.texts["fr"] if re.match(r"promise-", k)]
    assert sorted(keys) == ["promise-missed", "promise-moved", "promise-over"]
    for language in ("fr", "en"):
        taken = set().union(*(script.wording.texts[language][k].variables for k in keys))
        assert taken == {"before", "until", "numbers", "phone"}
