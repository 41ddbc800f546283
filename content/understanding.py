"""What a message asks for: needs and intents, from the words alone, with the words that tell.

The lexicons (`ruling.py`) find topics and what the words around make of them; a learnt model (`learned.py`) weighs
them with the words themselves, as no list of words holds all that people say.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from content.learned import model
from content.letters import fold, within
from content.ruling import Ruling, ruling
from content.senseless import is_senseless

INTENTS = ("rdv", "humain", "lieu", "salut", "merci_fin", "insulte", "hors_sujet", "incompris")
ALONE = frozenset({"hors_sujet", "incompris"})
"""They stand alone or not at all."""
GUESSES = 2
ENOUGH, LEAST = 0.45, 0.25
"""A label this likely is told; the likeliest alone is told already when it is this likely."""
POSSIBLE = 0.05
"""A need less likely is no guess."""


class Understood(NamedTuple):
    """What a message asks for. `guesses` are the two likeliest needs where it does not tell."""

    needs: tuple[str, ...] = ()
    intents: tuple[str, ...] = ()
    guesses: tuple[str, ...] = ()
    because: tuple[tuple[str, str], ...] = ()
    """Each label with the words that led to it."""


def understand(text: str, language: str | None = None) -> Understood:
    """What a text asks for; needs in the order in which they are first named. Takes any text, never raises.

    `language` is what its writer is thought to speak; a text in another language is still understood.
    """
    read = within(text)
    ruled, folded = ruling(read, language), fold(read)
    if not ruled.topics and is_senseless(read):
        return Understood((), ("incompris",))
    every = model("needs").likelihoods(folded, ruled.marks())
    likely = {label: odds for label, odds in every.items() if label not in ruled.refused}
    labels = chosen(likely) or ruled.labels
    return _told(ruled, labels, folded) if labels else Understood(guesses=_guessed(likely))


def needs_in(text: str, language: str | None = None) -> tuple[str, ...]:
    """The needs that a text asks for, in the order in which they are first named."""
    return understand(text, language).needs


def chosen(likely: Mapping[str, float], enough: float = ENOUGH, least: float = LEAST) -> set[str]:
    """The labels likely enough; the likeliest alone where none is, if it is not quite unlikely."""
    best = max(likely, key=lambda label: likely[label])
    if best in ALONE or likely[best] < enough:
        return {best} if likely[best] >= least else set()
    return {label for label, odds in likely.items() if odds >= enough} - ALONE


def _guessed(likely: Mapping[str, float]) -> tuple[str, ...]:
    possible = (label for label, odds in likely.items() if label not in INTENTS and odds >= POSSIBLE)
    needs = sorted(possible, key=lambda label: (-likely[label], label))
    return tuple(needs[:GUESSES]) if len(needs) > 1 else ()


def _told(ruled: Ruling, labels: Collection[str], folded: str) -> Understood:
    """These labels in the order in which they are first asked for, each with its words."""
    named = sorted((t for t in ruled.topics if t.label in labels), key=lambda t: (not t.asked, t.start))
    because: dict[str, str] = {}
    for topic in named:
        because.setdefault(topic.label, topic.because)
    for label in sorted(set(labels) - because.keys()):
        because[label] = model("needs").because(label, folded)
    needs = tuple(label for label in because if label not in INTENTS)
    intents = tuple(label for label in because if label in INTENTS)
    return Understood(needs, intents, (), tuple(because.items()))
