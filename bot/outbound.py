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
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods import EditMessageText, SendMessage
from aiogram.types import BufferedInputFile, Message, MessageEntity, ReplyParameters
from aiohttp import ClientConnectorError

from backend.channel import Away, Blocked, Delivered, Opened, Refused, Wait
from backend.leases import Parcel
from bot.calling import call
from bot.contents import file_id
from bot.downloading import open_file

_NEVER = TelegramBadRequest, TelegramNotFound, TelegramEntityTooLarge, TelegramMigrateToChat
WAYS = {"photo", "voice", "audio", "video", "document"}
OUR_FAULT = LookupError, TypeError, ValueError
"""A line that no call can be made of. It would be tried for ever, and its chat would hear nothing more."""
UPLOADING = 50
"""Seconds for a file on its way up; shorter than the outbox's lease."""


class Telegram:
    """The channel of the youths."""

    def __init__(self, bot: Bot) -> None:
        self.bot = bot

    async def deliver(self, parcel: Parcel) -> Delivered:
        """Send one line. Raises Wait, Blocked, Refused, Away; anything else means: perhaps, try again."""
        try:
            return await self._call_or_without_links(parcel)
        except TelegramRetryAfter as error:
            raise Wait(error.retry_after) from None
        except TelegramForbiddenError:
            raise Blocked from None
        except _NEVER as error:
            return _already_so(error)
        except (TelegramNetworkError, TelegramUnauthorizedError) as error:
            if _has_arrived_nowhere(error):
                raise Away from None
            raise
        except OUR_FAULT as error:
            raise Refused(type(error).__name__) from None

    async def open_file(self, file_id: str) -> Opened:
        """A file that a youth sent, or that was sent to them. Raises Refused, Away."""
        return await open_file(self.bot, file_id)

    async def _call_or_without_links(self, parcel: Parcel) -> Delivered:
        """A link or a mark that Telegram refuses must not keep the words from being heard: the numbers stand in them.

        A photo that it cannot show is sent as it is.
        """
        try:
            return await self._call(parcel)
        except TelegramBadRequest:
            if (plainer := _plainer(parcel)) == parcel:
                raise
            return await self._call(plainer)

    async def _call(self, parcel: Parcel) -> Delivered:
        match parcel.kind:
            case "edit":
                return await self._edit(parcel)
            case "venue":
                return _id_of(await self._venue(parcel))
            case "file":
                return _id_of(await self._file(parcel))
            case _:
                return await self._text(parcel)

    async def _text(self, parcel: Parcel) -> Delivered:
        sent = await call(
            self.bot,
            SendMessage,
            chat_id=int(parcel.address),
            text=parcel.text,
            entities=parcel.marks or None,
            reply_parameters=_answering(parcel),
            reply_markup=keyboard(parcel.buttons),
        )
        return Delivered(str(sent["message_id"]))

    async def _edit(self, parcel: Parcel) -> Delivered:
        markup = keyboard(parcel.buttons)
        await call(
            self.bot,
            EditMessageText,
            chat_id=int(parcel.address),
            message_id=int(parcel.outside_id or 0),
            text=parcel.text,
            reply_markup=markup if "inline_keyboard" in markup else None,
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
        """A photo as a photo, a voice as a voice; what is neither as a document."""
        way = (parcel.about or {}).get("way", "document")
        send: Any = getattr(self.bot, f"send_{way if way in WAYS else 'document'}")
        sent: Message = await send(
            int(parcel.address),
            BufferedInputFile(parcel.file or b"", parcel.file_name),
            caption=parcel.text or None,
            caption_entities=_entities(parcel),
            reply_parameters=ReplyParameters(**answering) if (answering := _answering(parcel)) else None,
            request_timeout=UPLOADING,
        )
        return sent


def _plainer(parcel: Parcel) -> Parcel:
    rows = [[button for button in row if "url" not in button] for row in parcel.buttons]
    about = {**parcel.about, "way": "document"} if parcel.about and "way" in parcel.about else parcel.about
    return replace(parcel, buttons=[row for row in rows if row], marks=[], about=about)


def _entities(parcel: Parcel) -> list[MessageEntity] | None:
    return [MessageEntity(**mark) for mark in parcel.marks] or None


def _answering(parcel: Parcel) -> dict[str, Any] | None:
    """What it answers; if that was deleted, it is said all the same."""
    if parcel.quotes is None:
        return None
    return {"message_id": int(parcel.quotes), "allow_sending_without_reply": True}


def _id_of(message: Message) -> Delivered:
    return Delivered(str(message.message_id), file_id(message))


def _has_arrived_nowhere(error: TelegramAPIError) -> bool:
    """There was no connection, or the token is wrong: a médiateur's line waits then too, and nothing is marked."""
    return isinstance(error, TelegramUnauthorizedError) or isinstance(error.__cause__, ClientConnectorError)


def _already_so(error: TelegramAPIError) -> Delivered:
    """A second identical edit is no failure: the phone shows what it should."""
    if "message is not modified" in error.message:
        return Delivered()
    raise Refused(error.message) from None


def keyboard(rows: list[Any]) -> dict[str, Any]:
    """Buttons under the message; a keyboard that shares the position; else the last keyboard goes."""
    if not rows:
        return {"remove_keyboard": True}
    if any("position" in button for row in rows for button in row):
        asked = [
            [{"text": b["label"], "request_location": bool(b.get("position"))} for b in row] for row in rows
        ]
        return {"keyboard": asked, "resize_keyboard": True, "one_time_keyboard": True}
    return {"inline_keyboard": [[_button(b) for b in row] for row in rows]}


def _button(button: dict[str, str]) -> dict[str, str]:
    if "url" in button:
        return {"text": button["label"], "url": button["url"]}
    return {"text": button["label"], "callback_data": button["data"]}
