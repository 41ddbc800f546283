"""A youth who moved away is another team's: the former one keeps what was said with it, and reads nothing since."""

from __future__ import annotations

from datetime import timedelta

import pytest

from backend.handover.models import Handover
from backend.models import Line
from backend.people.models import Youth as YouthRow
from tests.backend.console.conftest import handover_of
from tests.mediator import Mediator

SECRET = "je dors dans la gare depuis mardi"
ELSEWHERE = 1
"""Clermont."""


@pytest.fixture
def former(youth, db, script, clock) -> str:
    """What Nadia (Nevers) had ended, of a youth who has since called Clermont."""
    youth.starts()
    youth.taps("C'est parti")
    youth.taps("18 à 25 ans")
    youth.writes("Imphy")
    youth.writes("/humain")
    nadia = Mediator(db, script)
    (handover,) = nadia.sees()
    nadia.claims(handover)
    nadia.replies(handover, "Bonjour, je suis Nadia.")
    nadia.closes(handover)
    clock.goes_on(minutes=5)
    with db.transaction() as tx:
        row = tx.get_one(YouthRow, handover.youth_id)
        row.mission_locale_id = ELSEWHERE
        tx.add(row)
    youth.writes("/humain")
    youth.writes(SECRET)
    return f"/relais/{handover.id}"


def test_the_former_team_reads_what_was_said_with_it_and_no_more(nadia, browse, former, db):
    assert nadia.opens(former) == 200
    assert "Bonjour, je suis Nadia." in nadia.words
    assert SECRET not in nadia.words
    assert nadia.opens(f"{former}?avant=2147483647") == 200
    assert SECRET not in nadia.words
    assert nadia.opens(f"{former}/transcription") == 200
    assert SECRET not in nadia.words
    lucas = browse().enters_as("Lucas")
    lucas.opens(f"/relais/{handover_of(db)}")
    assert SECRET in lucas.words
    assert "Bonjour, je suis Nadia." in lucas.words


def test_a_file_sent_to_the_new_team_is_not_opened_by_the_former(nadia, former, youth, db, clock):
    with db.transaction() as tx:
        new = tx.get_one(Handover, handover_of(db))
        sent = Line(
            conversation_id=new.conversation_id,
            seq=500,
            author="youth",
            kind="photo",
            at=clock.at + timedelta(minutes=1),
            file={"id": "abc"},
        )
        tx.add(sent)
        tx.flush()
        line = sent.id
    nadia.opens(f"{former}/lignes/{line}/fichier")
    assert nadia.page.status_code == 404
    assert "Cette page n'existe pas" in nadia.words


def test_the_former_team_does_not_take_up_again_nor_show_itself(nadia, browse, former, youth, db, script):
    new = f"/relais/{handover_of(db)}"
    lucas = browse().enters_as("Lucas")
    nadia.opens(former)
    token = nadia.form("/deconnexion").fields["csrf"]
    assert nadia.posts(f"{former}/presence", {"csrf": token, "fait": "lit"}) == 204
    lucas.opens(new)
    assert "Nadia lit" not in lucas.words
    lucas.sends(f"{new}/prendre")
    lucas.opens(new)
    lucas.sends(f"{new}/terminer", outcome="answered")
    nadia.opens(former)
    assert "Reprendre la conversation" not in nadia.words
    assert nadia.posts(f"{former}/rouvrir", {"csrf": token, "nonce": "n", "epoch": "9"}) == 409


def test_a_team_that_the_youth_never_left_reads_on(nadia, former, youth, db):
    with db.transaction() as tx:
        new = tx.get_one(Handover, handover_of(db))
        row = tx.get_one(YouthRow, new.youth_id)
        new.mission_locale_id = row.mission_locale_id = tx.get_one(Handover, new.id - 1).mission_locale_id
        tx.add_all([new, row])
    nadia.opens(former)
    assert SECRET in nadia.words
