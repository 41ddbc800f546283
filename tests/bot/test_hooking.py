"""Telegram is told where to call until it has heard it, and asked whether its calls get through."""

from __future__ import annotations

import pytest

from backend.reception import Reception, remembered
from bot.hooking import Hook
from bot.standing import Standing
from tests.bot.desk.serving import served
from tests.bot.posted import Wire

URL = "https://passerelle.example/hook"


@pytest.fixture
def url(sqlite_url):
    return sqlite_url


@pytest.fixture(scope="module")
def wire():
    made = Wire()
    with served(made.app) as base:
        made.base = base
        yield made


@pytest.fixture
async def hook(wire, db, script):
    wire.called.clear()
    async with wire.bot(wire.base) as bot:
        yield Hook(bot, URL, "secret", Standing(db, script, Reception()))


def reason(hook):
    return hook.standing.reception.waiting and hook.standing.reception.waiting.reason


async def test_a_telegram_that_is_away_at_the_start_is_told_once_it_is_back(wire, hook):
    wire.answers.extend([(502, "away"), (401, '{"ok":false,"error_code":401,"description":"Unauthorized"}')])
    assert [await hook.step() for _ in range(3)] == [1.0, 30.0, 60.0]
    assert wire.called == ["setWebhook"] * 3 and hook.is_set and reason(hook) is None


async def test_it_is_set_again_if_somebody_took_it_down(wire, hook):
    await hook.step()
    await hook.step()
    wire.info["url"] = ""
    await hook.step()
    assert wire.called == ["setWebhook", "getWebhookInfo", "getWebhookInfo", "setWebhook"]


async def test_calls_that_do_not_get_through_are_told_with_what_telegram_says(wire, hook, db, clock, caplog):
    await hook.step()
    failed = {"last_error_date": int(clock.at.timestamp()), "last_error_message": "Connection refused"}
    wire.info |= {"pending_update_count": 3, **failed}
    await hook.step()
    assert reason(hook) == "unheard" and "PASSERELLE_PUBLIC_URL" in caplog.text
    assert "Connection refused" in caplog.text
    with db.reading() as tx:
        assert remembered(tx).reason == "unheard"
    clock.goes_on(minutes=5)
    await hook.step()
    assert reason(hook) is None, "what failed long ago, and not since, is over"
    with db.reading() as tx:
        assert remembered(tx) is None


async def test_a_database_that_is_full_is_not_well_because_telegram_is(hook, clock):
    hook.standing.reception.waits("full", clock.at)
    await hook.step()
    assert reason(hook) == "full"
