"""From what Telegram sent to updates. What cannot be read is known by its id, and only by that."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any, TypeGuard

from aiogram import Bot
from aiogram.types import Update
from pydantic import ValidationError

UNREADABLE = "unreadable"
_ID = re.compile(r'\s*\{\s*"update_id"\s*:\s*(\d{1,19})\b', re.ASCII)
"""Telegram writes the id first."""


def is_id(found: Any) -> TypeGuard[int]:
    return isinstance(found, int) and not isinstance(found, bool)


def opened(body: bytes) -> dict[str, Any] | None:
    """One update as it was posted; of one that is nested too deeply the id alone. None: it is no update.

    Half an update is none: Telegram sends it again, and whole.
    """
    try:
        found = json.loads(body)
    except RecursionError:
        return begun(body)
    except ValueError:  # also bytes that are no text
        return None
    return found if isinstance(found, dict) and is_id(found.get("update_id")) else None


def begun(body: bytes) -> dict[str, Any] | None:
    """The id of what cannot be read to its end."""
    found = _ID.match(body[:1000].decode(errors="replace"))
    return {"update_id": int(found[1])} if found else None


def only_ids(answer: str) -> list[dict[str, Any]]:
    """The ids in an answer that is nested too deeply, asked for one update at a time."""
    found = _ID.search(answer[:1000])
    return [{"update_id": int(found[1])}] if found else []


def read(bot: Bot, bodies: Sequence[Any]) -> tuple[list[Update], dict[str, str]]:
    """The updates that can be read; and of the others the keys, with what is wrong with them."""
    found, failures = list[Update](), dict[str, str]()
    for body in bodies:
        if update := _read(bot, body):
            found.append(update)
        else:
            failures[_key(bot, body)] = UNREADABLE
    return found, failures


def _read(bot: Bot, body: Any) -> Update | None:
    if isinstance(body, dict) and len(body) < 2:  # an id alone
        return None
    try:
        return Update.model_validate(body, context={"bot": bot})
    except (ValidationError, RecursionError):
        return None


def _key(bot: Bot, body: Any) -> str:
    number = body.get("update_id") if isinstance(body, dict) else None
    return f"telegram:{bot.id}:{number if is_id(number) else 'without an id'}"
