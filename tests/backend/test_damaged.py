"""One sealed value is damaged, by a disk or a careless hand: its line falls, and everybody else is answered."""

from __future__ import annotations

import logging

import pytest
from sqlalchemy import text
from sqlmodel import select

from backend.channel import Delivered
from backend.damaged import DAMAGED
from backend.db import connect
from backend.leases import lease
from backend.models import Line
from backend.outbox import Outbox
from backend.sealing.ring import KeyUnknown, Ring
from flows.events import Said
from tests.youth import Youth

pytestmark = pytest.mark.parametrize("ring", [True], indirect=True)


class Told:
    """A channel that remembers to whom something was said."""

    def __init__(self):
        self.whom = []

    async def deliver(self, parcel):
        self.whom.append(parcel.address)
        return Delivered(f"{len(self.whom)}")


@pytest.fixture
def two(db, script):
    """Two who wait for the answer to their hello."""
    for address in ("1", "2"):
        Youth(db, script, address).turn(Said("/start"))


def damage(db, address):
    with db.transaction() as tx:
        tx.execute(
            text(
                "UPDATE line SET text = substr(text, 1, length(text) - 4) || 'AAAA' WHERE due IS NOT NULL AND"
                " conversation_id = (SELECT id FROM conversation WHERE address = :address)"
            ),
            {"address": address},
        )


async def test_its_line_falls_and_the_others_are_answered(db, clock, two, caplog):
    damage(db, "1")
    channel = Told()
    with caplog.at_level(logging.ERROR):
        while await Outbox(db, channel, clock).deliver_due():
            pass
    assert set(channel.whom) == {"2"}
    assert "damaged since it was sealed: it is not sent" in caplog.text
    with db.reading() as tx:
        fates = tx.exec(select(Line.state, Line.reason).where(Line.author == "guide")).all()
    assert ("failed", DAMAGED) in fates and ("sent", None) in fates


def test_what_only_lacks_its_key_waits_for_it(db, url, clock, two):
    other = connect(url, Ring(["another key of the tests, long enough"], seals=True))
    try:
        with pytest.raises(KeyUnknown):
            lease(other, clock(), 10)
    finally:
        other.close()
    with db.reading() as tx:
        assert set(tx.exec(select(Line.state).where(Line.author == "guide")).all()) == {"queued"}
