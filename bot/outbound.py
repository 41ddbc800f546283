"""From a parcel to a call of the Bot API, and from Telegram's refusals to ours."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramNotFound,
    TelegramRetryAfter,
)
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from backend.leases import Parcel
from backend.outbox import Blocked, Delivered, Refused, Wait

Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove


class Telegram:
    """The channel of the youths."""

    def __init__(self, bot: Bot) -> None:
        self.bot = bot

    async def deliver(self, parcel: Parcel) -> Delivered:
        """Send one line. Raises Wait, Blocked, Refused; anything else means: perhaps, try again."""
        try:
            return await self._call_or_without_links(parcel)
        except TelegramRetryAfter as error:
            raise Wait(error.retry_after) from None
        except TelegramForbiddenError:
            raise Blocked from None
        except (TelegramBadRequest, TelegramNotFound, TelegramEntityTooLarge) as error:
            return _already_so(error)

    async def _call_or_without_links(self, parcel: Parcel) -> Delivered:
        """A link that Telegram refuses must not keep the words from being heard: the numbers stand in them."""
        try:
            return await self._call(parcel)
        except TelegramBadRequest:
            plain = [[b for b in row if "url" not in b] for row in parcel.buttons]
            if plain == parcel.buttons:
                raise
            return await self._call(replace(parcel, buttons=[row for row in plain if row]))

    async def _call(self, parcel: Parcel) -> Delivered:
        match parcel.kind:
            case "edit":
                return await self._edit(parcel)
            case "venue":
                return _id_of(await self._venue(parcel))
            case "file":
                return _id_of(await self._file(parcel))
            case _:
                markup = keyboard(parcel.buttons)
                return _id_of(
                    await self.bot.send_message(int(parcel.address), parcel.text, reply_markup=markup)
                )

    async def _edit(self, parcel: Parcel) -> Delivered:
        markup = keyboard(parcel.buttons)
        await self.bot.edit_message_text(
            parcel.text,
            chat_id=int(parcel.address),
            message_id=int(parcel.outside_id or 0),
            reply_markup=markup if isinstance(markup, InlineKeyboardMarkup) else None,
        )
        return Delivered(parcel.outside_id)

    async def _venue(self, parcel: Parcel) -> Message:
        place = parcel.place or {}
        return await self.bot.send_venue(
            int(parcel.address),
            place["lat"],
            place["lon"],
            title=place["site"],
            address=place["address"] or place["site"],
        )

    async def _file(self, parcel: Parcel) -> Message:
        file = BufferedInputFile(parcel.file or b"", parcel.file_name)
        return await self.bot.send_document(int(parcel.address), file, caption=parcel.text)


def _id_of(message: Message) -> Delivered:
    return Delivered(str(message.message_id))


def _already_so(error: TelegramAPIError) -> Delivered:
    """A second identical edit is no failure: the phone shows what it should."""
    if "message is not modified" in error.message:
        return Delivered()
    raise Refused(error.message) from None


def keyboard(rows: list[Any]) -> Markup:
    """Buttons under the message; a keyboard that shares the position; else the last keyboard goes."""
    if not rows:
        return ReplyKeyboardRemove()
    if any("position" in button for row in rows for button in row):
        asked = [
            [KeyboardButton(text=b["label"], request_location=b.get("position")) for b in row] for row in rows
        ]
        return ReplyKeyboardMarkup(keyboard=asked, resize_keyboard=True, one_time_keyboard=True)
    return InlineKeyboardMarkup(inline_keyboard=[[_button(b) for b in row] for row in rows])


def _button(button: dict[str, str]) -> InlineKeyboardButton:
    if "url" in button:
        return InlineKeyboardButton(text=button["label"], url=button["url"])
    return InlineKeyboardButton(text=button["label"], callback_data=button["data"])
