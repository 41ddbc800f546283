"""The lexicon of danger: what to look for in one language, from `lexicon/danger/<language>.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from content.constructions import Anchored, Builder, Construction, Index, LexiconError
from content.letters import fold
from content.mending import Known
from content.spelling import spelling
from content.utterance import Orthography, Utterance

HERE = Path(__file__).parent / "lexicon" / "danger"
KNOWN_SHARE = 0.3
"""A text with fewer words of a language is hardly written in it: its words are not put right."""
SIGN = {"kind", "gravity", "unless", "patterns", "examples", "not"}
GUARD = {"in", "patterns", "but"}


@dataclass(frozen=True)
class Guard:
    """What makes signs say something else: a film, the past. Not if one of `but` stands there too."""

    whole: bool
    patterns: tuple[Construction, ...]
    but: tuple[Construction, ...]

    def pairs(self, name: str) -> Iterator[tuple[Construction, tuple[str, bool]]]:
        """Each construction with the name of the guard, and whether it lifts it."""
        yield from ((construction, (name, False)) for construction in self.patterns)
        yield from ((construction, (name, True)) for construction in self.but)


@dataclass(frozen=True)
class Sign:
    kind: str
    gravity: int | None
    unless: tuple[str, ...]
    construction: Construction


@dataclass(frozen=True, eq=False)
class Lexicon:
    """One language. `innocents` are looked for first, and what they cover is no sign."""

    language: str
    writing: Orthography
    index: Index
    barriers: frozenset[str]
    known: Known
    innocents: Anchored[None]
    signs: Anchored[Sign]
    guards: Mapping[str, Guard]
    rulings: Anchored[tuple[str, bool]]
    """What sets a guard up or, if true, lifts it."""
    kinds: frozenset[str]

    def hear(self, folded: list[str], share: float) -> Utterance:
        """The words of a folded text as this language has them; `share` of them are its own."""
        return self.writing.hear(folded, self.known if share >= KNOWN_SHARE else None)

    def share(self, folded: list[str]) -> float:
        """How many of the words belong to this language, 0 to 1."""
        words = self.writing.apart(folded)
        return sum(map(self._familiar, words)) / max(1, len(words))

    def _familiar(self, word: str) -> bool:
        how = self.writing.spelling
        return (
            word in self.known.whole or word in how.ordinary or word in how.short or self.index.begins(word)
        )


def load(path: Path) -> Lexicon:
    """Raises LexiconError with the name of the file and what is wrong in it."""
    try:
        return _lexicon(tomllib.loads(path.read_text(encoding="utf-8")), path.stem)
    except (LexiconError, tomllib.TOMLDecodeError, KeyError, TypeError) as mistake:
        raise LexiconError(f"{path.name}: {mistake}") from None


def _lexicon(data: Mapping[str, Any], language: str) -> Lexicon:
    writing = _orthography(data, language)
    builder = Builder(data.get("families", {}), writing.split)
    innocents = [(builder.read(p), None) for group in data.get("innocent", ()) for p in group["patterns"]]
    guards = {name: _guard(builder, guard) for name, guard in data.get("guards", {}).items()}
    signs = [(s.construction, s) for group in data["sign"] for s in _signs(builder, group, guards)]
    index, common = builder.index(), builder.common()
    return Lexicon(
        language,
        writing,
        index,
        frozenset(word for barrier in data.get("barriers", ()) for word in writing.split(barrier)),
        _known(index, data.get("real", ())),
        Anchored(innocents, common),
        Anchored(signs, common),
        guards,
        Anchored((pair for name, guard in guards.items() for pair in guard.pairs(name)), common),
        frozenset(sign.kind for _, sign in signs),
    )


def _orthography(data: Mapping[str, Any], language: str) -> Orthography:
    alike = {fold(word): tuple(fold(meant).split()) for word, meant in data.get("alike", {}).items()}
    fillers = frozenset(word for filler in data.get("fillers", ()) for word in fold(filler).split())
    longest_first = sorted(data.get("prefixes", {}).items(), key=lambda prefix: -len(prefix[0]))
    prefixes = {fold(before): tuple(fold(meant).split()) for before, meant in longest_first}
    return Orthography(spelling(language), alike, fillers, prefixes)


def _guard(builder: Builder, guard: Mapping[str, Any]) -> Guard:
    if guard.keys() - GUARD or guard["in"] not in {"message", "sentence"}:
        raise LexiconError(f"a guard has {', '.join(sorted(GUARD))}; in: message or sentence")
    return Guard(
        guard["in"] == "message",
        tuple(builder.read(p) for p in guard["patterns"]),
        tuple(builder.read(p) for p in guard.get("but", ())),
    )


def _signs(builder: Builder, group: Mapping[str, Any], guards: Mapping[str, Guard]) -> Iterator[Sign]:
    if unknown := group.keys() - SIGN:
        raise LexiconError(f"a sign has no {', '.join(sorted(unknown))}")
    unless = _unless(group, guards)
    for pattern in group["patterns"]:
        yield Sign(group["kind"], group.get("gravity"), unless, builder.read(pattern))


def _unless(group: Mapping[str, Any], guards: Mapping[str, Guard]) -> tuple[str, ...]:
    unless = tuple(group.get("unless", ()))
    if missing := set(unless) - guards.keys():
        raise LexiconError(f"no guard {', '.join(sorted(missing))}")
    return unless


def _known(index: Index, real: Iterable[str]) -> Known:
    """The words that phrases are made of, and some that are right as they are."""
    every = {word for phrase in index.phrases() for word in phrase}
    stems = frozenset(word[:-1] for word in every if word.endswith("*"))
    return Known({word for word in every if not word.endswith("*")} | set(map(fold, real)), stems)
