"""Danger in a text: its kind, and the words that say so.

A learnt model (`learned.py`) tells it from words in a row, letters in a row, and what the lexicons mark: signs, what
is harmless, what changes the meaning of a sentence (`lexicon/danger/`, a file a language). Deterministic.
A text is read in every language, whatever most of it is written in: a cry may mix them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from content.constructions import LexiconError
from content.danger_guards import Standing
from content.danger_lexicon import HERE, Lexicon, load
from content.learned import model
from content.letters import fold, within
from content.sightings import Sightings

Found = tuple[int, str, str]
"""Gravity, kind, words."""
LIKELY = 0.9
"""A language is likely if it has this share of the words that the likeliest language has."""
ENOUGH = 0.35
"""Likelihood from which a text is danger: to miss one is worse than to ask once too often."""
FEW = 5
"""Words: a sentence of no more that holds a sign is a cry, whatever the model makes of the text."""
SENTENCE = re.compile(r"(?<!\S)[.?](?!\S)")
CLEAR = 0.8
"""Likelihood from which a part of a text that holds a sign is danger by itself: what stands beside it thins nothing."""
CLAUSE = re.compile(r"(?<!\S)[.?,;:](?!\S)")
DANGER = "danger"
"""The label of the model for danger of any kind; the others are the kinds."""


@dataclass(frozen=True)
class DangerKind:
    """A kind of danger: ids of the help lines to show, in order."""

    id: str
    numbers: tuple[str, ...]
    gravity: int


@dataclass
class Marked:
    """What the lexicons find in a text: signs, and marks for the model."""

    signs: list[Found] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)


def danger_kind(text: str) -> str | None:
    """The id of the kind of danger that a text speaks of, or None. Takes any text, never raises."""
    return next((kind for kind, _ in danger_signs(text)), None)


def danger_signs(text: str) -> tuple[tuple[str, str], ...]:
    """(kind, words that say so): the likeliest kind, then others of which there are signs, the gravest first.

    The words are plain ones, as they were compared: of a sign, or those that weigh most.
    """
    folded = fold(within(text))
    marked = marked_in(folded)
    learnt = model("danger")
    likely = learnt.likelihoods(folded, marked.marks)
    signs = [(kind, words) for _, kind, words in sorted(marked.signs, key=lambda sign: -sign[0])]
    if likely.pop(DANGER) < ENOUGH:
        return tuple(_by_themselves(folded)) if signs else ()
    kind = max(likely, key=lambda kind: likely[kind])
    words = next((words for k, words in signs if k == kind), "") or learnt.because(kind, folded)
    return ((kind, words), *dict.fromkeys(sign for sign in signs if sign[0] != kind))


def _by_themselves(folded: str) -> list[tuple[str, str]]:
    """Signs that count whatever stands beside them, the gravest first."""
    found = [*_plainly(folded)] or [*_clearly(folded)]
    return [(kind, words) for _, kind, words in sorted(found, reverse=True)]


def _plainly(folded: str) -> Iterator[Found]:
    """Signs of which nothing else is said in their sentence: they count whatever is likely."""
    for sentence in SENTENCE.split(folded):
        if 0 < len(sentence.split()) <= FEW:
            yield from marked_in(sentence).signs


def _clearly(folded: str) -> Iterator[Found]:
    """Signs of a part of the text that would be danger if nothing else were said."""
    for clause in CLAUSE.split(folded):
        marked = marked_in(clause)
        if marked.signs and model("danger").likelihoods(clause, marked.marks)[DANGER] >= CLEAR:
            yield from marked.signs


def marked_in(folded_text: str) -> Marked:
    """What the lexicons of all languages find in a folded text.

    What several words say counts in any language: a cry may stand in a message in another. One word counts only in
    the likely ones, which know what makes it harmless: «overdose of chocolate».
    """
    folded = folded_text.split()
    shares = {lexicon: lexicon.share(folded) for lexicon in lexicons()}
    likely = max(shares.values()) * LIKELY
    marked = Marked()
    for lexicon, share in shares.items():
        _mark(marked, lexicon, folded, share, likely=share >= likely)
    return marked


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
        if unknown := lexicon.kinds - danger_kinds().keys():
            raise LexiconError(f"{lexicon.language}.toml: no kind {', '.join(sorted(unknown))}")
    return every


def _mark(marked: Marked, lexicon: Lexicon, folded: list[str], share: float, *, likely: bool) -> None:
    """What one language finds in a text; what stands in the way of signs is a mark where the language is likely."""
    seen = Sightings(lexicon.hear(folded, share), lexicon.index, lexicon.barriers)
    if not seen.elements:
        return
    rulings = [(span, meant) for spans, meant in seen.standing(lexicon.rulings) for span in spans]
    guards = Standing(lexicon.guards, rulings, seen.said)
    harmless = [span for spans, _ in seen.standing(lexicon.innocents) for span in spans]
    seen.cover(harmless)
    signs = [sign for sign in _signs(lexicon, seen, guards) if likely or " " in sign[2]]
    marked.signs += signs
    marked.marks += dict.fromkeys(f"sign {kind}" for _, kind, _ in signs)
    if likely:
        marked.marks += dict.fromkeys(f"{'no ' if lifts else ''}guard {name}" for _, (name, lifts) in rulings)
        marked.marks += ["harmless"] * bool(harmless)


def _signs(lexicon: Lexicon, seen: Sightings, guards: Standing) -> Iterator[Found]:
    for spans, sign in seen.standing(lexicon.signs):
        for span in guards.free(spans, sign.unless):
            gravity = danger_kinds()[sign.kind].gravity if sign.gravity is None else sign.gravity
            yield gravity, sign.kind, seen.said.text(*span)
