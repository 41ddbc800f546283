"""What the arrivals of one transaction share where nobody else may write: looked up together, written down together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import bindparam, insert, select

from backend.db import Tx, insert_once
from backend.models import Conversation, Line, Seen
from backend.people.models import Youth
from backend.rows import table_of, write
from backend.scene import Arrival, Draft

Chat: TypeAlias = tuple[Conversation, Youth]
Address: TypeAlias = tuple[str, str]
"""A channel and an address there."""
BUNDLE = "bundle"
"""Where a transaction has it (`tx.info`)."""
_SEEN = table_of(Seen)
_KNOWN = select(_SEEN.c.key).where(_SEEN.c.key.in_(bindparam("keys", expanding=True)))
_REMEMBER = insert(_SEEN)
_WRITE = insert(table_of(Line))


@dataclass
class Bundle:
    """`tied`: every turn so far did nothing but speak, so that what is to be written can wait for the others."""

    chats: dict[Address, Chat | None]
    """As they were before; None: there is none."""
    seen: set[str]
    """Keys that have arrived."""
    had: set[Address] = field(default_factory=set)
    """Chats that had a turn in this transaction."""
    keys: list[dict[str, Any]] = field(default_factory=list)
    lines: list[dict[str, Any]] = field(default_factory=list)
    tied: bool = True

    def write(self, tx: Tx) -> None:
        """What waits."""
        keys, self.keys = self.keys, []
        lines, self.lines = self.lines, []
        write(tx, _REMEMBER, keys)
        write(tx, _WRITE, lines)


def bundle_of(tx: Tx) -> Bundle | None:
    """That of this transaction, if it has one."""
    bundle: Bundle | None = tx.info.get(BUNDLE)
    return bundle


def tie(tx: Tx, chats: dict[Address, Chat | None], arrivals: Sequence[Arrival]) -> None:
    """Begin one. The caller is the only writer until the transaction ends, and unties it then."""
    keys = {"keys": [arrival.key for arrival in arrivals]}
    tx.info[BUNDLE] = Bundle(chats, set(tx.connection().execute(_KNOWN, keys).scalars()))


def untie(tx: Tx) -> None:
    """A turn that does more than speak may look at anything: what waits is written, and from now on nothing waits."""
    if bundle := bundle_of(tx):
        bundle.write(tx)
        bundle.tied = False


def is_new(tx: Tx, key: str, at: datetime) -> bool:
    """Remember that it arrived; False if it had."""
    bundle = bundle_of(tx)
    if bundle is None or not bundle.tied:
        return insert_once(tx, Seen, key=key, at=at)
    if key in bundle.seen:
        return False
    bundle.seen.add(key)
    bundle.keys.append({"key": key, "at": at})
    return True


def has_arrived(tx: Tx, key: str) -> bool:
    """Whether it is remembered."""
    bundle = bundle_of(tx)
    return key in bundle.seen if bundle and bundle.tied else tx.get(Seen, key) is not None


def keep_lines(tx: Tx, drafts: Sequence[Draft]) -> None:
    """Write these lines down, now or with those of the others."""
    bundle, rows = bundle_of(tx), [vars(draft) for draft in drafts]
    if bundle and bundle.tied:
        bundle.lines += rows
    else:
        write(tx, _WRITE, rows)
