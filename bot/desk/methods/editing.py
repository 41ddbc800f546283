"""Changing and deleting messages already sent."""

import time

from bot.desk.errors import Json, bad_request
from bot.desk.markup import check_markup
from bot.desk.methods.sending import caption, message_text, room_of
from bot.desk.params import Params
from bot.desk.records import Bubble, Phone
from bot.desk.state import Desk

DELETABLE = 48 * 3600
_SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def _target(desk: Desk, params: Params) -> Bubble:
    if params.text("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    room = room_of(desk, params)
    if not params.integer("message_id"):
        raise bad_request("message identifier is not specified")
    bubble = desk.bubble(room.id, params.integer("message_id"), "message to edit not found")
    desk.reachable(room)
    if bubble.author != "bot":
        raise bad_request("message can't be edited")
    return bubble


def _change(desk: Desk, params: Params, bubble: Bubble, content: Json, replaced: set[str]) -> Json:
    """Put `content` in place of the fields `replaced`, and the keyboard given in place of the old one."""
    markup = check_markup(params.json("reply_markup"), params.integer("chat_id") > 0, only_inline=True)
    kept = {key: value for key, value in bubble.body.items() if key not in replaced | {"reply_markup"}}
    body = kept | content | ({"reply_markup": markup} if markup else {})
    if body == bubble.body:
        raise bad_request(_SAME)
    bubble.body = body | {"edit_date": int(time.time())}
    desk.keep(bubble)
    return bubble.body


def edit_text(desk: Desk, params: Params) -> Json:
    content = message_text(params)
    bubble = _target(desk, params)
    if "text" not in bubble.body:
        raise bad_request("there is no text in the message to edit")
    return _change(desk, params, bubble, content, {"text", "entities"})


def edit_caption(desk: Desk, params: Params) -> Json:
    content = caption(params)
    bubble = _target(desk, params)
    if not {"document", "photo", "voice", "audio", "video", "animation"} & bubble.body.keys():
        raise bad_request("there is no caption in the message to edit")
    return _change(desk, params, bubble, content, {"caption", "caption_entities"})


def edit_markup(desk: Desk, params: Params) -> Json:
    return _change(desk, params, _target(desk, params), {}, set())


def delete_message(desk: Desk, params: Params) -> bool:
    if not params.integer("message_id"):
        raise bad_request("message identifier is not specified")
    room = room_of(desk, params)
    bubble = desk.bubble(room.id, params.integer("message_id"), "message to delete not found")
    desk.reachable(room)
    old = time.time() - bubble.body["date"] > DELETABLE
    if old or (bubble.author == "phone" and not isinstance(room, Phone)):
        raise bad_request("message can't be deleted for everyone")
    bubble.deleted = True
    desk.keep(bubble)
    return True


def delete_messages(desk: Desk, params: Params) -> bool:
    """Those that are not there are skipped, as Telegram does."""
    room = desk.reachable(room_of(desk, params))
    for number in params.json("message_ids") or []:
        bubble = desk.bubbles.get(room.id, {}).get(int(number))
        if bubble is not None:
            bubble.deleted = True
            desk.keep(bubble)
    return True
