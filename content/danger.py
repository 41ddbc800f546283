"""Danger in a text: a first, small, deterministic net. The words and the kinds are in `danger.toml`."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from content.plain import plain

HERE = Path(__file__).parent
MOST_READ = 20_000  # characters; Telegram sends 4,096 at most
_STRETCHED = re.compile(r"([^\W\d])\1{2,}")


@dataclass(frozen=True)
class DangerKind:
    """A kind of danger: ids of the help lines to show, in order, and the phrases that give it away."""

    id: str
    numbers: tuple[str, ...]
    phrases: re.Pattern[str]


@dataclass(frozen=True)
class _Net:
    innocent: re.Pattern[str]
    spellings: dict[str, str]
    kinds: dict[str, DangerKind]


def danger_kind(text: str) -> str | None:
    """The id of the kind of danger that a text speaks of, or None. Takes any text, never raises."""
    words = _net().innocent.sub(" ", _read(text))
    return next((kind.id for kind in _net().kinds.values() if kind.phrases.search(words)), None)


def danger_kinds() -> dict[str, DangerKind]:
    """All kinds by id, the first to be looked for first."""
    return _net().kinds


def _read(text: str) -> str:
    """Plain words, shortened spellings written out, «mouriiir» as «mourir»."""
    spellings = _net().spellings
    words = _STRETCHED.sub(r"\1", plain(text, MOST_READ)).split()
    return " ".join(spellings.get(word, word) for word in words)


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(re.escape(p) for p in longest_first)})\b")


@lru_cache(maxsize=1)
def _net() -> _Net:
    data = tomllib.loads((HERE / "danger.toml").read_text(encoding="utf-8"))
    kinds = (DangerKind(k["id"], tuple(k["numbers"]), _any_of(k["phrases"])) for k in data["kind"])
    return _Net(_any_of(data["innocent"]), data["spellings"], {kind.id: kind for kind in kinds})
