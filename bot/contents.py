"""What a message of Telegram holds besides its words: a file, a place, marks, what it answers. Pure."""

from __future__ import annotations

from typing import Any

from aiogram.types import Contact, Message, MessageEntity, Venue

from backend.attachments.kinds import safe_name
from backend.marks import kept
from backend.scene import Held

FILES = ("voice", "animation", "document", "video", "audio", "video_note", "sticker")
KNOWN = {
    "file_name": "name",
    "mime_type": "mime",
    "file_size": "size",
    "duration": "seconds",
    "emoji": "emoji",
}
LONGEST = 80
"""Characters kept of what strangers name."""


def held_by(message: Message, clean: str) -> Held:
    """All of it. Marks are kept only if they fit the words that are kept (`clean`)."""
    quoted = message.reply_to_message
    raw = message.text if message.text is not None else message.caption
    return Held(
        file=_file(message),
        place=_venue(message.venue) if message.venue else None,
        marks=marks_of(message.entities or message.caption_entities, clean) if raw == clean else None,
        quotes=str(quoted.message_id) if quoted else None,
        album=message.media_group_id,
    )


def file_id(message: Message) -> str | None:
    """Telegram's id of the file in a message; of a photo the largest."""
    if message.photo:
        return message.photo[-1].file_id
    found = (getattr(message, kind) for kind in FILES)
    return next((file.file_id for file in found if file), None)


def marks_of(entities: list[MessageEntity] | None, text: str) -> list[dict[str, Any]] | None:
    """Bold, links and so on, as lines keep them."""
    found = kept((e.model_dump(include={"type", "offset", "length", "url"}) for e in entities or []), text)
    return found or None


def _file(message: Message) -> dict[str, Any] | None:
    if message.contact:
        return {"contact": _contact(message.contact)}
    if message.photo:
        largest = message.photo[-1]
        return {
            "id": largest.file_id,
            "mime": "image/jpeg",
            **({"size": largest.file_size} if largest.file_size else {}),
        }
    held = next((file for kind in FILES if (file := getattr(message, kind))), None)
    if held is None:
        return None
    known = {ours: getattr(held, theirs, None) for theirs, ours in KNOWN.items()}
    known["name"] = safe_name(known["name"] or "")
    return {"id": held.file_id, **{name: _short(value) for name, value in known.items() if value}}


def _contact(contact: Contact) -> dict[str, str]:
    name = " ".join(part for part in (contact.first_name, contact.last_name) if part)
    return {"name": _short(name), "phone": _short(contact.phone_number)}


def _venue(venue: Venue) -> dict[str, Any]:
    at = {"lat": venue.location.latitude, "lon": venue.location.longitude}
    return {**at, "site": _short(venue.title), "address": _short(venue.address)}


def _short(value: Any) -> Any:
    """Words of strangers, as a database takes them; numbers as they are."""
    if not isinstance(value, str):
        return value
    return value.encode("utf-8", "replace").decode().replace("\0", "")[:LONGEST]
