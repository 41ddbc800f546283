"""A Bot API in memory for many phones: as strict as the desk Telegram about what it is asked to show, and cheap.

It keeps what the checks need: who was told what, in which order, how long an update waited for its reply.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from time import perf_counter
from typing import Any

from bot.desk.errors import ApiError, Json, bad_request, forbidden
from bot.desk.markup import check_markup
from bot.desk.methods.sending import caption, message_text
from bot.desk.params import Params
from bot.simulation.phones import Phones
from bot.simulation.updates import BOT

LIMIT = 100
"""Updates in one answer, as Telegram gives."""
_OLD = "query is too old and response timeout expired or query ID is invalid"
_BLOCKED = "bot was blocked by the user"


class Sky:
    """What the product takes for Telegram."""

    def __init__(self, phones: Phones) -> None:
        self.phones = phones
        self.said: defaultdict[str, int] = defaultdict(int)
        """Calls accepted, by method."""
        self.refused: defaultdict[str, int] = defaultdict(int)
        """Calls refused, by reason."""
        self.methods: dict[str, Callable[[Params], Any]] = {
            "getme": lambda _: BOT,
            "getupdates": self._updates,
            "sendmessage": lambda p: self._send(p, message_text(p)),
            "sendvenue": lambda p: self._send(p, {}),
            "senddocument": lambda p: self._send(p, caption(p)),
            "editmessagetext": self._edit,
            "answercallbackquery": self._answer,
            "setmessagereaction": self._react,
        }

    def call(self, method: str, values: Json) -> tuple[int, Json]:
        """One call of the Bot API: its status and the JSON of its answer."""
        name = method.lower()
        try:
            result = self.methods.get(name, _accept)(Params(values))
        except ApiError as error:
            self.refused[error.description] += 1
            return error.code, error.body()
        self.said[name] += 1
        return 200, {"ok": True, "result": result}

    def _updates(self, params: Params) -> list[Json]:
        return self.phones.hand_out(params.integer("offset"), LIMIT)

    def _send(self, params: Params, content: Json) -> Json:
        """A new message in a chat."""
        markup = check_markup(params.json("reply_markup"), private=True)
        phone = self._reachable(params)
        phone.heard += 1
        message_id = phone.mind.screen.next_id()
        self._show(params, message_id, markup)
        return self._message(params, message_id, content)

    def _edit(self, params: Params) -> Json:
        content = message_text(params)
        markup = check_markup(params.json("reply_markup"), private=True, only_inline=True)
        phone, message_id = self._reachable(params), params.integer("message_id")
        if not 0 < message_id <= phone.mind.screen.newest:
            raise bad_request("message to edit not found")
        self._show(params, message_id, markup)
        return self._message(params, message_id, content)

    def _show(self, params: Params, message_id: int, markup: Json | None) -> None:
        self.phones.hears(params.integer("chat_id"), message_id, markup, perf_counter())

    def _message(self, params: Params, message_id: int, content: Json) -> Json:
        chat = {"id": params.integer("chat_id"), "type": "private", "first_name": "?"}
        at = int(self.phones.now().timestamp())
        return {"message_id": message_id, "date": at, "chat": chat, "from": BOT, **content}

    def _reachable(self, params: Params) -> Any:
        phone = self.phones.by_address.get(params.integer("chat_id"))
        if phone is None:
            raise bad_request("chat not found")
        if phone.blocked:
            raise forbidden(_BLOCKED)
        return phone

    def _answer(self, params: Params) -> bool:
        """The button stops turning: once for each tap."""
        if not self.phones.answers(params.integer("callback_query_id")):
            raise bad_request(_OLD)
        return True

    def _react(self, params: Params) -> bool:
        self._reachable(params)
        self.phones.acknowledged(params.integer("chat_id"))
        return True


def _accept(_: Params) -> bool:
    """What shows nothing on a phone."""
    return True
