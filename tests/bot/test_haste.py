"""Who writes faster than anybody reads is told so once; nothing is dropped, and danger is always looked at."""

from __future__ import annotations

from dataclasses import replace

import pytest
from aiogram.types import Update
from sqlmodel import col, select

from backend.models import Line
from backend.scene import Arrival
from bot.haste import Haste
from bot.ingest import handle
from flows.events import Said
from tests.clock import MONDAY, Clock
from tests.youth import plain_spaces

SLOWER = "Ça va vite !"


@pytest.fixture
def url(sqlite_url):
    """The engine makes no difference here."""
    return sqlite_url


def update(number, text, chat=42):
    who = {"id": chat, "is_bot": False, "first_name": "Lou"}
    message = {
        "message_id": number,
        "date": 0,
        "chat": {"id": chat, "type": "private"},
        "from": who,
        "text": text,
    }
    return Update.model_validate({"update_id": number, "message": message})


def lines(db, author):
    with db.reading() as tx:
        found = select(Line.text).where(Line.author == author).order_by(col(Line.id))
        return [plain_spaces(text) for text in tx.exec(found)]


def arrival(number, address="1"):
    return Arrival(f"telegram:1:{number}", "telegram", address, Said("x"))


def verdicts(haste, numbers, at=MONDAY, address="1"):
    return [haste.marked(arrival(number, address), at).hurried for number in numbers]


def test_all_is_written_down_and_one_sentence_says_so(db, script):
    haste = Haste(3)
    handle(db, script, 1, [update(n, f"bonjour {n}") for n in range(12)], haste=haste)
    assert lines(db, "youth") == [f"bonjour {n}" for n in range(12)]
    assert sum(text.startswith(SLOWER) for text in lines(db, "guide")) == 1
    said = len(lines(db, "guide"))
    handle(db, script, 1, [update(20, "encore")], haste=haste)
    assert lines(db, "youth")[-1] == "encore" and len(lines(db, "guide")) == said


def test_a_minute_later_they_are_answered_again(db, script, clock):
    haste = Haste(2)
    handle(db, script, 1, [update(n, "bonjour") for n in range(5)], haste=haste)
    handle(db, script, 1, [update(6, "/aide")], haste=haste)
    assert "/rdv" not in lines(db, "guide")[-1]
    clock.goes_on(seconds=61)
    handle(db, script, 1, [update(9, "/aide")], haste=haste)
    assert "/rdv" in " ".join(lines(db, "guide")[-2:])


def test_danger_is_looked_at_however_fast_it_comes(db, script):
    haste = Haste(1)
    handle(db, script, 1, [update(n, "bonjour") for n in range(9)], haste=haste)
    handle(db, script, 1, [update(10, "je veux mourir")], haste=haste)
    assert "3114" in " ".join(lines(db, "guide")[-2:])


@pytest.mark.parametrize("command", ["/stop", "/humain", "/vieprivee"])
def test_what_is_theirs_by_right_is_done_at_once(db, script, command):
    haste = Haste(1)
    handle(db, script, 1, [update(n, "bonjour") for n in range(4)], haste=haste)
    said = len(lines(db, "guide"))
    handle(db, script, 1, [update(10, command)], haste=haste)
    assert len(lines(db, "guide")) > said


def test_who_wants_to_be_erased_is_however_fast_they_write(db, script):
    handle(
        db, script, 1, [update(n, "bonjour") for n in range(4)] + [update(5, "/supprimer")], haste=Haste(1)
    )
    assert lines(db, "youth") == []


def test_a_human_hears_everything_and_nobody_is_told_to_slow_down(db, script):
    haste = Haste(2)
    handle(db, script, 1, [update(1, "/humain")], haste=haste)
    handle(db, script, 1, [update(n, f"mot {n}") for n in range(2, 12)], haste=haste)
    assert not any(text.startswith(SLOWER) for text in lines(db, "guide"))
    assert lines(db, "youth")[-1] == "mot 11"


def test_an_update_that_comes_again_after_a_failure_counts_once():
    haste = Haste(2)
    assert [verdicts(haste, [1, 2]) for _ in range(5)] == [["", ""]] * 5
    assert verdicts(haste, [3, 3, 4, 4, 1]) == ["first", "first", "more", "more", ""]


def test_each_chat_is_counted_alone_and_a_clock_set_back_keeps_nobody_waiting():
    haste, clock = Haste(1), Clock()
    assert verdicts(haste, [1, 2], clock()) == ["", "first"]
    assert verdicts(haste, [3], clock(), address="2") == [""]
    clock.goes_on(seconds=-3_600)
    assert verdicts(haste, [4], clock()) == [""]


def test_without_a_limit_nobody_is_too_fast_and_a_flood_of_chats_costs_no_memory(monkeypatch):
    monkeypatch.setattr("bot.haste.KEPT", 10)
    assert set(verdicts(Haste(0), range(500))) == {""}
    haste = Haste(1)
    for who in range(50):
        haste.marked(replace(arrival(who), address=str(who)), MONDAY)
    assert len(haste._heard) == 10
