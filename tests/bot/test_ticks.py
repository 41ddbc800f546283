"""The jobs of the clock write down that they came to their end; one that fails says so, and only that."""

from __future__ import annotations

import logging
from datetime import timedelta

import pytest
from sqlmodel import select

from backend.clockwork import EVERY, jobs
from backend.live import Bell
from backend.models import Tick
from backend.settings import Settings
from bot.ticks import job, ticks, works

SECRET = "words of a youth"


def ran_at(db, name):
    with db.reading() as tx:
        return tx.exec(select(Tick.ran_at).where(Tick.name == name)).first()


def failing():
    raise ValueError(SECRET)


@pytest.fixture
def settings():
    return Settings(_env_file=None)


def test_every_job_is_done_by_itself_and_none_is_forgotten(db, script, settings):
    assert set(works(db, script, settings)) == set(EVERY)
    planned = ticks(db, script, Bell(), settings).get_jobs()
    assert {(one.id, one.trigger.interval) for one in planned} == set(EVERY.items())


def test_a_job_writes_down_when_it_came_to_its_end_and_rings_for_news(db, script, clock):
    bell = Bell()
    rung = bell.rung
    job("reminders", lambda: 0, db, script, bell)()
    assert (ran_at(db, "reminders"), bell.rung) == (clock.at, rung)
    clock.goes_on(minutes=1)
    job("reminders", lambda: 2, db, script, bell)()
    assert ran_at(db, "reminders") == clock.at
    assert bell.has_rung(rung), "senders and inboxes wake"
    assert not bell.has_rung(rung, about=7), "who looks at one talk is left alone until the pulse"


def test_a_job_that_fails_says_so_without_words_and_did_not_come_to_its_end(db, script, caplog):
    with caplog.at_level(logging.ERROR):
        job("after", failing, db, script, Bell())()
    assert caplog.messages == ["the tick after failed: ValueError"]
    assert SECRET not in caplog.text
    assert ran_at(db, "after") is None


def test_all_of_them_can_be_done_on_a_fresh_database_twice(db, script, clock, settings, caplog):
    for name, work in [*works(db, script, settings).items()] * 2:
        job(name, work, db, script, Bell())()
    with db.reading() as tx:
        assert [one.name for one in jobs(tx, clock.at) if one.late] == []
    assert caplog.messages == []


def test_a_job_is_late_after_three_intervals_without_an_end(db, script, clock):
    job("reminders", lambda: 0, db, script, Bell())()
    stands = []
    for later in (90, 91):
        with db.reading() as tx:
            found = {one.name: one.late for one in jobs(tx, clock.at + timedelta(seconds=later))}
        stands.append((found["reminders"], found["sweep"]))
    assert stands == [(False, True), (True, True)]
