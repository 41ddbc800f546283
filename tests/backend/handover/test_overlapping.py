"""Two things at once in one thread: whoever comes second waits, sees what the first did, and nothing is done twice."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import event, text, update
from sqlalchemy.exc import NoResultFound, OperationalError
from sqlmodel import select

from backend import settling
from backend.db import connect
from backend.handover import speaking, watching
from backend.handover.holding import FloorTaken, Unreachable, locked
from backend.handover.models import Note
from backend.leases import lease
from backend.models import Conversation, Line
from backend.people.lost import lose_contact
from backend.people.models import LostContact
from backend.settling import settle
from flows.events import Blocked
from tests.mediator import Mediator


@pytest.fixture
def nadia(db, script):
    return Mediator(db, script)


@pytest.fixture
def held(youth, nadia):
    """Nadia has the floor."""
    youth.starts()
    youth.taps("C'est parti")
    youth.writes("/humain")
    nadia.claims(handover := nadia.sees()[0])
    youth.hears()
    return handover


@pytest.fixture
def lost_line(nadia, held, youth, db):
    """A reply of which nobody knows whether it arrived."""
    nadia.replies(held, "bonjour")
    with db.transaction() as tx:
        tx.execute(update(Line).where(Line.text == "bonjour").values(state="unknown", due=None))
        return tx.exec(select(Line.id).where(Line.text == "bonjour")).one()


def again(db, nadia, line_id):
    with db.transaction() as tx:
        speaking.resend(tx, nadia.person, line_id)


@pytest.fixture
def hasty(postgres_url):
    """The same database, for one who does not wait for long."""
    made = connect(postgres_url)
    event.listen(made.engine, "begin", lambda c: c.execute(text("SET LOCAL lock_timeout = 200")))
    yield made
    made.close()


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_notes_and_what_is_sent_again_wait_for_whoever_changes_the_thread(held, lost_line, db, hasty, nadia):
    me = nadia.person
    with db.transaction() as first:
        locked(first, held.id)
        for act in (
            lambda tx: speaking.add_note(tx, me, held.id, "à rappeler"),
            lambda tx: speaking.resend(tx, me, lost_line),
        ):
            with pytest.raises(OperationalError, match="lock timeout"), hasty.transaction() as second:
                act(second)


def test_a_note_on_what_was_erased_in_this_moment_is_no_failure(youth, nadia, held, db):
    youth.writes("/supprimer")
    with pytest.raises(NoResultFound), db.transaction() as tx:
        speaking.add_note(tx, nadia.person, held.id, "à rappeler")
    with db.reading() as tx:
        assert tx.exec(select(Note)).all() == []


def test_after_a_stop_or_behind_a_block_nothing_is_sent_again(youth, nadia, held, lost_line, db):
    youth.turn(Blocked(True))
    with pytest.raises(Unreachable):
        again(db, nadia, lost_line)
    youth.writes("je veux mourir")
    youth.writes("/stop")
    with pytest.raises(Unreachable):
        again(db, nadia, lost_line)
    youth.starts()
    with pytest.raises(FloorTaken):
        again(db, nadia, lost_line)
    assert "bonjour" not in youth.hears()


def test_who_has_blocked_us_is_marked_before_the_line_is_settled(nadia, held, db, clock, script):
    nadia.replies(held, "bonjour")
    (parcel,) = lease(db, clock(), 10)
    said: list[str] = []
    event.listen(db.engine, "before_cursor_execute", lambda *about: said.append(about[2]))
    settle(db, parcel, "blocked")
    changed = [words.split()[1] for words in said if words.startswith("UPDATE")]
    assert changed[:2] == ["conversation", "line"], (
        "in the order in which a turn holds them: none waits for ever"
    )


class Deadlock(Exception):
    sqlstate = "40P01"


def test_a_line_is_settled_although_the_database_asks_to_try_again(nadia, held, db, clock, monkeypatch):
    nadia.replies(held, "bonjour")
    (parcel,) = lease(db, clock(), 10)
    failures, real = [OperationalError("UPDATE", {}, Deadlock())], settling.forget_said

    def troubled(tx, conversation_ids):
        if failures:
            raise failures.pop()
        real(tx, conversation_ids)

    monkeypatch.setattr(settling, "forget_said", troubled)
    settle(db, parcel, "sent", outside_id="7")
    with db.reading() as tx:
        line = tx.get_one(Line, parcel.line_id)
    assert (line.state, line.outside_id, failures) == ("sent", "7", [])


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_who_is_in_a_turn_now_is_looked_at_by_the_next_tick(youth, held, db, script):
    youth.turn(Blocked(True))
    with db.transaction() as tx:
        locked(tx, held.id)
        assert lose_contact(db, script) == 0
    assert lose_contact(db, script) == 1


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_four_ticks_at_once_lose_somebody_once(youth, held, db, script):
    youth.turn(Blocked(True))
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: lose_contact(db, script), range(4)))
    with db.reading() as tx:
        assert len(tx.exec(select(LostContact)).all()) == 1 == sum(found)


def test_the_tick_of_promises_goes_on_when_somebody_is_erased_meanwhile(
    youth, db, script, clock, monkeypatch
):
    youth.starts()
    youth.writes("/humain")
    clock.goes_on(hours=3)

    def erased(tx, handover_id):
        raise NoResultFound

    monkeypatch.setattr(watching, "locked", erased)
    assert watching.watch(db, script) == 0


def test_who_lets_us_speak_again_is_promised_an_answer_again(youth, db, script, clock):
    youth.starts()
    youth.writes("/humain")
    youth.turn(Blocked(True))
    clock.goes_on(minutes=100)
    assert watching.watch(db, script) == 1, "behind a block nobody waits"
    (said,) = youth.does(Blocked(False))
    assert "avant 14 h" in said
    clock.goes_on(minutes=195)
    watching.watch(db, script)
    assert youth.hears()[0].startswith("On t'avait dit avant 14 h.")


def test_who_comes_back_with_words_of_danger_reads_the_numbers_only(youth, db, script):
    youth.starts()
    youth.writes("/humain")
    youth.turn(Blocked(True))
    watching.watch(db, script)
    heard = youth.writes("je veux mourir")
    assert "3114" in heard[0]
    assert not any(said.startswith("Quelqu'un est déjà prévenu") for said in heard)


def test_who_comes_back_to_erase_everything_is_erased(youth, db, script):
    youth.starts()
    youth.writes("/humain")
    youth.turn(Blocked(True))
    youth.writes("/supprimer")
    with db.reading() as tx:
        assert tx.exec(select(Conversation)).all() == []
