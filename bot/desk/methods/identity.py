"""Who the bot is: getMe, commands, descriptions, menu button."""

import re

from bot.desk.errors import Json, bad_request
from bot.desk.params import Params
from bot.desk.state import Desk

COMMANDS_MOST, DESCRIPTION_MOST, SHORT_MOST, NAME_MOST = 100, 512, 120, 64
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")


def get_me(desk: Desk, _params: Params) -> Json:
    return desk.profile.me()


def accept(_desk: Desk, _params: Params) -> bool:
    return True


def _scope(params: Params) -> str:
    scope = params.json("scope") or {"type": "default"}
    return f"commands:{scope.get('type')}:{scope.get('chat_id', '')}:{params.text('language_code')}"


def set_commands(desk: Desk, params: Params) -> bool:
    commands = params.json("commands") or []
    if len(commands) > COMMANDS_MOST:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not _COMMAND.fullmatch(str(command.get("command", "")).removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(str(command.get("description", ""))) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    desk.profile.set(_scope(params), commands)
    return True


def get_commands(desk: Desk, params: Params) -> object:
    return desk.profile.get(_scope(params), [])


def delete_commands(desk: Desk, params: Params) -> bool:
    desk.profile.set(_scope(params), [])
    return True


def _set(desk: Desk, params: Params, name: str, most: int) -> bool:
    text = params.text(name)
    if len(text) > most:
        raise bad_request(f"bot {name.replace('_', ' ')} is too long")
    desk.profile.set(f"{name}:{params.text('language_code')}", text)
    return True


def _get(desk: Desk, params: Params, name: str, default: str = "") -> Json:
    return {name: desk.profile.get(f"{name}:{params.text('language_code')}", default)}


def set_name(desk: Desk, params: Params) -> bool:
    return _set(desk, params, "name", NAME_MOST)


def get_name(desk: Desk, params: Params) -> Json:
    return _get(desk, params, "name", desk.profile.user["first_name"])


def set_description(desk: Desk, params: Params) -> bool:
    return _set(desk, params, "description", DESCRIPTION_MOST)


def get_description(desk: Desk, params: Params) -> Json:
    return _get(desk, params, "description")


def set_short_description(desk: Desk, params: Params) -> bool:
    return _set(desk, params, "short_description", SHORT_MOST)


def get_short_description(desk: Desk, params: Params) -> Json:
    return _get(desk, params, "short_description")


def set_menu_button(desk: Desk, params: Params) -> bool:
    if params.text("chat_id"):
        desk.room(params.integer("chat_id"))
    desk.profile.set(f"menu:{params.text('chat_id')}", params.json("menu_button") or {"type": "default"})
    return True


def get_menu_button(desk: Desk, params: Params) -> object:
    return desk.profile.get(f"menu:{params.text('chat_id')}", {"type": "commands"})
