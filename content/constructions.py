"""Constructions: families of words that follow one another, and where they stand in what somebody wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, KeysView, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

Phrase = tuple[str, ...]
"""Words one after the other; one that ends with * stands for all that begin so."""
Span = tuple[int, int]
"""From the first word up to, not including, the last."""
GAPS = {"..": 3, "...": 7}
NEAR = 20
"""Words between which parts joined by & must stand."""
STEM = 3
"""Letters by which words that end with * are indexed: a stem is never shorter."""


class LexiconError(ValueError):
    """A mistake in a lexicon, with the words that cannot be read."""


@dataclass(frozen=True)
class Part:
    """Elements in this order; before each, at most so many other words."""

    elements: tuple[int, ...]
    gaps: tuple[int, ...]


@dataclass(frozen=True)
class Construction:
    """Parts that stand near each other, in any order."""

    parts: tuple[Part, ...]
    needs: frozenset[int]


Meant = TypeVar("Meant")


class Anchored(Generic[Meant]):
    """Constructions, each with what it stands for, looked up by the rarest of its elements."""

    def __init__(self, pairs: Iterable[tuple[Construction, Meant]], common: Mapping[int, int]) -> None:
        self._by_anchor: dict[int, list[tuple[Construction, Meant]]] = {}
        for construction, meant in pairs:
            anchor = min(construction.needs, key=common.__getitem__)
            self._by_anchor.setdefault(anchor, []).append((construction, meant))

    def likely(self, elements: KeysView[int]) -> Iterator[tuple[Construction, Meant]]:
        """Those of which every element is among these."""
        for element in elements:
            for construction, meant in self._by_anchor.get(element, ()):
                if construction.needs <= elements:
                    yield construction, meant


Standing = tuple[Phrase, tuple[int, ...]]
"""A phrase and the elements that it is one of."""


class Index:
    """What every phrase of a lexicon stands for, found by its first word, or its first two."""

    def __init__(self) -> None:
        self._words: dict[str, list[Standing]] = {}
        self._pairs: dict[tuple[str, str], list[Standing]] = {}
        self._stems: dict[str, list[Standing]] = {}

    def add(self, phrase: Phrase, elements: tuple[int, ...]) -> None:
        first, second = phrase[0], phrase[1] if len(phrase) > 1 else "*"
        if first.endswith("*"):
            self._stems.setdefault(first[:STEM], []).append((phrase, elements))
        elif second.endswith("*"):
            self._words.setdefault(first, []).append((phrase, elements))
        else:
            self._pairs.setdefault((first, second), []).append((phrase, elements))

    def starting(self, word: str, after: str) -> Iterator[Standing]:
        """The phrases that may stand where `word` and then `after` do."""
        yield from self._words.get(word, ())
        yield from self._pairs.get((word, after), ())
        yield from self._stems.get(word[:STEM], ())

    def begins(self, word: str) -> bool:
        """Whether some phrase begins with a stem of this word."""
        return any(word.startswith(phrase[0][:-1]) for phrase, _ in self._stems.get(word[:STEM], ()))

    def phrases(self) -> Iterator[Phrase]:
        for found in (self._words, self._pairs, self._stems):
            yield from (phrase for entries in found.values() for phrase, _ in entries)


class Builder:
    """Reads constructions as they are written in a lexicon: `{me} .. frapp* & {soir}`.

    `families` by name, each a list of phrases; `split` turns written words into words as texts are read.
    """

    def __init__(self, families: Mapping[str, Sequence[str]], split: Callable[[str], Phrase]) -> None:
        self.split = split
        self.families: dict[str, frozenset[Phrase]] = {}
        self.elements: dict[frozenset[Phrase], int] = {}
        for name, phrases in families.items():
            self.families[name] = frozenset().union(*(self._any_of(p) for p in phrases))

    def read(self, written: str) -> Construction:
        """Raises LexiconError with the words that cannot be read."""
        parts = tuple(self._part(part.split(), written) for part in written.split("&"))
        return Construction(parts, frozenset(e for part in parts for e in part.elements))

    def index(self) -> Index:
        """All elements read so far, to be found in a text."""
        standing: dict[Phrase, list[int]] = {}
        for phrases, element in self.elements.items():
            for phrase in phrases:
                standing.setdefault(phrase, []).append(element)
        index = Index()
        for phrase, elements in standing.items():
            index.add(phrase, tuple(elements))
        return index

    def common(self) -> dict[int, int]:
        """For each element, how common the words are that it begins with, as this lexicon has them."""
        first = Counter(phrase[0] for phrases in self.elements for phrase in phrases)
        return {e: sum(first[phrase[0]] for phrase in phrases) for phrases, e in self.elements.items()}

    def _part(self, tokens: list[str], written: str) -> Part:
        elements, gaps, gap = [], [], 0
        for stretch in _stretches(tokens):
            if stretch in GAPS:
                gap = GAPS[stretch]
            for phrases in () if stretch in GAPS else self._elements(stretch):
                elements.append(self.elements.setdefault(phrases, len(self.elements)))
                gaps.append(gap)
                gap = 0
        if not elements:
            raise LexiconError(f"nothing is left to look for in {written!r}")
        return Part(tuple(elements), tuple(gaps))

    def _elements(self, stretch: str) -> Iterator[frozenset[Phrase]]:
        """Each word of a stretch, or one of its phrases where ` / ` stands between them."""
        every = [self._any_of(stretch)] if " / " in stretch else [self._choice([t]) for t in stretch.split()]
        yield from filter(None, every)

    def _any_of(self, written: str) -> frozenset[Phrase]:
        return frozenset().union(*(self._choice(phrase.split()) for phrase in written.split(" / ")))

    def _choice(self, tokens: list[str]) -> frozenset[Phrase]:
        """`a|b|{family}` is any of these; several tokens are one phrase, with the choices of each."""
        phrases: set[Phrase] = {()}
        for token in tokens:
            ends = set().union(*(self._one(option) for option in token.split("|")))
            phrases = {(*begun, *end) for begun in phrases for end in ends or {()}}
        return frozenset(phrases - {()})

    def _one(self, option: str) -> frozenset[Phrase]:
        if option.startswith("{"):
            if option.strip("{}") not in self.families:
                raise LexiconError(f"no family {option} before it is used")
            return self.families[option.strip("{}")]
        stem = option.endswith("*")
        words = self.split(option.rstrip("*"))
        if stem and (not words or len(words[-1]) < STEM):
            raise LexiconError(f"{option!r}: at least {STEM} letters before *")
        return frozenset({(*words[:-1], words[-1] + "*")} if stem else {words} if words else set())


def _stretches(tokens: list[str]) -> Iterator[str]:
    """What stands between gaps, and the gaps."""
    for is_gap, group in groupby(tokens, GAPS.__contains__):
        words = list(group)
        yield words[-1] if is_gap else " ".join(words)
