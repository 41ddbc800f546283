"""What a message asks for: needs and intents, from the words alone, with the words that tell.

Words are spelt out (`spelling.py`), topics and frames found (`phrases.py`, `reading.py`), and what many topics leave
open is weighed (`weighing.py`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from content.asking import asked_for
from content.phrasebook import Phrasebook, languages, phrasebook
from content.reading import AGAINST, Topic, read
from content.senseless import is_senseless
from content.spelling import words
from content.tongue import FIRST_LANGUAGE, language_of, ranked, surely
from content.weighing import likelihoods

INTENTS = ("rdv", "humain", "lieu", "salut", "merci_fin", "insulte", "hors_sujet", "incompris")
COURTESIES = frozenset({"salut", "merci_fin"})
"""Heard in one language, they leave open what another may tell: «salam, je cherche un taf»."""
CLEARLY = 0.5
"""Words: French is read first where no other language is ahead of it by more."""
LIKELY = 0.5
"""A language is read if so much speaks for it, of what speaks for the likeliest."""
TONGUES = 3
"""Languages of which something is in a text, that it is read in."""
SHORTEST_STORY = 60
"""Characters: a longer text has words that tell its language."""
OFF_TOPIC = "hors_sujet"
"""Stands alone or not at all."""
GUESSES = 2
MOST_WORDS = 900
"""Of a text: Telegram sends 4,096 characters at most."""
FEW = 12
"""Words: so few are told by the rules alone, more are weighed."""
ENOUGH, LEAST = 0.5, 0.25
"""A label this likely is told; one alone is told already when it is this likely."""


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
    refused: set[str] = set()
    for tongue in _tongues(text, language):
        understood = _in(text, phrasebook(tongue), refused)
        if understood.needs or set(understood.intents) - COURTESIES:
            return understood
        heard.append(understood)
    told = [u for u in heard if u.intents] or [u for u in heard if u.guesses]
    return told[0] if told else _elsewhere(text)


def _elsewhere(text: str) -> Understood:
    """What a word or two are in any other language, if no language is known by them: «salutare !»."""
    if is_senseless(text):
        return Understood((), ("incompris",))
    short = [] if ranked(text) or len(text) > SHORTEST_STORY else languages()
    every = (_in(text, phrasebook(tongue), set(), mended=False) for tongue in short)
    return next((u for u in every if u.needs or u.intents), Understood((), (OFF_TOPIC,)))


def needs_in(text: str, language: str | None = None) -> tuple[str, ...]:
    """The needs that a text asks for, in the order in which they are first named."""
    return understand(text, language).needs


def _tongues(text: str, language: str | None) -> list[str]:
    """Languages to read a text in, the likeliest first; those of which nothing is in it are not read at all.

    One that it surely is in is the only one: in others its words mean other things («dos» is two in Spanish). But
    whoever writes French mixes it with words of home.
    """
    sure, scores = surely(text), ranked(text)
    if sure in languages() and sure != FIRST_LANGUAGE:
        return [sure]
    least = LIKELY * max(scores.values(), default=0.0)
    likely = sorted((t for t in scores if scores[t] >= least), key=lambda tongue: -scores[tongue])[:TONGUES]
    best = language_of(text, language)
    first = FIRST_LANGUAGE if scores.get(best, 0.0) < CLEARLY + scores.get(FIRST_LANGUAGE, 0.0) else best
    read = dict.fromkeys([first, best, *likely, language or FIRST_LANGUAGE, FIRST_LANGUAGE])
    return [tongue for tongue in read if tongue in languages()]


def _in(text: str, book: Phrasebook, refused: set[str], *, mended: bool = True) -> Understood:
    """What a text asks for, read in one language; nothing, or guesses, where it does not tell.

    What is refused or possessed is added to `refused`: no other language, which sees the word alone, asks for it.
    """
    said = words(text, book.language, book.known if mended else None)[:MOST_WORDS]
    topics = [t for t in read(said, book) if t.label not in refused]
    refused |= {t.label for t in topics if t.stance in AGAINST and not t.asked}
    asked, likely = asked_for(topics), likelihoods(topics, said, book)
    ruled = {t.label for t in asked if not t.group.alone}
    if labels := _chosen(dict.fromkeys(ruled, 1.0) if len(said) <= FEW else likely):
        return _told(topics, labels)
    courtesies = [t for t in asked if t.group.alone]
    return _told(courtesies, {t.label for t in courtesies}) if courtesies else _unsure(likely, topics)


def _chosen(likely: Mapping[str, float]) -> set[str]:
    """The labels likely enough; the likeliest alone where none is, if it is not quite unlikely."""
    best = max(likely, key=lambda label: (likely[label], label != OFF_TOPIC), default="")
    if not best or likely[best] < LEAST:
        return set()
    if best == OFF_TOPIC:
        return {best}
    return {label for label, odds in likely.items() if odds >= ENOUGH and label != OFF_TOPIC} or {best}


def _unsure(likely: Mapping[str, float], topics: Sequence[Topic]) -> Understood:
    """A need that alone may be meant, or else the likeliest two; what is refused or possessed is no guess."""
    open_ones = {t.label for t in topics if t.stance not in AGAINST} - set(INTENTS)
    if len(hinted := {t.label for t in topics if t.stance not in AGAINST and not t.group.alone}) == 1:
        return _told(topics, hinted)
    needs = sorted(open_ones & likely.keys(), key=lambda label: (-likely[label], label))
    return Understood(guesses=tuple(needs[:GUESSES]))


def _told(topics: Sequence[Topic], labels: Collection[str]) -> Understood:
    """These labels in the order in which they are first asked for, each with its words."""
    ordered = sorted((t for t in topics if t.label in labels), key=lambda t: (not t.asked, t.start))
    because: dict[str, str] = {}
    for topic in ordered:
        because.setdefault(topic.label, topic.because)
    needs = tuple(label for label in because if label not in INTENTS)
    intents = tuple(label for label in because if label in INTENTS)
    return Understood(needs, intents, (), tuple(because.items()))
