"""Short words that answer the question put: a digit, a label or its beginning, an age."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from content.plain import plain
from content.wording import Wording
from flows.events import Called, Chose, Event
from flows.steps import HUMAN, Choice, Message

FILE = Path(__file__).parent / "words.toml"
BRACKETS = ((16, "under_16"), (18, "from_16"), (26, "from_18"), (100, "from_26"))
"""Below which age it is which."""
_AGE = re.compile(r"\D{0,16}?(\d{2})((?:\s*[^\W\d_]+){0,3})\W*")
MOST = 8
"""Words of a sentence that may hold an answer."""
YES = 2
"""Words of a yes: with more it may hold a need."""
WHOLE = 5
"""Letters of a label of one word that may stand within a sentence."""


def answer(
    wording: Wording, language: str, question: tuple[str, Message], text: str, *, exactly: bool = False
) -> tuple[Event, ...]:
    """The button these words mean, as a tap on it; nothing if they mean none, or more than one.

    `exactly`: its number or its whole label, not a part of it, nor an age.
    """
    story, message = question
    if digit := _digit(message, text):
        return (Chose(*message.tap(digit, story)),)
    wanted, labels = plain(text), dict(_labels(wording, message, language))
    choice = labels.get(wanted) or (None if exactly else _meant(labels, wanted, message))
    if choice:
        return (Chose(*message.tap(choice, story)),)
    for control, label in wording.controls(message, language).items():
        if plain(label) == wanted:
            return (Called("humain") if control == HUMAN else Chose(story, message.ask or "", control),)
    bracket = _bracket(text) if message.ask == "bracket" and not exactly else None
    return (Chose(story, "bracket", bracket),) if bracket else ()


def _digit(message: Message, text: str) -> Choice | None:
    """The place of a button."""
    if message.position or not text.isdecimal() or not 1 <= int(text) <= len(message.choices):
        return None
    return message.choices[int(text) - 1]


def _labels(wording: Wording, message: Message, language: str) -> Iterator[tuple[str, Choice]]:
    """Labels as they are compared, the first one where two are alike."""
    for choice in reversed(message.choices):
        yield plain(wording.label(choice, message.ask or "", language)), choice


def _meant(labels: dict[str, Choice], wanted: str, message: Message) -> Choice | None:
    """«oui» for «Oui, annuler»; «je veux annuler» for «Annuler», unless they say that they do not."""
    words = wanted.split()
    if any(c.several for c in message.choices) or len(words) > MOST or not words:
        return None
    begun = [c for label, c in labels.items() if label.split()[:1] == words and len(words) == 1]
    if len(begun) == 1:
        return begun[0]
    if message.ask == "hello" and words[0] in _words()["yes"] and len(words) <= YES:
        return message.choices[0]
    if _words()["no"].keys() & set(words):
        return None
    named = [c for label, c in labels.items() if len(label) >= WHOLE and label in words]
    return named[0] if len(named) == 1 else None


def _bracket(text: str) -> str | None:
    """«17», «j'ai 17 ans»: the age as it is asked. A number of anything else is none."""
    found = _AGE.fullmatch(text.strip())
    if found is None or not set(plain(found[2]).split()) <= _words()["years"].keys():
        return None
    return next((bracket for below, bracket in BRACKETS if int(found[1]) < below), None)


@cache
def _words() -> dict[str, Any]:
    """Words of words.toml: those that say no, and those for years."""
    data = tomllib.loads(FILE.read_text(encoding="utf-8"))["answers"]
    return {name: dict.fromkeys(map(plain, words)) for name, words in data.items()}
