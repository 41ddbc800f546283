"""Where the guards of a lexicon stand in a text: what makes its signs say something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from content.constructions import Construction, Span
from content.danger_lexicon import Guard
from content.sightings import Sightings


class Standing:
    """The sentences that each guard rules. Looked up before innocents are covered."""

    def __init__(self, guards: Mapping[str, Guard], seen: Sightings) -> None:
        self._sentences = seen.said.sentences
        self._ruled = {name: self._rules(guard, seen) for name, guard in guards.items()}

    def free(self, spans: Iterable[Span], unless: tuple[str, ...]) -> Iterator[Span]:
        """Those that none of these guards silences."""
        ruled = frozenset().union(*(self._ruled[name] for name in unless))
        yield from (span for span in spans if ruled.isdisjoint(self._sentences[span[0] : span[1]]))

    def _rules(self, guard: Guard, seen: Sightings) -> frozenset[int]:
        ruled, lifted = (self._where(patterns, seen) for patterns in (guard.patterns, guard.but))
        if guard.whole:
            return frozenset(self._sentences) if ruled and not lifted else frozenset()
        return frozenset(ruled - lifted)

    def _where(self, patterns: tuple[Construction, ...], seen: Sightings) -> set[int]:
        return {self._sentences[begin] for pattern in patterns for begin, _ in seen.spans(pattern)}
