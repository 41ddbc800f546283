"""Updates delivered to a webhook over real HTTP."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from aiogram import Bot
from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse

from bot.desk.app import desk_app
from tests.bot.desk.hand import TOKEN, Hand
from tests.bot.desk.serving import served


class Receiver:
    """A webhook that answers with the codes it was told to, then 200; and writes down what it got."""

    def __init__(self) -> None:
        self.codes: list[int] = []
        self.got: list[tuple[str, str | None]] = []
        self.reply: dict | None = None
        self.app = FastAPI()
        self.app.add_api_route("/hook", self.receive, methods=["POST"])

    async def receive(self, request: Request) -> Response:
        update = await request.json()
        said = update["message"]["text"]
        self.got.append((said, request.headers.get("x-telegram-bot-api-secret-token")))
        code = self.codes.pop(0) if self.codes else 200
        if self.reply is not None and code == 200:
            return JSONResponse(self.reply)
        return Response(status_code=code)


@pytest.fixture
def receiver() -> Iterator[tuple[Receiver, str]]:
    made = Receiver()
    with served(made.app) as base:
        yield made, f"{base}/hook"


async def _all_read(hand: Hand, phone: int) -> dict:
    """The phone, once every message on it has been taken by the bot."""
    screen = await hand.screen(phone)
    while not all(bubble["taken"] for bubble in screen["bubbles"]):
        screen = await hand.screen(phone, since=screen["version"])
    return screen


async def test_updates_come_in_order_with_the_secret(hand: Hand, bot: Bot, receiver: tuple[Receiver, str]):
    hook, url = receiver
    await bot.set_webhook(url, secret_token="s3cret")
    phone = await hand.phone()
    for text in ("un", "deux", "trois"):
        await hand.write(phone, text)
    await _all_read(hand, phone)
    assert hook.got == [("un", "s3cret"), ("deux", "s3cret"), ("trois", "s3cret")]
    assert (await bot.get_webhook_info()).pending_update_count == 0


async def test_what_is_not_taken_comes_again_before_what_follows(
    hand: Hand, bot: Bot, receiver: tuple[Receiver, str]
):
    hook, url = receiver
    hook.codes = [503, 500]
    await bot.set_webhook(url)
    phone = await hand.phone()
    await hand.write(phone, "un")
    await hand.write(phone, "deux")
    await _all_read(hand, phone)
    assert [text for text, _ in hook.got] == ["un", "un", "un", "deux"]
    info = await bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 500 Internal Server Error"


async def test_what_was_waiting_is_delivered_when_a_webhook_is_set(
    hand: Hand, bot: Bot, receiver: tuple[Receiver, str]
):
    hook, url = receiver
    phone = await hand.phone()
    await hand.write(phone, "déjà là")
    await bot.set_webhook(url)
    await _all_read(hand, phone)
    assert [text for text, _ in hook.got] == ["déjà là"]


async def test_a_webhook_holds_over_a_restart(tmp_path: Path, receiver: tuple[Receiver, str]):
    hook, url = receiver
    store = tmp_path / "desk.db"
    with served(desk_app(store, TOKEN)) as base:
        async with httpx.AsyncClient(base_url=base) as client:
            hand = Hand(client)
            hook.codes = [503] * 100
            await hand.call("setWebhook", url=url, secret_token="s3cret")
            phone = await hand.phone()
            await hand.write(phone, "avant l’arrêt")
    hook.codes = []
    with served(desk_app(store, TOKEN)) as base:
        async with httpx.AsyncClient(base_url=base, timeout=30) as client:
            await _all_read(Hand(client), phone)
    assert hook.got[-1] == ("avant l’arrêt", "s3cret")


async def test_a_webhook_may_answer_with_a_method(hand: Hand, bot: Bot, receiver: tuple[Receiver, str]):
    hook, url = receiver
    phone = await hand.phone()
    hook.reply = {"method": "sendMessage", "chat_id": phone, "text": "bien reçu"}
    await bot.set_webhook(url)
    await hand.write(phone, "bonjour")
    screen = await hand.screen(phone)
    while len(screen["bubbles"]) < 2:
        screen = await hand.screen(phone, since=screen["version"])
    assert screen["bubbles"][-1]["text"] == "bien reçu"


async def test_a_webhook_can_get_an_update_twice(hand: Hand, bot: Bot, receiver: tuple[Receiver, str]):
    hook, url = receiver
    await bot.set_webhook(url)
    phone = await hand.phone()
    await hand.write(phone, "une fois")
    await _all_read(hand, phone)
    await hand.post("/control/duplicate")
    async with asyncio.timeout(10):
        while len(hook.got) < 2:
            await hand.screen(phone)
    assert [text for text, _ in hook.got] == ["une fois"] * 2
