"""Staff chats among the updates: around the corridor of the youths, answered after commit, notices with real buttons."""

from __future__ import annotations

import httpx
import pytest
from aiogram import Bot
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Update
from sqlalchemy import func
from sqlmodel import select

from backend.live import Bell
from backend.models import Conversation, SetAside
from backend.people.models import Person
from backend.team.chats import Answer
from backend.team.linking import new_link
from backend.team.models import Notice, StaffChat
from backend.team.sending import Crier
from bot.courtesy import be_courteous
from bot.desk.app import TOKEN, desk_app
from bot.outbound import Telegram
from bot.polling import Poller
from tests.bot.desk.conftest import PromptSession
from tests.bot.desk.hand import Hand
from tests.bot.desk.serving import served
from tests.youth import plain_spaces


@pytest.fixture(scope="module")
def desk():
    with served(desk_app()) as base:
        yield base


@pytest.fixture
async def hand(desk):
    async with httpx.AsyncClient(base_url=desk, timeout=30) as client:
        hand = Hand(client)
        await hand.post("/control/reset")
        yield hand


@pytest.fixture
async def bot(desk):
    async with Bot(TOKEN, PromptSession(api=TelegramAPIServer.from_base(desk), timeout=10)) as made:
        yield made


@pytest.fixture
def poller(bot, db, script):
    return Poller(bot, db, script, Bell())


@pytest.fixture
def crier(bot, db, script):
    return Crier(db, Telegram(bot), script)


@pytest.fixture
async def nadia(hand, poller, db, script):
    """The phone of Nadia, linked and on duty."""
    phone = await hand.phone("Nadia")
    with db.transaction() as tx:
        me = tx.exec(select(Person).where(Person.name == "Nadia Belkacem")).one()
        me.quiet_hours = ""
        payload = new_link(tx, me.id, script.now())
    await hand.write(phone, f"/start {payload}")
    await poller.poll_once()
    return phone


async def shown(hand, phone) -> list[str]:
    screen = await hand.screen(phone)
    return [plain_spaces(b.get("text", "")) for b in screen["bubbles"] if b["author"] == "bot"]


async def keys(hand, phone) -> list[list[str]]:
    """The buttons of the last message."""
    last = (await hand.screen(phone))["bubbles"][-1]
    return [[plain_spaces(b["text"]) for b in row] for row in last["buttons"]]


def count(db, table) -> int:
    with db.reading() as tx:
        return tx.exec(select(func.count()).select_from(table)).one()


async def test_a_link_and_words_of_one_batch_begin_no_conversation(hand, poller, db, script):
    phone = await hand.phone("Nadia")
    with db.transaction() as tx:
        me = tx.exec(select(Person).where(Person.name == "Nadia Belkacem")).one()
        payload = new_link(tx, me.id, script.now())
    await hand.write(phone, f"/start {payload}")
    await hand.write(phone, "je veux mourir")
    assert await poller.poll_once() == 2
    linked, words = await shown(hand, phone)
    assert "C'est relié, Nadia" in linked
    assert "personne ne lit" in words
    assert await keys(hand, phone) == [["Ouvrir Passerelle"], ["Ne plus être prévenu ici"]]
    assert count(db, Conversation) == count(db, SetAside) == 0


async def test_a_youth_of_the_same_batch_is_heard_as_ever(hand, poller, nadia, db):
    lou = await hand.phone("Lou")
    await hand.write(lou, "bonjour")
    await hand.write(nadia, "bonjour")
    await poller.poll_once()
    with db.reading() as tx:
        assert [c.address for c in tx.exec(select(Conversation))] == [str(lou)]


async def test_prendre_claims_and_the_message_then_leads_to_the_thread(hand, poller, crier, nadia, db):
    lou = await hand.phone("Lou")
    await hand.write(lou, "/humain")
    await poller.poll_once()
    await crier.tell_due()
    assert "Quelqu'un demande une personne." in (await shown(hand, nadia))[-1]
    assert await keys(hand, nadia) == [["Prendre"], ["Ouvrir le fil"]]
    bubble = (await hand.screen(nadia))["bubbles"][-1]
    await hand.post(f"/phone/{nadia}/tap", message_id=bubble["id"], label="Prendre")
    await poller.poll_once()
    assert plain_spaces((await hand.screen(nadia))["toast"]["text"]) == "C'est à vous."
    await crier.tell_due()
    assert (await shown(hand, nadia))[-1] == "C'est à vous. La réponse s'écrit dans Passerelle."
    assert await keys(hand, nadia) == [["Ouvrir le fil"]]
    assert "Lou" not in " ".join(await shown(hand, nadia))
    with db.reading() as tx:
        assert tx.exec(select(Conversation)).one().owner == "mediator"


async def test_blocking_the_bot_marks_the_chat_and_coming_back_unmarks_it(hand, poller, nadia, db):
    await hand.post(f"/phone/{nadia}/block")
    await poller.poll_once()
    with db.reading() as tx:
        assert tx.exec(select(StaffChat)).one().blocked
    await hand.post(f"/phone/{nadia}/unblock")
    await poller.poll_once()
    with db.reading() as tx:
        assert not tx.exec(select(StaffChat)).one().blocked


@pytest.mark.parametrize("fault", ["429", "500"])
async def test_a_notice_gets_through_whatever_telegram_answers_first(
    hand, poller, crier, nadia, db, clock, fault
):
    lou = await hand.phone("Lou")
    await hand.write(lou, "/humain")
    await poller.poll_once()
    await hand.post("/control/faults", kind=fault, chat_id=nadia)
    await crier.tell_due()
    clock.goes_on(seconds=10)
    await crier.tell_due()
    assert "Quelqu'un demande une personne." in (await shown(hand, nadia))[-1]
    with db.reading() as tx:
        mine = select(Notice.state).join(StaffChat, StaffChat.person_id == Notice.person_id)
        assert tx.exec(mine).all() == ["sent"]


async def test_a_staff_update_that_fails_three_times_gets_no_apology_meant_for_youths(
    hand, poller, nadia, db, monkeypatch
):
    def fail(*_args, **_kwargs):
        raise RuntimeError("secret words")

    monkeypatch.setattr("bot.ingest.answer", fail)
    await hand.write(nadia, "bonjour")
    await poller.poll_once()
    assert count(db, SetAside) == 1
    assert count(db, Conversation) == 0


async def test_an_answer_to_the_staff_that_cannot_be_said_fails_nothing_else(script):
    """It is a courtesy, as all that is done after commit."""
    nobody = TelegramAPIServer.from_base("http://127.0.0.1:9")
    async with Bot(TOKEN, PromptSession(api=nobody, timeout=5)) as bot:
        await be_courteous(bot, script, [(Update(update_id=1), Answer(address="9001", text="Bonjour"))])
