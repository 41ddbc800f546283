"""Where the constructions of a lexicon stand in what somebody wrote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate

from content.constructions import NEAR, Anchored, Construction, Index, Meant, Part, Phrase, Span
from content.utterance import Utterance


class Sightings:
    """All elements found in a text. Words that were `covered` stand for nothing any more."""

    def __init__(self, said: Utterance, index: Index, barriers: frozenset[str]) -> None:
        self.said = said
        self.elements: dict[int, list[Span]] = {}
        blocked = [word in barriers for word in said.words]
        self._barred = list(accumulate(blocked, initial=0)) if any(blocked) else None
        self._find(index)

    def spans(self, construction: Construction) -> list[Span]:
        """Where it stands, each once; all parts within `NEAR` words of the first. Its elements must have been found."""
        first, *others = (self._standing(part) for part in construction.parts)
        return [_around(span, others) for span in first if all(_near(span, other) for other in others)]

    def standing(self, anchored: Anchored[Meant]) -> Iterator[tuple[list[Span], Meant]]:
        """All of these that stand in the text: where, and what is meant."""
        for construction, meant in anchored.likely(self.elements.keys()):
            if spans := self.spans(construction):
                yield spans, meant

    def cover(self, spans: Iterable[Span]) -> None:
        """Forget what stands on these words."""
        gone = {at for span in spans for at in range(*span)}
        if not gone:
            return
        kept = {e: [s for s in spans if gone.isdisjoint(range(*s))] for e, spans in self.elements.items()}
        self.elements = {element: spans for element, spans in kept.items() if spans}

    def _find(self, index: Index) -> None:
        words, elements = self.said.words, self.elements
        for at, (word, after) in enumerate(zip(words, (*words[1:], ""), strict=False)):
            for phrase, found in index.starting(word, after):
                end = at + len(phrase)
                if (end == at + 1 and phrase[0] == word) or self._stands(phrase, at, end):
                    for element in found:
                        elements.setdefault(element, []).append((at, end))

    def _stands(self, phrase: Phrase, at: int, end: int) -> bool:
        words = self.said.words
        if end > len(words) or not self.said.together(at, end - 1):
            return False
        for word, wanted in zip(words[at:end], phrase, strict=True):
            if word != wanted and not (wanted[-1] == "*" and word.startswith(wanted[:-1])):
                return False
        return True

    def _standing(self, part: Part) -> list[Span]:
        """Where the elements of a part follow one another; of several ways to one end, the shortest."""
        ends = {end: begin for begin, end in self.elements[part.elements[0]]}
        for element, gap in zip(part.elements[1:], part.gaps[1:], strict=True):
            ends = dict(self._steps(ends, element, gap))
            if not ends:
                return []
        return [(begin, end) for end, begin in ends.items()]

    def _steps(self, ends: dict[int, int], element: int, gap: int) -> Iterator[tuple[int, int]]:
        for begin, end in self.elements[element]:
            for before in range(begin, begin - gap - 1, -1):
                if before in ends and self._open(before, begin):
                    yield end, ends[before]
                    break

    def _open(self, end: int, begin: int) -> bool:
        """Whether one may go from one element to the next: no end of sentence, no «not» between."""
        if not self.said.together(end - 1, begin):
            return False
        return self._barred is None or self._barred[begin] == self._barred[end]


def _near(span: Span, others: list[Span]) -> bool:
    return any(abs(other[0] - span[0]) <= NEAR for other in others)


def _around(span: Span, others: list[list[Span]]) -> Span:
    """From the first to the last word of what was found near `span`."""
    near = [next(o for o in other if abs(o[0] - span[0]) <= NEAR) for other in others]
    return min(s[0] for s in (span, *near)), max(s[1] for s in (span, *near))
