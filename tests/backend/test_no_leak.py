"""Free text of a young person never reaches a log or an exception message."""

from __future__ import annotations

import json
import logging
import traceback

import pytest
from aiogram.types import Update
from sqlmodel import func, select

from backend.models import Line, Seen, SetAside
from bot import ingest
from bot.ingest import handle
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
        "backend.turns.receive",
        "backend.turns.keep",
        "backend.turns.say",
        "backend.turns._finish",
        "bot.ingest.take_turn",
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
