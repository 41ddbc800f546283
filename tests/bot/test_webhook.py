"""The webhook: the secret is required, committed before 200, 503 if it cannot be."""

from __future__ import annotations

import json

import httpx
import pytest
from aiogram import Bot
from fastapi import FastAPI
from sqlalchemy.exc import OperationalError
from sqlmodel import func, select

from backend.live import Bell
from backend.models import Line
from bot.webhook import HEADER, LARGEST, PATH, webhook

SECRET = "a-good-secret"
HELLO = {
    "update_id": 7,
    "message": {"message_id": 1, "date": 0, "text": "bonjour", "chat": {"id": 42, "type": "private"}},
}


@pytest.fixture
async def telegram(db, script):
    """What Telegram sees of us."""
    app = FastAPI()
    bot = Bot("99:token")
    app.include_router(webhook(bot, db, script, Bell(), SECRET))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://bot") as client:
        yield client
    await bot.session.close()


def heard(db):
    with db.reading() as tx:
        return tx.exec(select(func.count()).select_from(Line).where(Line.author == "youth")).one()


async def test_an_update_is_committed_before_it_is_acknowledged(telegram, db):
    answer = await telegram.post(PATH, json=HELLO, headers={HEADER: SECRET})
    assert answer.status_code == 200 and heard(db) == 1


async def test_the_same_update_again_is_acknowledged_and_changes_nothing(telegram, db):
    for _ in range(3):
        assert (await telegram.post(PATH, json=HELLO, headers={HEADER: SECRET})).status_code == 200
    assert heard(db) == 1


@pytest.mark.parametrize(
    "headers", [{}, {HEADER: ""}, {HEADER: "forged"}, {HEADER: SECRET + " "}, {HEADER: "é".encode()}]
)
async def test_a_forged_secret_is_refused_and_nothing_is_kept(telegram, db, headers):
    answer = await telegram.post(PATH, json=HELLO, headers=headers)
    assert answer.status_code in ({403} if headers != {HEADER: SECRET + " "} else {200, 403})
    assert heard(db) == (0 if answer.status_code == 403 else 1)


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b'{"update_id": "x"}', b"\xff\xfe", b"x" * (LARGEST + 1)]
)
async def test_what_is_no_update_is_refused(telegram, db, body):
    answer = await telegram.post(PATH, content=body, headers={HEADER: SECRET})
    assert answer.status_code == 400 and heard(db) == 0


async def test_when_the_database_is_away_telegram_keeps_the_update(telegram, db, monkeypatch):
    def away(*_args):
        raise OperationalError("x", {}, Exception())

    with monkeypatch.context() as patch:
        patch.setattr("bot.webhook.handle", away)
        assert (await telegram.post(PATH, json=HELLO, headers={HEADER: SECRET})).status_code == 503
    assert (await telegram.post(PATH, json=HELLO, headers={HEADER: SECRET})).status_code == 200
    assert heard(db) == 1


async def test_an_update_of_an_unknown_kind_is_acknowledged(telegram):
    body = json.dumps({"update_id": 8, "something_new": {"a": 1}})
    assert (await telegram.post(PATH, content=body, headers={HEADER: SECRET})).status_code == 200
