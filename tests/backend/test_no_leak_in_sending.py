"""Whoever sends, and whatever fails then: no word of a young person reaches a log."""

from __future__ import annotations

import asyncio
import gc
import logging

import pytest
from sqlmodel import select

from backend.outbox import Outbox
from backend.people.erasure import erase
from backend.people.models import Person, Youth
from backend.team.models import StaffChat
from backend.team.sending import Crier
from bot.ingest import handle
from tests.backend.test_no_leak import MARK, Broken, breaks, update


class Nowhere:
    """A channel whose every failure repeats the words it was given."""

    async def deliver(self, parcel):
        raise Broken(f"{parcel.text} {MARK}")

    async def open_file(self, file_id):
        raise Broken(MARK)


@pytest.fixture
def waiting(db, script):
    """Somebody called a human: a line is due to them, and a notice to one of the staff."""
    with db.transaction() as tx:
        for person in tx.exec(select(Person)):
            tx.add(StaffChat(person_id=person.id, channel="telegram", address=f"99{person.id}"))
    handle(db, script, 1, [update(1), update(2, "/humain")])


async def test_a_channel_that_fails_is_told_by_the_name_of_its_failure(
    waiting, db, script, clock, caplog, capfd
):
    caplog.set_level(logging.DEBUG)
    outbox, crier = Outbox(db, Nowhere(), clock), Crier(db, Nowhere(), script)
    assert await outbox.deliver_due() and await crier.tell_due()
    with db.transaction() as tx:
        erase(tx, tx.exec(select(Youth.id)).one())
    assert MARK not in caplog.text + "".join(capfd.readouterr())
    assert "Broken" in caplog.text


async def test_senders_that_fail_themselves_say_no_word_either(
    waiting, db, script, clock, caplog, capfd, monkeypatch
):
    caplog.set_level(logging.DEBUG)
    outbox, crier = Outbox(db, Nowhere(), clock), Crier(db, Nowhere(), script)
    await outbox._round()
    await asyncio.wait(outbox.under_way)
    for where in ("backend.team.sending.lease", "backend.settling.settle_all"):
        monkeypatch.setattr(where, breaks)
    await outbox.stop()
    telling = asyncio.create_task(crier.run())
    while "notices" not in caplog.text:
        await asyncio.sleep(0)
    await crier.stop()
    await telling
    gc.collect()
    assert MARK not in caplog.text + "".join(capfd.readouterr())
    assert "outbox: Broken" in caplog.messages
