"""Young people who talk to a bot, whichever it is: they tap the first button of what they are asked, or type a word."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

BOT = {"id": 42, "is_bot": True, "first_name": "Bot", "username": "peer_bot"}
AT = 1_795_420_800
FIRST = 1_000_000
"""The id of the first of them."""
STEPS = 10
SILENT = 6.0
"""Seconds after which nobody who waits will be answered any more; starting takes two or three."""
_TAPPED = re.compile(r'"callback_data"\s*:\s*"((?:[^"\\]|\\.)*)"')


@dataclass
class Youth:
    """One of them: what they have sent, and what they were last asked."""

    id: int
    step: int = 0
    said: int = 0
    """Replies received."""
    waits: int | None = None
    """The update that nobody has answered yet."""
    data: str | None = None
    """The first button of the last reply."""
    message: int = 1


@dataclass
class Crowd:
    """So many young people, so many of them at once, each answering as soon as they are answered."""

    many: int
    at_once: int
    steps: int = STEPS
    youths: dict[int, Youth] = field(default_factory=dict)
    updates: dict[int, str] = field(default_factory=dict)
    """What Telegram holds: update id -> JSON, until it is confirmed."""
    handed: dict[int, float] = field(default_factory=dict)
    """When each was first given to the bot."""
    taken: list[float] = field(default_factory=list)
    """Seconds from there to the reply."""
    number: int = 0
    done: int = 0
    lost: int = 0
    doubled: int = 0
    began: float | None = None
    ended: float | None = None

    def begin(self) -> None:
        for _ in range(min(self.at_once, self.many)):
            self._one_more()

    def hand_out(self, offset: int, limit: int = 100) -> list[str]:
        """What getUpdates answers: those before the offset are confirmed."""
        for number in [n for n in self.updates if n < offset]:
            del self.updates[number]
        return self._handed(limit)

    def give(self) -> list[str]:
        """What is said to a webhook: all of it, once."""
        given = self._handed(len(self.updates))
        self.updates.clear()
        return given

    def _handed(self, limit: int) -> list[str]:
        now = perf_counter()
        self.began = self.began or (now if self.updates else None)
        given = list(self.updates.items())[:limit]
        for number, _ in given:
            self.handed.setdefault(number, now)
        return [text for _, text in given]

    def hear(self, youth_id: int, markup: str) -> None:
        """A reply has come."""
        youth = self.youths.get(youth_id)
        if youth is None:
            return
        youth.said += 1
        found = _TAPPED.search(markup)
        youth.data = json.loads(f'"{found.group(1)}"') if found else None
        youth.message += 1
        if youth.waits is None:
            self.doubled += 1
            return
        self.taken.append(perf_counter() - self.handed.get(youth.waits, perf_counter()))
        self._go_on(youth)

    def give_up(self) -> int:
        """Whoever has waited so long will wait for ever: what they said is lost, and they leave. How many."""
        late = perf_counter() - SILENT
        stuck = [
            y
            for y in self.youths.values()
            if y.waits is not None and y.waits not in self.updates and self.handed.get(y.waits, late) < late
        ]
        for youth in stuck:
            self.lost += 1
            youth.step = self.steps
            self._go_on(youth)
        return len(stuck)

    def report(self) -> dict[str, Any]:
        return {
            "done": self.done,
            "answered": len(self.taken),
            "expected": self.many * self.steps,
            "lost": self.lost,
            "doubled": self.doubled,
            "seconds": (self.ended or perf_counter()) - (self.began or perf_counter()),
            "finished": self.ended is not None,
            "taken": sorted(self.taken),
        }

    def _go_on(self, youth: Youth) -> None:
        youth.waits = None
        if youth.step < self.steps:
            self._say(youth)
            return
        self.done += 1
        if len(self.youths) < self.many:
            self._one_more()
        elif self.done == self.many:
            self.ended = perf_counter()

    def _one_more(self) -> None:
        youth = Youth(FIRST + len(self.youths))
        self.youths[youth.id] = youth
        self._say(youth)

    def _say(self, youth: Youth) -> None:
        youth.step += 1
        self.number += 1
        youth.waits = self.number
        self.updates[self.number] = json.dumps(self._update(youth))

    def _update(self, youth: Youth) -> dict[str, Any]:
        sender = {"id": youth.id, "is_bot": False, "first_name": "Lou", "language_code": "fr"}
        chat = {"id": youth.id, "type": "private", "first_name": "Lou"}
        message = {"message_id": youth.message, "date": AT, "chat": chat}
        if youth.step > 1 and youth.data is not None:
            shown = {**message, "from": BOT, "text": "?"}
            tap = {"id": str(self.number), "from": sender, "chat_instance": "1", "data": youth.data}
            return {"update_id": self.number, "callback_query": {**tap, "message": shown}}
        youth.message += 1
        words: dict[str, Any] = {"text": "Imphy"}
        if youth.step == 1:
            words = {"text": "/start", "entities": [{"type": "bot_command", "offset": 0, "length": 6}]}
        return {"update_id": self.number, "message": {**message, "from": sender, **words}}
