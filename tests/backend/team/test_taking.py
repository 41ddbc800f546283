"""«Prendre» in a notice: claims as the page does, within what they may see."""

from __future__ import annotations

import pytest
from sqlmodel import select

from backend.handover.models import Handover
from backend.models import Conversation
from backend.people.models import Membership, Person
from backend.places.models import MissionLocale
from flows.events import Chose


@pytest.fixture
def url(sqlite_url: str) -> str:
    """One engine is enough: `tests/bot/test_team.py` links and takes on both."""
    return sqlite_url


@pytest.fixture
def handover(called, nadia, theo):
    nadia.links()
    theo.links()
    return called()


def floor(db, handover):
    with db.reading() as tx:
        row = tx.get_one(Conversation, handover.conversation_id)
        return tx.get_one(Handover, handover.id).mediator_id, row.owner


def test_a_tap_takes_the_floor_and_the_youth_reads_who_answers(db, handover, nadia, youth):
    assert nadia.taps(f"equipe:take:{handover.id}") == "C'est à vous."
    assert floor(db, handover) == (nadia.person.id, "mediator")
    assert any("Nadia prend la suite" in text for text in youth.hears())


def test_a_colleague_who_was_faster_is_named(db, handover, nadia, theo):
    theo.taps(f"equipe:take:{handover.id}")
    assert nadia.taps(f"equipe:take:{handover.id}") == "Théo Marchand s'en occupe déjà."
    assert floor(db, handover)[0] == theo.person.id


def test_the_same_tap_twice_is_one(db, handover, nadia):
    assert nadia.taps(f"equipe:take:{handover.id}", "same") == "C'est à vous."
    assert nadia.taps(f"equipe:take:{handover.id}", "same") == ""
    assert nadia.taps(f"equipe:take:{handover.id}") == "C'est à vous."


def test_another_team_cannot_take_it(db, handover, nadia):
    with db.transaction() as tx:
        other = tx.exec(select(MissionLocale.id).where(MissionLocale.slug.startswith("clermont"))).one()
        tx.get_one(Handover, handover.id).mission_locale_id = other
    assert "une autre équipe" in nadia.taps(f"equipe:take:{handover.id}")
    assert floor(db, handover) == (None, "waiting")


def test_someone_who_is_no_mediator_any_more_cannot_take_it(db, handover, nadia):
    with db.transaction() as tx:
        tx.delete(tx.exec(select(Membership).where(Membership.person_id == nadia.person.id)).one())
    assert "une autre équipe" in nadia.taps(f"equipe:take:{handover.id}")


def test_a_closed_account_cannot_take_it(db, handover, nadia):
    with db.transaction() as tx:
        tx.exec(select(Person).where(Person.name == "Nadia Belkacem")).one().active = False
    nadia.taps(f"equipe:take:{handover.id}")
    assert floor(db, handover) == (None, "waiting")


def test_nothing_can_be_taken_after_a_stop(db, handover, nadia, youth):
    youth.writes("/stop")
    assert nadia.taps(f"equipe:take:{handover.id}") == "Ce n'est plus à prendre."
    assert floor(db, handover)[0] is None


@pytest.mark.parametrize(
    "data",
    [
        "equipe:take:",
        "equipe:take:0",
        "equipe:take:-1",
        "equipe:take:999999999",
        "equipe:take:99999999999999999999",
        "equipe:take:\N{SUPERSCRIPT TWO}",
        "equipe:take:1; DROP TABLE handover",
        "equipe::",
        "orientation:needs:+emploi",
        "::",
    ],
)
def test_a_forged_tap_changes_nothing(db, handover, nadia, data):
    assert nadia.taps(data)
    assert floor(db, handover) == (None, "waiting")


def test_a_youth_who_forges_the_tap_takes_nothing(db, handover, youth):
    youth.does(Chose("equipe", "take", str(handover.id)))
    assert floor(db, handover) == (None, "waiting")
