"""Who the bot is, as BotFather and the bot itself have set it."""

import re

from bot.desk.errors import NOT_FOUND, UNAUTHORIZED, Json
from bot.desk.store import Store

_TOKEN = re.compile(r"\d+:[\w-]+")
NAME = "Passerelle"
USERNAME = "passerelle_desk_bot"


class Profile:
    """Identity, commands, descriptions, menu button; kept in the store."""

    def __init__(self, token: str, store: Store) -> None:
        self.token = token
        self._store = store
        self._set = {row["name"]: row["value"] for row in store.records("profile")}
        number = int(token.partition(":")[0])
        self.user: Json = {"id": number, "is_bot": True, "first_name": NAME, "username": USERNAME}

    def check(self, token: str) -> None:
        """401 for another bot's token, 404 for what is no token."""
        if token != self.token:
            raise UNAUTHORIZED if _TOKEN.fullmatch(token) else NOT_FOUND

    def me(self) -> Json:
        abilities = {
            "can_join_groups": True,
            "can_read_all_group_messages": True,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }
        return {**self.user, **abilities}

    def set(self, name: str, value: object) -> None:
        self._set[name] = value
        self._store.put("profile", name, {"name": name, "value": value})

    def get(self, name: str, default: object) -> object:
        return self._set.get(name, default)
