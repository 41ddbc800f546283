"""kill -9 in the middle of a burst: everything arrived is handled once, everything said arrives."""

from __future__ import annotations

from collections import Counter
from functools import partial
from itertools import cycle

import httpx
import pytest
from sqlmodel import col, update

from backend.db import now
from backend.models import Line
from tests.ledger import Ledger
from tests.phone import DeskPhone
from tests.running import Product, desk_apart, running

BURST = 50
MOMENTS = (0, 1, 9, 20, 33)
"""Kill once so many replies of the burst have been shown."""
PHONES = 3


@pytest.fixture
def telegram(tmp_path):
    """The desk in a process of its own: it goes on while the product dies."""
    with desk_apart(tmp_path) as apart, httpx.Client(base_url=apart.base) as client:
        apart.client = client
        yield apart


@pytest.fixture
def ledger(url):
    with Ledger(url) as opened:
        yield opened


def test_a_burst_survives_kills_at_any_moment(telegram, ledger, url, tmp_path):
    phones = [DeskPhone(telegram.client, f"Lou {n}") for n in range(PHONES)]
    with running(Product(tmp_path, url, telegram)) as product:
        for kill, moment in enumerate(MOMENTS):
            before = shown(phones)
            asks_for_help(phones, kill)
            phones[0].waits_for(partial(answered, phones, before + moment))
            product.kill()
            leases_end(ledger)
            product.start()
            ledger.rests(phones[0])
        assert product.complaints == []
    for phone in phones:
        handled_once_and_answered(phone, ledger)


def asks_for_help(phones, kill):
    """Fifty messages, dealt to the phones in turn. Each gets one answer of its own."""
    for number, phone in zip(range(BURST), cycle(phones)):
        phone.bursts(f"/aide {kill}.{number}")


def shown(phones):
    """How many answers the phones show."""
    return sum(len(phone.texts()) for phone in phones)


def answered(phones, many):
    return shown(phones) >= many


def leases_end(ledger):
    """On PostgreSQL, where senders may be many, a dead one's line waits a minute: it passes here."""
    if ledger.db.is_sqlite:
        return
    with ledger.db.transaction() as tx:
        sending = update(Line).where(col(Line.state) == "sending", col(Line.due).is_not(None))
        tx.execute(sending.values(due=now()))


def handled_once_and_answered(phone, ledger):
    heard, said = ledger.lines(phone, "youth"), ledger.lines(phone, "guide")
    assert [line.text for line in heard] == phone.written
    assert Counter(line.state for line in said) == {"sent": len(phone.written)}
    arrived = [bubble["id"] for bubble in phone.bubbles() if bubble["author"] == "bot"]
    settled = [int(line.outside_id) for line in said]
    assert settled == sorted(settled), "the answers came in another order"
    twice = len(set(arrived) - set(settled))
    assert set(settled) <= set(arrived)
    print(f"{phone.id}: {len(arrived)} answers shown, {twice} of them twice")
    assert twice <= sum(line.again for line in said), "a line came twice and is not marked"
    assert sum(line.again for line in said) <= len(MOMENTS), "more than one line a kill"
