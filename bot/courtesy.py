"""Small things done after commit and never retried: the word on a button, a receipt, a farewell."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.methods import AnswerCallbackQuery
from aiogram.types import CallbackQuery, Message, ReactionTypeEmoji, ReplyKeyboardRemove, Update

from backend.scene import Turned
from backend.script import Script
from backend.team.chats import Answer
from bot.calling import call
from bot.farewell import farewell
from bot.inbound import group_of
from bot.team import answer_staff

log = logging.getLogger(__name__)
RECEIVED = "👀"
MOST = 50
"""So many batches whose courtesies are under way at the same time."""


async def be_courteous(bot: Bot, script: Script, handled: Sequence[tuple[Update, Turned]]) -> None:
    """Answer the taps, acknowledge what a human will read, say farewell."""
    await asyncio.gather(*(_quietly(bot, script, update, turned) for update, turned in handled))


async def _quietly(bot: Bot, script: Script, update: Update, turned: Turned) -> None:
    with _told("a courtesy"):
        if isinstance(turned, Answer):
            await answer_staff(bot, update.callback_query, turned)
        elif update.callback_query:
            await _answer(bot, update.callback_query, turned)
        elif update.message and (last := farewell(script, update, turned)):
            await bot.send_message(update.message.chat.id, last, reply_markup=ReplyKeyboardRemove())
        elif turned.receipt and update.message:
            await _acknowledge(bot, update.message)


async def _acknowledge(bot: Bot, message: Message) -> None:
    await bot.set_message_reaction(
        message.chat.id, message.message_id, reaction=[ReactionTypeEmoji(emoji=RECEIVED)]
    )


async def _answer(bot: Bot, tap: CallbackQuery, turned: Turned) -> None:
    """The button stops turning; its word stands for a moment. A tap that comes again was answered."""
    if not turned.repeated:
        await call(bot, AnswerCallbackQuery, callback_query_id=tap.id, text=turned.toast)


class Courtesies:
    """Those under way. Nobody waits for them: if Telegram is slow they pile up to a limit, and more are left out."""

    def __init__(self, bot: Bot, script: Script) -> None:
        self.bot, self.script = bot, script
        self.under_way: set[asyncio.Task[None]] = set()

    def begin(self, handled: Sequence[tuple[Update, Turned]], updates: Sequence[Update]) -> None:
        if len(self.under_way) < MOST:
            task = asyncio.create_task(self._all(handled, updates))
            self.under_way.add(task)
            task.add_done_callback(self.under_way.discard)

    async def rest(self) -> None:
        """Until none is under way."""
        await asyncio.gather(*self.under_way)

    async def _all(self, handled: Sequence[tuple[Update, Turned]], updates: Sequence[Update]) -> None:
        await be_courteous(self.bot, self.script, handled)
        await leave_groups(self.bot, self.script, updates)


async def leave_groups(bot: Bot, script: Script, updates: Sequence[Update]) -> None:
    """Private chats only: in a group the bot says one line and leaves. Where it may not speak it leaves all the same."""
    for group in {g for u in updates if (g := group_of(u)) is not None}:
        with _told("a word in a group"):
            await bot.send_message(group, script.wording.text("fr", "group-only-private"))
        with _told("leaving a group"):
            await bot.leave_chat(group)


@contextmanager
def _told(what: str) -> Iterator[None]:
    """A failure is only told, without words."""
    try:
        yield
    except (AiogramError, TimeoutError, OSError) as error:
        log.info("%s failed: %s", what, type(error).__name__)
