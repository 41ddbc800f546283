"""Danger in a text: its kind, and the words that say so. What to look for stands in `lexicon/danger/`.

Deterministic. Every language is looked for in every text: a cry may mix them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from content.constructions import Construction, LexiconError, Span
from content.danger_lexicon import HERE, Guard, Lexicon, load
from content.letters import fold
from content.sightings import Sightings

MOST_READ = 10_000  # characters; Telegram sends 4,096 at most


@dataclass(frozen=True)
class DangerKind:
    """A kind of danger: ids of the help lines to show, in order. The gravest in a text gives its kind."""

    id: str
    numbers: tuple[str, ...]
    gravity: int


def danger_kind(text: str) -> str | None:
    """The id of the kind of danger that a text speaks of, or None. Takes any text, never raises."""
    return next((kind for kind, _ in danger_signs(text)), None)


def danger_signs(text: str) -> tuple[tuple[str, str], ...]:
    """(kind, words that say so), the gravest first. The words are the plain ones that were compared."""
    folded = fold(text, MOST_READ).split()
    found = [sign for lexicon in lexicons() for sign in _signs(lexicon, folded)]
    order = list(danger_kinds())
    found.sort(key=lambda sign: (-sign[0], order.index(sign[1])))
    return tuple(dict.fromkeys((kind, words) for _, kind, words in found))


@lru_cache(maxsize=1)
def danger_kinds() -> dict[str, DangerKind]:
    """All kinds by id, in the order in which they are shown."""
    data = tomllib.loads((HERE / "kinds.toml").read_text(encoding="utf-8"))
    kinds = (DangerKind(k["id"], tuple(k["numbers"]), k["gravity"]) for k in data["kind"])
    return {kind.id: kind for kind in kinds}


@lru_cache(maxsize=1)
def lexicons() -> tuple[Lexicon, ...]:
    """One for each language. Raises LexiconError."""
    every = tuple(load(path) for path in sorted(HERE.glob("*.toml")) if path.stem != "kinds")
    for lexicon in every:
        if unknown := {sign.kind for sign in lexicon.signs} - danger_kinds().keys():
            raise LexiconError(f"{lexicon.language}.toml: no kind {', '.join(sorted(unknown))}")
    return every


def _signs(lexicon: Lexicon, folded: list[str]) -> Iterator[tuple[int, str, str]]:
    """Gravity, kind and words of each sign of one language."""
    heard = lexicon.hear(folded)
    seen = Sightings(heard, lexicon.index, lexicon.barriers)
    if not seen.elements:
        return
    guards = _Guards(lexicon, seen)
    seen.cover([span for innocent in lexicon.innocents for span in seen.spans(innocent)])
    for sign in lexicon.signs:
        for span in seen.spans(sign.construction):
            if not any(guards.silence(name, span) for name in sign.unless):
                gravity = danger_kinds()[sign.kind].gravity if sign.gravity is None else sign.gravity
                yield gravity, sign.kind, heard.text(*span)


class _Guards:
    """Where the guards of a language stand in a text, looked up before innocents are covered."""

    def __init__(self, lexicon: Lexicon, seen: Sightings) -> None:
        self._sentences = seen.said.sentences
        self._found = {name: self._standing(guard, seen) for name, guard in lexicon.guards.items()}

    def silence(self, name: str, span: Span) -> bool:
        """Whether a sign that stands there says something else."""
        return bool(self._found[name].intersection(self._sentences[span[0] : span[1]]))

    def _standing(self, guard: Guard, seen: Sightings) -> frozenset[int]:
        """The numbers of the sentences that it rules."""
        ruled, lifted = (self._where(patterns, seen) for patterns in (guard.patterns, guard.but))
        if guard.whole:
            return frozenset(self._sentences) if ruled and not lifted else frozenset()
        return frozenset(ruled - lifted)

    def _where(self, patterns: tuple[Construction, ...], seen: Sightings) -> set[int]:
        return {self._sentences[begin] for pattern in patterns for begin, _ in seen.spans(pattern)}
