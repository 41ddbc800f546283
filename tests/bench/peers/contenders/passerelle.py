"""Ours: the corridor, its outbox and its poller as they run, with ten questions of the same shape. Everything is kept."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

from aiogram import Bot

from backend.db import connect
from backend.live import Bell
from backend.migrations import upgrade
from backend.outbox import Outbox
from backend.script import Script, load_script
from bot.outbound import Telegram
from bot.polling import Poller
from content.loader import CONTENT, load_questions
from flows.steps import Ask, Flow

PLACE = 3
"""The fourth question is answered in words."""


def flow() -> Flow:
    """Questions of the product, without what would make them depend on each other."""
    asked = [q for q in load_questions(CONTENT / "questionnaires") if not _alarming(q)][:10]
    plain = [Ask(q.id, q.choices, first=number == 0) for number, q in enumerate(asked)]
    plain[PLACE] = Ask(asked[PLACE].id, open=True)
    return tuple(plain)


def _alarming(question: Ask) -> bool:
    return any(choice.danger for choice in question.choices({}))


def asking(script: Script) -> Script:
    """The product's script, with the ten questions for its orientation."""
    return replace(script, stories={**script.stories, "orientation": flow()})


async def run(bot: Bot, url: str) -> None:
    """Until cancelled."""
    db, words, bell = connect(url), asking(load_script("http://127.0.0.1:8000")), Bell()
    await asyncio.to_thread(upgrade, db)
    outbox = Outbox(db, Telegram(bot), words.now, bell)
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(outbox.run())
        tasks.create_task(Poller(bot, db, words, bell).run())


def address(folder: Path) -> str:
    return f"sqlite:///{folder / 'bench.db'}"
