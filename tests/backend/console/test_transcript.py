"""The transcript for the staff: a page to print and a text, each opening written down; never a private note."""

from __future__ import annotations

import pytest
from sqlalchemy import update
from sqlmodel import col, select

from backend.audit.models import Audit
from backend.models import Line
from tests.backend.console.conftest import handover_of
from tests.mediator import Mediator
from tests.youth import plain_spaces

HOSTILE = "<script>alert(1)</script> & \u202e “ok”"


@pytest.fixture
def thread(youth, db, script) -> str:
    """Someone of Imphy was helped; one reply never arrived; a note stands beside it."""
    youth.starts()
    youth.taps("C'est parti")
    youth.taps("18 à 25 ans")
    youth.writes("Imphy")
    youth.writes("/humain")
    youth.writes(HOSTILE)
    nadia = Mediator(db, script)
    handover = nadia.sees()[0]
    nadia.claims(handover)
    nadia.replies(handover, "Bonjour, je regarde.")
    nadia.replies(handover, "Ceci n'arrive pas.")
    youth.hears()
    with db.transaction() as tx:
        tx.execute(update(Line).where(col(Line.text).startswith("Ceci")).values(state="failed"))
    nadia.closes(handover)
    youth.hears()
    return f"/relais/{handover_of(db)}"


def openings(db) -> list[tuple[str, str, int]]:
    with db.reading() as tx:
        return [
            (a.action, a.kind, a.subject) for a in tx.exec(select(Audit).where(Audit.action == "transcript"))
        ]


def test_the_page_shows_all_that_was_said_and_what_never_arrived_as_such(nadia, thread):
    assert nadia.opens(f"{thread}/transcription") == 200
    for words in ("Lou", "Imphy", "Bonjour, je regarde.", "non remis : échec", "A eu sa réponse", "Nadia"):
        assert words in nadia.words, words
    assert "&lt;script&gt;" in nadia.page.text and "<script>alert" not in nadia.page.text


def test_the_text_is_a_file_with_accents_for_anyone_and_is_not_escaped(nadia, thread):
    assert nadia.opens(f"{thread}/transcription.txt") == 200
    page = nadia.page
    assert page.headers["content-type"] == "text/plain; charset=utf-8"
    assert "attachment" in page.headers["content-disposition"] and page.headers["cache-control"] == "no-store"
    assert page.headers["x-content-type-options"] == "nosniff"
    assert page.content.startswith(b"\xef\xbb\xbf") and b"\r\n" in page.content
    text = plain_spaces(page.content.decode("utf-8-sig"))
    assert HOSTILE in text and "Bonjour, je regarde." in text and "non remis : échec" in text


def test_each_opening_is_written_down_once(nadia, thread, db):
    nadia.opens(f"{thread}/transcription")
    assert openings(db) == [("transcript", "handover", handover_of(db))]
    nadia.opens(f"{thread}/transcription.txt")
    assert len(openings(db)) == 2


def test_looking_at_the_thread_is_no_opening(nadia, thread, db):
    nadia.opens(thread)
    assert f"{thread}/transcription" in nadia.page.text
    assert openings(db) == []


def test_no_private_note_is_in_it(nadia, thread):
    nadia.opens(thread)
    nadia.sends(f"{thread}/noter", text="xyzzy pour l'équipe")
    for page in ("transcription", "transcription.txt"):
        nadia.opens(f"{thread}/{page}")
        assert "xyzzy" not in nadia.page.text


def test_others_find_nothing_and_nothing_is_written_down(browse, thread, db):
    lucas, claire, nobody = browse().enters_as("Lucas"), browse().enters_as("Claire"), browse()
    for page in ("transcription", "transcription.txt"):
        assert lucas.opens(f"{thread}/{page}") == 404
        assert claire.opens(f"{thread}/{page}") == 403
        assert nobody.opens(f"{thread}/{page}") == 303
        assert lucas.opens(f"/relais/999999/{page}") == 404
    assert openings(db) == []


def test_a_talk_that_goes_on_can_be_read_too(nadia, youth, db):
    youth.writes("/humain")
    assert nadia.opens(f"/relais/{handover_of(db)}/transcription") == 200
    assert "pas encore" in nadia.words and "/humain" in nadia.words


def test_beside_the_thread_stand_the_face_and_the_word(nadia, thread, youth):
    youth.taps("😐 Un peu")
    youth.writes("c'était <b>long</b>")
    nadia.opens(thread)
    assert "Un peu aidé" in nadia.words and "c'était &lt;b&gt;long&lt;/b&gt;" in nadia.words.replace(
        "&#39;", "'"
    )
