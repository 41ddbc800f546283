"""Aids that a médiateur may name when a handover ends: `aids.toml`, by need. Never an amount."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from pathlib import Path

from content.rows import ContentError

AIDS = Path(__file__).parent / "aids.toml"


@dataclass(frozen=True)
class Aid:
    """One aid. `condition` says for whom, in a few words; `link` is its official page, empty if it has none."""

    id: str
    need: str
    name: str
    condition: str
    link: str


@cache
def load_aids(path: Path = AIDS) -> tuple[Aid, ...]:
    """Every aid, in the order of the file. Raises ContentError."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        found = tuple(Aid(**row) for row in data["aid"])
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        expected = ", ".join(f.name for f in fields(Aid))
        raise ContentError(f"{path.name}: expected aids with the keys {expected} ({error})") from None
    _check(path.name, data.get("checked_on"), found)
    return found


def _check(name: str, checked_on: object, aids: tuple[Aid, ...]) -> None:
    if not isinstance(checked_on, date):
        raise ContentError(f"{name}, checked_on: expected a date such as 2026-11-21")
    if len({aid.id for aid in aids}) != len(aids):
        raise ContentError(f"{name}, id: expected ids that differ")
    for aid in aids:
        if not (aid.id and aid.need and aid.name) or (aid.link and not aid.link.startswith("https://")):
            raise ContentError(f"{name}, {aid.id}: expected a need, a name and an https link")


def aid_ids() -> frozenset[str]:
    return frozenset(aid.id for aid in load_aids())


def aids_for(needs: tuple[str, ...]) -> tuple[Aid, ...]:
    """Every aid, those for these needs first."""
    return tuple(sorted(load_aids(), key=lambda aid: aid.need not in needs))


def aid_name(id_: str) -> str:
    """The name of an aid; its id if it is no longer listed."""
    return next((aid.name for aid in load_aids() if aid.id == id_), id_)
