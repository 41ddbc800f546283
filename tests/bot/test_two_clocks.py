"""Several processes with the same clock: every reminder leaves once, and each job is done by one at a time."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from apscheduler.events import EVENT_JOB_EXECUTED
from sqlmodel import func, select

from backend import claims as claims_module
from backend.agenda.models import Appointment
from backend.claims import Claims
from backend.clockwork import EVERY, ran
from backend.db import connect
from backend.live import Bell
from backend.models import Line, Tick
from backend.settings import Settings
from bot.ticks import job, ticks
from tests.conftest import twice
from tests.youth import Youth, books

MORNING_BEFORE = datetime(2026, 11, 29, 9, tzinfo=UTC)
PATIENCE = 60


@pytest.fixture
def two(postgres_url):
    with twice(postgres_url) as processes:
        yield processes


def all_done_once(scheduler) -> threading.Event:
    """Set when each of its jobs has come to an end."""
    left, done = set(EVERY), threading.Event()

    def ended(event):
        left.discard(event.job_id)
        if not left:
            done.set()

    scheduler.add_listener(ended, EVENT_JOB_EXECUTED)
    return done


def test_two_clocks_at_the_same_moment_remind_everyone_once(db, url, script, clock):
    youths = [Youth(db, script, str(address)) for address in range(42, 46)]
    for youth in youths:
        books(youth)
    with db.transaction() as tx:
        for booked in tx.exec(select(Appointment)).all():
            booked.starts_at = MORNING_BEFORE + timedelta(days=1)
            booked.ends_at = booked.starts_at + timedelta(hours=1)
    clock.at = MORNING_BEFORE
    other = replace(connect(url), info=db.info)
    schedulers = [ticks(one, script, Bell(), Settings(_env_file=None)) for one in (db, other)]
    dones = [all_done_once(one) for one in schedulers]
    for one in schedulers:
        one.start()
    assert all(done.wait(PATIENCE) for done in dones)
    for one in schedulers:
        one.shutdown()
    other.close()
    with db.reading() as tx:
        reminders = select(Line.conversation_id, func.count()).where(Line.about.is_not(None))
        told = tx.exec(reminders.group_by(Line.conversation_id)).all()
        assert set(tx.exec(select(Tick.name)).all()) == set(EVERY)
    assert [many for _, many in told] == [1] * len(youths)


def test_a_job_is_done_by_one_process_at_a_time(two, script, caplog):
    runs = []
    second = job("mail", lambda: runs.append("second"), two[1], script, Bell())

    def first():
        runs.append("first")
        second()  # while the first is at it

    job("mail", first, two[0], script, Bell())()
    assert runs == ["first"] and caplog.messages == []


def test_a_job_is_done_as_often_as_one_clock_alone_would(two, script, clock):
    runs = []
    jobs = [
        job("reminders", lambda n=n: runs.append(n), db, script, Bell(), Claims(db))
        for n, db in enumerate(two)
    ]
    for seconds in (0, 10, 20, 10, 20, 10):  # moments 0 10 30 40 60 70: both look at each
        clock.goes_on(seconds=seconds)
        for one in jobs:
            one()
    assert runs == [0, 0, 0, 0, 0, 0], "whoever began keeps its own schedule, the other one has nothing to do"
    clock.goes_on(seconds=24)
    jobs[1]()
    assert runs[-1] == 1, "if it stays away, the other one takes over"


def test_a_job_that_failed_is_taken_by_the_other_one_at_once(two, script):
    runs = []
    job("mail", lambda: 1 / 0, two[0], script, Bell())()
    job("mail", lambda: runs.append(1), two[1], script, Bell())()
    assert runs == [1]


def test_a_moment_far_ahead_was_a_wrong_clock_and_stops_nobody(two, script, clock):
    runs = []
    with two[0].transaction() as tx:
        ran(tx, "reminders", clock.at + timedelta(hours=1))
    job("reminders", lambda: runs.append(1), two[1], script, Bell())()
    assert runs == [1]


HOLDS = """
import sys
from backend.claims import Claims
from backend.db import connect, now
with Claims(connect(sys.argv[1])).claim("mail", now()) as ours:
    print(ours, flush=True)
    sys.stdin.read()
"""


def test_a_process_that_is_killed_lets_go(postgres_url, two, clock):
    root = Path(claims_module.__file__).parent.parent
    command = [sys.executable, "-c", HOLDS, postgres_url]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, cwd=root, text=True, **pipes) as other:
        assert other.stdout.readline() == "True\n"
        with Claims(two[0]).claim("mail", clock.at) as ours:
            assert not ours
        other.send_signal(signal.SIGKILL)
        other.wait()
    while not claimed(two[0], clock):
        pass  # its connection is noticed to be gone within milliseconds; the test's own time limit ends this


def claimed(db, clock):
    with Claims(db).claim("mail", clock.at) as ours:
        return ours
