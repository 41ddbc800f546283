"""How fast lines leave: a budget and a pace shared by all senders, whom «wait» is meant for, and who goes first."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import col, select, update

from backend.channel import Delivered, Wait
from backend.db import now
from backend.leases import lease
from backend.models import Conversation, Line
from backend.outbox import AT_ONCE, Outbox
from backend.pace import BURST, LONGEST, Pace, pace_of
from backend.people.models import Youth
from backend.rows import insert_many, table_of
from backend.settings import Settings
from backend.settling import Fate, exchange
from tests.clock import MONDAY, Clock
from tests.conftest import twice

TELEGRAM = Pace(25, 1)
LATER, TALKING, DANGER = 2, 1, 0
MOMENT = timedelta(milliseconds=20)


@pytest.fixture
def chats(db):
    """Write so many lines for each of so many chats, as if they had just been said."""
    said = iter(range(1, 1_000_000))

    def write(numbers, lines=1, urgency=TALKING, at=MONDAY):
        numbers = list(numbers)
        with db.transaction() as tx:
            known = set(tx.exec(select(Conversation.id)).all())
            new = [n for n in numbers if n not in known]
            insert_many(tx, table_of(Youth), [someone(n) for n in new])
            insert_many(tx, table_of(Conversation), [talk(n) for n in new])
            insert_many(
                tx, table_of(Line), [line(n, next(said), urgency, at) for _ in range(lines) for n in numbers]
            )

    return write


def someone(number):
    return {"id": number, "language": "fr", "created_at": MONDAY, "reminders": True}


def talk(number):
    where = {"id": number, "youth_id": number, "channel": "telegram", "address": str(number)}
    empty = dict.fromkeys(("epoch", "last_seq", "read_seq"), 0)
    return (
        where
        | empty
        | {"owner": "guide", "stories": [], "blocked": False}
        | {
            "forget_when_said": False,
            "created_at": MONDAY,
        }
    )


def line(number, seq, urgency, at):
    plain = {"author": "guide", "kind": "text", "text": str(seq), "buttons": [], "attempts": 0, "epoch": 0}
    where = {"conversation_id": number, "seq": seq, "at": at, "due": at, "urgency": urgency}
    return where | plain | {"state": "queued", "again": False, "fenced": False}


@pytest.fixture
def two(url):
    with twice(url) as senders:
        yield senders


def sends(db, clock, pace=TELEGRAM, room=8):
    """One look of a sender: what it takes, surely delivered."""
    parcels = lease(db, clock(), room, pace)
    exchange(db, [Fate(p, "sent", outside_id=str(p.line_id)) for p in parcels], clock(), 0)
    return [(clock(), p.conversation_id, int(p.text)) for p in parcels]


def chats_of(sent):
    return [chat for _, chat, _ in sent]


def most_in_a_second(moments):
    """The largest number of moments within any second."""
    return max(sum(one <= other < one + timedelta(seconds=1) for other in moments) for one in moments)


def test_two_senders_share_the_budget_and_neither_doubles_nor_reorders(chats, two, clock):
    chats(range(1, 21), lines=6)
    sent = []
    for look in range(150):
        sent += sends(two[look % 2], clock, Pace(25))
        clock.at += MOMENT
    assert most_in_a_second([at for at, *_ in sent]) <= 30
    assert 70 <= len(sent) <= 80, "25 a second for three seconds, and the first few at once"
    assert max(Counter(seq for *_, seq in sent).values()) == 1
    for chat in range(1, 21):
        told = [seq for _, one, seq in sent if one == chat]
        assert told == sorted(told)


def test_one_chat_hears_five_lines_at_once_and_then_one_a_second_whoever_sends(chats, two, clock):
    chats([1], lines=9)
    moments = []
    for look in range(500):
        moments += [at for at, *_ in sends(two[look % 2], clock)]
        clock.at += MOMENT
    seconds = [round((at - MONDAY).total_seconds(), 1) for at in moments]
    assert seconds[: BURST - 1] == pytest.approx([0, 0, 0, 0], abs=0.2)
    assert [
        later - sooner for sooner, later in zip(seconds[BURST - 1 :], seconds[BURST:], strict=False)
    ] == pytest.approx([1.0] * 4, abs=0.25)


def test_who_was_told_enough_for_now_keeps_nobody_else_waiting(chats, db, clock):
    chats([1], lines=1000)
    sent = [told for _ in range(9) for told in sends(db, clock, Pace(chat=1), room=1)]
    assert chats_of(sent) == [1] * BURST
    clock.at += MOMENT
    chats([2], at=clock())
    assert chats_of(sends(db, clock, Pace(chat=1), room=1)) == [2]


def test_those_who_have_many_lines_take_turns_with_who_has_one(chats, db, clock):
    chats(range(1, 11), lines=50)
    clock.goes_on(seconds=1)
    chats([11], at=clock())
    clock.at += MOMENT
    sent = []
    while 11 not in chats_of(sent):
        sent += sends(db, clock, Pace(), room=8)
        clock.at += MOMENT
    assert len(sent) <= 16, "after each of the others had one"


def test_a_reply_goes_before_five_thousand_reminders_and_danger_before_replies(chats, db, clock):
    chats(range(1, 5001), urgency=LATER)
    clock.goes_on(minutes=1)
    chats([5001, 17], at=clock())
    chats([5002], urgency=DANGER, at=clock())
    (_, first, _), *others = sends(db, clock, Pace(), room=5)
    assert first == 5002
    assert chats_of(others)[:2] in ([5001, 17], [17, 5001]), (
        "who has a reminder before the reply goes with it"
    )
    assert len(others) == 4, "then come those who are reminded"
    assert 17 in chats_of(sends(db, clock, Pace(), room=1)), "the reply itself, behind its reminder"


def test_every_line_of_a_mixed_queue_arrives_in_the_order_of_its_chat(chats, db, clock):
    for urgency in (LATER, TALKING, DANGER, TALKING, LATER):
        chats(range(1, 8), urgency=urgency)
    sent = []
    while more := sends(db, clock, Pace(), room=3):
        sent += more
    assert len(sent) == 35
    for chat in range(1, 8):
        told = [seq for _, one, seq in sent if one == chat]
        assert told == sorted(told)


class Stormy:
    """Telegram as it is when it has had enough: it answers «wait» to all until a moment, or to one chat."""

    def __init__(self, clock):
        self.clock, self.until, self.only, self.calls = clock, clock(), None, []
        self.called = asyncio.Event()

    async def deliver(self, parcel):
        accepted = self.clock() >= self.until or self.only not in {None, parcel.conversation_id}
        self.calls.append((self.clock(), parcel.conversation_id, int(parcel.text), accepted))
        self.called.set()
        if not accepted:
            raise Wait((self.until - self.clock()).total_seconds())
        return Delivered(parcel.text)

    async def open_file(self, file_id):
        raise NotImplementedError


async def test_a_storm_of_429_stops_all_senders_and_nobody_begins_again_with_a_burst(chats, two, clock):
    storm = Stormy(clock)
    senders = [Outbox(db, storm, clock, pace=TELEGRAM) for db in two]
    chats(range(1, 201), lines=2)
    storm.until = MONDAY + timedelta(seconds=10)
    for look in range(900):
        await senders[look % 2].deliver_due()
        clock.at += MOMENT
    refused = [at for at, *_, accepted in storm.calls if not accepted]
    told = [(at, chat, seq) for at, chat, seq, accepted in storm.calls if accepted]
    assert len(refused) <= 8, "two of the first are refused, and then nothing is tried"
    assert min(at for at, *_ in told) >= storm.until
    assert most_in_a_second([at for at, *_ in told]) <= 26, "an even pace, no burst"
    assert max(Counter(seq for *_, seq in told).values()) == 1
    with two[0].reading() as tx:
        assert not any(tx.exec(select(Line.again)).all()), "what was refused surely did not arrive"


async def test_a_chat_refused_alone_waits_alone(chats, db, clock):
    storm = Stormy(clock)
    storm.until, storm.only = MONDAY + timedelta(seconds=10), 1
    chats([1], lines=3), chats(range(2, 40))
    outbox = Outbox(db, storm, clock, pace=TELEGRAM)
    for _ in range(100):
        await outbox.deliver_due()
        clock.at += MOMENT
    assert {chat for _, chat, _, accepted in storm.calls if accepted} == set(range(2, 40))
    assert sum(chat == 1 for _, chat, *_ in storm.calls) == 1


async def test_without_a_budget_a_bot_that_must_wait_still_does(chats, db, clock):
    storm = Stormy(clock)
    storm.until = MONDAY + timedelta(seconds=10)
    chats(range(1, 51))
    outbox = Outbox(db, storm, clock)
    await outbox.deliver_due()
    chats([51], at=clock())
    for _ in range(9):
        clock.goes_on(seconds=1)
        assert await outbox.deliver_due() == 0, "neither who was refused nor who writes meanwhile"
    clock.goes_on(seconds=1.1)
    assert await outbox.deliver_due() == 51


async def test_a_sender_looks_again_when_the_budget_allows_more(chats, db, monkeypatch):
    """By the real clock: nothing rings, and its next look would be a minute later."""
    monkeypatch.setattr("backend.outbox.PATIENCE", 60)
    storm = Stormy(now)
    chats(range(1, 41), at=now())
    outbox = Outbox(db, storm, now, pace=Pace(100))
    running = asyncio.create_task(outbox.run())
    while len(storm.calls) < 40:
        storm.called.clear()
        await storm.called.wait()
    await outbox.stop()
    await running
    first, last = storm.calls[0][0], storm.calls[-1][0]
    assert timedelta(seconds=0.15) <= last - first <= timedelta(seconds=30)


@given(
    budget=st.floats(0.2, 60),
    gaps=st.lists(st.integers(0, 3_000), min_size=1, max_size=60),
    wanted=st.integers(1, 30),
)
def test_no_second_ever_holds_more_than_the_budget_and_what_it_may_run_ahead(budget, gaps, wanted):
    pace, clock, spent, sent = Pace(budget), Clock(), MONDAY - timedelta(days=1), []
    for gap in gaps:
        clock.at += timedelta(milliseconds=gap)
        free = pace.free(spent, clock())
        taken = min(free, wanted)
        spent = pace.after(spent, clock(), taken)
        sent += [clock()] * taken
        if taken == free:
            opens = pace.opens(spent)
            assert pace.free(spent, opens) >= 1
            assert not pace.free(spent, opens - timedelta(milliseconds=1))
    allowed = budget + pace.ahead.total_seconds() * budget
    assert not sent or most_in_a_second(sent) <= allowed + 1


@given(st.lists(st.integers(0, 3_000), min_size=1, max_size=60))
def test_a_chat_never_hears_more_than_a_burst_and_one_a_second(gaps):
    at, next_at, told = MONDAY, None, []
    for gap in gaps:
        at += timedelta(milliseconds=gap)
        if next_at is None or next_at <= at:
            next_at = TELEGRAM.chat_hears_next(next_at, at)
            told.append(at)
    for n, first in enumerate(told):
        within = sum(one < first + timedelta(seconds=5) for one in told[n:])
        assert within <= BURST + 5


def test_telegram_is_paced_the_desk_is_not_and_a_setting_says_otherwise():
    desk, telegram = Settings(_env_file=None), Settings(_env_file=None, telegram_token="1:A")
    assert pace_of(desk) == Pace(0, 0)
    assert pace_of(telegram) == Pace(25, 1)
    assert pace_of(Settings(_env_file=None, telegram_token="1:A", telegram_budget=0)) == Pace(0, 1)
    assert pace_of(Settings(_env_file=None, telegram_chat_pace=3)) == Pace(0, 3)


def test_a_clock_that_was_a_day_ahead_silences_nobody(chats, db, clock):
    chats([1], lines=20)
    clock.goes_on(days=1)
    sent = [told for _ in range(9) for told in sends(db, clock, Pace(25, 1))]
    assert len(sent) == BURST, "all of the budget, and all that one chat may hear"
    clock.goes_on(days=-1, seconds=1)
    with db.transaction() as tx:  # what was due by the wrong clock is due now
        tx.execute(update(table_of(Line)).where(col(Line.due) > clock()).values(due=clock()))
    assert len(sends(db, clock, Pace(25, 1))) == 1


async def test_a_pause_of_hours_is_tried_again_after_minutes(chats, db, clock):
    storm = Stormy(clock)
    storm.until = MONDAY + timedelta(hours=3)
    chats(range(1, 4)), chats([4], at=MONDAY + timedelta(seconds=1))
    outbox = Outbox(db, storm, clock, pace=TELEGRAM)
    await outbox.deliver_due()
    clock.goes_on(seconds=LONGEST.total_seconds() - 1)
    assert await outbox.deliver_due() == 0
    clock.goes_on(seconds=2)
    assert await outbox.deliver_due() == 1


class Slow:
    """Files are on their way up for ever, words arrive at once."""

    def __init__(self):
        self.files, self.words = 0, []

    async def deliver(self, parcel):
        if parcel.file:
            self.files += 1
            await asyncio.Event().wait()
        self.words.append(parcel.conversation_id)
        return Delivered(parcel.text)


async def test_however_many_files_are_on_their_way_up_words_leave(db, chats, clock, monkeypatch):
    monkeypatch.setattr("backend.leases.calendar_of", lambda *_: b"BEGIN:VCALENDAR")
    chats(range(1, 61))
    with db.transaction() as tx:
        tx.execute(update(table_of(Line)).values(kind="file", file={"calendar": 1}))
    chats(range(100, 120), urgency=LATER)
    outbox = Outbox(db, slow := Slow(), clock)
    for _ in range(200):
        await outbox._round() if outbox.awake.is_set() else await asyncio.sleep(0)
    assert sorted(slow.words) == list(range(100, 120))
    assert AT_ONCE <= slow.files < 2 * AT_ONCE
    for task in outbox.under_way:
        task.cancel()
