"""The staff's own chats on Telegram: what they are answered, after commit and never retried."""

from __future__ import annotations

from aiogram import Bot
from aiogram.types import CallbackQuery

from backend.leases import Parcel
from backend.outbox import Away, Blocked, Refused, Wait
from backend.team.chats import Answer
from bot.inbound import CHANNEL
from bot.outbound import Telegram


async def answer_staff(bot: Bot, tap: CallbackQuery | None, answer: Answer) -> None:
    """The word on the button, or the message with its buttons. Raises AiogramError, TimeoutError."""
    if tap:
        await bot.answer_callback_query(tap.id, text=answer.toast, show_alert=len(answer.toast or "") > SHORT)
    if not answer.text:
        return
    parcel = Parcel(0, 0, CHANNEL, answer.address, "text", answer.text, 1, answer.buttons)
    try:
        await Telegram(bot).deliver(parcel)
    except (Away, Blocked, Refused, Wait):
        return


SHORT = 40
"""Characters of a word that passes by; a longer one stays until it is closed."""
