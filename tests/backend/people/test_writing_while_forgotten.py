"""A minor who writes in the very instant in which all of theirs is being forgotten is answered first."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from functools import partial

import pytest
from sqlalchemy import update
from sqlmodel import func, select

from backend.forgetting import forget_old
from backend.leases import lease
from backend.models import Conversation, Line
from backend.scene import Arrival
from backend.settling import settle
from backend.turns import take_turn
from flows.events import Said

pytestmark = pytest.mark.parametrize("url", ["postgresql"], indirect=True)


def writes_meanwhile(youth, forgetting):
    """Their turn is under way, and not committed yet, when `forgetting` begins."""
    with ThreadPoolExecutor(1) as beside:
        with youth.db.transaction() as tx:
            take_turn(tx, youth.script, Arrival("one", "telegram", youth.address, Said("/aide")))
            tx.flush()
            wait([forgotten := beside.submit(forgetting)], timeout=0.5)
        forgotten.result()


def conversations(db):
    with db.reading() as tx:
        return tx.exec(select(func.count()).select_from(Conversation)).one()


@pytest.fixture
def minor(youth):
    youth.starts()
    youth.taps("C'est parti")
    youth.turn(youth.button("Moins de 16 ans"))
    return youth


def test_who_writes_as_the_last_reply_is_settled_is_answered_and_forgotten_then(minor, db, clock):
    (last,) = lease(db, clock(), 10)
    writes_meanwhile(minor, partial(settle, db, last, "sent", outside_id="7"))
    assert "/vieprivee" in minor.hears()[0]
    assert conversations(db) == 0


def test_who_writes_as_the_clock_forgets_is_answered_and_forgotten_then(minor, db, clock):
    with db.transaction() as tx:
        tx.execute(update(Line).values(due=None))
    writes_meanwhile(minor, partial(forget_old, db, clock()))
    assert minor.hears() != [] and conversations(db) == 0
