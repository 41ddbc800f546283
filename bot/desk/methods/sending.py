"""sendMessage, and what every send* has in common."""

from typing import Any

from bot.desk.entities import check_entities, found_in, parse_html, strip, units
from bot.desk.errors import Json, bad_request
from bot.desk.markup import check_markup
from bot.desk.params import Params
from bot.desk.records import Bubble, Group, Phone, quoted
from bot.desk.state import Desk

TEXT_MOST, CAPTION_MOST = 4096, 1024
_MODES = {"", "html", "markdown", "markdownv2"}
_MESSAGE_ID_FIRST = 1


def read_text(params: Params, name: str, entities_name: str) -> tuple[str, list[Json]]:
    """The text under `name` with its entities, given, parsed from HTML or found."""
    source = params.text(name)
    mode = params.text("parse_mode").lower()
    if mode not in _MODES:
        raise bad_request("unsupported parse_mode")
    if mode == "html":
        text, entities = parse_html(source)
    else:
        text, entities = strip(source, check_entities(params.json(entities_name) or [], source))
    return text, _with_found(text, entities)


def _with_found(text: str, entities: list[Json]) -> list[Json]:
    taken = [(one["offset"], one["offset"] + one["length"]) for one in entities]
    free = [one for one in found_in(text) if all(_apart(one, start, end) for start, end in taken)]
    return sorted(entities + free, key=lambda one: (one["offset"], -one["length"])) if free else entities


def _apart(entity: Json, start: int, end: int) -> bool:
    return bool(entity["offset"] >= end or entity["offset"] + entity["length"] <= start)


def message_text(params: Params) -> Json:
    """`text` and `entities` of a message; 400 if empty or over 4096 characters."""
    if not params.text("text"):
        raise bad_request("message text is empty")
    text, entities = read_text(params, "text", "entities")
    if not text:
        raise bad_request("text must be non-empty")
    if len(text) > TEXT_MOST:
        raise bad_request("message is too long")
    return {"text": text, "entities": entities} if entities else {"text": text}


def caption(params: Params) -> Json:
    """`caption` and its entities, or nothing; 400 over 1024 characters."""
    text, entities = read_text(params, "caption", "caption_entities")
    if len(text) > CAPTION_MOST:
        raise bad_request("message caption is too long")
    if not text:
        return {}
    return {"caption": text, "caption_entities": entities} if entities else {"caption": text}


def room_of(desk: Desk, params: Params) -> Phone | Group:
    """The chat named by `chat_id`; 400 if there is none."""
    if not params.text("chat_id"):
        raise bad_request("chat_id is empty")
    return desk.room(params.integer("chat_id"))


def send(desk: Desk, params: Params, content: Json) -> Json:
    """Check the chat and the keyboard, put the message there, and give it back as Telegram does."""
    private = params.integer("chat_id") > 0
    markup = check_markup(params.json("reply_markup"), private)
    room = desk.reachable(room_of(desk, params))
    if markup and "inline_keyboard" in markup:
        content = {**content, "reply_markup": markup}
    content = {**content, **_replied(desk, params, room.id)}
    if params.truth("protect_content"):
        content["has_protected_content"] = True
    bubble = desk.post(room, "bot", desk.profile.user, content)
    if markup and isinstance(room, Phone):
        _show_keyboard(desk, room, markup)
    return bubble.body


def _replied(desk: Desk, params: Params, chat_id: int) -> Json:
    given: Any = params.json("reply_parameters") or {}
    if not isinstance(given, dict):
        raise bad_request("object expected as reply parameters")
    wanted = given.get("message_id") or params.integer("reply_to_message_id")
    if not wanted:
        return {}
    try:
        found = desk.bubbles.get(chat_id, {}).get(int(wanted))
    except (TypeError, ValueError):
        raise bad_request("can't parse reply parameters JSON object") from None
    if found is None or found.deleted:
        if given.get("allow_sending_without_reply") or params.truth("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    return {"reply_to_message": quoted(found)}


def _show_keyboard(desk: Desk, phone: Phone, markup: Json) -> None:
    if "keyboard" in markup:
        phone.keyboard = markup
    elif "remove_keyboard" in markup:
        phone.keyboard = None
    else:
        return
    desk.keep(phone)


def send_message(desk: Desk, params: Params) -> Json:
    return send(desk, params, message_text(params))


def _source(desk: Desk, params: Params, missing: str) -> Bubble:
    return desk.bubble(params.integer("from_chat_id"), params.integer("message_id"), missing)


_OWN = {"message_id", "from", "chat", "date", "edit_date", "reply_markup", "reply_to_message"}


def _content(bubble: Bubble) -> Json:
    return {key: value for key, value in bubble.body.items() if key not in _OWN}


def copy_message(desk: Desk, params: Params) -> Json:
    source = _source(desk, params, "message to copy not found")
    return {"message_id": send(desk, params, _content(source))["message_id"]}


def forward_message(desk: Desk, params: Params) -> Json:
    source = _source(desk, params, "message to forward not found")
    origin = {"type": "user", "date": source.body["date"], "sender_user": source.body["from"]}
    return send(desk, params, _content(source) | {"forward_origin": origin})


def send_dice(desk: Desk, params: Params) -> Json:
    return send(desk, params, {"dice": {"emoji": params.text("emoji") or "🎲", "value": 1}})


def send_poll(desk: Desk, params: Params) -> Json:
    options = params.json("options") or []
    if not 2 <= len(options) <= 12:
        raise bad_request("poll must have at least 2 option")
    texts = [one if isinstance(one, str) else one.get("text", "") for one in options]
    poll = {
        "id": str(units(params.text("question"))),
        "question": params.text("question"),
        "options": [
            {"persistent_id": str(n), "text": text, "voter_count": 0} for n, text in enumerate(texts)
        ],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": False,
        "members_only": False,
    }
    return send(desk, params, {"poll": poll})
