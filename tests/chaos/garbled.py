"""Updates as Telegram may send them on its worst day: what people do, in any order, and a third of it damaged."""

from __future__ import annotations

import copy
from collections import defaultdict, deque
from collections.abc import Sequence
from random import Random
from typing import Any

from flows.steps import BACK, HUMAN
from tests.bench.updates import AT, BOT

ZALGO = "Z\u0310\u0353\u033ba\u0334\u031el\u0338\u0321g\u0336\u0356o\u0337\u0339" * 8
NAMES = (
    *(
        "Lou",
        "",
        "Zoé",
        "\u202eevil\u2066",
        "محمد",
        "a" * 500,
        "<script>alert(1)</script>",
        "{ $name }",
        ZALGO,
        "\0",
    ),
    *(
        "Lou\0\r\n/supprimer",
        "\ud83d",
        "\u200b\u2060\ufeff",
        "👩\u200d👩\u200d👧" * 60,
        "{{7*7}}",
        "' OR 1=1; --",
    ),
)
"""What people may call themselves: there is no rule, and some try."""
COMMANDS = [
    "/start",
    "/start",
    "x",
    "/rdv",
    "/humain",
    "/aide",
    "/stop",
    "/langue",
    "/vieprivee",
    "/retour",
    "/supprimer",
    "/zzz",
]
ANSWERS = ("Imphy", "58160", "Nevers", "Imphy", "2", "1", "oui", "non", "Lou", "0612345678", "demain")
SENTENCES = (
    "g pa 2 taf ni le permis",
    "أبحث عن عمل",
    "я шукаю роботу",
    "' OR 1=1; --",
    "<script>alert(1)</script>",
    '{ LINE("119") }',
    "a\u0301\u0302\u0303" * 30,
    "👩‍👩‍👧‍👦🦄",
    "\u202eabc\u2066",
    "\ud83d",
    "\0",
    " ",
    "9" * 400,
)  # fmt: skip
DANGER = ("je dors dehors ce soir", "j'ai envie de mourir")
JUNK: tuple[Any, ...] = (
    None, True, -1, 0, 1.5, 10**40, -(2**63), 2**63, float("nan"), float("inf"), "", "x", "\ud83d", "\0",
    "é" * 5_000, [], {}, [[]], {"a": {}}, ["x"],
)  # fmt: skip
"""Among it what no JSON should hold, and Python reads all the same."""
DAMAGED = 0.35
LONGEST = 2_000
FIRST, SEEN = ("orientation:hello:go", "orientation:bracket:from_18"), 10
"""Buttons that all can tap; and so many are remembered of each phone."""
ASIDE = 0.1
"""How many taps may go back or to a human; else few would get far."""
ALARMS = 0.01
"""How many words tell of danger: who is in danger waits for a human, and hears nothing else."""


class Garbled:
    """Whatever it makes follows from chance alone, and from the buttons that were offered to each phone."""

    def __init__(self, random: Random, people: int = 16) -> None:
        self.random, self.people, self.number = random, people, 0
        self.buttons: dict[str, deque[str]] = defaultdict(lambda: deque(FIRST, SEEN))
        self.kinds = [self._text] * 6 + [self._tap] * 6
        self.kinds += [self._thing, self._place, self._edited, self._member, self._elsewhere, self._new]

    def offered(self, who: str, data: Sequence[str]) -> None:
        self.buttons[who].extend(data)

    def update(self) -> Any:
        """The next one; its `update_id` is mostly its place in the row."""
        self.number += 1
        body = {"update_id": self.number, **self.random.choice(self.kinds)()}
        return self._damaged(copy.deepcopy(body)) if self.random.random() < DAMAGED else body

    def _who(self) -> dict[str, Any]:
        one, language = self.random.randint(1, self.people), self.random.choice(("fr", "ar", "xx", "pt-br"))
        name = NAMES[one % len(NAMES)]
        return {"id": 1_000 + one, "is_bot": False, "first_name": name, "language_code": language}

    def _message(self, **more: Any) -> dict[str, Any]:
        who = self._who()
        chat = {"id": who["id"], "type": "private", "first_name": who["first_name"]}
        return {"message_id": self.number, "date": AT, "chat": chat, "from": who, **more}

    def _words(self) -> str:
        if self.random.random() < ALARMS:
            return self.random.choice(DANGER)
        if self.random.random() < 0.7:
            return self.random.choice(ANSWERS if self.random.random() < 0.7 else COMMANDS)
        many = self.random.choice((1, 1, 2, 3, 40))
        return " ".join(self.random.choice(SENTENCES) for _ in range(many))[:LONGEST]

    def _text(self) -> dict[str, Any]:
        mark = {"type": "bold", "offset": self.random.randint(-1, 9), "length": self.random.randint(-1, 9)}
        more = {"entities": [mark]} if self.random.random() < 0.1 else {}
        return {"message": self._message(text=self._words(), **more)}

    def _tap(self) -> dict[str, Any]:
        """A button that was offered to somebody, or one that nobody ever offered."""
        shown = self._message(text="…") | {"from": BOT}
        offered = list(self.buttons[str(shown["chat"]["id"])])
        onward = [data for data in offered if not data.endswith((HUMAN, BACK))]
        data = self.random.choice(offered if self.random.random() < ASIDE else onward or offered)
        if self.random.random() < 0.2:
            story, step, choice = ([*data.split(":", 2), "", ""])[:3]
            parts = [story, step, choice, "", "!", "<", "-1", "9" * 20, self._words()[:60]]
            data = ":".join(self.random.choice(parts) for _ in range(self.random.randint(1, 4)))
        tap = {"id": str(self.number), "from": shown["chat"] | {"is_bot": False}, "chat_instance": "1"}
        tap["from"].pop("type")
        return {"callback_query": {**tap, "data": data, "message": shown}}

    def _thing(self) -> dict[str, Any]:
        file = {"file_id": "f", "file_unique_id": "u", "duration": 3, "width": 1, "height": 1}
        size = {"file_size": self.random.choice((0, 10**12))}
        things: tuple[dict[str, Any], ...] = (
            {"photo": [file | size], "caption": self._words()[:1024]},
            {"voice": file | size},
            {"document": file | {"file_name": "../" + self._words()[:60]}},
            {"contact": {"phone_number": self._words()[:20], "first_name": "A"}},
            {"dice": {"emoji": "🎲", "value": 3}},
        )
        return {"message": self._message(**self.random.choice(things))}

    def _place(self) -> dict[str, Any]:
        point = {"latitude": self.random.uniform(-91, 91), "longitude": self.random.uniform(-181, 181)}
        return {"message": self._message(location=point)}

    def _edited(self) -> dict[str, Any]:
        return {"edited_message": self._message(text=self._words(), edit_date=AT)}

    def _member(self) -> dict[str, Any]:
        """Blocked, or let in again; a status that does not exist."""
        status = self.random.choice(("kicked", "member", "left", "something"))
        more = {"until_date": 0} if status == "kicked" else {}
        message = self._message()
        change = {name: message[name] for name in ("chat", "from", "date")}
        member = {"status": "member", "user": BOT}
        return {
            "my_chat_member": change
            | {"old_chat_member": member, "new_chat_member": {"status": status, "user": BOT} | more}
        }

    def _elsewhere(self) -> dict[str, Any]:
        kind = self.random.choice(("group", "supergroup", "channel"))
        more = self.random.choice(
            ({"text": "x"}, {"migrate_to_chat_id": -1_001}, {"group_chat_created": True})
        )
        return {"message": self._message(**more) | {"chat": {"id": -5, "type": kind, "title": "G"}}}

    def _new(self) -> dict[str, Any]:
        return {self.random.choice(("something_new", "poll", "inline_query")): self.random.choice(JUNK)}

    def _damaged(self, body: dict[str, Any]) -> Any:
        """One to three places in it are lost, of another kind, or there twice."""
        for _ in range(self.random.randint(1, 3)):
            self._damage(body)
        return body if self.random.random() < 0.99 else self.random.choice(JUNK)

    def _damage(self, body: dict[str, Any]) -> None:
        room: dict[str, Any] = body
        while self.random.random() < 0.7:
            inner = [value for value in room.values() if isinstance(value, dict) and value]
            if not inner:
                break
            room = self.random.choice(inner)
        if not room:
            return
        name = self.random.choice(list(room))
        match self.random.choice(("gone", "junk", "junk", "moved")):
            case "gone":
                del room[name]
            case "junk":
                room[name] = self.random.choice(JUNK)
            case _:
                room[self._words()[:9]] = room.pop(name)
