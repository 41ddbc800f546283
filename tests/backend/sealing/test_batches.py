"""On the way of every turn, where a batch of updates is asked and written together, words are sealed too."""

from __future__ import annotations

import pytest
from sqlmodel import select

from backend.db import connect
from backend.leases import lease
from backend.models import Conversation
from backend.sealing.converting import rotate
from backend.sealing.ring import KeyUnknown, Ring
from backend.troubles import trouble
from bot.ingest import handle
from tests.backend.people.whole_life import stolen
from tests.bot.posted import aside, heard, said, tapped, updates
from tests.conftest import SEALED_WITH

SECRET = "xyzzy-mon-secret"


@pytest.mark.parametrize("ring", [True], indirect=True)
def test_a_batch_of_several_chats_is_sealed_and_what_leaves_is_not(db, script):
    handle(db, script, 99, updates(*(said(n, "/start", n) for n in (1, 2, 3))))
    taps = (tapped(10 + n, "orientation:hello:go", n) for n in (1, 2, 3))
    handle(db, script, 99, updates(*taps, said(20, f"{SECRET} un", 1), said(21, f"{SECRET} deux", 2)))
    assert SECRET not in stolen(db) and "orientation:bracket" not in stolen(db)
    assert heard(db, 1)[-1] == f"{SECRET} un" and heard(db, 2)[-1] == f"{SECRET} deux"
    first = [parcel for parcel in lease(db, script.now(), 100) if parcel.address == "1"]
    assert first[0].text.startswith("Salut") and first[0].buttons[0][0]["data"].startswith("orientation:")
    with db.reading() as tx:
        assert all(stories[0]["name"] == "orientation" for stories in tx.exec(select(Conversation.stories)))


@pytest.mark.parametrize("ring", [True], indirect=True)
def test_what_this_process_has_no_key_for_waits_and_nobody_is_sent_what_is_sealed(url, db, script, ring):
    """Another process was started with a new key first, and has sealed all with it."""
    handle(db, script, 99, updates(said(1, "/start", 1)))
    newer = Ring(["a newer key that only another process has", SEALED_WITH], seals=True)
    other = connect(url, newer)
    assert rotate(other, newer, lambda _table, _rows: None).total() > 0
    for work in (
        lambda: lease(db, script.now(), 9),
        lambda: handle(db, script, 99, updates(said(2, "/rdv", 1))),
    ):
        with pytest.raises(KeyUnknown) as caught:
            work()
        assert trouble(caught.value) == "locked"
    assert aside(db) == {} and heard(other, 1) == ["/start"]
    assert lease(other, script.now(), 9)[0].text.startswith("Salut"), "whoever has the key goes on"
    other.close()
