"""Free text of a young person never reaches a log or an exception message."""

from __future__ import annotations

import json
import logging
import traceback

import pytest
from aiogram.types import Update
from sqlmodel import func, select

from backend.models import Line, Seen, SetAside
from backend.people.models import Person
from backend.team.models import StaffChat
from bot import ingest
from bot.ingest import handle
from tests.backend.people.whole_life import everything
from tests.youth import plain_spaces

MARK = "xyzzy-marqueur"


def update(number, text=MARK):
    message = {"message_id": number, "date": 0, "chat": {"id": 42, "type": "private"}, "text": text}
    return Update.model_validate({"update_id": number, "message": message})


class Broken(Exception):
    pass


def breaks(*_args, **_kwargs):
    raise Broken(f"it was {MARK}")


@pytest.mark.parametrize(
    "where",
    [
        "backend.turns.write_down",
        "backend.turns.understood",
        "backend.turns.through_links",
        "backend.turns.with_rating",
        "backend.turns.lately",
        "backend.turns.awaited",
        "backend.turns.receive",
        "backend.turns.keep",
        "backend.turns.say",
        "backend.turns._finish",
        "bot.ingest.take_turn",
        "bot.ingest.answer",
    ],
)
def test_whatever_layer_fails_the_words_stay_inside(where, db, script, monkeypatch, caplog, capfd):
    monkeypatch.setattr(where, breaks)
    caplog.set_level(logging.DEBUG)
    handle(db, script, 1, [update(1)])
    printed = capfd.readouterr()
    assert MARK not in caplog.text + printed.out + printed.err
    assert "Broken" in caplog.text
    with db.reading() as tx:
        aside = tx.exec(select(SetAside)).one()
    assert (aside.key, aside.error) == ("telegram:1:1", "Broken")


def test_a_call_for_a_human_that_fails_says_no_word_of_theirs(db, script, monkeypatch, caplog, capfd):
    handle(db, script, 1, [update(1)])
    monkeypatch.setattr("backend.turns.summon", breaks)
    handle(db, script, 1, [update(2, f"{MARK} je veux mourir")])
    printed = capfd.readouterr()
    assert MARK not in caplog.text + printed.out + printed.err
    with db.reading() as tx:
        assert tx.exec(select(SetAside.error)).all() == ["Broken"]
        said = [text for (text,) in tx.execute(select(Line.text).order_by(Line.seq))][-3:]
    assert said[0].endswith("mourir"), "kept for a human"
    assert "3114" in said[1] and plain_spaces(said[2]).startswith("Ton message est bien arrivé")


def test_what_is_no_words_is_kept_for_a_human_too_when_it_cannot_be_handled(db, script, monkeypatch):
    monkeypatch.setattr(ingest, "take_turn", breaks)
    photo = {"file_id": "f1", "file_unique_id": "u1", "width": 1, "height": 1}
    chat = {"message_id": 1, "date": 0, "chat": {"id": 42, "type": "private"}}
    place = {"latitude": 46.99, "longitude": 3.16}
    sent = [{"message": chat | {"photo": [photo]}}, {"message": chat | {"location": place}}]
    sent.append({"edited_message": chat | {"edit_date": 1, "text": "mieux"}})
    handle(
        db, script, 1, [Update.model_validate({"update_id": n, **about}) for n, about in enumerate(sent, 1)]
    )
    with db.reading() as tx:
        kept = tx.exec(select(Line).where(Line.author == "youth").order_by(Line.seq)).all()
    assert [(line.kind, line.text) for line in kept] == [("photo", ""), ("position", ""), ("edited", "mieux")]
    assert kept[0].file["id"] == "f1" and kept[1].place == {"lat": 46.99, "lon": 3.16}


def test_what_one_of_the_staff_writes_to_the_bot_is_kept_nowhere(db, script, caplog, capfd):
    with db.transaction() as tx:
        person = tx.exec(select(Person)).first()
        tx.add(StaffChat(person_id=person.id, channel="telegram", address="42"))
    handle(db, script, 1, [update(1)])
    assert MARK not in everything(db) + caplog.text + "".join(capfd.readouterr())


def test_an_update_that_cannot_be_handled_blocks_nobody_and_is_apologized_for(db, script, monkeypatch):
    real = ingest.take_turn

    def poisoned(tx, script, arrival):
        if arrival.key.endswith(":2"):
            breaks()
        return real(tx, script, arrival)

    monkeypatch.setattr(ingest, "take_turn", poisoned)
    handle(db, script, 1, [update(1, "/start"), update(2), update(3, "/aide")])
    with db.reading() as tx:
        said = [plain_spaces(t) for t in tx.exec(select(Line.text).order_by(Line.seq))]
        assert tx.exec(select(func.count()).select_from(Seen)).one() == 3
    assert any(t.startswith("Ton message est bien arrivé") for t in said)
    assert MARK in said, "what was written is kept for a human"
    assert any(t.startswith("Je t'aide à trouver") for t in said)


def test_a_database_error_does_not_show_its_parameters(db):
    from sqlalchemy import text
    from sqlalchemy.exc import DBAPIError

    with pytest.raises(DBAPIError) as caught, db.transaction() as tx:
        tx.execute(text("INSERT INTO nowhere VALUES (:words)"), {"words": MARK})
    assert MARK not in "".join(traceback.format_exception(caught.value))


def test_an_update_handled_again_after_a_crash_is_known(db, script):
    for _ in range(2):
        handle(db, script, 1, [update(1), update(2)])
    with db.reading() as tx:
        assert tx.exec(select(func.count()).select_from(Line).where(Line.author == "youth")).one() == 2


def test_half_characters_and_nulls_are_mended(db, script):
    raw = json.dumps(
        {
            "update_id": 5,
            "message": {
                "message_id": 5,
                "date": 0,
                "chat": {"id": 42, "type": "private"},
                "text": "a\u0000b",
            },
        }
    )
    handle(db, script, 1, [Update.model_validate_json(raw)])
    with db.reading() as tx:
        assert "ab" in list(tx.exec(select(Line.text)))
