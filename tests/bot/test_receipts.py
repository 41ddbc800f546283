"""👀 when a human will read it, 👌 once one has it before their eyes: once, and never against the truth."""

from __future__ import annotations

import asyncio

import httpx
import pytest
from sqlmodel import select

from backend.handover import speaking
from backend.live import Bell
from backend.models import Conversation
from bot.desk.app import desk_app
from bot.polling import Poller
from bot.receipts import MOST, Receipts
from tests.bot.desk.conftest import bot_at
from tests.bot.desk.hand import TOKEN, Hand
from tests.bot.desk.serving import served
from tests.mediator import Mediator


@pytest.fixture
def url(sqlite_url):
    return sqlite_url


@pytest.fixture(scope="module")
def desk():
    with served(desk_app(token=TOKEN)) as base:
        yield base


@pytest.fixture
async def hand(desk):
    async with httpx.AsyncClient(base_url=desk) as client:
        hand = Hand(client)
        await hand.post("/control/reset")
        yield hand


@pytest.fixture
async def poller(desk, db, script):
    async with bot_at(desk) as bot:
        yield Poller(bot, db, script, Bell())


@pytest.fixture
async def receipts(poller, db):
    made = Receipts(db, poller.bot, poller.bell)
    made.begin()
    return made


@pytest.fixture
async def lou(hand, poller, db, script, clock):
    """Lou asked for a human; Nadia has the floor."""
    phone = await hand.phone("Lou")
    await hand.write(phone, "avant")
    await hand.write(phone, "/humain")
    await poller.poll_once()
    nadia = Mediator(db, script)
    nadia.claims(nadia.sees()[0])
    clock.goes_on(seconds=5)
    return phone


async def marks(hand, phone) -> dict[str, list[str]]:
    return marked(await hand.screen(phone))


def marked(screen) -> dict[str, list[str]]:
    return {b["text"]: b["reactions"] for b in screen["bubbles"] if b["author"] == "phone"}


def reads(db, script, upto: int | None = None) -> None:
    """Nadia's page shows all of it, or as far as that."""
    nadia = Mediator(db, script)
    with db.transaction() as tx:
        last = tx.exec(select(Conversation)).one().last_seq
        speaking.has_read(tx, nadia.person, nadia.sees()[0].id, last if upto is None else upto)


async def test_a_message_is_received_then_read_and_what_was_said_to_the_guide_is_neither(
    hand, poller, receipts, lou, db, script
):
    await hand.write(lou, "tu es là ?")
    await poller.poll_once()
    assert (await marks(hand, lou))["tu es là ?"] == ["👀"]
    assert await receipts.look() == 0, "nobody has looked yet"
    reads(db, script)
    assert await receipts.look() == 1
    assert await marks(hand, lou) == {"avant": [], "/humain": ["👀"], "tu es là ?": ["👌"]}
    assert await receipts.look() == 0, "once"


async def test_what_came_after_is_not_read_yet(hand, poller, receipts, lou, db, script):
    await hand.write(lou, "un")
    await poller.poll_once()
    reads(db, script)
    await hand.write(lou, "deux")
    await poller.poll_once()
    await receipts.look()
    shown = await marks(hand, lou)
    assert (shown["un"], shown["deux"]) == (["👌"], ["👀"])


async def test_a_failed_receipt_is_not_tried_again_and_blocks_nobody(hand, poller, receipts, lou, db, script):
    await hand.write(lou, "un")
    await poller.poll_once()
    reads(db, script)
    await hand.post("/control/faults", kind="500", method="setMessageReaction")
    assert await receipts.look() == 1
    assert await receipts.look() == 0
    assert (await marks(hand, lou))["un"] == ["👀"]


async def test_of_a_burst_the_last_ones_are_marked(hand, poller, receipts, lou, db, script):
    for n in range(30):
        await hand.write(lou, f"mot {n}")
    await poller.poll_once()
    reads(db, script)
    assert await receipts.look() == MOST
    assert (await marks(hand, lou))["mot 29"] == ["👌"]


async def test_what_was_read_before_a_restart_is_past(hand, poller, lou, db, script):
    await hand.write(lou, "un")
    await poller.poll_once()
    reads(db, script)
    again = Receipts(db, poller.bot, poller.bell)
    again.begin()
    assert await again.look() == 0


async def test_it_runs_beside_the_outbox_and_ends_when_told(hand, poller, receipts, lou, db, script):
    running = asyncio.create_task(receipts.run())
    await hand.write(lou, "un")
    await poller.poll_once()
    reads(db, script)
    poller.bell.ring()
    screen = await hand.screen(lou)
    while marked(screen)["un"] != ["👌"]:
        screen = await hand.screen(lou, since=screen["version"])
    receipts.stop()
    await running
