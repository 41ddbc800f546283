"""On the way of every turn, where a batch of updates is asked and written together, words are sealed too."""

from __future__ import annotations

import pytest
from sqlmodel import select

from backend.leases import lease
from backend.models import Conversation
from bot.ingest import handle
from tests.backend.people.whole_life import stolen
from tests.bot.posted import heard, said, tapped, updates

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
