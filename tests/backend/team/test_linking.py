"""A médiateur's own Telegram: linked once, and never mixed up with a youth's conversation."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func
from sqlmodel import select

from backend.models import Conversation, Line
from backend.people.models import Person
from backend.people.sign_ins import digest
from backend.team.linking import VALID, chat_of
from backend.team.models import StaffChat, StaffLink
from flows.events import Chose


@pytest.fixture
def url(sqlite_url: str) -> str:
    """One engine is enough: `tests/bot/test_team.py` links and takes on both."""
    return sqlite_url


def count(db, table) -> int:
    with db.reading() as tx:
        return tx.exec(select(func.count()).select_from(table)).one()


def chat(db, colleague) -> StaffChat | None:
    with db.reading() as tx:
        return chat_of(tx, colleague.person.id)


def test_a_link_is_kept_as_its_hash_only(db, nadia):
    payload = nadia.makes_link()
    with db.reading() as tx:
        (kept,) = tx.exec(select(StaffLink))
    assert kept.token_hash == digest(payload)
    assert len(f"/start {payload}") <= 64 + len("/start "), "Telegram takes 64 characters after start="


def test_a_linked_chat_is_no_conversation(db, nadia):
    assert "C'est relié, Nadia." in nadia.links()
    assert chat(db, nadia).address == "9001"
    for words in ("bonjour", "/start", "/humain", "je veux mourir", "/supprimer", "\U0001f4a3" * 4096):
        assert "personne ne lit" in nadia.says(words)
    assert count(db, Conversation) == count(db, Line) == 0


def test_a_link_works_once_and_for_half_an_hour(db, nadia, theo, clock):
    payload = nadia.makes_link()
    nadia.links(payload)
    assert "ne sert plus" in theo.links(payload)
    assert "C'est relié" in nadia.links(payload), "opened again in the same chat, it is no mistake"
    late = theo.makes_link()
    clock.goes_on(seconds=VALID.total_seconds())
    assert "ne sert plus" in theo.links(late)
    assert chat(db, theo) is None


def test_a_new_link_makes_the_former_worthless(nadia):
    former = nadia.makes_link()
    nadia.makes_link()
    assert "ne sert plus" in nadia.links(former)


def test_the_chat_of_a_youth_is_not_linked_and_the_link_stays_good(db, nadia, youth):
    youth.starts()
    payload = nadia.makes_link()
    nadia.address = youth.address
    assert "parle déjà à Passerelle comme un jeune" in nadia.links(payload)
    assert chat(db, nadia) is None
    youth.writes("/supprimer")
    assert "C'est relié" in nadia.links(payload)


def test_a_new_telephone_takes_the_place_of_the_former(db, nadia):
    nadia.links()
    nadia.address = "9500"
    nadia.links()
    assert chat(db, nadia).address == "9500"
    assert count(db, StaffChat) == 1


def test_a_shared_telephone_tells_one_person_and_says_whom(db, nadia, theo):
    nadia.links()
    theo.address = nadia.address
    assert "Il prévient maintenant Théo" in theo.links()
    assert chat(db, nadia) is None


def test_a_button_unlinks_and_the_chat_may_be_a_youth_s_again(db, nadia):
    nadia.links()
    answer = nadia.does(Chose("equipe", "unlink", "yes"))
    assert "délié" in answer.text
    assert chat(db, nadia) is None
    nadia.says("/start")
    assert count(db, Conversation) == 1


def test_someone_who_blocks_the_bot_is_marked_until_they_come_back(db, nadia):
    nadia.links()
    nadia.blocks()
    assert chat(db, nadia).blocked
    nadia.blocks(blocked=False)
    assert not chat(db, nadia).blocked


@pytest.mark.parametrize(
    "words",
    [
        "/start equipe-",
        "/start equipe-" + "x" * 80,
        "/start equipe-" + "x" * 5000,
        "/start equipe-é\U0001f4a3",
        "/start equipe-a b",
        "equipe-abcdef",
    ],
)
def test_a_forged_link_opens_nothing(db, nadia, words):
    nadia.says(words)
    assert count(db, StaffChat) == 0


def test_someone_who_left_cannot_link(db, nadia):
    payload = nadia.makes_link()
    with db.transaction() as tx:
        tx.get_one(Person, nadia.person.id).active = False
    assert "ne sert plus" in nadia.links(payload)


def test_a_former_link_is_swept_when_the_next_is_made(db, nadia, theo, clock):
    theo.makes_link()
    clock.goes_on(seconds=(VALID + timedelta(seconds=1)).total_seconds())
    nadia.makes_link()
    assert count(db, StaffLink) == 1
