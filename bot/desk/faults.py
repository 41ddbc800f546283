"""Trouble on demand, and the list of calls received, for tests."""

import time
from collections import deque
from dataclasses import dataclass
from typing import Literal

from bot.desk.errors import BROKEN, ApiError, Json, bad_request, forbidden, too_many

Kind = Literal["400", "403", "429", "500", "hang", "delay"]
CALLS_KEPT = 50_000


@dataclass(slots=True)
class Fault:
    """The next `times` calls of `method` (`*` is any; of `chat_id` if given) go wrong.

    400, 403, 429 and 500 answer so and do nothing. `hang` does the work, keeps the caller waiting up to
    `seconds`, then breaks the answer off. `delay` answers well, `seconds` late.
    """

    kind: Kind
    method: str = "*"
    times: int = 1
    chat_id: int | None = None
    seconds: float = 1.0
    retry_after: int = 1
    description: str | None = None

    def fits(self, method: str, chat_id: int) -> bool:
        return self.method.lower() in ("*", method) and self.chat_id in (None, chat_id)

    def error(self) -> ApiError | None:
        if self.kind == "429":
            return too_many(self.retry_after)
        if self.kind == "500":
            return BROKEN
        if self.kind == "403":
            return forbidden(self.description or "bot was blocked by the user")
        return bad_request(self.description or "refused by the desk") if self.kind == "400" else None


class Faults:
    """What will go wrong, and what was called."""

    def __init__(self) -> None:
        self.planned: list[Fault] = []
        self.calls: deque[Json] = deque(maxlen=CALLS_KEPT)
        self._count = 0

    def draw(self, method: str, chat_id: int) -> Fault | None:
        """The fault this call meets, used up by one."""
        for fault in self.planned:
            if fault.fits(method, chat_id):
                fault.times -= 1
                if fault.times <= 0:
                    self.planned.remove(fault)
                return fault
        return None

    def note(self, method: str, params: Json) -> Json:
        """Write a call down; the caller adds its `code` once it is known (0: no answer was given)."""
        self._count += 1
        call = {"n": self._count, "method": method, "at": time.time(), "code": 0, "params": params}
        self.calls.append(call)
        return call
