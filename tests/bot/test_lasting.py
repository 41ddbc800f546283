"""What must go on goes on: a failure where nobody looks is no end."""

from __future__ import annotations

import asyncio
import sqlite3

import pytest
from sqlalchemy.exc import OperationalError

from backend import outbox as sending
from backend.channel import Delivered
from backend.outbox import Outbox
from bot import lasting as beside
from bot.lasting import lasting
from flows.events import Said
from tests.youth import Youth

MARK = "words of somebody"


class Phones:
    """Whatever is said arrives."""

    def __init__(self):
        self.heard = asyncio.Event()

    async def deliver(self, _):
        self.heard.set()
        return Delivered("1")


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
async def test_a_database_that_is_busy_as_the_sender_begins_does_not_keep_it_from_sending(
    db, script, clock, monkeypatch, caplog
):
    """An import in another process, just then."""
    monkeypatch.setattr(beside, "PAUSE", 0.01)
    monkeypatch.setattr(sending, "recover", once_busy(sending.recover))
    Youth(db, script, "42").turn(Said("bonjour"))
    phones = Phones()
    outbox = Outbox(db, phones, clock)
    work = asyncio.create_task(lasting(outbox.run))
    async with asyncio.timeout(10):
        await phones.heard.wait()
    await outbox.stop()
    await work
    assert caplog.messages == ["Outbox.run begins again: OperationalError"]


def once_busy(work):
    busy = [OperationalError(MARK, {}, sqlite3.OperationalError("database is locked"))]

    def tried(*args):
        if busy:
            raise busy.pop()
        work(*args)

    return tried
