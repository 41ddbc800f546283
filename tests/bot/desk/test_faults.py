"""Trouble on demand."""

import time

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from tests.bot.desk.hand import Hand

KEYBOARD = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Oui", callback_data="yes")]])


async def test_429_says_how_long_and_does_nothing_then_all_is_well(hand: Hand, bot: Bot):
    phone = await hand.phone()
    await hand.post("/control/faults", kind="429", method="sendMessage", times=2, retry_after=7)
    for _ in range(2):
        with pytest.raises(TelegramRetryAfter) as caught:
            await bot.send_message(phone, "a")
        assert caught.value.retry_after == 7
    assert await bot.send_message(phone, "b")
    assert [bubble["text"] for bubble in (await hand.screen(phone))["bubbles"]] == ["b"]


async def test_a_fault_spares_other_methods_and_other_chats(hand: Hand, bot: Bot):
    phone, other = await hand.phone(), await hand.phone()
    await hand.post("/control/faults", kind="403", method="sendMessage", chat_id=phone)
    assert await bot.send_message(other, "a")
    assert await bot.send_chat_action(phone, "typing")
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await bot.send_message(phone, "a")


async def test_500_is_a_server_error(hand: Hand, bot: Bot):
    phone = await hand.phone()
    await hand.post("/control/faults", kind="500")
    with pytest.raises(TelegramServerError, match="Internal Server Error"):
        await bot.send_message(phone, "a")


async def test_an_answer_can_be_lost_after_the_work_is_done(hand: Hand, bot: Bot):
    phone = await hand.phone()
    await hand.post("/control/faults", kind="hang", method="sendMessage", seconds=0.05)
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(phone, "arrivé")
    [bubble] = (await hand.screen(phone))["bubbles"]
    assert bubble["text"] == "arrivé"
    [call] = await hand.get("/control/calls", method="sendMessage")
    assert call["code"] == 0


async def test_a_caller_that_gives_up_is_let_go(hand: Hand, bot: Bot):
    phone = await hand.phone()
    await hand.post("/control/faults", kind="hang", method="sendMessage", seconds=60)
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(phone, "arrivé", request_timeout=1)
    assert len((await hand.screen(phone))["bubbles"]) == 1


async def test_an_answer_can_be_late(hand: Hand, bot: Bot):
    phone = await hand.phone()
    await hand.post("/control/faults", kind="delay", seconds=0.2)
    begun = time.monotonic()
    await bot.send_message(phone, "a")
    assert time.monotonic() - begun >= 0.2


async def test_calls_are_listed_with_their_times(hand: Hand, bot: Bot):
    phone = await hand.phone()
    before = time.time()
    await bot.send_message(phone, "un")
    await bot.send_message(phone, "deux")
    one, two = await hand.get("/control/calls", method="sendMessage")
    assert before <= one["at"] <= two["at"] <= time.time()
    assert [(call["params"]["text"], call["code"]) for call in (one, two)] == [("un", 200), ("deux", 200)]
    assert [call["n"] for call in await hand.get("/control/calls", after=one["n"])] == [two["n"]]


async def test_a_confirmed_update_can_come_again_under_its_own_id(hand: Hand, bot: Bot):
    phone = await hand.phone()
    await hand.write(phone, "une fois")
    [update] = await bot.get_updates()
    await hand.post("/control/duplicate")
    again = await bot.get_updates(offset=update.update_id + 1)
    assert [(one.update_id, one.message.text) for one in again] == [(update.update_id, "une fois")]
    assert await bot.get_updates(offset=update.update_id + 1) == []


async def test_a_tap_can_come_again_under_a_new_id(hand: Hand, bot: Bot):
    phone = await hand.phone()
    sent = await bot.send_message(phone, "Alors ?", reply_markup=KEYBOARD)
    await hand.post(f"/phone/{phone}/tap", message_id=sent.message_id, label="Oui")
    await hand.post("/control/retap")
    first, second = await bot.get_updates()
    assert first.update_id != second.update_id
    assert first.callback_query.id == second.callback_query.id


async def test_the_history_counts_what_a_person_did(hand: Hand, bot: Bot):
    phone = await hand.phone()
    sent = await bot.send_message(phone, "Alors ?", reply_markup=KEYBOARD)
    await hand.post(f"/phone/{phone}/tap", message_id=sent.message_id, label="Oui")
    await hand.write(phone, "Nevers")
    updates = await bot.get_updates()
    await bot.get_updates(offset=updates[-1].update_id + 1)
    history = await hand.get("/control/history")
    assert ["callback_query" in update for update in history] == [True, False]
