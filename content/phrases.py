"""Phrases of a lexicon, found in words: indexed by their first word, so that a thousand cost no more than ten.

A phrase is a row of words. `embauch*` is a beginning of words, `<chercher>` any word of a set, `...` up to three
words. Small words («le», «de») may stand between any two; those of the phrase itself only count where but one other
word would be left. After "=" a phrase stands word for word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from content.letters import fold
from content.mending import Known
from content.spelling import MARKS, Spelling, spelt

GAP, EXACT = "...", "="
GAP_WORDS, SMALL_WORDS = 3, 2
"""Words that "..." may stand for, and small words that may stand between two of a phrase."""
LEFT = 3
"""Letters that stay of a word read without its prefix."""


class Found(NamedTuple):
    """A phrase found in words[start:end], and what it belongs to."""

    start: int
    end: int
    group: int


@dataclass
class Phrases:
    """The phrases of one lexicon, each with the number of its group."""

    how: Spelling
    small: frozenset[str]
    leading: frozenset[str] = frozenset()
    """Small words that count where they begin a phrase: «en ligne»."""
    prefixes: tuple[str, ...] = ()
    """What is written together with a word, which is read without it too: «والسكن» is سكن."""
    sets: dict[str, frozenset[str]] = field(default_factory=dict)
    """Names of the sets that a word or a beginning is in."""
    _first: dict[str, list[tuple[tuple[str, ...], int]]] = field(default_factory=lambda: defaultdict(list))
    _keys: set[str] = field(default_factory=set)

    def name_sets(self, sets: Mapping[str, Iterable[str]]) -> None:
        """Sets of single words, before any phrase that uses them."""
        inside: dict[str, set[str]] = defaultdict(set)
        for name, members in sets.items():
            for member in members:
                key, *more = self.read(member)
                if more:
                    raise ValueError(
                        f"set {name}: {member!r} is read as several words: {key} {' '.join(more)}"
                    )
                inside[key].add(f"<{name}>")
        self.sets = {key: frozenset(names) for key, names in inside.items()}
        self._keys |= set(self.sets)

    def add(self, phrase: str, group: int, *, exact: bool = False) -> None:
        """One phrase of a group. Raises ValueError if it has no word that could begin it."""
        keys = self.read(phrase.removeprefix(EXACT))
        if not (exact or phrase.startswith(EXACT)):
            large = tuple(key for at, key in enumerate(keys) if self._counts(key, at, len(keys)))
            keys = large if len(large) > 1 else keys  # «ma tête» is not «tête»
        if not keys or keys[0] == GAP:
            raise ValueError(f"phrase {phrase!r} does not begin with a word")
        self._first[keys[0]].append((keys + (EXACT,) * phrase.startswith(EXACT), group))
        self._keys |= {key for key in keys if key[0] != "<"}

    def _counts(self, key: str, at: int, size: int) -> bool:
        """Small words are left out of a phrase, but for «a», «en» at its beginning and what is written at its end."""
        return key not in self.small or at == size - 1 or (at == 0 and key in self.leading)

    def read(self, phrase: str) -> tuple[str, ...]:
        """The parts of a phrase, its words spelt out as those of a text are."""
        keys: list[str] = []
        plain: list[str] = []
        for part in phrase.split():
            if part == GAP or part[0] == "<" or part[-1] == "*":
                keys += [*spelt(plain, self.how), _special(part)]
                plain = []
            else:
                plain += fold(part).split()
        return tuple(key for key in [*keys, *spelt(plain, self.how)] if key not in MARKS)

    def known(self, ordinary: Iterable[str] = ()) -> Known:
        """All words and beginnings that the phrases are made of, and others that are right as they are."""
        whole = {key for key in self._keys if key[-1] != "*" and key != GAP}.union(ordinary)
        return Known(whole, {key[:-1] for key in self._keys if key[-1] == "*"})

    def find(self, words: Sequence[str], known: Known) -> Iterator[Found]:
        """Every phrase in the words, wherever it begins."""
        keys = [self.keys_of(word, known) for word in words]
        for start, here in enumerate(keys):
            for key in here:
                for phrase, group in self._first.get(key, ()):
                    end = self._end(phrase, 1, words, keys, start + 1)
                    if end is not None:
                        yield Found(start, end, group)

    def keys_of(self, word: str, known: Known) -> frozenset[str]:
        """What a word may stand for in a phrase: itself, its beginnings, their sets."""
        bare = (word[len(p) :] for p in self.prefixes if word.startswith(p) and len(word) >= len(p) + LEFT)
        keys = {word, *bare}
        keys |= {f"{stem}*" for read in keys for stem in known.stems_of(read)}
        for key in tuple(keys):
            keys |= self.sets.get(key, frozenset())
        return frozenset(keys)

    def _end(
        self, phrase: tuple[str, ...], part: int, words: Sequence[str], keys: list[frozenset[str]], at: int
    ) -> int | None:
        """Where the phrase ends whose parts from `part` on must stand at `at`."""
        if part == len(phrase) or phrase[part] == EXACT:
            return at
        if phrase[part] == GAP:
            tries = (at + n for n in range(GAP_WORDS + SMALL_WORDS))
            part += 1
        else:
            tries = (at + n for n in range(1 if phrase[-1] == EXACT else SMALL_WORDS + 1))
        free = phrase[part - 1] == GAP
        for here in tries:
            if here >= len(words) or words[here] in MARKS:
                return None
            if phrase[part] in keys[here]:
                end = self._end(phrase, part + 1, words, keys, here + 1)
                if end is not None:
                    return end
            if not free and words[here] not in self.small:
                return None
        return None


def _special(part: str) -> str:
    """A beginning is folded, the name of a set and a gap stand as they are."""
    return f"{fold(part[:-1])}*" if part[-1] == "*" else part
