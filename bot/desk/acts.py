"""What a person does on their phone, and the updates the bot gets of it."""

import time
from dataclasses import dataclass

from bot.desk.attachments import describe
from bot.desk.entities import found_in
from bot.desk.errors import Json
from bot.desk.records import Bubble, File, Group, Phone, quoted
from bot.desk.state import Desk

TEXT_MOST = 4096


class ImpossibleError(Exception):
    """A phone cannot do that; the text says why, for the caller of the control API."""


def _room(desk: Desk, phone: Phone, chat_id: int | None) -> Phone | Group:
    if chat_id in (None, phone.id):
        return phone
    group = desk.groups.get(int(chat_id or 0))
    if group is None or phone.id not in group.members:
        raise ImpossibleError("this phone is not in that chat")
    return group


def send(desk: Desk, phone: Phone, content: Json, chat_id: int | None = None) -> Bubble:
    """Put a message of the phone into its chat with the bot, or into a group."""
    room = _room(desk, phone, chat_id)
    if isinstance(room, Phone):
        if phone.blocked or phone.gone:
            raise ImpossibleError("the bot is blocked on this phone")
        _began(desk, phone)
    bubble = desk.post(room, "phone", phone.user(), content)
    if isinstance(room, Phone) or not room.left:
        desk.updates.push("message", bubble.body)
    return bubble


def _began(desk: Desk, phone: Phone) -> None:
    if not phone.started or (phone.keyboard or {}).get("one_time_keyboard"):
        phone.started, phone.keyboard = True, None
        desk.keep(phone)


@dataclass(frozen=True, slots=True)
class Beside:
    """What a phone puts beside its words: the message it answers, formatting, the album a file belongs to."""

    answers: int | None = None
    entities: list[Json] | None = None
    album: str = ""


PLAIN = Beside()


def write(
    desk: Desk, phone: Phone, text: str, chat_id: int | None = None, beside: Beside = PLAIN
) -> list[Bubble]:
    """Send text; a real phone cuts what is over 4096 characters into several messages."""
    text = text.strip()
    if not text:
        raise ImpossibleError("a phone sends no empty message")
    pieces = [text[at : at + TEXT_MOST] for at in range(0, len(text), TEXT_MOST)]
    extra = _beside(desk, phone, beside)
    return [send(desk, phone, _words(piece, beside.entities) | extra, chat_id) for piece in pieces]


def _words(text: str, given: list[Json] | None = None) -> Json:
    entities = sorted([*(given or []), *found_in(text)], key=lambda one: int(one["offset"]))
    return {"text": text, "entities": entities} if entities else {"text": text}


def _beside(desk: Desk, phone: Phone, beside: Beside) -> Json:
    album = {"media_group_id": beside.album} if beside.album else {}
    if beside.answers is None:
        return album
    return album | {"reply_to_message": quoted(_seen(desk, phone.id, beside.answers))}


def start(desk: Desk, phone: Phone, payload: str = "") -> Bubble:
    """Open the bot's link: unblocks it, then says /start with the payload."""
    unblock(desk, phone)
    return send(desk, phone, _words(f"/start {payload}".strip()))


def send_file(desk: Desk, phone: Phone, file: File, caption: str = "", beside: Beside = PLAIN) -> Bubble:
    text = {"caption": caption} if caption else {}
    return send(desk, phone, describe(file, file.kind) | text | _beside(desk, phone, beside))


def edit(desk: Desk, phone: Phone, message_id: int, text: str) -> Bubble:
    """Change one's own words, or those under one's own file."""
    bubble = _seen(desk, phone.id, message_id)
    if bubble.author != "phone" or not {"text", "photo", "document", "video", "voice"} & bubble.body.keys():
        raise ImpossibleError("only one's own words can be edited")
    kept = {key: value for key, value in bubble.body.items() if key not in ("entities", "caption_entities")}
    words = _words(text.strip()) if "text" in bubble.body else {"caption": text.strip()}
    bubble.body = kept | words | {"edit_date": int(time.time())}
    desk.keep(bubble)
    desk.updates.push("edited_message", bubble.body)
    return bubble


def _seen(desk: Desk, chat_id: int, message_id: int) -> Bubble:
    bubble = desk.bubbles.get(chat_id, {}).get(message_id)
    if bubble is None:
        raise ImpossibleError("there is no such message")
    return bubble


@dataclass(frozen=True, slots=True)
class Touch:
    """A finger on a button of a message, found by its data or its label; `forged` sends any data as it is."""

    message_id: int
    data: str | None = None
    label: str | None = None
    forged: bool = False


def tap(desk: Desk, phone: Phone, touch: Touch) -> Json:
    """Tap an inline button: `{"tap": id}`, or `{"url": ..., "copied": ...}` if the phone does it itself."""
    here = (room for room in _rooms(desk, phone) if touch.message_id in desk.bubbles.get(room, {}))
    bubble = _seen(desk, next(here, phone.id), touch.message_id)
    button: Json = {"callback_data": touch.data} if touch.forged else _button(bubble, touch)
    if "callback_data" not in button:
        return {"url": button.get("url"), "copied": button.get("copy_text", {}).get("text")}
    made, chat = desk.tap(phone.id), str(bubble.body["chat"]["id"])
    query = {"id": made.id, "from": phone.user(), "chat_instance": chat, "data": button["callback_data"]}
    desk.updates.push("callback_query", query | {"message": _for_bot(bubble)})
    return {"tap": made.id}


def _rooms(desk: Desk, phone: Phone) -> list[int]:
    return [phone.id, *(group.id for group in desk.groups.values() if phone.id in group.members)]


def _button(bubble: Bubble, touch: Touch) -> Json:
    rows = [] if bubble.deleted else bubble.body.get("reply_markup", {}).get("inline_keyboard", [])
    for button in (button for row in rows for button in row):
        if touch.label == button["text"] or (touch.data and touch.data == button.get("callback_data")):
            return dict(button)
    raise ImpossibleError("there is no such button under this message")


def _for_bot(bubble: Bubble) -> Json:
    """A message as a tap shows it: one that was deleted has no content and the date 0."""
    if not bubble.deleted:
        return bubble.body
    return {"chat": bubble.body["chat"], "message_id": bubble.body["message_id"], "date": 0}


def block(desk: Desk, phone: Phone) -> None:
    _become(desk, phone, blocked=True)


def unblock(desk: Desk, phone: Phone) -> None:
    _become(desk, phone, blocked=False)


def _become(desk: Desk, phone: Phone, blocked: bool) -> None:
    if phone.blocked != blocked:
        phone.blocked = blocked
        desk.keep(phone)
        before, after = ("member", "kicked") if blocked else ("kicked", "member")
        desk.updates.push("my_chat_member", _membership(desk, phone, phone, before, after))


def add_to_group(desk: Desk, phone: Phone, title: str) -> Group:
    """Make a group with the bot in it."""
    group = desk.group(title, [phone.id])
    desk.updates.push("my_chat_member", _membership(desk, phone, group, "left", "member"))
    return group


def _membership(desk: Desk, phone: Phone, room: Phone | Group, before: str, after: str) -> Json:
    statuses = {"old_chat_member": before, "new_chat_member": after}
    sides = {side: _standing(desk, status) for side, status in statuses.items()}
    return {"chat": room.chat(), "from": phone.user(), "date": int(time.time()), **sides}


def _standing(desk: Desk, status: str) -> Json:
    until = {"until_date": 0} if status == "kicked" else {}
    return {"status": status, "user": desk.profile.user, **until}


def delete_chat(desk: Desk, phone: Phone) -> None:
    """Clear the phone's side of the chat; the bot is told nothing, as with Telegram."""
    for bubble in desk.bubbles.get(phone.id, {}).values():
        bubble.hidden = True
        desk.keep(bubble)
    phone.keyboard = None
    desk.keep(phone)
