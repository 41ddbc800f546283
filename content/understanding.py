"""What a message asks for: needs and intents, from the words alone, with the words that tell.

Words are spelt out (`spelling.py`), topics and frames found (`phrases.py`, `reading.py`); here topics become labels.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from content.phrasebook import Phrasebook, languages, phrasebook
from content.reading import Topic, read
from content.senseless import is_senseless
from content.spelling import words
from content.tongue import FIRST_LANGUAGE, language_of, ranked

INTENTS = ("rdv", "humain", "lieu", "salut", "merci_fin", "insulte", "hors_sujet", "incompris")
COURTESIES = frozenset({"salut", "merci_fin"})
"""Heard in one language, they leave open what another may tell: «salam, je cherche un taf»."""
TONGUES = 3
"""Languages of which something is in a text, that it is read in."""
GUESSES = 2
NEAR = 6
"""Words from one that gives way («payer») to what it gives way to («mon permis»)."""


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
    heard: list[Understood] = []
    for tongue in _tongues(text, language):
        understood = _in(text, phrasebook(tongue))
        if understood.needs or set(understood.intents) - COURTESIES:
            return understood
        heard.append(understood)
    told = [u for u in heard if u.intents] or [u for u in heard if u.guesses]
    return told[0] if told else Understood((), ("incompris" if is_senseless(text) else "hors_sujet",))


def needs_in(text: str, language: str | None = None) -> tuple[str, ...]:
    """The needs that a text asks for, in the order in which they are first named."""
    return understand(text, language).needs


def _tongues(text: str, language: str | None) -> list[str]:
    """Languages to read a text in, the likeliest first; those of which nothing is in it are not read at all."""
    scores = ranked(text)
    likely = sorted(scores, key=lambda tongue: -scores[tongue])[:TONGUES]
    read = dict.fromkeys([language_of(text, language), *likely, language or FIRST_LANGUAGE, FIRST_LANGUAGE])
    return [tongue for tongue in read if tongue in languages()]


def _in(text: str, book: Phrasebook) -> Understood:
    said = words(text, book.language, book.known)
    topics = read(said, book)
    asked = _settled(topics)
    if not asked:
        return _unsure(topics)
    return _told(asked)


def _settled(topics: Sequence[Topic]) -> list[Topic]:
    """The topics asked for, once each has been seen beside the others."""
    asked = [t for t in topics if t.asked]
    asked = [t for t in asked if not (t.group.yields and _followed(t, topics))]
    asked = [t for t in asked if not (t.stance in {"contrast", "purpose"} and _outdone(t, asked))]
    labels = {t.label for t in asked}
    asked = [t for t in asked if not t.group.gives_way_to & labels]
    return [t for t in asked if not t.group.alone] or asked


def _outdone(topic: Topic, asked: Iterable[Topic]) -> bool:
    """«pas un boulot, un logement»; «le permis pour aller au taf»: another topic is what is asked."""
    others = (t for t in asked if t.label != topic.label and t.stance != topic.stance and not t.group.alone)
    return any(t.start < topic.start or topic.stance == "contrast" for t in others)


def _followed(topic: Topic, topics: Iterable[Topic]) -> bool:
    near = (t for t in topics if t.part == topic.part and 0 <= t.start - topic.end <= NEAR)
    return any(t.label != topic.label for t in near)


def _unsure(topics: Sequence[Topic]) -> Understood:
    """Hints alone: one that stands by itself is taken, several are guesses."""
    hints = [replace(t, stance="") for t in topics if t.group.weight == "hint" and not t.stance]
    labels = tuple(dict.fromkeys(t.label for t in hints))
    if len(labels) == 1:
        return _told(hints)
    return Understood(guesses=tuple(label for label in labels if label not in INTENTS)[:GUESSES])


def _told(asked: Iterable[Topic]) -> Understood:
    because = {t.label: t.because for t in reversed([*asked])}
    labels = tuple(reversed(because))
    needs = tuple(label for label in labels if label not in INTENTS)
    intents = tuple(label for label in labels if label in INTENTS)
    return Understood(needs, intents, (), tuple((label, because[label]) for label in labels))
