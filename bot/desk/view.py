"""A phone as its owner sees it, in JSON."""

import html
import time
from urllib.parse import quote

from bot.desk.errors import Json
from bot.desk.records import Bubble, Phone
from bot.desk.state import Desk

ACTION_LASTS = 5.0
_TAGS = {
    "bold": "b", "italic": "i", "underline": "u", "strikethrough": "s", "code": "code", "pre": "pre",
    "blockquote": "blockquote", "expandable_blockquote": "blockquote", "spoiler": "mark",
}  # fmt: skip
_MEDIA = ("document", "photo", "voice", "audio", "video", "animation", "sticker", "video_note")
_SHOWN = (
    "text",
    "entities",
    "caption",
    "venue",
    "location",
    "contact",
    "edit_date",
    "reply_to_message",
    "poll",
    "dice",
)


def phone_view(desk: Desk, phone: Phone) -> Json:
    """Everything on the phone; the README of this folder names the fields."""
    waiting = {_key(update["message"]) for update in desk.updates.pending.values() if "message" in update}
    rooms = [phone.id, *(group.id for group in desk.groups.values() if phone.id in group.members)]
    shown = [bubble for room in rooms for bubble in desk.bubbles.get(room, {}).values() if _visible(bubble)]
    shown.sort(key=lambda bubble: int(bubble.body["message_id"]))
    return summary(desk, phone) | {
        "bubbles": [bubble_view(desk, bubble, _key(bubble.body) not in waiting) for bubble in shown],
        "keyboard": phone.keyboard,
        "toast": phone.toast,
        "action": _action(desk, phone.id),
        "commands": desk.profile.get("commands:default::", []),
        "description": desk.profile.get("description:", ""),
        "bot": desk.profile.user,
    }


def summary(desk: Desk, phone: Phone) -> Json:
    """A phone without its messages."""
    known = {"id": phone.id, "first_name": phone.first_name, "language_code": phone.language_code}
    known |= {"started": phone.started, "blocked": phone.blocked, "gone": phone.gone}
    return known | {"version": desk.live.version(phone.id)}


def _visible(bubble: Bubble) -> bool:
    return not (bubble.deleted or bubble.hidden)


def _key(message: Json) -> tuple[int, int]:
    return message["chat"]["id"], message["message_id"]


def _action(desk: Desk, chat_id: int) -> str | None:
    action, at = desk.acting.get(chat_id, ("", 0.0))
    return action if action and time.time() - at < ACTION_LASTS else None


def bubble_view(desk: Desk, bubble: Bubble, taken: bool) -> Json:
    """A message: who wrote it, what it says (`html` is safe to show), its buttons, file and marks."""
    body = bubble.body
    buttons = body.get("reply_markup", {}).get("inline_keyboard", [])
    text = body.get("text") or body.get("caption") or ""
    spans = body.get("entities") or body.get("caption_entities") or []
    return {key: body[key] for key in _SHOWN if key in body} | {
        "id": body["message_id"],
        "chat": body["chat"]["id"],
        "group": body["chat"].get("title"),
        "author": bubble.author,
        "date": body["date"],
        "html": to_html(text, spans),
        "buttons": buttons,
        "reactions": bubble.reactions,
        "file": _file(desk, body),
        "edited": "edit_date" in body,
        "taken": taken,
    }


def _file(desk: Desk, body: Json) -> Json | None:
    kind = next((kind for kind in _MEDIA if kind in body), None)
    if kind is None:
        return None
    found = body[kind][-1] if kind == "photo" else body[kind]
    file = desk.files[found["file_id"]]
    about = {"kind": kind, "name": file.name, "mime": file.mime, "size": file.size}
    return about | {"url": f"phone/files/{quote(file.id)}", "file_id": file.id}


def to_html(text: str, entities: list[Json]) -> str:
    """Text with entities as HTML in which everything from outside is escaped."""
    if not entities:
        return html.escape(text)
    points = text.encode("utf-16-le")
    opens: dict[int, list[str]] = {}
    closes: dict[int, list[str]] = {}
    for entity in sorted(entities, key=lambda one: (one["offset"], -one["length"])):
        begin, end = _tags(entity, points)
        if begin:
            opens.setdefault(entity["offset"], []).append(begin)
            closes.setdefault(entity["offset"] + entity["length"], []).insert(0, end)
    return _woven(points, opens, closes)


def _woven(points: bytes, opens: dict[int, list[str]], closes: dict[int, list[str]]) -> str:
    pieces, last = [], 0
    for at in sorted({*opens, *closes, len(points) // 2}):
        pieces.append(html.escape(points[last * 2 : at * 2].decode("utf-16-le", errors="replace")))
        pieces += closes.get(at, [])
        pieces += opens.get(at, [])
        last = at
    return "".join(pieces)


def _tags(entity: Json, points: bytes) -> tuple[str, str]:
    kind, start = entity["type"], entity["offset"] * 2
    if kind in ("url", "text_link"):
        url = entity.get("url") or points[start : start + entity["length"] * 2].decode("utf-16-le")
        return _link(url)
    if kind == "bot_command":
        return '<span class="command">', "</span>"
    tag = _TAGS.get(kind)
    return (f"<{tag}>", f"</{tag}>") if tag else ("", "")


def _link(url: str) -> tuple[str, str]:
    if not url.lower().startswith(("http://", "https://")):
        return "", ""
    return f'<a href="{html.escape(url)}" target="_blank" rel="noopener noreferrer">', "</a>"
