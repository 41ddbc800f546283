"""What has served its time goes, and nothing else; counts remain."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest
from sqlalchemy import text, update
from sqlmodel import func, select

from backend.agenda.closing import set_outcome
from backend.agenda.models import Appointment, Busy
from backend.handover.models import Handover, Note, Promise, Rating
from backend.insight.models import Fact
from backend.models import Conversation, Line
from backend.people.models import Youth as Row
from backend.people.queries import home_team
from backend.retention.models import Purge
from backend.retention.passage import foresee, purge, purge_daily
from bot.ticks import works
from tests.backend.people.whole_life import WORDS, everything, filled, full_life
from tests.backend.retention.aged import attended, helped, people, purges, said, settings
from tests.conftest import NEVERS
from tests.lived import lived
from tests.mediator import Mediator
from tests.youth import Youth

ONE_ENGINE = pytest.mark.parametrize("url", ["sqlite"], indirect=True)


def number(db, table):
    with db.reading() as tx:
        return tx.exec(select(func.count()).select_from(table)).one()


@ONE_ENGINE
def test_who_never_came_to_anything_goes_a_month_after_their_last_word(youth, db, clock):
    youth.starts()
    youth.taps("C'est parti")
    clock.goes_on(days=29)
    assert purges(db, clock) == {}
    youth.writes("bonjour")
    clock.goes_on(days=29)
    assert purges(db, clock) == {}, "they wrote again"
    clock.goes_on(days=2)
    assert purges(db, clock) == {"unfinished": 1}
    assert filled(db) == set() and people(db) == (0, 1)
    assert youth.starts()[0].startswith("Salut !")


@ONE_ENGINE
def test_words_go_ninety_days_after_a_human_was_done_and_who_comes_back_is_known(youth, db, script, clock):
    attended(youth, db, clock)
    handover = helped(youth, db, script)
    clock.goes_on(days=80)
    assert purges(db, clock) == {}
    clock.goes_on(days=11)
    assert purges(db, clock)["words"] > 20
    with db.reading() as tx:
        assert tx.exec(select(Rating.word)).one() == "" and tx.exec(select(Rating.face)).one() == "good"
        assert tx.exec(select(Conversation.stories)).one() == []
        assert tx.get_one(Handover, handover.id).outcome == "answered"
        assert tx.exec(select(Row.first_name)).one() == "Lou"
    assert (number(db, Line), number(db, Note), number(db, Appointment)) == (0, 0, 1)
    assert purges(db, clock) == {}, "once"
    assert youth.writes("/rdv") == ["Tu n'as pas de rendez-vous à venir."]
    assert youth.writes("je cherche un logement")[-1].startswith("De quoi as-tu besoin")


@ONE_ENGINE
def test_of_who_goes_on_writing_old_words_go_and_the_last_ones_stay(youth, db, script, clock):
    helped(youth, db, script)
    for _ in range(4):
        clock.goes_on(days=40)
        youth.writes("/aide")
    assert purges(db, clock)["words"] > 5
    with db.reading() as tx:
        oldest = tx.exec(select(func.min(Line.at))).one()
    assert clock() - timedelta(days=90) < oldest < clock() - timedelta(days=79)


def test_an_appointment_goes_after_a_year_and_is_counted_though_its_youth_is_still_here(
    youth, db, script, clock
):
    attended(youth, db, clock)
    helped(youth, db, script)
    for _ in range(5):
        clock.goes_on(days=80)
        youth.writes("/aide")
    taken = purges(db, clock)
    assert (taken["appointments"], taken["calls"]) == (1, 1)
    assert number(db, Appointment) == number(db, Busy) == number(db, Handover) == number(db, Promise) == 0
    with db.reading() as tx:
        kept = Counter(one.needs[0] for one in tx.exec(select(Fact)))
        assert tx.exec(select(func.sum(Fact.booked), func.sum(Fact.handovers))).one() == (1, 1)
        assert tx.exec(select(Row.first_name)).one() == "Lou"
    expected = {"appointment:attended", "called", "answered:0", "promised", "rated:good"}
    assert kept == Counter(expected)


@ONE_ENGINE
def test_who_was_met_is_known_for_a_year_after_their_last_word_though_the_appointment_is_gone(
    youth, db, script, clock
):
    booked = attended(youth, db, clock)
    with db.transaction() as tx:
        set_outcome(tx, script, booked.id, "attended")
    for _ in range(5):
        clock.goes_on(days=80)
        youth.writes("/aide")
    assert purges(db, clock)["appointments"] == 1
    clock.goes_on(days=31)
    assert purges(db, clock).keys() <= {"words"} and people(db)[0] == 1
    clock.goes_on(days=340)
    assert purges(db, clock)["contact"] == 1


def test_after_thirteen_months_of_silence_all_is_gone(db, script, clock):
    youth = Youth(db, script, "424242", name="Zéphirine")
    full_life(youth, db, script)
    nadia = Mediator(db, script)
    nadia.closes(nadia.sees()[0])
    found = everything(db)
    assert all(word in found for word in WORDS), "the search finds what is there"
    for days in (31, 100, 240, 30):
        clock.goes_on(days=days)
        for work in works(db, script, settings()).values():
            work()
        youth.hears()
    assert filled(db) == set() and people(db) == (0, 1)
    gone = everything(db)
    assert not [word for word in WORDS if word in gone]


def live(tx, table, **values):
    tx.execute(update(table).values(**values))


HOLDS = {
    "to_come": lambda tx, at: live(
        tx, Appointment, status="booked", starts_at=at + timedelta(days=3), ends_at=at + timedelta(days=4)
    ),
    "handover": lambda tx, at: live(tx, Handover, closed_at=None),
    "promise": lambda tx, at: live(tx, Promise, ended_at=None),
    "due": lambda tx, at: tx.execute(
        update(Line)
        .where(Line.id == select(func.max(Line.id)).scalar_subquery())
        .values(due=at, state="queued")
    ),
    "waiting": lambda tx, at: tx.execute(
        text(
            "INSERT INTO waiting (youth_id, mission_locale_id, motive_id, needs, modes, since, notices)"
            " SELECT youth_id, mission_locale_id, motive_id, '[]', '[]', starts_at, 0 FROM appointment"
        )
    ),
}


@pytest.mark.parametrize("hold", HOLDS)
@ONE_ENGINE
def test_nobody_is_taken_for_whom_something_stands(youth, db, script, clock, hold):
    attended(youth, db, clock)
    helped(youth, db, script)
    clock.goes_on(days=400)
    with db.transaction() as tx:
        HOLDS[hold](tx, clock())
    assert foresee(db, settings(), clock)[hold] == 1
    purges(db, clock)
    assert people(db) == (1, 0)
    clock.goes_on(days=31)
    with db.transaction() as tx:
        live(tx, Handover, closed_at=clock() - timedelta(days=400))
        live(tx, Promise, ended_at=clock() - timedelta(days=400))
        live(tx, Line, due=None)
        live(tx, Appointment, status="attended", outcome_at=clock() - timedelta(days=400))
        tx.execute(text("DELETE FROM waiting"))
    purges(db, clock)
    assert people(db) == (0, 1)


@pytest.fixture
def crowd(db, script, clock):
    """Six hundred days of calls, faces, posters and bookings; half of it is to go."""
    with db.reading() as tx:
        home = home_team(tx, NEVERS)
    for n in range(12):
        opened = clock() - timedelta(days=20 + n * 9)
        lived(db, (home, None)[n % 2], opened=opened, minutes=10 + n, kept=(True, False, None)[n % 3])
    with db.transaction() as tx:
        first = select(func.min(Handover.opened_at)).where(Handover.youth_id == Row.id).scalar_subquery()
        tx.execute(update(Row).values(created_at=first))
        begun = select(Row.created_at).where(Row.id == Conversation.youth_id).scalar_subquery()
        tx.execute(update(Conversation).values(created_at=begun))
    clock.goes_on(days=-40)
    for name in ("1", "2"):
        youth = Youth(db, script, name)
        attended(youth, db, clock)
        helped(youth, db, script)
    clock.goes_on(days=40)
    return home


def test_every_board_says_the_same_before_and_after(db, clock, crowd):
    before, many = said(db, clock(), crowd), people(db)[0]
    assert before[0] and any(before[1].values())
    foreseen = foresee(db, settings(keep_contact=30), clock)
    taken = purges(db, clock, keep_contact=30)
    assert taken == foreseen and taken["contact"] > 10
    assert said(db, clock(), crowd) == before
    assert people(db) == (many - taken["contact"], taken["contact"])


@ONE_ENGINE
def test_a_forecast_writes_nothing_and_says_what_the_purge_then_does(db, clock, crowd):
    clock.goes_on(days=70)
    before = everything(db)
    foreseen = foresee(db, settings(), clock)
    assert everything(db) == before
    cells = 2  # the words of two faces and the answers of two talks stand in rows that stay
    taken = purges(db, clock)
    assert {**taken, "words": foreseen["words"]} == foreseen and taken["words"] >= foreseen["words"] + cells


class Killed(BaseException):
    pass


def test_killed_at_any_moment_it_loses_nothing_and_counts_nobody_twice(db, clock, crowd, monkeypatch):
    """Every other step is cut short within its transaction, and begun again by another passage."""
    from backend.retention import passage

    before, many = said(db, clock(), crowd), people(db)[0]
    monkeypatch.setattr(passage, "AT_ONCE", 2)
    done, steps = passage.purge_some, iter(range(1000))

    def cut_short(tx, ids, old):
        counts = done(tx, ids, old)
        tx.flush()
        if next(steps) % 2 == 0:
            raise Killed
        return counts

    monkeypatch.setattr(passage, "purge_some", cut_short)
    kills = 0
    for _ in range(50):
        try:
            purge(db, settings(keep_contact=30), clock)
            break
        except Killed:
            kills += 1
    left, gone = people(db)
    assert kills > 5 and left + gone == many and said(db, clock(), crowd) == before
    with db.reading() as tx:
        (run,) = tx.exec(select(Purge))
    assert run.counts["contact"] == gone and run.ended_at


@ONE_ENGINE
def test_by_the_clock_it_is_done_once_a_day_however_often_the_process_starts(youth, db, clock):
    youth.starts()
    clock.goes_on(days=31)
    assert purge_daily(db, settings(), clock) == 1
    assert purge_daily(db, settings(), clock) == 0 and number(db, Purge) == 1
    clock.goes_on(days=1)
    purge_daily(db, settings(), clock)
    assert number(db, Purge) == 2


@ONE_ENGINE
def test_a_period_made_shorter_holds_at_once_for_whoever_asks_for_everybody(youth, db, script, clock):
    helped(youth, db, script)
    clock.goes_on(days=50)
    assert purges(db, clock) == {}
    assert purges(db, clock, keep_contact=40) == {}, "they were looked at a moment ago"
    assert purges(db, clock, keep_contact=40, everybody=True) == {"contact": 1}


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_who_writes_in_that_very_moment_is_left_alone(youth, db, clock):
    youth.starts()
    clock.goes_on(days=31)
    with db.transaction() as tx:
        tx.exec(select(Conversation).with_for_update()).one()
        assert purges(db, clock) == {}
    assert purges(db, clock) == {"unfinished": 1}
