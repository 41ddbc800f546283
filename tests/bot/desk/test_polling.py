"""getUpdates, as Telegram does it."""

import asyncio

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramConflictError

from tests.bot.desk.hand import Hand


async def _write(hand: Hand, *texts: str) -> int:
    phone = await hand.phone()
    for text in texts:
        await hand.write(phone, text)
    return phone


async def _polling(hand: Hand) -> None:
    while not await hand.get("/control/calls", method="getUpdates"):
        pass


def _texts(updates) -> list[str]:
    return [update.message.text for update in updates]


async def test_updates_come_again_until_a_later_offset_confirms_them(hand: Hand, bot: Bot):
    await _write(hand, "a", "b", "c")
    first = await bot.get_updates()
    assert _texts(first) == _texts(await bot.get_updates()) == ["a", "b", "c"]
    assert _texts(await bot.get_updates(offset=first[1].update_id)) == ["b", "c"]
    assert _texts(await bot.get_updates()) == ["b", "c"]
    assert await bot.get_updates(offset=first[2].update_id + 1) == []


async def test_update_ids_grow_by_one(hand: Hand, bot: Bot):
    await _write(hand, "a", "b", "c")
    ids = [update.update_id for update in await bot.get_updates()]
    assert ids == [ids[0], ids[0] + 1, ids[0] + 2]


async def test_a_negative_offset_keeps_only_the_last_ones(hand: Hand, bot: Bot):
    await _write(hand, "a", "b", "c")
    assert _texts(await bot.get_updates(offset=-2)) == ["b", "c"]
    assert _texts(await bot.get_updates(offset=-9)) == ["b", "c"]


async def test_limit_bounds_an_answer_and_loses_nothing(hand: Hand, bot: Bot):
    await _write(hand, "a", "b", "c")
    assert _texts(await bot.get_updates(limit=2)) == ["a", "b"]
    assert _texts(await bot.get_updates()) == ["a", "b", "c"]


async def test_a_long_poll_ends_with_the_first_update(hand: Hand, bot: Bot):
    phone = await hand.phone()
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await _polling(hand)
    await hand.write(phone, "me voilà")
    assert _texts(await asyncio.wait_for(poll, 5)) == ["me voilà"]


async def test_a_second_poller_ends_the_first_with_a_conflict(hand: Hand, bot: Bot):
    first = asyncio.create_task(bot.get_updates(timeout=30))
    await _polling(hand)
    await bot.get_updates(timeout=0)
    with pytest.raises(
        TelegramConflictError, match="terminated by other getUpdates request; make sure that only one"
    ):
        await first


async def test_polling_is_refused_while_a_webhook_is_set(hand: Hand, bot: Bot):
    await bot.set_webhook("http://127.0.0.1:9/nobody-home")
    with pytest.raises(TelegramConflictError, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == []


async def test_only_the_kinds_asked_for_come(hand: Hand, bot: Bot):
    await bot.get_updates(allowed_updates=["callback_query"])
    phone = await _write(hand, "tu n’entends pas")
    await bot.get_updates(allowed_updates=["message"])
    await hand.write(phone, "tu entends")
    await hand.post(f"/phone/{phone}/block")
    assert _texts(await bot.get_updates()) == ["tu entends"]


async def test_dropping_pending_updates_forgets_them(hand: Hand, bot: Bot):
    await _write(hand, "a")
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == []


@pytest.mark.parametrize(
    ("token", "code", "description"),
    [("99:another-bot", 401, "Unauthorized"), ("no-token-at-all", 404, "Not Found")],
)
async def test_a_wrong_token_is_refused(hand: Hand, token: str, code: int, description: str):
    assert await hand.call("getMe", token=token) == {
        "ok": False,
        "error_code": code,
        "description": description,
    }


async def test_an_unknown_method_is_not_found_and_case_does_not_matter(hand: Hand):
    assert await hand.call("sendLove") == {"ok": False, "error_code": 404, "description": "Not Found"}
    assert (await hand.call("GETME"))["result"]["is_bot"]
