"""A notice as a letter, against a real mail server: when, which team, a link, and nothing of the youth."""

from __future__ import annotations

import pytest
from sqlmodel import select

from backend.handover import acts
from backend.mail.models import Mail
from backend.mail.sending import deliver_due
from tests.backend.mail.conftest import box, office
from tests.backend.team.colleague import all_told
from tests.youth import plain_spaces, reaches_proposals

__all__ = ["box", "office"]
KINDS = (
    *("opened", "urgent", "handed_on", "taken_over", "resumed"),
    *("promise_near", "promise_missed", "nobody_on_duty"),
)


@pytest.fixture
def url(sqlite_url: str) -> str:
    """One engine is enough: the mail room is tried on both."""
    return sqlite_url


@pytest.fixture
def writes(crier):
    crier.mail = True
    return crier


def words(letter) -> str:
    return plain_spaces(f"{letter.message['Subject']}\n{letter.message.get_body(('plain',)).get_content()}")


async def test_every_kind_of_notice_leaves_as_a_letter_that_names_nobody(
    writes, called, tells, youth, box, office, db, script
):
    reaches_proposals(youth)
    handover = called()
    for kind in KINDS:
        tells(handover, kind, urgent=kind == "urgent")
    await all_told(writes)
    await deliver_due(db, office, script.now)
    said = [words(letter) for letter in box.letters]
    assert len(said) == 6 * 2 + 2, "Nadia and Théo of six kinds, Hélène of what goes past the team"
    assert all(f"https://passerelle.exemple.fr/relais/{handover.id}" in one for one in said)
    assert all("Mission locale Nevers Sud Nivernais" in one for one in said)
    assert any(one.startswith("Urgent : quelqu'un a besoin d'une personne maintenant") for one in said)
    assert not [one for one in said for word in ("Lou", "Imphy", "Travail", "emploi") if word in one]
    assert not any("BEGIN:VCALENDAR" in letter.message.as_string() for letter in box.letters)


async def test_a_letter_about_what_a_colleague_took_meanwhile_does_not_leave(
    writes, called, tells, box, office, db, script, nadia
):
    handover = called()
    tells(handover)
    await all_told(writes)
    with db.transaction() as tx:
        acts.claim(tx, script, nadia.person, handover.id, "c1")
    await deliver_due(db, office, script.now)
    assert box.letters == []
    with db.reading() as tx:
        assert {m.state for m in tx.exec(select(Mail))} == {"stale"}
