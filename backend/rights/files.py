"""What a youth receives when they ask what is held of them: a text to read and JSON. Made when they leave, never kept."""

from __future__ import annotations

import json
from datetime import datetime

from backend.db import Tx, now
from backend.handover.keepsake import BOM
from backend.models import Conversation
from backend.people.models import Youth
from backend.rights.held import LEFT_OUT, everything_of
from backend.rights.phones import is_shared
from backend.rights.readable import readable

NAMES = {"text": "mes-donnees.txt", "json": "mes-donnees.json"}


def held_file(tx: Tx, conversation_id: int, way: str) -> tuple[bytes | None, str]:
    """The file of this way (text, json) and its name; none if all is gone, or the phone is shared by now."""
    talk = tx.get(Conversation, conversation_id)
    if talk is None:
        return None, NAMES[way]
    youth = tx.get_one(Youth, talk.youth_id)
    if is_shared(tx, youth):
        return None, NAMES[way]
    return (_json if way == "json" else _text)(tx, youth, now()), NAMES[way]


def _json(tx: Tx, youth: Youth, at: datetime) -> bytes:
    held = everything_of(tx, youth.id or 0)
    told = {"made_at": at.isoformat(timespec="seconds"), "held": held, "left_out": LEFT_OUT}
    return json.dumps(told, ensure_ascii=False, indent=1, default=str).encode("utf-8", "replace")


def _text(tx: Tx, youth: Youth, at: datetime) -> bytes:
    lines = readable(tx, youth, everything_of(tx, youth.id or 0), at)
    return (BOM + "\r\n".join([*lines, ""])).encode("utf-8", "replace")
