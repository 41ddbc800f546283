"""What Telegram sends when a young person goes from hello to an appointment: real Bot API JSON, ten steps."""

from __future__ import annotations

import json
from itertools import count

numbers = count(1)
STEPS = 10
TAPS = {
    2: "orientation:hello:go",
    3: "orientation:bracket:from_18",
    5: "orientation:needs:+emploi",
    6: "orientation:needs:done",
    7: "orientation:emploi_but:offre",
    8: "orientation:emploi_frein:rien",
}
WORDS = {1: "/start", 4: "Imphy"}
AT = 1_795_420_800
BOT = {"id": 42, "is_bot": True, "first_name": "Passerelle", "username": "passerelle_bot"}


def update(youth: int, step: int, data: str | None = None) -> str:
    """One step of a youth, as JSON. `data` is the button tapped, where it hangs on what was proposed."""
    number = next(numbers)
    sender = {"id": youth, "is_bot": False, "first_name": "Lou", "language_code": "fr"}
    message = {
        "message_id": number,
        "date": AT,
        "chat": {"id": youth, "type": "private", "first_name": "Lou"},
    }
    if step in WORDS:
        return json.dumps({"update_id": number, "message": {**message, "from": sender, "text": WORDS[step]}})
    tap = {
        "id": str(number),
        "from": sender,
        "chat_instance": "1",
        "data": data or TAPS[step],
        "message": {**message, "from": BOT, "text": "…"},
    }
    return json.dumps({"update_id": number, "callback_query": tap})
