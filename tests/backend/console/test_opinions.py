"""Faces on the board: counted without names or words, small numbers hidden, those of others never seen."""

from __future__ import annotations

from sqlmodel import select

from backend.handover.models import Handover, Rating
from backend.insight.rules import FEWEST
from backend.people.queries import home_team
from tests.lived import lived


def test_faces_are_counted_small_numbers_hidden_and_words_nowhere(browse, db, clock):
    with db.reading() as tx:
        home = home_team(tx, "nevers-sud-nivernais")
    for n in range(FEWEST + 1):
        lived(db, home, opened=clock(), minutes=n + 1, kept=True)
    with db.transaction() as tx:
        ids = list(tx.exec(select(Handover.id)))
        for n, id_ in enumerate(ids):
            tx.add(Rating(handover_id=id_, face="good" if n < FEWEST else "bad", word="xyzzy", at=clock()))
    nadia, marc = browse().enters_as("Nadia"), browse().enters_as("Marc")
    nadia.opens("/tableau")
    part = nadia.words.partition('id="faces"')[2]
    assert f"<dd>{FEWEST}</dd>" in part and part.count(f"moins de {FEWEST}") == 2
    assert "xyzzy" not in nadia.words
    marc.opens("/tableau")
    assert 'id="faces"' not in marc.words
