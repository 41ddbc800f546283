"""The outbox against a Telegram over real HTTP that refuses, fails, hangs or says wait."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramEntityTooLarge,
    TelegramMigrateToChat,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import GetMe
from sqlmodel import select

from backend.agenda.models import Appointment
from backend.db import now
from backend.handover.calls import inbox
from backend.handover.queries import scope_of
from backend.leases import LEASE, lease
from backend.models import Conversation, Line
from backend.outbox import Outbox
from backend.people.accounts import staff_of
from backend.settling import settle
from bot.outbound import Telegram
from content.wording import Wording
from flows.events import Called, Said
from tests.bot.desk.hand import TOKEN
from tests.conftest import NEVERS
from tests.mediator import Mediator
from tests.youth import books


async def all_due(outbox):
    """Deliver until nothing is due now."""
    while await outbox.deliver_due():
        pass


async def test_lines_leave_in_order_for_each_chat(outbox, lou, sam):
    for _ in range(4):
        lou.says("/aide"), sam.says("/vieprivee")
        lou.says("/vieprivee"), sam.says("/aide")
    await all_due(outbox)
    for youth in (lou, sam):
        assert await youth.shown() == [line.text for line in youth.lines()]
        assert youth.fates() == [("sent", False)] * 8


async def test_only_one_line_of_a_chat_is_under_way_at_a_time(outbox, lou):
    lou.says(), lou.says()
    assert await outbox.deliver_due() == 1
    assert len(await lou.shown()) == 1


async def test_429_waits_exactly_as_long_as_asked_and_holds_up_nobody_else(outbox, lou, sam, clock):
    await lou.trouble("429", retry_after=7)
    lou.says(), sam.says()
    await all_due(outbox)
    assert await lou.shown() == []
    assert len(await sam.shown()) == 1
    clock.goes_on(seconds=6.999)
    assert await outbox.deliver_due() == 0
    clock.goes_on(seconds=0.001)
    await all_due(outbox)
    assert len(await lou.shown()) == 1
    assert lou.fates() == [("sent", False)], "it surely did not arrive the first time"


async def test_after_a_429_the_next_call_comes_when_the_time_is_over(outbox, lou, hand, script):
    outbox.now = now
    await lou.trouble("429", retry_after=1)
    lou.script.now.at = now()
    lou.says()
    running = asyncio.create_task(outbox.run())
    while not await lou.shown():
        await hand.screen(int(lou.address), since=1)
    await outbox.stop()
    await running
    refused, accepted = await hand.get("/control/calls", method="sendMessage")
    assert (refused["code"], accepted["code"]) == (429, 200)
    assert 1.0 <= accepted["at"] - refused["at"] < 3.0


async def test_who_blocked_the_bot_keeps_the_appointment_and_the_mediator_sees_it(outbox, lou, db, script):
    books(lou)
    lou.does(Called("humain"))
    await lou.trouble("403")
    lou.says(), lou.says()
    await all_due(outbox)
    assert [state for state, _ in lou.fates()[-2:]] == ["blocked", "blocked"]
    assert await lou.shown() == []
    mediator = Mediator(db, script)
    with db.reading() as tx:
        assert [a.status for a in tx.exec(select(Appointment))] == ["booked"]
        calls = inbox(tx, scope_of(tx, staff_of(tx, mediator.person), NEVERS), script.now())
        assert [(call.first_name, call.blocked) for call in calls] == [("Lou", True)]


async def test_to_who_blocked_the_bot_nothing_is_tried_until_they_write_again(outbox, lou, hand):
    await lou.trouble("403")
    lou.says()
    await all_due(outbox)
    before = await hand.get("/control/calls", method="sendMessage")
    await all_due(outbox)
    assert await hand.get("/control/calls", method="sendMessage") == before
    lou.says()
    await all_due(outbox)
    assert len(await lou.shown()) == 1


async def test_a_line_that_telegram_refuses_is_set_aside_with_its_reason_and_blocks_nothing(outbox, lou):
    await lou.trouble("400", description="can't parse entities")
    lou.says(), lou.says()
    await all_due(outbox)
    first, second = lou.lines()
    assert (first.state, second.state) == ("failed", "sent")
    assert first.reason.endswith("can't parse entities")
    assert len(await lou.shown()) == 1


async def test_a_server_that_fails_is_asked_again_later_and_later(outbox, lou, clock):
    await lou.trouble("500", times=3)
    lou.says(), lou.says()
    for pause in (2, 4, 8):
        assert await outbox.deliver_due() == 1
        clock.goes_on(seconds=pause - 0.001)
        assert await outbox.deliver_due() == 0, f"it came back before {pause} s"
        clock.goes_on(seconds=0.001)
    await all_due(outbox)
    assert await lou.shown() == [line.text for line in lou.lines()]
    assert lou.fates() == [("sent", True), ("sent", False)]
    assert lou.lines()[0].attempts == 4


async def test_a_line_accepted_without_an_answer_is_sent_again_and_marked(outbox, lou, clock):
    await lou.trouble("hang", seconds=5)
    lou.says(), lou.says()
    await all_due(outbox)
    assert lou.fates() == [("sending", False), ("queued", False)]
    clock.goes_on(seconds=2)
    await all_due(outbox)
    first, second = lou.lines()
    assert await lou.shown() == [first.text, first.text, second.text]
    assert lou.fates() == [("sent", True), ("sent", False)]


async def test_an_edit_that_was_done_already_is_no_failure(outbox, lou, clock):
    lou.says("/start")
    await all_due(outbox)
    shown = lou.lines()[-1]
    with lou.db.transaction() as tx:
        conversation, seq = shown.conversation_id, shown.seq + 1
        tx.get_one(Conversation, conversation).last_seq = seq
        same = {"text": shown.text, "buttons": shown.buttons, "outside_id": shown.outside_id}
        tx.add(Line(conversation_id=conversation, seq=seq, author="guide", kind="edit", due=clock(), **same))
    await all_due(outbox)
    assert lou.fates()[-1] == ("sent", False)


async def taken_up(outbox, lou, db, script):
    """Nadia has the floor, and all that was said of it has arrived."""
    lou.does(Called("humain"))
    nadia = Mediator(db, script)
    (handover,) = nadia.sees()
    nadia.claims(handover)
    await all_due(outbox)
    return nadia, handover


async def test_a_mediators_line_of_unknown_fate_waits_for_them_and_blocks_nothing(
    outbox, lou, clock, db, script
):
    nadia, handover = await taken_up(outbox, lou, db, script)
    before = await lou.shown()
    await lou.trouble("hang", seconds=5)
    nadia.replies(handover, "Bonjour Lou")
    nadia.replies(handover, "Je suis là")
    await all_due(outbox)
    clock.goes_on(seconds=2)
    await all_due(outbox)
    assert lou.fates("mediator") == [("unknown", False), ("sent", False)]
    assert (await lou.shown())[len(before) :] == ["Bonjour Lou", "Je suis là"]


async def test_while_telegram_cannot_be_reached_a_mediators_line_waits_and_nothing_is_marked(
    outbox, lou, clock, db, script
):
    nadia, handover = await taken_up(outbox, lou, db, script)
    nadia.replies(handover, "Bonjour Lou")
    nowhere = TelegramAPIServer.from_base("http://127.0.0.1:9")  # nobody listens there
    session = outbox.channel.bot.session
    there, session.api = session.api, nowhere
    for pause in (2, 4, 8, 16, 30, 30):
        assert await outbox.deliver_due() == 1
        clock.goes_on(seconds=pause - 0.001)
        assert await outbox.deliver_due() == 0, f"it came back before {pause} s"
        clock.goes_on(seconds=0.001)
    session.api = there
    await all_due(outbox)
    assert lou.fates("mediator") == [("sent", False)]


@pytest.mark.parametrize(
    ("refusal", "state"),
    [
        (TelegramUnauthorizedError, "queued"),
        (TelegramMigrateToChat, "failed"),
        (TelegramEntityTooLarge, "failed"),
        (TelegramServerError, "sending"),
    ],
)
async def test_each_refusal_means_what_it_says(db, clock, lou, refusal, state):
    outbox = Outbox(db, Telegram(Refusing(refusal)), clock)
    lou.says()
    await outbox.deliver_due()
    assert lou.fates() == [(state, False)]


async def test_a_line_of_which_no_call_can_be_made_keeps_its_chat_not_waiting(outbox, lou, db, clock):
    lou.says(), lou.says()
    first, _ = lou.lines()
    with db.transaction() as tx:
        tx.get_one(Line, first.id).kind = "venue"  # without a place
    await all_due(outbox)
    assert lou.fates() == [("failed", False), ("sent", False)] and len(await lou.shown()) == 1
    assert lou.lines()[0].reason == "KeyError"


class Refusing:
    """A bot whose every call is refused in one way."""

    def __init__(self, refusal):
        more = {"migrate_to_chat_id": -1} if refusal is TelegramMigrateToChat else {}
        self.refusal, self.token = refusal(GetMe(), "no", **more), TOKEN

    @property
    def session(self):
        raise self.refusal


async def test_a_sender_that_died_leaves_its_line_to_the_next_after_the_lease(outbox, lou, clock, db):
    lou.says()
    assert len(lease(db, clock(), 10)) == 1
    clock.goes_on(seconds=LEASE.total_seconds() - 1)
    assert await outbox.deliver_due() == 0
    clock.at += timedelta(seconds=1)
    await all_due(outbox)
    assert lou.fates() == [("sent", True)]


async def test_numbers_are_heard_even_if_telegram_refuses_the_links_to_them(outbox, lou, script):
    """A wrong PUBLIC_URL must not keep anyone from the help lines."""
    lou.script = replace(script, wording=Wording("http://localhost:8000"))
    lou.turn(Said("j'ai envie de mourir"))
    await all_due(outbox)
    assert "3114" in (await lou.shown())[0]


async def test_an_answer_about_an_erased_line_does_not_touch_another(outbox, lou, sam, db, clock):
    """Ids never come back, and only the line that was leased is settled."""
    lou.says()
    [parcel] = lease(db, clock(), 1)
    lou.turn(Called("supprimer"))
    sam.says()
    settle(db, parcel, "sent", outside_id="777")
    await all_due(outbox)
    assert len(await sam.shown()) == 1


async def test_after_thousands_of_failures_a_line_is_tried_once_more_if_nothing_else_passes(outbox, lou, db):
    from sqlalchemy import update

    lou.says()
    with db.transaction() as tx:
        tx.execute(update(Line).values(attempts=5000))
    await lou.trouble("500")
    await all_due(outbox)
    assert lou.lines()[0].due is not None
