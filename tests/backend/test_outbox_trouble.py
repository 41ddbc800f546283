"""What has left while the database could not write it down is settled afterwards, and does not leave twice."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import DBAPIError
from sqlmodel import select

from backend.channel import Delivered
from backend.leases import LEASE, lease
from backend.models import Line
from backend.outbox import Outbox
from flows.events import Said
from tests.bot.ailing import read_only


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
