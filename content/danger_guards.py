"""Where the guards of a lexicon stand in a text: what makes its signs say something else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from content.constructions import Span
from content.danger_lexicon import Guard
from content.utterance import Utterance


class Standing:
    """The sentences that each guard rules. Looked up before innocents are covered."""

    def __init__(
        self, guards: Mapping[str, Guard], found: Iterable[tuple[Span, tuple[str, bool]]], said: Utterance
    ) -> None:
        self._sentences = said.sentences
        up: dict[str, set[int]] = defaultdict(set)
        lifted: dict[str, set[int]] = defaultdict(set)
        for (begin, _), (name, lifts) in found:
            (lifted if lifts else up)[name].add(self._sentences[begin])
        self._ruled = {
            name: self._rules(guards[name].whole, ruled, lifted[name]) for name, ruled in up.items()
        }

    def free(self, spans: Iterable[Span], unless: tuple[str, ...]) -> list[Span]:
        """Those that none of these guards silences."""
        standing = [self._ruled[name] for name in unless if name in self._ruled]
        if not standing:
            return list(spans)
        ruled = frozenset().union(*standing)
        return [span for span in spans if ruled.isdisjoint(self._sentences[span[0] : span[1]])]

    def _rules(self, whole: bool, ruled: set[int], lifted: set[int]) -> frozenset[int]:
        if whole:
            return frozenset() if lifted else frozenset(self._sentences)
        return frozenset(ruled - lifted)
