"""Letters about one's own account: an invitation, a forgotten password, and whatever changed."""

from __future__ import annotations

import base64
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert, literal, select
from sqlmodel import col

from backend.attachments.sealing import Unsealable, vault_of
from backend.db import Json, Tx, Utc
from backend.mail.models import Mail
from backend.people.models import Person

KIND = "account"
KEPT = timedelta(days=2)
"""News of an account that could not leave for so long is dropped."""
LINK = b"link:"
"""What is sealed here is a link, and nothing else can be taken for one."""


def tell_account(tx: Tx, person_id: int, about: str, at: datetime) -> None:
    """Tell somebody what happened to their account: password, factor, factor_gone, recovery, roles, guessing."""
    tx.flush()
    _write(tx, col(Person.id) == person_id, at, {"about": about, "ends_at": (at + KEPT).isoformat()})


def tell_with_link(tx: Tx, whom: Any, about: str, token: str, at: datetime, until: datetime) -> None:
    """A letter with a one-time link to whoever this condition finds, if anybody. It is sealed until it leaves."""
    sealed = base64.b64encode(vault_of(tx).seal(LINK + token.encode())).decode()
    _write(tx, whom, at, {"about": about, "sealed": sealed, "ends_at": until.isoformat()})


def _write(tx: Tx, whom: Any, at: datetime, event: Mapping[str, Any]) -> None:
    values: dict[str, Any] = {
        "key": literal(f"{KIND}:{secrets.token_hex(8)}"),
        "person_id": col(Person.id),
        "kind": literal(KIND),
        "event": literal({**event, "place": ""}, Json),
        "state": literal("due"),
        "due": literal(at, Utc()),
        "attempts": literal(0),
        "error": literal(""),
    }
    tx.execute(insert(Mail).from_select(list(values), select(*values.values()).where(whom)))


def opened(tx: Tx, event: Mapping[str, Any]) -> dict[str, Any] | None:
    """What a letter says, its link in clear; None if it was sealed with another key."""
    said = dict(event)
    if "sealed" not in said:
        return said
    try:
        link = vault_of(tx).open(base64.b64decode(said.pop("sealed")))
    except (Unsealable, ValueError):
        return None
    return {**said, "token": link.removeprefix(LINK).decode()} if link.startswith(LINK) else None
