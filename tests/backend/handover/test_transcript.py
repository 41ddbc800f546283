"""Keeping what was said with a human: a text file for the youth, made when it is sent; never a private note in it."""

from __future__ import annotations

import pytest
from sqlalchemy import update
from sqlmodel import col, select

from backend.handover.keepsake import transcript_of
from backend.handover.models import Handover
from backend.handover.speaking import add_note
from backend.models import Conversation, Line
from flows.events import Chose
from tests.mediator import Mediator
from tests.youth import Youth

BOM = b"\xef\xbb\xbf"
SECRET = "à ne jamais lui dire"


@pytest.fixture
def url(sqlite_url):
    """A text file hangs on no engine."""
    return sqlite_url


@pytest.fixture
def nadia(db, script):
    return Mediator(db, script)


@pytest.fixture
def handover(youth, nadia, db, clock) -> Handover:
    """A talk with a human, from the call to the end, with a note of the team beside it."""
    youth.starts()
    youth.taps("C'est parti")
    youth.taps("18 à 25 ans")
    youth.writes("Imphy")
    clock.goes_on(minutes=1)
    youth.writes("/humain")
    called = nadia.sees()[0]
    clock.goes_on(minutes=1)
    youth.sends("photo")
    youth.writes("j'ai reçu une lettre de l'école\nje comprends rien")
    nadia.claims(called)
    with db.transaction() as tx:
        add_note(tx, nadia.person, called.id, SECRET)
    nadia.replies(called, "Salut Lou, je t'explique ça.")
    youth.hears()
    clock.goes_on(minutes=1)
    nadia.closes(called)
    youth.hears()
    return called


def kept(youth) -> bytes:
    """The file that came last."""
    return next(p.file for p in reversed(youth.screen) if p.kind == "file")


def words(youth) -> str:
    return kept(youth).decode("utf-8-sig").replace("\u202f", " ").replace("’", "'")


def test_the_talk_is_kept_as_a_text_that_old_phones_can_read(youth, handover):
    heard = youth.taps("Garder notre échange")
    assert heard[0].startswith("Voici votre échange")
    assert [p.file_name for p in youth.screen if p.kind == "file"] == ["echange.txt"]
    assert kept(youth).startswith(BOM) and b"\r\n" in kept(youth)
    said = words(youth)
    assert said.startswith("Ton échange sur Passerelle\r\n")
    assert "— lundi 23 novembre 2026 —" in said
    assert "Toi, 9 h 02\r\nj'ai reçu une lettre de l'école\r\nje comprends rien" in said
    assert "Nadia, 9 h 02\r\nSalut Lou, je t'explique ça." in said
    assert "[photo]" in said


def test_it_begins_with_the_words_that_called_and_holds_nothing_from_before(youth, handover):
    youth.taps("Garder notre échange")
    assert "/humain" in words(youth) and "Imphy" not in words(youth)


def test_no_private_note_is_in_it(youth, handover):
    youth.taps("Garder notre échange")
    assert SECRET not in words(youth)


def test_what_never_arrived_is_not_in_it(youth, handover, db):
    with db.transaction() as tx:
        tx.execute(update(Line).where(col(Line.author) == "mediator").values(state="failed"))
    youth.taps("Garder notre échange")
    assert "je t'explique" not in words(youth)


def test_the_file_is_made_when_it_is_sent_and_not_kept(youth, handover, db):
    youth.taps("Garder notre échange")
    with db.reading() as tx:
        file = tx.exec(select(Line.file).where(Line.kind == "file")).one()
    assert file == {"transcript": handover.id}


def test_the_rights_page_gives_the_last_talk_and_says_so_if_there_is_none(youth, handover, db, script):
    youth.writes("/mesdonnees")
    youth.taps("Garder notre échange")
    assert "je t'explique" in words(youth)
    sam = Youth(db, script, "77", name="Sam")
    sam.writes("/vieprivee")
    assert sam.taps("Garder notre échange")[0] == "Je ne trouve pas d'échange avec une personne ici."


def test_it_works_while_a_human_has_the_floor_and_after_stop(youth, handover, nadia):
    button = youth.button("Garder notre échange")
    youth.writes("/humain")
    nadia.claims(nadia.sees()[0])
    youth.hears()
    assert youth.does(button)[0].startswith("Voici votre échange")
    youth.writes("/stop")
    assert youth.does(button)[0].startswith("Voici votre échange")


def test_nobody_gets_the_talk_of_somebody_else(youth, handover, db, script):
    sam = Youth(db, script, "77", name="Sam")
    sam.starts()
    for choice in (f"take-{handover.id}", "take-99999999999", "take--1", "take-²", "take-x", "take-"):
        heard = sam.does(Chose("transcript", "keep", choice))
        assert not [p for p in sam.screen if p.kind == "file"], choice
        assert heard[0] == "Je ne trouve pas d'échange avec une personne ici."
    with db.reading() as tx:
        other = tx.exec(select(Conversation.id).where(Conversation.address == "77")).one()
        assert transcript_of(tx, handover.id, other) is None
        assert transcript_of(tx, 999, other) is None


def test_what_is_asked_for_and_erased_before_it_leaves_is_gone(youth, handover, db):
    youth.turn(youth.button("Garder notre échange"))
    with db.transaction() as tx:
        tx.delete(tx.get_one(Handover, handover.id))
    youth.hears()
    assert not [p for p in youth.screen if p.kind == "file"]


def test_it_speaks_the_language_of_the_youth(youth, handover):
    youth.writes("/langue")
    youth.taps("English")
    youth.writes("/vieprivee")
    youth.taps("Keep our chat")
    assert words(youth).startswith("Your chat on Passerelle") and "You, " in words(youth)
