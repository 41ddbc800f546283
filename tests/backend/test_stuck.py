"""A line over which Telegram breaks for ever: it steps aside if it fails alone, and danger never waits behind it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import col, select

from backend.channel import Away, Delivered
from backend.models import Line
from backend.outbox import Outbox
from backend.stuck import ALONE, MOST, PATIENCE, STUCK, Stuck
from flows.events import Said
from tests.clock import MONDAY
from tests.youth import Youth

HOUR = 60
"""Minutes."""


class Breaking:
    """A channel that breaks over some lines, or over everything, and remembers what passed."""

    def __init__(self):
        self.over, self.ill, self.passed = set(), None, []

    async def deliver(self, parcel):
        if self.ill or parcel.line_id in self.over:
            raise self.ill or RuntimeError("500")
        self.passed.append(parcel.line_id)
        return Delivered(str(parcel.line_id))


@pytest.fixture
def channel():
    return Breaking()


@pytest.fixture
def outbox(db, channel, clock):
    return Outbox(db, channel, clock)


def says(youth, text="/aide"):
    """The ids of the lines that answer it."""
    with youth.db.reading() as tx:
        before = tx.exec(select(Line.id).order_by(col(Line.id).desc())).first() or 0
    youth.turn(Said(text))
    with youth.db.reading() as tx:
        return tx.exec(
            select(Line.id).where(Line.id > before, Line.author == "guide").order_by(Line.id)
        ).all()


def fates(db, ids):
    with db.reading() as tx:
        return [(line.state, line.reason) for line in (tx.get_one(Line, i) for i in ids)]


async def until_nothing_is_due(outbox):
    while await outbox.deliver_due():
        pass


async def goes_on(outbox, clock, minutes, each=lambda: None):
    for _ in range(minutes):
        each()
        await until_nothing_is_due(outbox)
        clock.goes_on(minutes=1)


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
async def test_a_line_that_fails_alone_for_an_hour_steps_aside_and_the_next_is_said(
    db, youth, script, channel, outbox, clock
):
    sam = Youth(db, script, "43", name="Sam")
    [first], [second] = says(youth), says(youth)
    channel.over = {first}
    await goes_on(outbox, clock, HOUR - 1, lambda: says(sam))
    assert fates(db, [first, second]) == [("sending", None), ("queued", None)]
    await goes_on(outbox, clock, 10, lambda: says(sam))
    assert fates(db, [first, second]) == [("failed", STUCK), ("sent", None)]


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("ill", [RuntimeError("500"), Away()])
async def test_while_telegram_fails_for_everybody_nothing_is_given_up(
    db, youth, script, channel, outbox, clock, ill
):
    sam = Youth(db, script, "43", name="Sam")
    said, channel.ill = [*says(youth), *says(sam)], ill
    await goes_on(outbox, clock, 3 * HOUR)
    channel.ill = None
    await goes_on(outbox, clock, 6)
    assert fates(db, said) == [("sent", None)] * 2


async def test_danger_does_not_wait_behind_a_line_that_fails_again_and_again(
    db, youth, channel, outbox, clock
):
    [first], [second] = says(youth), says(youth)
    channel.over = {first}
    for pause in (2, 4, 8):
        assert await outbox.deliver_due() == 1
        clock.goes_on(seconds=pause / 2)
        assert await outbox.deliver_due() == 0
        clock.goes_on(seconds=pause / 2)
    help_lines, [third] = says(youth, "j'ai envie de mourir"), says(youth)
    await until_nothing_is_due(outbox)
    assert channel.passed == [second, *help_lines], "what stands between them keeps its order, the rest waits"
    channel.over = set()
    clock.goes_on(minutes=1)
    await until_nothing_is_due(outbox)
    assert channel.passed[-2:] == [first, third], "and nothing came twice"


async def test_a_help_line_that_fails_keeps_the_next_one_not_waiting(db, youth, channel, outbox, clock):
    broken, other = says(youth, "j'ai envie de mourir")
    channel.over = {broken}
    for pause in (2, 4, 8):
        await outbox.deliver_due()
        clock.goes_on(seconds=pause)
    again = says(youth, "je vais me suicider")
    await until_nothing_is_due(outbox)
    assert channel.passed == [other, *again]


async def test_a_help_line_that_fails_too_does_not_keep_what_stood_before_it_waiting(
    db, youth, channel, outbox, clock
):
    [first] = says(youth)
    channel.over = {first}
    for pause in (2, 4, 8):
        await outbox.deliver_due()
        clock.goes_on(seconds=pause)
    channel.over = set(says(youth, "j'ai envie de mourir"))
    for _ in range(20):
        await outbox.deliver_due()
        clock.goes_on(seconds=2)
    assert channel.passed == [first]


def test_a_line_is_given_up_after_an_hour_of_failing_alone_and_not_before():
    stuck, moment = Stuck(), MONDAY
    assert not stuck.fails(1, moment)
    while moment < MONDAY + PATIENCE - timedelta(minutes=5):
        moment += timedelta(minutes=5)
        stuck.over(2, passed=1)
        assert not stuck.fails(1, moment)
    stuck.over(2, passed=1)
    assert stuck.fails(1, moment + timedelta(minutes=5))


def test_where_few_write_a_line_must_have_failed_alone_several_times():
    stuck, given_up = Stuck(), []
    for hour in range(ALONE + 1):
        stuck.over(2, passed=int(hour > 0))
        given_up.append(stuck.fails(1, MONDAY + timedelta(hours=hour)))
    assert given_up == [False] * ALONE + [True]


def test_where_more_fail_than_pass_no_line_is_at_fault():
    stuck = Stuck()
    for minute in range(10 * HOUR):
        moment = MONDAY + timedelta(minutes=minute)
        stuck.over(1_000 + minute, passed=1)
        given_up = [stuck.fails(line, moment) for line in range(3)]
        assert given_up == [False] * 3


def test_what_is_remembered_has_a_limit():
    stuck = Stuck()
    for line in range(MOST + 10):
        stuck.fails(line, MONDAY)
    assert len(stuck.failing) <= MOST
