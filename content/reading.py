"""What a message asks for: topics found in its words, and what the words around make of them.

«j'ai un appart et je cherche un taf»: both are topics; the frame «j'ai» puts the flat away, «cherche» asks for work.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from content.phrasebook import Group, Phrasebook
from content.phrases import Found

AGAINST = frozenset({"reject", "have", "about"})
CONTRAST = "contrast"
FARTHEST = 20
"""Words: no frame covers a topic farther away."""


@dataclass(frozen=True)
class Topic:
    """A topic in the words: its label, where it stands, and what the frame nearest to it makes of it."""

    label: str
    start: int
    end: int
    group: Group
    part: int
    stance: str = ""
    because: str = ""
    """The words that led here."""

    @property
    def asked(self) -> bool:
        """Whether it is asked for, as far as it can be told alone."""
        if self.group.weight in {"firm", "always"}:
            return self.stance != "reject" or self.group.weight == "always"
        if self.stance in AGAINST:
            return False
        return self.group.weight == "sure" or self.stance in {"seek", "lack"}


def read(words: Sequence[str], book: Phrasebook) -> list[Topic]:
    """The topics of a message, in order, each with its stance."""
    found = sorted(book.phrases.find(words, book.known))
    breaks = {f.start for f in found if book.groups[f.group].stance == "break"}
    frames = _frames([f for f in found if book.groups[f.group].stance not in {"", "break"}], book)
    topics = _outermost(f for f in found if not book.groups[f.group].stance)
    parts = _parts(words, breaks)
    return [_topic(t, frames, words, parts, book) for t in topics if book.groups[t.group].label]


def _outermost(found: Iterable[Found]) -> list[Found]:
    """Phrases that are not part of a longer one; of two that overlap, the longer, or else the first; all of one span."""
    kept: list[Found] = []
    taken: set[int] = set()
    spans: set[tuple[int, int]] = set()
    for one in sorted(found, key=lambda f: (f.start - f.end, f.start, f.group)):
        span = range(one.start, one.end)
        if (one.start, one.end) in spans or taken.isdisjoint(span):
            kept.append(one)
            taken.update(span)
            spans.add((one.start, one.end))
    return sorted(kept)


def _frames(found: Sequence[Found], book: Phrasebook) -> list[Found]:
    """Frames that are not part of a longer one; «j'ai pas envie» is both «j'ai pas» and «pas envie», and no «pas»."""
    kept: list[Found] = []
    strong = [f for f in found if book.groups[f.group].stance != CONTRAST]
    weak = [f for f in found if book.groups[f.group].stance == CONTRAST]
    for one in sorted(strong, key=lambda f: (f.start, -f.end)):
        if not kept or one.end > kept[-1].end:
            kept.append(one)
    taken = {at for f in kept for at in range(f.start, f.end)}
    return sorted([*kept, *(f for f in _outermost(weak) if taken.isdisjoint(range(f.start, f.end)))])


def _parts(words: Sequence[str], breaks: set[int]) -> list[int]:
    """The number of the part of a sentence that each word stands in."""
    parts, part = [], 0
    for at, word in enumerate(words):
        part += word in {".", "?"} or at in breaks
        parts.append(part)
    return parts


def _topic(
    topic: Found, frames: list[Found], words: Sequence[str], parts: list[int], book: Phrasebook
) -> Topic:
    begin = bisect_left(frames, topic.start - FARTHEST, key=lambda f: f.start)
    end = bisect_left(frames, topic.end + FARTHEST, key=lambda f: f.start)
    near = [f for f in frames[begin:end] if _covers(f, topic, words, parts, book)]
    frame = min(near, key=lambda f: _distance(f, topic), default=None)
    group = book.groups[topic.group]
    stance = book.groups[frame.group].stance if frame else ""
    first = frame if frame and frame.start < topic.start else topic
    because = " ".join(words[first.start : max(topic.end, frame.end if frame else 0)])
    return Topic(group.label, topic.start, topic.end, group, parts[topic.start], stance, because)


def _distance(frame: Found, topic: Found) -> int:
    return topic.start - frame.end if frame.start <= topic.start else frame.start - topic.end


def _covers(frame: Found, topic: Found, words: Sequence[str], parts: list[int], book: Phrasebook) -> bool:
    """Whether the frame speaks of the topic: on the right side, within reach, in the same part of a sentence."""
    group = book.groups[frame.group]
    after = frame.start < topic.start and frame.end <= topic.end
    before = frame.end > topic.end and frame.start >= topic.start
    if not (after and group.covers != "before") and not (before and group.covers != "after"):
        return False
    part = (
        parts[frame.start] if after else parts[frame.start - 1]
    )  # «le permis j'en ai deja»: its own break is none
    if _distance(frame, topic) > group.reach or part != parts[topic.start]:
        return False
    between = words[frame.end : topic.start] if after else words[topic.end : frame.start]
    return not (group.at_comma and _comma_parts(between, book.joins))


def _comma_parts(between: Sequence[str], joins: frozenset[str]) -> bool:
    """Whether a comma ends the thought: «pas un boulot, un logement», but not «pas un boulot, ni un stage»."""
    return any(
        w == "," and (i + 1 == len(between) or between[i + 1] not in joins) for i, w in enumerate(between)
    )
