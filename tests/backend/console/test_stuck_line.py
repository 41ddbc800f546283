"""A line over which Telegram failed for an hour: the thread and the state page say so, in words."""

from __future__ import annotations

import pytest
from sqlmodel import col, update

from backend.models import Line
from backend.stuck import STUCK
from tests.youth import books

WORDS = "Telegram a échoué sur ce message pendant une heure"


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_a_line_that_stepped_aside_is_told_in_its_thread_and_to_the_manager(browse, youth, db):
    books(youth)
    youth.writes("/humain")
    with db.transaction() as tx:
        mine = update(Line).where(col(Line.author) == "guide")
        tx.execute(mine.values(state="failed", reason=STUCK))
    nadia, helene = browse().enters_as("Nadia"), browse().enters_as("Hélène")
    nadia.opens("/relais/1")
    helene.opens("/etat")
    assert f"non remis, {WORDS}" in nadia.words
    assert WORDS in helene.words
