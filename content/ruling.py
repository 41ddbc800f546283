"""What the rules of the lexicons make of a message: topics, those asked for, and marks of them for the model."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from content.asking import asked_for
from content.phrasebook import Phrasebook, languages, phrasebook
from content.reading import AGAINST, Topic, read
from content.spelling import words
from content.tongue import FIRST_LANGUAGE, language_of, ranked, surely

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
SHORT = 6
"""Words: in so few, what one says to have is not asked for."""
MOST_WORDS = 900
"""Of a text: Telegram sends 4,096 characters at most."""


class Ruling(NamedTuple):
    """Topics in the order of the words, the labels asked for as far as rules tell, and those refused."""

    topics: tuple[Topic, ...] = ()
    labels: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()

    def marks(self) -> Iterator[str]:
        """For the model: each topic, how it is said and what its frame makes of it; what the rules tell."""
        yield f"{len(self.labels)} told"
        yield from (f"told {label}" for label in sorted(self.labels))
        for topic in self.topics:
            yield topic.label
            yield f"{topic.label} {topic.stance or 'bare'}"
            yield f"{topic.label} {topic.group.weight}"


def ruling(text: str, language: str | None = None) -> Ruling:
    """Read in one language after the other, the likeliest first, until one tells more than a courtesy."""
    heard: list[Ruling] = []
    refused: set[str] = set()
    for tongue in _tongues(text, language):
        ruled = _in(text, phrasebook(tongue), refused)
        if ruled.labels - COURTESIES:
            return ruled
        heard.append(ruled)
    told = [r for r in heard if r.labels] or [r for r in heard if r.topics]
    return told[0] if told else _elsewhere(text)


def _elsewhere(text: str) -> Ruling:
    """What a word or two are in any other language, if no language is known by them: «salutare !»."""
    short = [] if ranked(text) or len(text) > SHORTEST_STORY else languages()
    every = (_in(text, phrasebook(tongue), set(), mended=False) for tongue in short)
    return next((ruled for ruled in every if ruled.labels), Ruling())


def _tongues(text: str, language: str | None) -> list[str]:
    """Languages to read a text in, the likeliest first; those of which nothing is in it are not read at all.

    One that it surely is in is the only one: in others its words mean other things («dos» is two in Spanish). But
    whoever writes French mixes it with words of home.
    """
    sure, scores = surely(text), ranked(text)
    if sure in languages() and sure != FIRST_LANGUAGE:
        return [sure]
    least = LIKELY * max(scores.values(), default=0.0)
    likely = sorted((t for t in scores if scores[t] >= least), key=lambda tongue: (-scores[tongue], tongue))[
        :TONGUES
    ]
    best = language_of(text, language)
    first = FIRST_LANGUAGE if scores.get(best, 0.0) < CLEARLY + scores.get(FIRST_LANGUAGE, 0.0) else best
    read = dict.fromkeys([first, best, *likely, language or FIRST_LANGUAGE, FIRST_LANGUAGE])
    return [tongue for tongue in read if tongue in languages()]


def _in(text: str, book: Phrasebook, refused: set[str], *, mended: bool = True) -> Ruling:
    """What a text asks for, read in one language.

    What is refused or possessed is added to `refused`: no other language, which sees the word alone, asks for it.
    """
    said = words(text, book.language, book.known if mended else None)[:MOST_WORDS]
    topics = tuple(t for t in read(said, book) if t.label not in refused)
    refused |= {t.label for t in topics if t.stance in AGAINST and not t.asked}
    labels = frozenset(t.label for t in asked_for(topics))
    against = AGAINST if len(said) <= SHORT else {"reject"}
    return Ruling(topics, labels, frozenset(t.label for t in topics if t.stance in against) - labels)
