"""What a batch asks and writes on SQLite it asks and writes together, and nobody can tell."""

from __future__ import annotations

import pytest
from sqlalchemy import event
from sqlmodel import select

from backend import turns
from backend.models import Conversation, Line, Seen
from bot.ingest import handle
from tests.bot.posted import aside, heard, said, tapped, updates


@pytest.fixture
def url(sqlite_url):
    return sqlite_url


def statements_of(db, work) -> int:
    """How many statements `work` gives to the database."""
    given = []

    def note(_connection, _cursor, statement, *_):
        given.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    work()
    event.remove(db.engine, "before_cursor_execute", note)
    return len(given)


def test_a_batch_of_ten_taps_costs_as_many_statements_as_one_of_two(db, script):
    chats = range(1, 13)
    handle(db, script, 99, updates(*(said(n, "/start", n) for n in chats)))
    taps = [updates(*(tapped(100 + n, "of:another:bot", n) for n in some)) for some in (chats[:2], chats[2:])]
    few, many = (statements_of(db, lambda come=come: handle(db, script, 99, come)) for come in taps)
    assert few == many > 0
    assert all(len(heard(db, n)) == 2 for n in chats)


def test_who_does_more_than_speak_finds_what_the_others_of_the_batch_said(db, script, monkeypatch):
    found, real = [], turns.perform

    def looks(scene, step, command):
        words = select(Line.text).where(Line.author == "youth").order_by(Line.id)
        found.append((list(scene.tx.exec(words)), len(scene.tx.exec(select(Seen)).all())))
        return real(scene, step, command)

    handle(db, script, 99, updates(said(1, "/start", 42), said(2, "/start", 43), said(3, "/discret", 43)))
    monkeypatch.setattr(turns, "perform", looks)
    come = said(4, "avant", 42), tapped(5, "discretion:discreet:on", 43), said(6, "après", 44)
    handle(db, script, 99, updates(*come))
    assert "avant" in found[0][0] and "après" not in found[0][0]
    assert found[0][1] == 5, "the keys of all until then, its own too"
    assert (heard(db, 42)[-1], heard(db, 44)) == ("avant", ["après"])


def test_a_chat_that_comes_again_in_its_batch_goes_on_where_it_was(db, script):
    come = said(1, "/start"), said(2, "un"), said(3, "/start", 43), said(2, "un"), said(4, "deux")
    handle(db, script, 99, updates(*come))
    assert heard(db) == ["/start", "un", "deux"] and heard(db, 43) == ["/start"]
    with db.reading() as tx:
        lines = tx.exec(select(Line.seq).join(Conversation).where(Conversation.address == "42"))
        seqs = sorted(lines)
    assert seqs == list(range(1, len(seqs) + 1)) and aside(db) == {}
