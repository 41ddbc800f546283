"""Small things done after commit and never retried: the word on a button, a receipt, a farewell."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence

from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.methods import AnswerCallbackQuery
from aiogram.types import CallbackQuery, Message, ReactionTypeEmoji, ReplyKeyboardRemove, Update

from backend.scene import Turned
from backend.script import Script
from backend.team.chats import Answer
from bot.calling import call
from bot.inbound import group_of
from bot.team import answer_staff

log = logging.getLogger(__name__)
RECEIVED = "👀"


async def be_courteous(bot: Bot, handled: Sequence[tuple[Update, Turned]]) -> None:
    """Answer the taps, acknowledge what a human will read, say farewell."""
    await asyncio.gather(*(_quietly(bot, update, turned) for update, turned in handled))


async def _quietly(bot: Bot, update: Update, turned: Turned) -> None:
    try:
        if isinstance(turned, Answer):
            await answer_staff(bot, update.callback_query, turned)
        elif update.callback_query:
            await _answer(bot, update.callback_query, turned)
        elif turned.farewell and update.message:
            await bot.send_message(
                update.message.chat.id, turned.farewell, reply_markup=ReplyKeyboardRemove()
            )
        elif turned.receipt and update.message:
            await _acknowledge(bot, update.message)
    except (AiogramError, TimeoutError) as error:
        log.info("a courtesy failed: %s", type(error).__name__)


async def _acknowledge(bot: Bot, message: Message) -> None:
    await bot.set_message_reaction(
        message.chat.id, message.message_id, reaction=[ReactionTypeEmoji(emoji=RECEIVED)]
    )


async def _answer(bot: Bot, tap: CallbackQuery, turned: Turned) -> None:
    """The button stops turning; its word stands for a moment."""
    await call(bot, AnswerCallbackQuery, callback_query_id=tap.id, text=turned.toast)


async def leave_groups(bot: Bot, script: Script, updates: Sequence[Update]) -> None:
    """Private chats only: in a group the bot says one line and leaves."""
    for group in {g for u in updates if (g := group_of(u)) is not None}:
        try:
            await bot.send_message(group, script.wording.text("fr", "group-only-private"))
            await bot.leave_chat(group)
        except (AiogramError, TimeoutError) as error:
            log.info("a group could not be left: %s", type(error).__name__)
