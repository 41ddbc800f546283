"""How likely each label of a message is what it asks for, where a story names many things.

What speaks for a label is told in a few marks that belong to no language and to no word («named twice», «in a
question», «only possessed»). What each mark weighs stands in `lexicon/needs/weights.toml`, learnt from the evaluation
rows by `python -m tests.understanding.train`, which writes that file again, the same from the same rows.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from content.asking import asked_for, gives_way
from content.phrasebook import Phrasebook
from content.reading import Topic

WEIGHTS = Path(__file__).parent / "lexicon" / "needs" / "weights.toml"
STRENGTH = {"always": 2.0, "firm": 2.0, "sure": 1.0, "hint": 0.4}
AGAINST = 0.2
"""What is left of the strength of a topic that is possessed or refused."""
SHORT = 14
"""Words: rules tell more of a short message, a story names much in passing."""
JOINED = 6
"""Words between two topics that «et», «ou» may join."""
ENDS = frozenset(".?")
Marks = dict[str, float]


def likelihoods(topics: Sequence[Topic], words: Sequence[str], book: Phrasebook) -> dict[str, float]:
    """Each label that the topics have, but greetings and the like, with a likelihood of 0 to 1."""
    weights = _weights()
    return {label: _likelihood(marks, weights) for label, marks in marks_of(topics, words, book).items()}


def marks_of(topics: Sequence[Topic], words: Sequence[str], book: Phrasebook) -> dict[str, Marks]:
    """What speaks for each label and against it."""
    named: dict[str, list[Topic]] = {}
    for topic in topics:
        if not topic.group.alone:
            named.setdefault(topic.label, []).append(topic)
    best = {label: max(of, key=_rank) for label, of in named.items()}
    strength = {label: sum(map(_strength, of)) for label, of in named.items()}
    by_rule = {t.label for t in asked_for(topics)}
    return {
        label: {
            "always": 1.0,
            f"label {label}": 1.0,
            f"label {label}, others": float(len(named) > 1),
            f"{'by' if label in by_rule else 'against'} rule": 1.0,
            f"{'by' if label in by_rule else 'against'} rule, {_length(words)}": 1.0,
            "gives way": float(gives_way(best[label], topics)),
            "share": strength[label] / (sum(strength.values()) or 1.0),
            **_itself(best[label], of),
            **_beside(best[label], [b for other, b in best.items() if other != label]),
            **_joined(best[label], [*best.values()], words, book),
            **_place(best[label], words, [*best.values()]),
        }
        for label, of in named.items()
    }


def _length(words: Sequence[str]) -> str:
    return "short" if len(words) <= SHORT else "long"


def _itself(best: Topic, of: Sequence[Topic]) -> Marks:
    """How it is said, and how often."""
    times, length = len({t.start for t in of}), best.end - best.start
    stance = best.stance or "bare"
    return {
        best.group.weight: 1.0,
        stance: 1.0,
        f"{best.group.weight} {stance}": 1.0,
        "twice": float(times > 1),
        "often": float(times > 2),
        "two words": float(length > 1),
        "three words": float(length > 2),
        "strength": math.log1p(sum(map(_strength, of))),
    }


def _beside(best: Topic, others: Sequence[Topic]) -> Marks:
    """What else is spoken of."""
    asked = [t for t in others if t.asked]
    many = math.log1p(len(asked))
    return {
        "others": many,
        f"others {best.group.weight}": many,
        "firm others": math.log1p(sum(t.group.weight in {"firm", "always"} for t in asked)),
        "sought others": math.log1p(sum(t.stance in {"seek", "lack"} for t in asked)),
        "only": float(not asked),
    }


def _joined(best: Topic, every: Sequence[Topic], words: Sequence[str], book: Phrasebook) -> Marks:
    """How it hangs together with what stands before and after it."""
    turns = [at for at, word in enumerate(words) if word in book.turns]
    before = max((t.end for t in every if t.end <= best.start), default=None)
    between = words[before : best.start] if before is not None else ()
    same = [t for t in every if t.part == best.part and t is not best and t.asked]
    return {
        "after a turn": float(any(at < best.start for at in turns)),
        "before a turn": float(any(at >= best.end for at in turns)),
        "joined": float(0 < len(between) <= JOINED and any(word in book.joins for word in between)),
        "own part": float(not same),
        "weaker in its part": float(
            any(STRENGTH[t.group.weight] > STRENGTH[best.group.weight] for t in same)
        ),
        "sought in its part": float(best.stance == "seek" and not same),
    }


def _place(best: Topic, words: Sequence[str], every: Sequence[Topic]) -> Marks:
    """Where it stands in the message."""
    size = math.log((len(words) + 1) / 10)
    asked = sorted(t.start for t in every if t.asked) or [-1]
    ends = [at for at, word in enumerate(words) if word in ENDS]
    after = [at for at in ends if at >= best.end]
    return {
        "size": size,
        f"size {best.group.weight}": size,
        "place": best.start / (len(words) + 1),
        "first": float(best.start == min(t.start for t in every)),
        "last": float(len(every) > 1 and best.start == max(t.start for t in every)),
        "first asked": float(best.start == asked[0]),
        "last asked": float(len(asked) > 1 and best.start == asked[-1]),
        "in a question": float(bool(after) and words[after[0]] == "?"),
        "first sentence": float(not any(at < best.start for at in ends)),
        "last sentence": float(not any(at < len(words) - 2 for at in after)),
    }


def _rank(topic: Topic) -> tuple[bool, bool, float, int]:
    return (topic.stance != "reject", topic.asked, STRENGTH[topic.group.weight], topic.end - topic.start)


def _strength(topic: Topic) -> float:
    return STRENGTH[topic.group.weight] * (1.0 if topic.asked or not topic.stance else AGAINST)


def _likelihood(marks: Mapping[str, float], weights: Mapping[str, float]) -> float:
    total = sum(weights.get(mark, 0.0) * value for mark, value in marks.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def _weights() -> Mapping[str, float]:
    found: Mapping[str, float] = tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))
    return found
