"""Which of our languages a text is written in: first its letters, then its small words (lexicon/tongues.toml)."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).parent / "lexicon" / "tongues.toml"
FIRST_LANGUAGE = "fr"
READ = 600
"""Characters that are looked at: what comes later says no more."""
SURE, CLEAR = 1.5, 2.0
"""What surely is a language has so many words of it, and so many times those of the next likely one."""
AMONG = 4
"""Whoever writes in their own letters names French things in French: «محتاج titre de séjour»."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
_CYRILLIC, _ARABIC = re.compile("[\u0400-\u04ff]"), re.compile("[\u0620-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")
_LATIN = re.compile(r"[a-zA-Z\u00c0-\u024f\u1e00-\u1eff]")
_FORMED = re.compile("[\u064b-\u0652\u0640\u200c-\u200f\u202a-\u202e\u2066-\u2069]")
"""Signs above and below, tatweel, what joins and directs: nothing of a word."""
_ARABIZI = re.compile(r"(?<![^\W\d_])[a-z]*[a-z][379][a-z]+|(?<!\w)[379][a-z]{2,}")


class Tells(NamedTuple):
    """What tells languages apart: how much each word and each letter weighs for whom."""

    words: Mapping[str, Mapping[str, float]]
    letters: Mapping[str, Mapping[str, float]]


def language_of(text: str, hint: str | None = None) -> str:
    """The language of a text, one of ours. Where it does not tell, `hint`, or else French. Never raises."""
    scores = ranked(text)
    best = max(scores.values(), default=0.0)
    for language in (hint, FIRST_LANGUAGE):
        if language and scores.get(language, 0.0) >= best:
            return language
    return max(scores, key=lambda language: scores[language])


def surely(text: str) -> str | None:
    """The language of a text, only where its words leave no doubt; None for a word or two in Latin letters."""
    scores = ranked(text)
    if not scores:
        return None
    first, *others = sorted(scores, key=lambda language: -scores[language])
    second = scores[others[0]] if others else 0.0
    sure = scores[first] >= SURE and scores[first] >= CLEAR * second
    return first if sure else None


def has_small_words(text: str) -> bool:
    """Whether a small word of any of our languages is in a text."""
    words = _tells().words
    return any(_bare(word) in words for word in _WORD.findall(_plain(text)))


def ranked(text: str) -> dict[str, float]:
    """How much speaks for each language, in words; languages for which nothing speaks are left out."""
    said = _plain(text)
    latin, cyrillic, arabic = (len(script.findall(said)) for script in (_LATIN, _CYRILLIC, _ARABIC))
    if cyrillic > max(latin / AMONG, arabic):
        return {"uk": float(cyrillic)}
    return _scores(said, arabic=arabic > latin / AMONG)


def _plain(text: str) -> str:
    return _FORMED.sub("", text[:READ].replace("İ", "i")).casefold()


def _scores(said: str, *, arabic: bool) -> dict[str, float]:
    tells, scores = _tells(), defaultdict[str, float](float)
    for word in _WORD.findall(said):
        for language, weight in (tells.words.get(_bare(word)) or {}).items():
            scores[language] += weight
    for letter in said:
        for language, weight in (tells.letters.get(letter) or {}).items():
            scores[language] += weight
    if arabic:
        return _in_arabic_letters(said, scores)
    if found := len(_ARABIZI.findall(said)):
        scores["ar"] += found
    return dict(scores)


def _in_arabic_letters(said: str, scores: Mapping[str, float]) -> dict[str, float]:
    """Arabic, Persian or Pashto only; without a word that tells, letters that Arabic lacks mean Persian."""
    told = {language: scores.get(language, 0.0) for language in ("ar", "fa", "ps")}
    told["fa"] += 0.3 * len(re.findall("[پچژگ]", said)) + 0.1 * len(re.findall("[کی]", said))
    told["ar"] += 0.7 * len(re.findall(r"(?<!\w)[وبفك]?(?:ال|لل)\w{2}", said)) + 0.25 * len(
        re.findall("[كيى]", said)
    )
    return {language: score for language, score in told.items() if score} or {"ar": 0.5}


def _bare(word: str) -> str:
    """A word without accents, in Latin letters; others stay as they are."""
    if word.isascii() or _ARABIC.match(word):
        return word
    parts = unicodedata.normalize("NFKD", word)
    return "".join(part for part in parts if not unicodedata.combining(part)).replace("ı", "i")


@cache
def _tells() -> Tells:
    data = tomllib.loads(FILE.read_text(encoding="utf-8"))
    words = {language: entry["words"].split() for language, entry in data.items()}
    letters = {language: [*entry["letters"]] for language, entry in data.items()}
    return Tells(_weighed(words), _weighed(letters))


def _weighed(told: Mapping[str, list[str]]) -> dict[str, dict[str, float]]:
    """Each word or letter with what it weighs for its languages: shared by many, it tells little."""
    of: dict[str, set[str]] = defaultdict(set)
    for language, words in told.items():
        for word in words:
            of[_bare(word) if len(word) > 1 else word].add(language)
    return {word: dict.fromkeys(sorted(languages), 1 / len(languages)) for word, languages in of.items()}
