"""The webhook: the secret is required, committed before 200, 503 if it cannot be, and no body makes it stumble."""

from __future__ import annotations

import asyncio
import json
import logging
import threading
from contextlib import asynccontextmanager

import httpx
import pytest
from aiogram import Bot
from fastapi import FastAPI
from sqlmodel import select

from backend.live import Bell
from backend.models import Conversation
from backend.reception import Reception
from bot import lanes
from bot.ingest import handle
from bot.lanes import LANES
from bot.webhook import HEADER, LARGEST, PATH, TURN, first, webhook
from tests.bot.ailing import full, read_only
from tests.bot.posted import aside, heard, said

SECRET = "a-good-secret"
MARK = "xyzzy-marqueur"
HELLO = said(7, "bonjour")


class OnSqlite:
    """Where the engine makes no difference."""

    @pytest.fixture
    def url(self, sqlite_url):
        return sqlite_url


@pytest.fixture
def reception():
    return Reception()


@asynccontextmanager
async def outside(db, script, reception=None, secret=SECRET):
    """What Telegram sees of us. It knows the secret."""
    app, bot = FastAPI(), Bot("99:token")
    first(app, webhook(bot, db, script, Bell(), secret, reception))
    way = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=way, base_url="http://bot", headers={HEADER: secret}) as client:
        yield client
    await bot.session.close()


@pytest.fixture
async def telegram(db, script, reception):
    async with outside(db, script, reception) as client:
        yield client


async def posts(telegram, body, **more):
    """The code of the answer."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return (await telegram.post(PATH, content=content, **more)).status_code


async def test_an_update_is_committed_before_it_is_acknowledged_and_again_changes_nothing(telegram, db):
    assert await posts(telegram, HELLO) == 200 and heard(db) == ["bonjour"]
    assert [await posts(telegram, HELLO) for _ in range(2)] == [200, 200] and heard(db) == ["bonjour"]


class TestTurns(OnSqlite):
    async def test_now_and_then_a_connection_is_closed_for_the_next_may_reach_another_process(self, telegram):
        answers = [await telegram.post(PATH, json=HELLO) for _ in range(2 * TURN)]
        closed = [number for number, answer in enumerate(answers, 1) if "connection" in answer.headers]
        assert closed == [TURN, 2 * TURN] and {answer.status_code for answer in answers} == {200}


class TestSecret(OnSqlite):
    async def test_a_forged_secret_is_refused_before_anything_is_read(self, telegram, db):
        for given in ("", "forged", SECRET[:-1], SECRET + "x", SECRET.upper(), "é".encode()):
            assert await posts(telegram, HELLO, headers={HEADER: given}) == 403, given
        assert heard(db) == []

    async def test_without_a_secret_of_ours_nobody_comes_in(self, db, script):
        async with outside(db, script, secret="") as client:
            assert await posts(client, HELLO) == 403 and heard(db) == []

    async def test_it_is_compared_in_constant_time(self, telegram, monkeypatch):
        compared = []
        monkeypatch.setattr("bot.webhook.secrets.compare_digest", lambda *both: compared.append(both))
        assert await posts(telegram, HELLO) == 403 and len(compared) == 1


DEEP = b'{"update_id":9,"message":' + b"[" * 5000
NO_UPDATES = {
    "nothing": b"",
    "half": json.dumps(HELLO).encode()[:-9],
    "a list": json.dumps([HELLO]).encode(),
    "null": b"null",
    "a text": b'"bonjour"',
    "an id of letters": b'{"update_id":"x"}',
    "an id that is a truth": b'{"update_id":true}',
    "an id without end": b'{"update_id":' + b"9" * 5000 + b"}",
    "no text at all": b"\xff\xfe\x00",
    "nested without an id": b"[" * 5000,
}
UNREADABLE = {
    "another shape": {"update_id": 9, "message": [MARK]},
    "words that are none": said(9, [MARK]),
    "a moment that is none": {"update_id": 9, "message": {**HELLO["message"], "date": 10**40, "text": MARK}},
    "nested": DEEP + b"]" * 5000 + b"}",
    "nested and half": DEEP,
    "too large": b'{"update_id":9,"message":{"text":"' + b"x" * LARGEST,
    "an id alone": {"update_id": 9},
}
PASSED_OVER = [
    {"update_id": 9, "something_new": {"text": MARK}},
    {"update_id": 9, "channel_post": {"message_id": 1, "date": 0, "chat": {"id": -1, "type": "channel"}}},
    {"update_id": 9, "message": {"message_id": 1, "date": 0, "text": "x", "chat": {"id": -1, "type": "new"}}},
]


class TestBodies(OnSqlite):
    async def test_what_is_no_update_is_refused_so_that_it_comes_again_whole(self, telegram, db):
        for name, body in NO_UPDATES.items():
            assert await posts(telegram, body) == 400, name
        assert heard(db) == [] and aside(db) == {}

    @pytest.mark.parametrize("body", UNREADABLE.values(), ids=UNREADABLE)
    async def test_what_can_never_be_read_is_set_aside_once_and_does_not_come_again(
        self, telegram, db, caplog, body
    ):
        caplog.set_level(logging.DEBUG)
        assert [await posts(telegram, body) for _ in range(2)] == [200, 200]
        assert aside(db) == {"9": "unreadable"} and heard(db) == [] and MARK not in caplog.text

    async def test_what_is_not_for_us_is_taken_and_leaves_nothing(self, telegram, db):
        assert [await posts(telegram, body) for body in PASSED_OVER] == [200] * len(PASSED_OVER)
        assert heard(db) == [] and aside(db) == {}

    async def test_an_update_of_any_number_is_heard_once(self, telegram, db):
        for number in (0, -7, 2**40, 2**64, 10**40) * 2:
            assert await posts(telegram, {**said(7, str(number)), "update_id": number}) == 200, number
        assert heard(db) == ["0", "-7", str(2**40), str(2**64), str(10**40)]

    async def test_the_body_counts_not_what_it_is_called(self, telegram, db):
        for number, kind in enumerate(("text/plain", "application/x-www-form-urlencoded", "x", "")):
            assert await posts(telegram, said(number, kind), headers={"content-type": kind}) == 200, kind
        assert len(heard(db)) == 4

    async def test_of_what_is_said_twice_in_one_body_the_last_counts(self, telegram, db):
        twice = json.dumps(HELLO).replace('"text": "bonjour"', '"text": "non", "text": "bonjour"')
        assert await posts(telegram, twice.encode()) == 200 and heard(db) == ["bonjour"]

    async def test_a_number_that_is_none_is_no_place(self, telegram, db):
        for id_, number in enumerate(("NaN", "Infinity", "1e999")):
            at = f'"location":{{"latitude":{number},"longitude":3}}'
            place = json.dumps(said(id_, "x")).replace('"text": "x"', at)
            assert await posts(telegram, place.encode()) == 200, number
        assert heard(db) == ["", "", ""] and aside(db) == {}

    @pytest.mark.parametrize(("begin", "code"), [(b'{"update_id":9,"x":"', 200), (b'{"x":"', 413)])
    async def test_a_gigabyte_in_pieces_is_not_read_to_its_end(self, telegram, db, begin, code):
        sent = 0

        async def gigabyte():
            nonlocal sent
            yield begin
            for _ in range(1024):
                sent += 2**20
                yield b"x" * 2**20

        answer = await telegram.post(PATH, content=gigabyte())
        assert answer.status_code == code and sent < 4 * LARGEST
        assert aside(db) == ({"9": "unreadable"} if code == 200 else {})


async def test_in_a_database_that_may_not_be_written_to_telegram_keeps_the_update(
    telegram, db, reception, caplog
):
    with read_only(db):
        assert [await posts(telegram, said(7, MARK)) for _ in range(2)] == [503, 503]
        assert await posts(telegram, {"update_id": 8}) == 503
        assert reception.waiting.reason == "read-only"
    assert caplog.text.count("PASSERELLE_DATABASE_URL") == 1 and MARK not in caplog.text
    assert await posts(telegram, said(7, MARK)) == 200
    assert heard(db) == [MARK] and reception.waiting is None and aside(db) == {}


class TestTrouble(OnSqlite):
    async def test_in_a_full_database_telegram_keeps_the_update_until_there_is_room(
        self, telegram, db, reception
    ):
        long = said(7, "zibeline " * 2000)
        with full(db):
            assert await posts(telegram, long) == 503 and reception.waiting.reason == "full"
        assert await posts(telegram, long) == 200 and len(heard(db)) == 1

    async def test_while_somebody_else_writes_for_long_forty_calls_are_told_to_come_again(
        self, telegram, db, reception, monkeypatch
    ):
        monkeypatch.setattr(lanes, "PATIENCE", 0.3)
        calls = [said(n, f"message {n}", n) for n in range(1, 41)]
        with db.writer:
            codes = await asyncio.gather(*(posts(telegram, call) for call in calls))
        assert codes == [503] * 40 and reception.waiting.reason == "busy"
        monkeypatch.setattr(lanes, "PATIENCE", 15)
        assert await asyncio.gather(*(posts(telegram, call) for call in calls)) == [200] * 40
        assert [heard(db, n) for n in range(1, 41)] == [[f"message {n}"] for n in range(1, 41)]

    async def test_more_than_a_lane_holds_is_told_to_come_again_at_once(self, telegram, db, monkeypatch):
        monkeypatch.setattr(lanes, "ROOM", 5)
        with db.writer:
            calls = [asyncio.create_task(posts(telegram, said(n, "x", n))) for n in range(1, 21)]
            while sum(call.done() for call in calls) < 10:  # at most five are at work, and five wait
                await asyncio.sleep(0)
        codes = await asyncio.gather(*calls)
        assert set(codes) == {200, 503} and sum(len(heard(db, n)) for n in range(1, 21)) == codes.count(200)


async def test_a_storm_of_forty_calls_is_taken_up_in_few_commits_and_few_threads(db, script, monkeypatch):
    batches, threads = [], set()

    def counting(*args, **more):
        batches.append(len(args[3]))
        threads.add(threading.current_thread().name)
        return handle(*args, **more)

    monkeypatch.setattr("bot.webhook.handle", counting)
    calls = [said(n, f"message {n}", n % 20 + 1) for n in range(1, 41)]
    async with outside(db, script) as telegram:
        assert set(await asyncio.gather(*(posts(telegram, call) for call in calls))) == {200}
    assert len(threads) <= (1 if db.is_sqlite else LANES) and sum(batches) == 40 and len(batches) < 25
    for chat in range(1, 21):
        assert heard(db, chat) == [f"message {n}" for n in range(1, 41) if n % 20 + 1 == chat]


class TestOnPostgresql:
    @pytest.fixture
    def url(self, postgres_url):
        return postgres_url

    async def test_a_chat_that_another_process_holds_keeps_its_own_lane_waiting_only(
        self, telegram, db, monkeypatch
    ):
        assert await posts(telegram, said(1, "un", 42)) == 200
        monkeypatch.setattr(lanes, "PATIENCE", 0.3)
        with db.transaction() as tx:
            tx.exec(select(Conversation).with_for_update()).one()
            assert await posts(telegram, said(2, "deux", 42)) == 503
            assert await posts(telegram, said(3, "trois", 43)) == 200
        monkeypatch.setattr(lanes, "PATIENCE", 15)
        assert await posts(telegram, said(2, "deux", 42)) == 200
        assert heard(db, 42) == ["un", "deux"] and heard(db, 43) == ["trois"]
