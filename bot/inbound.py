"""From a Telegram update to what happened. Pure: no call, no database."""

from __future__ import annotations

import re
from math import isfinite

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message, Update, User

from backend.scene import Arrival
from bot.contents import file_id, held_by
from flows.events import Blocked, Chose, Edited, Event, Said, Sent, Shared

CHANNEL = "telegram"
GONE = {"kicked", "left"}
_TURNS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
GROUPS = {"group", "supergroup", "channel"}


def to_arrival(update: Update, bot_id: int) -> Arrival | None:
    """What the update tells of a private chat; None for what is not for us."""
    key = f"telegram:{bot_id}:{update.update_id}"
    if update.message and update.message.chat.type == "private":
        words = _clean(update.message.text or update.message.caption or "")
        return _from_message(key, update.message, to_event(update.message), words)
    if update.edited_message and update.edited_message.chat.type == "private":
        text = update.edited_message.text or update.edited_message.caption
        if text is None:  # a position that moves
            return None
        return _from_message(key, update.edited_message, Edited(_clean(text)), _clean(text))
    if update.callback_query:
        return _from_tap(key, update.callback_query)
    if update.my_chat_member and update.my_chat_member.chat.type == "private":
        return _from_member(key, update.my_chat_member)
    return None


def group_of(update: Update) -> int | None:
    """The group the bot was written to or added to: it says one line there and leaves. Of one that moved, the new one."""
    spoken = update.message or update.my_chat_member
    if spoken is None or spoken.chat.type not in GROUPS:
        return None
    if update.message and update.message.migrate_to_chat_id:
        return update.message.migrate_to_chat_id
    joined = update.my_chat_member is None or update.my_chat_member.new_chat_member.status not in GONE
    return spoken.chat.id if joined else None


def whose(update: Update) -> int:
    """Whose chat it comes from: what is said there must stay in order."""
    spoken = update.message or update.edited_message or update.my_chat_member
    if spoken:
        return spoken.chat.id
    return update.callback_query.from_user.id if update.callback_query else 0


def to_event(message: Message) -> Event:
    """The words, the position or the thing that was sent."""
    if message.text is not None:
        return Said(_clean(message.text))
    if message.location and isfinite(message.location.latitude + message.location.longitude):
        return Shared(message.location.latitude, message.location.longitude)
    return Sent(ContentType(message.content_type).value, file_id(message), _clean(message.caption or ""))


def _clean(text: str) -> str:
    """What no database would take: half characters and the null character."""
    return text.encode("utf-8", "replace").decode().replace("\0", "")


def _from_message(key: str, message: Message, event: Event, words: str) -> Arrival:
    return Arrival(
        key,
        CHANNEL,
        str(message.chat.id),
        event,
        first_name=_name(message.from_user),
        language=message.from_user.language_code if message.from_user else None,
        outside_id=str(message.message_id),
        held=held_by(message, words),
    )


def _from_tap(key: str, tap: CallbackQuery) -> Arrival:
    """A tap counts for whoever tapped. Data that is not ours becomes a choice that nobody offers."""
    story, _, rest = (tap.data or "").partition(":")
    step, _, choice = rest.partition(":")
    return Arrival(
        key,
        CHANNEL,
        str(tap.from_user.id),
        Chose(story, step, choice),
        first_name=_name(tap.from_user),
        language=tap.from_user.language_code,
        on=str(tap.message.message_id) if tap.message else None,
    )


def _from_member(key: str, change: ChatMemberUpdated) -> Arrival:
    blocked = change.new_chat_member.status in GONE
    return Arrival(key, CHANNEL, str(change.chat.id), Blocked(blocked))


def _name(user: User | None) -> str | None:
    """On one line, and without signs that would turn around what stands beside it."""
    return " ".join(_TURNS.sub("", _clean(user.first_name)).split())[:40] or None if user else None
