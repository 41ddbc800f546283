"""What Telegram sends when somebody acts: real Bot API JSON. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

from bot.simulation.characters import Character

Json: TypeAlias = dict[str, Any]
BOT: Json = {"id": 42, "is_bot": True, "first_name": "Passerelle", "username": "passerelle_bot"}


@dataclass(frozen=True)
class Words:
    """Something typed."""

    text: str


@dataclass(frozen=True)
class Tap:
    """A button, and the message it is under."""

    message_id: int
    data: str


@dataclass(frozen=True)
class Position:
    """Where they are."""

    lat: float
    lon: float


@dataclass(frozen=True)
class Membership:
    """They block the bot (`kicked`), or take it back (`member`)."""

    status: str


Act: TypeAlias = Words | Tap | Position | Membership


def update(number: int, who: Character, act: Act, message_id: int, at: int) -> Json:
    """One update. `message_id`: of what they send, where it is a message; `at`: seconds since 1970."""
    sender = {"id": who.address, "is_bot": False, "first_name": who.name, "language_code": "fr"}
    chat = {"id": who.address, "type": "private", "first_name": who.name}
    message = {"message_id": message_id, "date": at, "chat": chat}
    match act:
        case Words(text):
            return {"update_id": number, "message": {**message, "from": sender, "text": text, **_marks(text)}}
        case Position(lat, lon):
            here = {"latitude": lat, "longitude": lon}
            return {"update_id": number, "message": {**message, "from": sender, "location": here}}
        case Tap(shown, data):
            under = {**message, "message_id": shown, "from": BOT, "text": "…"}
            tap = {"id": str(number), "from": sender, "chat_instance": "1", "data": data, "message": under}
            return {"update_id": number, "callback_query": tap}
        case Membership(status):
            return {"update_id": number, "my_chat_member": _member(sender, chat, status, at)}


def _marks(text: str) -> Json:
    if not text.startswith("/"):
        return {}
    return {"entities": [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}]}


def _member(sender: Json, chat: Json, status: str, at: int) -> Json:
    before = "member" if status == "kicked" else "kicked"
    said = {
        name: {"user": BOT, "status": one, "until_date": 0}
        for name, one in (("old", before), ("new", status))
    }
    return {
        "chat": chat,
        "from": sender,
        "date": at,
        "old_chat_member": said["old"],
        "new_chat_member": said["new"],
    }
