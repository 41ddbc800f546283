"""Polling on a bad day: what cannot be read is set aside, what cannot be kept stays with Telegram, and it goes on."""

from __future__ import annotations

import json
import logging

import pytest

from backend.live import Bell
from backend.models import SetAside
from backend.reception import remembered
from bot.polling import BATCH, Poller
from tests.bot.ailing import full, read_only
from tests.bot.desk.serving import served
from tests.bot.posted import TOKEN, Wire, aside, heard, said, tapped

MARK = "xyzzy-marqueur"


@pytest.fixture(scope="module")
def telegram():
    wire = Wire()
    with served(wire.app) as base:
        wire.base = base
        yield wire


@pytest.fixture
def wire(telegram):
    telegram.answers.clear()
    telegram.pending.clear()
    telegram.asked.clear()
    telegram.called.clear()
    return telegram


@pytest.fixture
async def poller(wire, db, script):
    async with wire.bot(wire.base) as bot:
        yield Poller(bot, db, script, Bell())


class OnSqlite:
    """Where the engine makes no difference."""

    @pytest.fixture
    def url(self, sqlite_url):
        return sqlite_url


def chat(**more):
    return {"id": 42, "type": "private", **more}


def message(number, **more):
    return {"update_id": number, "message": {"message_id": number, "date": 0, "chat": chat(), **more}}


UNREADABLE = {
    2: {"update_id": 2, "message": [MARK]},
    3: {"update_id": 3, "message": {"text": MARK}},
    4: message(4, text=MARK, date=10**40),
    5: message(5, text=[MARK]),
    6: {"update_id": 6},
    7: message(7, text=MARK, chat={"id": "x", "type": "private"}),
    8: message(8, text=MARK, entities=[{"type": "bold"}]),
}
PASSED_OVER = [
    {"update_id": 20, "something_new": {"text": MARK}},
    {"update_id": 21, "channel_post": {"message_id": 1, "date": 0, "chat": {"id": -1, "type": "channel"}}},
    {
        "update_id": 22,
        "inline_query": {
            "id": "1",
            "from": {"id": 42, "is_bot": False, "first_name": "L"},
            "query": MARK,
            "offset": "",
        },
    },
    message(23, text=MARK, chat={"id": -5, "type": "group"}),
    message(24, chat={"id": -5, "type": "group"}, migrate_to_chat_id=-1005),
    message(25, text=MARK, chat={"id": 42, "type": "a kind to come"}),
]


class TestUpdates(OnSqlite):
    async def test_what_cannot_be_read_is_set_aside_by_its_number_and_blocks_nobody(
        self, wire, poller, db, caplog
    ):
        wire.gives(said(1, "avant"), *UNREADABLE.values(), said(9, "après"))
        assert await poller.step(0) == 0
        assert heard(db) == ["avant", "après"]
        assert aside(db) == {str(number): "unreadable" for number in UNREADABLE}
        assert MARK not in caplog.text
        await poller.step(0)
        assert wire.asked[-1]["offset"] == 10

    async def test_what_is_not_for_us_passes_and_leaves_nothing(self, wire, poller, db):
        wire.gives(*PASSED_OVER, said(26, "après"))
        await poller.poll_once()
        assert heard(db) == ["après"] and aside(db) == {}
        assert wire.called.count("leaveChat") == 2, "the group, and what became of it"

    @pytest.mark.parametrize("number", [0, 2**31, 2**53, 2**61])
    async def test_any_number_is_confirmed_by_the_next_one(self, wire, poller, db, number):
        wire.gives(said(number, "bonjour"))
        await poller.step(0)
        await poller.step(0)
        assert heard(db) == ["bonjour"] and wire.asked[-1]["offset"] == number + 1

    @pytest.mark.parametrize("number", [-5, 2**62, 2**80, "x", None, True])
    async def test_a_number_that_would_confirm_something_else_is_never_sent(self, wire, poller, db, number):
        wire.gives({**said(7, "bonjour"), "update_id": number}, said(8, "après"))
        await poller.step(0)
        await poller.step(0)
        assert heard(db)[-1] == "après" and wire.asked[-1]["offset"] == 9

    async def test_updates_without_any_such_number_are_not_asked_for_in_haste(self, wire, poller, db):
        wire.gives({**said(7, "bonjour"), "update_id": -5})
        assert [await poller.step(0) for _ in range(2)] == [1.0, 2.0]
        assert heard(db) == ["bonjour"], "heard once all the same"

    async def test_chats_of_any_number_and_words_of_any_kind_are_heard(self, wire, poller, db):
        chats = (0, -1, 2**63, 10**30)
        wire.gives(*(said(n, "a\0b\ud83d", one) for n, one in enumerate(chats, 1)))
        await poller.step(0)
        assert [heard(db, one) for one in chats] == [["ab?"]] * 4 and aside(db) == {}

    async def test_a_place_that_is_nowhere_is_heard_as_no_place(self, wire, poller, db):
        for number, at in enumerate((float("nan"), float("inf")), 1):
            wire.pending[number] = json.dumps(message(number, location={"latitude": at, "longitude": 3}))
        await poller.step(0)
        assert heard(db) == ["", ""] and aside(db) == {}

    async def test_one_that_is_nested_too_deeply_is_asked_for_alone_and_set_aside(self, wire, poller, db):
        deep = '{"update_id":2,"message":' + "[" * 5000 + "]" * 5000 + "}"
        wire.gives(said(1, "avant"), deep, said(3, "après"), said(4, "encore"))
        for _ in range(4):
            assert await poller.step(0) == 0
        assert heard(db) == ["avant", "après", "encore"] and aside(db) == {"2": "unreadable"}
        assert wire.asked[-1]["limit"] == BATCH

    async def test_a_reading_that_stumbles_blocks_nobody(self, wire, poller, db, monkeypatch):
        from bot import ingest

        def stumbles(update, bot_id, real=ingest.to_arrival):
            return 1 / 0 if update.update_id == 2 else real(update, bot_id)

        monkeypatch.setattr(ingest, "to_arrival", stumbles)
        wire.gives(said(1, "avant"), said(2, MARK), said(3, "après"))
        assert await poller.step(0) == 0
        assert heard(db) == ["avant", "après"] and aside(db) == {"2": "ZeroDivisionError"}

    async def test_a_hundred_updates_are_one_batch_and_the_rest_the_next(self, wire, poller, db):
        wire.gives(*(said(n, f"message {n}", chat=n % 7 + 1) for n in range(1, 131)))
        assert [await poller.poll_once() for _ in range(3)] == [100, 30, 0]
        assert [text for one in range(1, 8) for text in heard(db, one)] == [
            f"message {n}" for one in range(1, 8) for n in range(1, 131) if n % 7 + 1 == one
        ]


def refused(code, words, **more):
    return code, json.dumps({"ok": False, "error_code": code, "description": words, **more})


ANSWERS = [
    (refused(401, "Unauthorized"), "refused", 30.0),
    (refused(404, "Not Found"), "refused", 30.0),
    (refused(409, "Conflict: terminated by other getUpdates request"), "conflict", 30.0),
    (refused(429, "Too Many Requests", parameters={"retry_after": 7}), "telegram", 7.0),
    (refused(502, "Bad Gateway"), "telegram", 1.0),
    ((502, "<html>bad gateway</html>"), "telegram", 1.0),
    ((200, "<html>sign in to this network</html>"), "telegram", 1.0),
    ((200, '{"ok":true,"result":[{"upd'), "telegram", 1.0),
    ((200, '{"ok":true,"result":{}}'), "telegram", 1.0),
    ((200, ""), "telegram", 1.0),
    ((200, '["ok"]'), "telegram", 1.0),
]


class TestAnswers(OnSqlite):
    @pytest.mark.parametrize(("answer", "reason", "pause"), ANSWERS)
    async def test_a_bad_answer_is_waited_out_told_once_and_the_token_with_it_never(
        self, wire, poller, db, caplog, answer, reason, pause
    ):
        caplog.set_level(logging.DEBUG)
        wire.gives(said(1, "bonjour"))
        wire.answers.extend([answer] * 2)
        assert await poller.step(0) == pause
        assert await poller.step(0) >= pause
        with db.reading() as tx:
            assert remembered(tx).reason == reason
        assert caplog.text.count("updates wait with Telegram") == 1
        await poller.step(0)
        with db.reading() as tx:
            assert remembered(tx) is None
        assert heard(db) == ["bonjour"] and poller.standing.reception.waiting is None
        assert TOKEN not in caplog.text and TOKEN.partition(":")[2] not in caplog.text

    async def test_a_webhook_that_stands_from_earlier_is_taken_down(self, wire, poller, db):
        wire.answers.append(
            refused(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook")
        )
        wire.gives(said(1, "bonjour"))
        await poller.step(0)
        await poller.step(0)
        assert "deleteWebhook" in wire.called and heard(db) == ["bonjour"]

    async def test_a_telegram_that_is_slow_about_courtesies_keeps_nobody_waiting(
        self, wire, poller, db, monkeypatch
    ):
        monkeypatch.setattr(wire, "stuck", "answerCallbackQuery")
        wire.gives(tapped(1, "welcome:hello:go"), said(2, "bonjour"))
        assert await poller.step(0) == 0
        wire.pending[3] = json.dumps(said(3, "encore"))
        assert await poller.step(0) == 0
        assert heard(db)[-2:] == ["bonjour", "encore"] and poller.courtesies.under_way
        wire.gate.set()
        await poller.courtesies.rest()
        assert "answerCallbackQuery" in wire.called and not poller.courtesies.under_way

    async def test_what_is_more_than_telegram_can_be_told_in_time_is_left_out(
        self, wire, poller, db, monkeypatch
    ):
        monkeypatch.setattr("bot.courtesy.MOST", 2)
        monkeypatch.setattr(wire, "stuck", "answerCallbackQuery")
        wire.gate.clear()
        for number in range(1, 5):
            wire.gives(*[tapped(number, "welcome:hello:go")] * number)
            await poller.step(0)
        assert len(poller.courtesies.under_way) == 2
        wire.gate.set()
        await poller.courtesies.rest()
        assert wire.called.count("answerCallbackQuery") == 2

    async def test_a_tap_that_comes_again_is_answered_once(self, wire, poller):
        wire.gives(tapped(1, "welcome:hello:go"))
        await poller.poll_once()
        poller.offset = None  # as after a kill: nothing was confirmed
        wire.gives(tapped(1, "welcome:hello:go"), said(2, "bonjour"))
        await poller.poll_once()
        assert wire.called.count("answerCallbackQuery") == 1

    async def test_who_erased_everything_is_told_so_even_if_we_were_killed_just_then(
        self, wire, poller, db, monkeypatch
    ):
        """Nothing is kept of them for it: Telegram gives again what was not confirmed."""
        wire.gives(said(1, "bonjour"), said(2, "/supprimer"))
        with monkeypatch.context() as killed:
            killed.setattr(poller.courtesies, "begin", lambda *_: None)
            await poller.poll_once()
        assert heard(db) == [] and "sendMessage" not in wire.called
        poller.offset = None
        wire.gives(said(1, "bonjour"), said(2, "/supprimer"))
        await poller.poll_once()
        assert wire.called.count("sendMessage") == 1
        assert heard(db) == []

    async def test_an_hour_without_telegram_loses_nothing_and_pauses_grow_to_half_a_minute(
        self, wire, poller, db, clock
    ):
        wire.answers.extend([(502, "away")] * 122)
        paused = [await poller.step(0) for _ in range(122)]
        assert paused[:6] == [1.0, 2.0, 5.0, 15.0, 30.0, 30.0] and sum(paused) >= 3500
        clock.goes_on(seconds=sum(paused))
        wire.gives(*(said(n, f"message {n}") for n in range(1, 41)))
        assert await poller.step(0) == 0
        assert heard(db) == [f"message {n}" for n in range(1, 41)]


async def test_in_a_database_that_may_not_be_written_to_all_waits_with_telegram(wire, poller, db, caplog):
    wire.gives(said(1, MARK), {"update_id": 2, "message": []})
    with read_only(db):
        assert await poller.step(0) == 1.0
        assert poller.standing.reception.waiting.reason == "read-only"
        assert "PASSERELLE_DATABASE_URL" in caplog.text and MARK not in caplog.text
        assert await poller.step(0) == 2.0 and "offset" not in wire.asked[-1], "nothing was acknowledged"
    assert await poller.step(0) == 0
    assert heard(db) == [MARK] and aside(db) == {"2": "unreadable"}


class TestFull(OnSqlite):
    async def test_in_a_full_database_all_waits_with_telegram_until_there_is_room(self, wire, poller, db):
        texts = [f"{n} " + "zibeline " * 400 for n in range(1, 21)]
        wire.gives(*(said(n, text) for n, text in enumerate(texts, 1)))
        with full(db):
            assert [await poller.step(0) for _ in range(3)] == [1.0, 2.0, 5.0]
            assert poller.standing.reception.waiting.reason == "full" and heard(db) == []
            assert "offset" not in wire.asked[-1], "nothing was acknowledged"
        assert await poller.step(0) == 0
        assert heard(db) == texts and poller.standing.reception.waiting is None
        with db.reading() as tx:
            assert tx.get(SetAside, "telegram:99:1") is None
