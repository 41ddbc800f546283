"""Keyboards: what Telegram accepts under a message, and its words for what it refuses."""

import json
from typing import Any
from urllib.parse import urlsplit

from bot.desk.errors import ApiError, Json, bad_request

KINDS = ("keyboard", "inline_keyboard", "remove_keyboard", "force_reply")
_INLINE_ROW, _INLINE_MOST, _ROW, _MOST, _BYTES = 8, 100, 12, 300, 10_240
_SCHEMES = {"http", "https", "tg", "ton", "tonsite"}
_ACTIONS = (
    "callback_data", "url", "copy_text", "web_app", "login_url", "switch_inline_query",
    "switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "callback_game", "pay",
)  # fmt: skip
_PRIVATE_ONLY = {"request_contact": "phone number", "request_location": "location"}
TOO_LONG = "reply markup is too long"


def check_markup(markup: Any, private: bool, only_inline: bool = False) -> Json | None:
    """The markup as given, or None if there is none; 400 as Telegram would."""
    if markup in (None, "", {}):
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    kinds = [kind for kind in KINDS if markup.get(kind) not in (None, False)]
    if len(kinds) != 1:
        raise bad_request("can't parse reply keyboard markup JSON object")
    if kinds == ["inline_keyboard"]:
        return _inline(markup)
    if only_inline:
        raise bad_request("inline keyboard expected")
    return _reply(markup, private) if kinds == ["keyboard"] else markup


def _rows(markup: Json, kind: str, owner: str) -> list[list[Any]]:
    rows = markup[kind]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request(f'field "{kind}" of the {owner} must be an Array of Arrays')
    return rows


def _inline(markup: Json) -> Json | None:
    rows = _rows(markup, "inline_keyboard", "InlineKeyboardMarkup")
    buttons = [button for row in rows for button in row]
    for button in buttons:
        _check_inline_button(button)
    _check_size(rows, _INLINE_ROW, _INLINE_MOST)
    if len(json.dumps(rows, ensure_ascii=False).encode()) > _BYTES:
        raise bad_request(TOO_LONG)
    return {"inline_keyboard": [row for row in rows if row]} if buttons else None


def _check_size(rows: list[list[Any]], wide: int, most: int) -> None:
    if sum(map(len, rows)) > most or any(len(row) > wide for row in rows):
        raise bad_request(TOO_LONG)


def _check_inline_button(button: Any) -> None:
    if not isinstance(button, dict):
        raise _unreadable("InlineKeyboardButton must be an Object")
    if not isinstance(button.get("text"), str):
        raise _unreadable('Field "text" must be of type String')
    if not any(button.get(action) is not None for action in _ACTIONS):
        raise _unreadable("Text buttons are unallowed in the inline keyboard")
    if not button["text"].strip():
        raise bad_request("inline keyboard button text must be non-empty")
    if button.get("url") is not None:
        _check_url(str(button["url"]))
    data = button.get("callback_data")
    if data is not None and not 1 <= len(str(data).encode()) <= 64:
        raise bad_request("BUTTON_DATA_INVALID")


def _unreadable(problem: str) -> ApiError:
    return bad_request(f"can't parse inline keyboard button: {problem}")


def _check_url(url: str) -> None:
    problem = url_problem(url)
    if problem:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: {problem}")


def url_problem(url: str) -> str | None:
    """Why Telegram would not open this link, if it would not. A bare host counts as http."""
    scheme, colon, _ = url.partition(":")
    bare = not colon or "." in scheme or "/" in scheme
    if not bare and scheme.lower() not in _SCHEMES:
        return "Unsupported URL protocol"
    if not bare and scheme.lower() not in ("http", "https"):
        return None
    host = urlsplit(f"http://{url}" if bare else url).hostname or ""
    if not host:
        return "URL host is empty"
    # Telegram takes addresses and full names; it refuses `localhost`.
    return None if "." in host.strip(".") or ":" in host else "Wrong HTTP URL"


def _reply(markup: Json, private: bool) -> Json | None:
    rows = _rows(markup, "keyboard", "ReplyKeyboardMarkup")
    named = [[{"text": one} if isinstance(one, str) else one for one in row] for row in rows]
    for button in (button for row in named for button in row):
        _check_button(button, private)
    _check_size(named, _ROW, _MOST)
    return markup | {"keyboard": named} if any(named) else None


def _check_button(button: Any, private: bool) -> None:
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise bad_request("can't parse keyboard button: KeyboardButton must be an Object")
    if not button["text"].strip():
        raise bad_request("keyboard button text must be non-empty")
    for request, name in _PRIVATE_ONLY.items():
        if button.get(request) and not private:
            raise bad_request(f"{name} can be requested in private chats only")
