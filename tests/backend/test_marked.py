"""Whatever becomes of senders, of Telegram and of the clock: a line that a phone may show twice bears a mark before."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import timedelta
from random import Random

from sqlmodel import select

from backend.channel import Delivered
from backend.leases import LEASE, lease, recover
from backend.models import Line
from backend.outbox import Outbox
from backend.pace import NO_LIMIT
from backend.righting import right
from backend.senders import GRACE, Roll
from backend.settling import settle
from flows.events import Said
from tests.youth import Youth

STEPS, WALKS = 40, 12
PAUSE = timedelta(seconds=2)


class Walk:
    """Senders that are in the middle of it, what they hold, and a phone that shows what it was given."""

    def __init__(self, db, clock, random):
        self.db, self.clock, self.random = db, clock, random
        self.held = []
        """Parcels of senders that live, and whether Telegram has accepted each."""
        self.shown = Counter()
        self.unmarked = []
        self.acts = [
            *(self.takes, self.takes, self.settles, self.settles, self.dies),
            *(self.a_lease_ends, self.the_clock_goes_back, self.is_struck_off, self.restarts),
        ]

    def goes(self):
        for _ in range(STEPS):
            self.clock.goes_on(seconds=self.random.choice((0.1, 3)))
            self.random.choice(self.acts)()

    def takes(self):
        for parcel in lease(self.db, self.clock(), 10, NO_LIMIT, self.random.choice((1, 2))):
            if self.shown[parcel.line_id] and not self.marked(parcel.line_id):
                self.unmarked.append(parcel)
            arrives = self.random.random() < 0.6
            self.shown[parcel.line_id] += arrives
            self.held.append((parcel, arrives))

    def marked(self, line_id):
        with self.db.reading() as tx:
            return tx.exec(select(Line.again).where(Line.id == line_id)).one()

    def settles(self):
        """Some sender hears what became of a line: it is there, or it surely is not, or nobody knows. Perhaps late."""
        if self.held:
            parcel, arrived = self.held.pop(self.random.randrange(len(self.held)))
            fate = self.random.choice(("sent" if arrived else "queued", "sending"))
            due = None if fate == "sent" else self.clock() + PAUSE
            settle(self.db, parcel, fate, due=due, outside_id=str(parcel.line_id) if arrived else None)

    def dies(self):
        if self.held:
            self.held.pop(self.random.randrange(len(self.held)))

    def a_lease_ends(self):
        """Or the clock jumps ahead, for one that lives."""
        self.clock.at += LEASE

    def the_clock_goes_back(self):
        self.clock.at -= timedelta(hours=1)
        with self.db.transaction() as tx:
            right(tx, self.clock())

    def is_struck_off(self):
        """Held for dead by another, rightly or not."""
        Roll(self.db)._strike([self.random.choice((1, 2))], self.clock())
        self.clock.at += GRACE

    def restarts(self):
        recover(self.db, self.clock())


def test_on_every_way_by_which_a_line_can_leave_a_second_time_it_is_marked_before(db, script, clock):
    youths = [Youth(db, script, str(number)) for number in range(100, 100 + WALKS)]
    walk = Walk(db, clock, Random(11))
    for youth in youths:
        youth.turn(Said("/aide"))
        walk.goes()
    assert walk.unmarked == []
    assert sum(many > 1 for many in walk.shown.values()) > WALKS // 3, "that many came twice"
    with db.reading() as tx:
        lines = tx.exec(select(Line).where(Line.author == "guide")).all()
    assert any(not line.again for line in lines if line.state == "sent"), "not all are marked"


class Slow:
    """A channel that accepts at once, and answers only when it is let."""

    def __init__(self):
        self.accepted, self.answers = [], asyncio.Event()

    async def deliver(self, parcel):
        self.accepted.append(parcel.line_id)
        await self.answers.wait()
        return Delivered(str(len(self.accepted)))


async def test_a_clock_that_jumps_ahead_while_a_line_is_on_its_way_doubles_it_and_marks_it(db, youth, clock):
    youth.turn(Said("/aide"))
    outbox = Outbox(db, channel := Slow(), clock)
    outbox.awake.set()
    await outbox._round()
    clock.goes_on(hours=1)
    outbox.awake.set()
    await outbox._round()
    channel.answers.set()
    await outbox._rest()
    with db.reading() as tx:
        line = tx.exec(select(Line).where(Line.author == "guide")).one()
    assert channel.accepted == [line.id, line.id]
    assert (line.state, line.again, line.attempts) == ("sent", True, 2)
