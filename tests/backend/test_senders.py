"""Several senders on PostgreSQL: a dead one's lines are taken up at once, a living one's are left alone."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import timedelta

import psycopg
import pytest
from sqlalchemy import text
from sqlmodel import col, select

from backend.channel import Delivered
from backend.db import now
from backend.leases import lease
from backend.models import Line, Sender
from backend.outbox import Outbox
from backend.pace import NO_LIMIT, Pace
from backend.senders import GRACE, OURS, Roll
from backend.settling import settle
from flows.events import Said
from tests.conftest import twice
from tests.youth import Youth


@pytest.fixture
def two(postgres_url):
    with twice(postgres_url) as processes:
        yield processes


@pytest.fixture
def rolls(two, clock):
    """Both are on the roll."""
    both = [Roll(db) for db in two]
    for roll in both:
        roll.call(clock())
    yield both
    for roll in both:
        roll.leave()


@pytest.fixture
def lou(two, script):
    return Youth(two[0], script, "42")


def takes(db, roll, clock):
    return lease(db, clock(), 10, NO_LIMIT, roll.number)


def dies(roll, db):
    """What a kill does to a connection. PostgreSQL notices in its own time: who asks for the lock waits for that."""
    roll.wire.close()
    with db.transaction() as tx:
        tx.execute(
            text("SELECT pg_advisory_xact_lock(:ours, :number)"), {"ours": OURS, "number": roll.number}
        )


def test_the_line_of_a_dead_sender_leaves_seconds_later_and_is_marked(two, rolls, lou, clock):
    lou.turn(Said("/aide"))
    (taken,) = takes(two[0], rolls[0], clock)
    dies(rolls[0], two[1])
    assert rolls[1].call(clock()) == 1
    clock.at += GRACE - timedelta(milliseconds=1)
    assert takes(two[1], rolls[1], clock) == []
    clock.at += timedelta(milliseconds=1)
    (again,) = takes(two[1], rolls[1], clock)
    assert again.line_id == taken.line_id
    with two[1].reading() as tx:
        assert tx.exec(select(Line.again).where(Line.id == again.line_id)).one()
        assert tx.exec(select(Sender.id)).all() == [rolls[1].number]


def test_who_lives_keeps_its_lines_however_often_the_others_look(two, rolls, lou, clock):
    lou.turn(Said("/aide"))
    assert len(takes(two[0], rolls[0], clock)) == 1
    for _ in range(3):
        assert [roll.call(clock()) for roll in rolls] == [0, 0]
    clock.at += 2 * GRACE
    assert takes(two[1], rolls[1], clock) == []


def test_who_lost_only_the_connection_settles_what_was_on_its_way_and_comes_back(two, rolls, lou, clock):
    lou.turn(Said("/aide"))
    (taken,) = takes(two[0], rolls[0], clock)
    before = rolls[0].number
    with two[1].transaction() as tx:
        ours = "SELECT pg_terminate_backend(:who, 5000)"
        tx.execute(text(ours), {"who": rolls[0].wire.info.backend_pid})
    assert rolls[1].call(clock()) == 1
    with pytest.raises(psycopg.OperationalError):
        rolls[0].call(clock())
    assert rolls[0].number is None
    settle(two[0], taken, "sent", outside_id="7")
    clock.at += GRACE
    assert takes(two[1], rolls[1], clock) == []
    rolls[0].call(clock())
    assert rolls[0].number not in {None, before}
    with two[1].reading() as tx:
        line = tx.exec(select(Line).where(Line.id == taken.line_id)).one()
        assert (line.state, line.again) == ("sent", False)


def test_who_leaves_in_order_leaves_nothing_behind_and_is_struck_off(two, rolls, clock):
    rolls[0].leave()
    assert rolls[1].call(clock()) == 1
    assert rolls[1].call(clock()) == 0


class Patient:
    """A channel that writes down what it was given, and takes a moment."""

    def __init__(self, told, done):
        self.told, self.done = told, done

    async def deliver(self, parcel):
        self.told.append((now(), parcel.conversation_id, parcel.line_id))
        await asyncio.sleep(0)
        if len(self.told) == self.done[0]:
            self.done[1].set()
        return Delivered(str(parcel.line_id))

    async def open_file(self, file_id):
        raise NotImplementedError


async def test_two_senders_at_the_same_time_send_each_line_once_in_order_within_the_budget(two, script):
    script.now.at = now()
    youths = [Youth(two[0], script, str(n)) for n in range(100, 108)]
    for youth in youths * 5:
        youth.turn(Said("/aide"))
    told, done = [], (40, asyncio.Event())
    senders = [Outbox(db, Patient(told, done), now, pace=Pace(60)) for db in two]
    running = [asyncio.create_task(sender.run()) for sender in senders]
    await done[1].wait()
    for sender in senders:
        await sender.stop()
    await asyncio.gather(*running)
    assert max(Counter(line for *_, line in told).values()) == 1
    for chat in {chat for _, chat, _ in told}:
        mine = [line for _, one, line in told if one == chat]
        assert mine == sorted(mine)
    assert told[-1][0] - told[0][0] >= timedelta(seconds=20 / 60), "twelve at once, the others at a pace"
    with two[0].reading() as tx:
        states = tx.exec(select(Line.state).where(col(Line.author) == "guide")).all()
    assert set(states) == {"sent"} and len(told) == 40
