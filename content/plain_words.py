"""The words of hours typed in French, each with its place. The vocabulary is in plain_hours.toml."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from content.hours_rules import HoursError

VOCABULARY = Path(__file__).parent / "plain_hours.toml"
DASHES = "‐‑‒–—―−"
OF_TIMES = ("time", "clock", "starting")
QUOTES = "‘’ʼ′`"

_TIME = re.compile(r"(\d{1,2}) ?(?:heures?\b|h(?![a-z])|:(?=\d))(?: ?([0-5]\d)(?![\dh:]| h))?")
_WHICH = re.compile(r"([1-5]) ?(?:ere?|e|n?d?eme|nde?)s?\b")
_NUMBER = re.compile(r"\d+(?![\d:])")
_REST = re.compile(r"[a-z]+|\S")


@dataclass(frozen=True)
class Word:
    """A word, what it stands for, and where it was typed (from 1). `text` is what OSM says, if anything."""

    kind: str
    text: str
    position: int


class Cursor:
    """The words of a text, read from the first to the last."""

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.at = 0

    def kind(self, ahead: int = 0) -> str:
        """The kind of the word here, or further on; empty after the last."""
        place = self.at + ahead
        return self.words[place].kind if place < len(self.words) else ""

    def take(self) -> Word:
        self.at += 1
        return self.words[self.at - 1]

    def skip(self, *kinds: str) -> bool:
        """Pass over words of these kinds; whether there was one."""
        began = self.at
        while self.kind() in kinds and self.kind():
            self.at += 1
        return self.at > began

    @property
    def position(self) -> int:
        """Where the word here was typed; after the last word, its own place."""
        return self.words[min(self.at, len(self.words) - 1)].position if self.words else 1

    def wrong(self, reason: str = "unclear") -> HoursError:
        return HoursError(reason, self.position)

    def time_here(self, ahead: int = 0) -> bool:
        """Whether a time stands here: «9h», «de 9h», «dès 9h», «9 à 12h»."""
        ahead += 1 if self.kind(ahead) == "from" else 0
        bare = self.kind(ahead) == "number" and self.kind(ahead + 1) == "to"
        return self.kind(ahead + 2 if bare else ahead) in OF_TIMES


def words_of(typed: str) -> list[Word]:
    """The words of a text, those that say nothing left out. Raises HoursError for a word that is not known."""
    kept: list[Word] = []
    inside = False
    for word in _words(typed):
        inside = word.text == "(" or (inside and word.text != ")")
        if word.kind != "skip" and not (inside and word.kind == "comma"):
            kept.append(word)
    return kept


def _words(typed: str) -> Iterator[Word]:
    plain, places = _plain(typed)
    at = 0
    while at < len(plain):
        if plain[at] == " ":
            at += 1
            continue
        kind, text, end = _next(plain, at)
        position = places[at] + 1
        if kind == "refused":
            raise HoursError(text, position)
        if kind == "unknown":
            raise HoursError("unknown_word", position)
        yield Word(kind, text, position)
        at = end


def _plain(typed: str) -> tuple[str, list[int]]:
    """The text without accents, capitals or typographic signs, and where each of its letters stood."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(typed):
        if letter == "\n":
            simple = ";"
        elif letter in DASHES:
            simple = "-"
        elif letter in QUOTES:
            simple = "'"
        elif letter.isspace():
            simple = " "
        else:
            parts = unicodedata.normalize("NFKD", letter.lower())
            simple = "".join(part for part in parts if not unicodedata.combining(part))
        letters += simple
        places += [place] * len(simple)
    return "".join(letters), places


def _next(plain: str, at: int) -> tuple[str, str, int]:
    """What stands here: its kind, its OSM text, and where it ends."""
    known = _vocabulary_pattern().match(plain, at)
    if known:
        kind, text = _entry(known[0])
        return kind, text, known.end()
    if time := _TIME.match(plain, at):
        return "time", _clock(time), time.end()
    if which := _WHICH.match(plain, at):
        return "which", which[1], which.end()
    if number := _NUMBER.match(plain, at):
        return "number", number[0], number.end()
    rest = _REST.match(plain, at)
    return "unknown", "", rest.end() if rest else at + 1


def _clock(time: re.Match[str]) -> str:
    return f"{int(time[1]):02}:{time[2] or '00'}"


@cache
def _vocabulary() -> dict[str, tuple[str, str]]:
    """Words -> kind, OSM text."""
    kinds = tomllib.loads(VOCABULARY.read_text(encoding="utf-8"))
    return {words: (kind, text) for kind, entries in kinds.items() for words, text in entries.items()}


@cache
def _vocabulary_pattern() -> re.Pattern[str]:
    """The longest group first; a word may have a final s, and ends where a word ends."""
    longest = sorted(_vocabulary(), key=len, reverse=True)
    return re.compile("|".join(_pattern(words) for words in longest))


def _pattern(words: str) -> str:
    written = re.escape(words).replace(r"\ ", " +")
    if words[-1].isdigit():
        return rf"{written}(?!\d)"
    return rf"{written}(?:s?(?![a-z.])|s(?![a-z])|\.(?=[ -])|(?![a-z]))" if words[-1].isalpha() else written


def _entry(found: str) -> tuple[str, str]:
    """The entry of what was found: `lundis` and `lun.` are written `lundi` and `lun` in the vocabulary."""
    words = re.sub(" +", " ", found)
    return _vocabulary().get(words) or _vocabulary()[words[:-1]]
