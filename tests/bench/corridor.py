"""The corridor under a usual conversation: turns per second, and where a turn's time goes."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import Any

import httpx
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Update
from sqlmodel import col, select

from backend import turns
from backend.db import Database, connect
from backend.leases import Parcel
from backend.models import Conversation, Line
from backend.outbox import Delivered, Outbox
from backend.script import Script, load_script
from bot import ingest
from bot.desk.app import TOKEN, desk_app
from bot.outbound import Telegram
from tests.bench.stopwatch import REST, Stopwatch
from tests.bench.updates import STEPS, update
from tests.bot.desk.serving import served
from tests.clock import Clock

BATCH = 20
BEFORE_PROPOSALS = 8


class Stub:
    """A channel that has delivered before it is asked."""

    async def deliver(self, parcel: Parcel) -> Delivered:
        return Delivered(parcel.outside_id or str(parcel.line_id))


@contextmanager
def opened(url: str) -> Iterator[Database]:
    db = connect(url)
    yield db
    db.close()


def script() -> Script:
    return load_script("http://127.0.0.1:8000", now=Clock(), team="nevers-sud-nivernais")


@contextmanager
def instrumented(db: Database, words: Script, watch: Stopwatch) -> Iterator[None]:
    """Put the stopwatch around the parts of a turn; taken off again after the block."""
    wording: Any = words.wording
    places: tuple[tuple[Any, str, str], ...] = (
        (turns, "receive", "flow"),
        (turns, "hear", "flow"),
        (turns, "watch", "danger"),
        (turns, "perform", "commands"),
        (wording, "render", "words"),
        (wording, "text", "words"),
        (ingest, "to_arrival", "parsing"),
    )
    before = [(where, name, getattr(where, name)) for where, name, _ in places]
    for where, name, part in places:
        setattr(where, name, watch.around(part, getattr(where, name)))
    watch.watch_engine(db.engine)
    try:
        yield
    finally:
        for where, name, call in before:
            setattr(where, name, call)


def step_data(db: Database, youth: int, step: int) -> str | None:
    """The button for the steps that hang on what was proposed, read outside of what is timed."""
    if step <= BEFORE_PROPOSALS:
        return None
    asked = "orientation:proposal:" if step == STEPS - 1 else "orientation:confirm:ok-"
    mine = (
        select(Line.buttons)
        .join(Conversation, col(Conversation.id) == Line.conversation_id)
        .where(Conversation.address == str(youth))
        .order_by(col(Line.seq).desc())
    )
    with db.reading() as tx:
        rows = [row for buttons in tx.exec(mine) for row in buttons]
    return next(b["data"] for row in rows for b in row if b.get("data", "").startswith(asked))


def one_after_another(url: str, youths: int) -> dict[str, Any]:
    """Each update alone: seconds of every part, and of delivery to a stub."""
    watch, words = Stopwatch(), script()
    with opened(url) as db, instrumented(db, words, watch), asyncio.Runner() as runner:
        outbox = Outbox(db, Stub(), words.now)
        for youth in range(1, youths + 1):
            for step in range(1, STEPS + 1):
                raw = update(youth, step, step_data(db, youth, step))
                with watch.timing("parsing"):
                    parsed = Update.model_validate_json(raw)
                with watch.timing(REST):
                    ingest.handle(db, words, 42, [parsed])
                watch.seconds["delivery"] += deliver(runner, outbox)
        lines = booked(db, youths)
    return {"turns": youths * STEPS, "lines": lines, "seconds": dict(watch.seconds)}


def deliver(runner: asyncio.Runner, outbox: Outbox) -> float:
    """Everything due leaves. Seconds."""
    began = perf_counter()
    while runner.run(outbox.deliver_due()):
        pass
    return perf_counter() - began


def booked(db: Database, youths: int) -> int:
    """How many lines were said; every youth has an appointment, or the figures mean nothing."""
    with db.reading() as tx:
        said = tx.exec(select(Line.text).where(Line.author == "guide")).all()
    confirmed = [text for text in said if text.startswith("C’est confirmé")]
    assert len(confirmed) == youths, f"{len(confirmed)} of {youths} were led to an appointment"
    return len(said)


def in_batches(url: str, youths: int = BATCH) -> dict[str, Any]:
    """As after a poll: one update of every youth at once, up to the proposals. Seconds, not instrumented."""
    words, seconds = script(), 0.0
    with opened(url) as db:
        for step in range(1, BEFORE_PROPOSALS + 1):
            batch = [Update.model_validate_json(update(youth, step)) for youth in range(1, youths + 1)]
            began = perf_counter()
            ingest.handle(db, words, 42, batch)
            seconds += perf_counter() - began
    return {"turns": youths * BEFORE_PROPOSALS, "seconds": seconds}


def over_http(url: str, youths: int) -> dict[str, Any]:
    """Delivery to the desk Telegram, over real HTTP: seconds, lines."""
    words = script()
    with opened(url) as db, served(desk_app()) as base, asyncio.Runner() as runner:
        phones = [_phone(base) for _ in range(youths)]
        bot = runner.run(_bot(base))
        outbox, seconds = Outbox(db, Telegram(bot), words.now), 0.0
        for phone in phones:
            for step in range(1, STEPS + 1):
                raw = update(phone, step, step_data(db, phone, step))
                ingest.handle(db, words, 42, [Update.model_validate_json(raw)])
                seconds += deliver(runner, outbox)
        runner.run(bot.session.close())
        lines = booked(db, youths)
    return {"turns": youths * STEPS, "lines": lines, "seconds": seconds}


def _phone(base: str) -> int:
    made = httpx.post(f"{base}/phone", json={"first_name": "Lou", "language_code": "fr", "started": True})
    return int(made.raise_for_status().json()["id"])


async def _bot(base: str) -> Bot:
    return Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(base)))
