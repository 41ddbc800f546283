"""What has left while the database could not write it down is settled afterwards, and does not leave twice."""

from __future__ import annotations

import pytest
from sqlalchemy import update
from sqlalchemy.exc import DBAPIError
from sqlmodel import select

from backend.channel import Blocked, Delivered
from backend.leases import LEASE, UNMADE, lease
from backend.models import Conversation, Line
from backend.outbox import Outbox
from flows.events import Said
from tests.bot.ailing import read_only
from tests.youth import Youth


class Counting:
    """A channel that delivers, and remembers what."""

    def __init__(self):
        self.delivered = []

    async def deliver(self, parcel):
        self.delivered.append(parcel.line_id)
        return Delivered(str(parcel.line_id))


async def test_what_left_into_a_database_that_may_not_be_written_to_leaves_once(db, youth, clock):
    youth.turn(Said("/aide"))
    outbox = Outbox(db, channel := Counting(), clock)
    [parcel] = lease(db, clock(), 10)
    await outbox._send(parcel)
    with read_only(db), pytest.raises(DBAPIError):
        await outbox._exchange(0)
    clock.goes_on(seconds=2 * LEASE.total_seconds())
    assert await outbox._exchange(8) == []
    with db.reading() as tx:
        line = tx.exec(select(Line).where(Line.author == "guide")).one()
    assert (line.state, line.outside_id, channel.delivered) == ("sent", str(line.id), [line.id])


@pytest.mark.parametrize("broken", [{"about": {"nothing": "known"}}, {"file": {"calendar": 1}}])
async def test_a_line_that_cannot_be_made_keeps_nobody_waiting(db, youth, script, clock, broken, monkeypatch):
    """Not even its own chat: it fails, and what is behind it is said."""
    monkeypatch.setattr("backend.leases.calendar_of", breaks)
    sam = Youth(db, script, "43", name="Sam")
    youth.turn(Said("/aide"))
    with db.transaction() as tx:
        tx.execute(update(Line).where(Line.author == "guide").values(**broken))
    youth.turn(Said("/aide"))
    sam.turn(Said("/aide"))
    assert await Outbox(db, channel := Counting(), clock).deliver_due() == 2
    with db.reading() as tx:
        first, *others = tx.exec(select(Line).where(Line.author == "guide").order_by(Line.id))
    assert (first.state, first.reason, [line.state for line in others]) == ("failed", UNMADE, ["sent"] * 2)
    assert sorted(channel.delivered) == [line.id for line in others]


def breaks(*_):
    raise ValueError("words of somebody")


class Blocking:
    """A channel that says who is blocked, after something else has happened."""

    def __init__(self, meanwhile):
        self.meanwhile = meanwhile

    async def deliver(self, _):
        self.meanwhile()
        raise Blocked


@pytest.mark.parametrize(("writes", "blocked"), [(True, False), (False, True)])
async def test_who_writes_while_a_refusal_is_on_its_way_has_not_blocked_us(db, youth, clock, writes, blocked):
    youth.turn(Said("/aide"))

    def meanwhile():
        clock.goes_on(seconds=1)
        if writes:
            youth.turn(Said("/aide"))

    await Outbox(db, Blocking(meanwhile), clock).deliver_due()
    with db.reading() as tx:
        assert tx.exec(select(Conversation.blocked)).one() is blocked
        assert (
            tx.exec(select(Line.state).where(Line.author == "guide").order_by(Line.id)).first() == "blocked"
        )
