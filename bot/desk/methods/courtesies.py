"""Answers to taps, «is typing», reactions."""

import time
from pathlib import Path

from bot.desk.errors import bad_request
from bot.desk.methods.sending import room_of
from bot.desk.params import Params
from bot.desk.state import TAP_LIFE, Desk

TOAST_MOST = 200
_OLD = "query is too old and response timeout expired or query ID is invalid"
_ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
}  # fmt: skip
REACTIONS = frozenset((Path(__file__).parents[1] / "reactions.txt").read_text("utf-8").split())


def answer_tap(desk: Desk, params: Params) -> bool:
    """Answer once, in time; the text becomes the phone's toast (or alert)."""
    tap = desk.taps.get(params.text("callback_query_id"))
    if tap is None or tap.answered or time.time() - tap.at > TAP_LIFE:
        raise bad_request(_OLD)
    text = params.text("text")
    if len(text) > TOAST_MOST:
        raise bad_request("MESSAGE_TOO_LONG")
    tap.answered = True
    desk.keep(tap)
    phone = desk.phones[tap.phone_id]
    phone.toast = {"text": text, "alert": params.truth("show_alert"), "tap": tap.id} if text else None
    desk.keep(phone)
    return True


def show_action(desk: Desk, params: Params) -> bool:
    room = room_of(desk, params)
    if params.text("action").lower() not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    desk.reachable(room)
    desk.acting[room.id] = (params.text("action").lower(), time.time())
    desk.touch(room.id)
    return True


def react(desk: Desk, params: Params) -> bool:
    """Set the bot's reaction on a message: one of Telegram's emojis, or none."""
    wanted = params.json("reaction") or []
    if not isinstance(wanted, list) or not all(isinstance(one, dict) for one in wanted):
        raise bad_request("can't parse reaction types JSON object")
    if any(one.get("type") != "emoji" for one in wanted):
        raise bad_request("REACTION_INVALID")
    emojis = [str(one.get("emoji", "")).replace("\ufe0f", "") for one in wanted]
    room = room_of(desk, params)
    bubble = desk.bubble(room.id, params.integer("message_id"), "message to react not found")
    desk.reachable(room)
    if len(emojis) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if any(emoji not in REACTIONS for emoji in emojis):
        raise bad_request("REACTION_INVALID")
    bubble.reactions = emojis
    desk.keep(bubble)
    return True
