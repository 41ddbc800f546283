"""The corridor: everything arrives once, everything said is written down."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from sqlmodel import func, select

from backend.agenda.models import Appointment, Busy
from backend.models import Conversation, Line, Seen
from flows.events import Said
from tests.youth import Youth, books, reaches_proposals


def test_a_youth_is_led_from_hello_to_an_appointment(youth, db):
    heard = books(youth)
    assert heard[0].startswith("C'est confirmé")
    assert [p.kind for p in youth.screen[-3:]] == ["text", "venue", "file"]
    assert b"BEGIN:VCALENDAR" in youth.screen[-1].file
    with db.reading() as tx:
        assert tx.exec(select(func.count()).select_from(Appointment)).one() == 1


def test_the_same_update_twice_is_handled_once(youth):
    assert youth.does(Said("/start"), key="telegram:1:7")
    assert youth.does(Said("/start"), key="telegram:1:7") == []
    assert youth.last.repeated


def test_seen_holds_no_words(youth, db):
    youth.writes("mon secret")
    with db.reading() as tx:
        assert all("secret" not in key for key in tx.exec(select(Seen.key)))


def test_lines_are_numbered_in_order_without_a_hole(youth, db):
    reaches_proposals(youth)
    with db.reading() as tx:
        seqs = tx.exec(select(Line.seq).order_by(Line.id)).all()
        assert list(seqs) == list(range(1, len(seqs) + 1))
        assert tx.exec(select(Conversation.last_seq)).one() == len(seqs)


def test_ten_taps_at_once_book_once(youth, db):
    reaches_proposals(youth)
    youth.taps("Le plus")
    confirm = youth.button("Confirmer")
    with ThreadPoolExecutor(10) as pool:
        list(pool.map(lambda _: youth.turn(confirm), range(10)))
    with db.reading() as tx:
        assert tx.exec(select(func.count()).select_from(Appointment)).one() == 1
        assert tx.exec(select(func.count()).select_from(Busy).where(Busy.hold_id.is_not(None))).one() == 0


def test_a_hundred_first_words_at_once_begin_one_conversation(youth, db):
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: youth.turn(Said("bonjour")), range(40)))
    with db.reading() as tx:
        assert tx.exec(select(func.count()).select_from(Conversation)).one() == 1
        assert tx.exec(select(func.count()).select_from(Line).where(Line.author == "youth")).one() == 40


def test_two_youths_do_not_hear_each_other(db, script):
    lou, sam = Youth(db, script, "1"), Youth(db, script, "2", name="Sam")
    assert lou.starts()
    assert sam.hears() == []


def test_words_in_a_burst_do_not_answer_a_question_not_yet_seen(youth, db):
    youth.starts()
    youth.taps("C'est parti")
    youth.turn(youth.button("18 à 25 ans"))
    youth.turn(Said("Nevers"))
    assert "Tu habites où" in youth.hears()[-1]
    assert "Nevers" in youth.writes("Nevers")[0]
