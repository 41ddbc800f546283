"""Danger in a text: its kind, and the words that say so. What to look for stands in `lexicon/danger/`.

Deterministic. A text is read in every language, whatever most of it is written in: a cry may mix them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from content.constructions import LexiconError, Span
from content.danger_guards import Standing
from content.danger_lexicon import HERE, Clue, Lexicon, load
from content.letters import fold
from content.sightings import Sightings

Found = tuple[int, str, str]
"""Gravity, kind, words."""
ENOUGH = 8
"""Points of clues that make a sign together."""
MOST_ANYHOW = 3
"""Points that clues of any kind may add: alone they say nothing."""
ADDED_UP = 40
"""Gravity of what is only added up, with its points: less than what is plainly said."""
LIKELY = 0.75
"""A text is read in a language if it has this share of the words that the likeliest language has."""
LIKELY = 0.9
"""A language is likely if it has this share of the words that the likeliest language has."""
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
    found = list(_in_all_languages(folded))
    order = list(danger_kinds())
    found.sort(key=lambda sign: (-sign[0], order.index(sign[1])))
    return tuple(dict.fromkeys((kind, words) for _, kind, words in found))


def _in_all_languages(folded: list[str]) -> Iterator[Found]:
    """What several words say counts in any language: a cry may stand in a message in another.

    One word counts only in the likely ones, which know what makes it harmless: «overdose of chocolate».
    """
    shares = {lexicon: lexicon.share(folded) for lexicon in lexicons()}
    likely = max(shares.values()) * LIKELY
    for lexicon, share in shares.items():
        found = _signs(lexicon, folded, share)
        yield from (sign for sign in found if share >= likely or " " in sign[2])


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


def _signs(lexicon: Lexicon, folded: list[str], share: float) -> Iterator[Found]:
    """What one language finds in a text."""
    seen = Sightings(lexicon.hear(folded, share), lexicon.index, lexicon.barriers)
    if not seen.elements:
        return
    rulings = ((span, meant) for spans, meant in seen.standing(lexicon.rulings) for span in spans)
    guards = Standing(lexicon.guards, rulings, seen.said)
    seen.cover([span for spans, _ in seen.standing(lexicon.innocents) for span in spans])
    for spans, sign in seen.standing(lexicon.signs):
        for span in guards.free(spans, sign.unless):
            gravity = danger_kinds()[sign.kind].gravity if sign.gravity is None else sign.gravity
            yield gravity, sign.kind, seen.said.text(*span)
    yield from _added_up(lexicon, seen, guards)


def _added_up(lexicon: Lexicon, seen: Sightings, guards: Standing) -> Iterator[Found]:
    """Kinds for which clues together weigh enough. What is only added up yields to what is plainly said."""
    found: dict[Clue, list[Span]] = {}
    for spans, clue in seen.standing(lexicon.clues):
        found.setdefault(clue, []).extend(guards.free(spans, clue.unless))
    own: dict[str, list[tuple[int, str]]] = {}
    anyhow = 0
    for clue, spans in found.items():
        points, words = _weight(clue, sorted(spans), seen)
        anyhow += 0 if clue.kinds else points
        for kind in clue.kinds if points else ():
            own.setdefault(kind, []).append((points, words))
    for kind, clues in own.items():
        total = sum(points for points, _ in clues)
        if total + min(anyhow, MOST_ANYHOW) >= ENOUGH:
            yield ADDED_UP + total, kind, ", ".join(words for _, words in clues)


def _weight(clue: Clue, spans: list[Span], seen: Sightings) -> tuple[int, str]:
    """The points of a clue and its words; half more if other words are it too."""
    if not spans:
        return 0, ""
    first, others = spans[0], [span for span in spans if span[0] >= spans[0][1]]
    words = [seen.said.text(*span) for span in (first, *others[:1])]
    return clue.points + (clue.points // 2 if others else 0), ", ".join(words)
