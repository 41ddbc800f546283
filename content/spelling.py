"""The words of a text as they would be spelt: «g pa 2 taf» gives j, ai, pas, de, taf.

What is written how stands in `lexicon/spelling/<language>.toml`. The letters themselves: `letters.py`. Words that
nobody knows are mended towards those that a lexicon knows: `mending.py`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from content.letters import LONGEST, fold
from content.mending import Known

FOLDER = Path(__file__).parent / "lexicon" / "spelling"
_ACCENTED = re.compile(r"(?<![^\W_])\w{0,2}[^\W\d_a-zA-Z](?![^\W_])")
MARKS = frozenset(".,?")
"""Words of their own: the end of a sentence, of a part of it, a question."""


@dataclass(frozen=True)
class Spelling:
    """How a language is written in haste: what shorthand stands for, and two words that stand for others."""

    short: Mapping[str, tuple[str, ...]]
    two: Mapping[tuple[str, str], tuple[str, ...]]
    ordinary: frozenset[str]
    """Words that are right as they are, and never mended."""
    glued: tuple[tuple[str, str], ...]
    """What stands before a word without a space («jcherche», «lpermis»), with what it stands for."""
    accented: Mapping[str, str]
    """What only the accent tells apart («cé» from «ce»), read before accents go."""


def words(text: str, language: str = "fr", known: Known | None = None, limit: int = LONGEST) -> list[str]:
    """The words of a text, plain and spelt out, with the marks ".", "," and "?". Any text; never raises.

    With `known`, words that stand in no list of the language are mended towards those.
    """
    how = spelling(language)
    return list(spelt(fold(_with_accents(text[:limit], how), 2 * limit).split(), how, known))


def _with_accents(text: str, how: Spelling) -> str:
    """«cé» is c'est, and «ce» is not: the few words of which only the accent tells."""
    if not how.accented or text.isascii():
        return text
    return _ACCENTED.sub(lambda word: how.accented.get(word[0].casefold(), word[0]), text)


def plain_words(text: str) -> list[str]:
    """The words of a text, folded only: nothing is spelt out."""
    return [word for word in fold(text).split() if word not in MARKS]


def spelt(folded: list[str], how: Spelling, known: Known | None = None) -> Iterator[str]:
    """Each word of a folded text as it would be spelt."""
    at = 0
    while at < len(folded):
        if folded[at] == "2" and _means_de(folded, at):
            folded[at] = "de"
        pair = how.two.get((folded[at], folded[at + 1])) if at + 1 < len(folded) else None
        if pair is not None:
            yield from pair
            at += 2
            continue
        yield from _one(folded[at], how, known)
        at += 1


def _means_de(folded: list[str], at: int) -> bool:
    """«pa 2 taf», but not «2 enfants»: between two words, the second no plural."""
    around = folded[max(at - 1, 0) : at] + folded[at + 1 : at + 2]
    return len(around) == 2 and all(word.isalpha() for word in around) and around[1][-1] not in "sx"


def _one(word: str, how: Spelling, known: Known | None) -> tuple[str, ...]:
    if (short := how.short.get(word)) is not None:
        return short
    if word in how.ordinary or word in MARKS or (known and known.knows(word)):
        return (word,)
    apart = _unglued(word, how, known)
    return apart or ((known.mended(word),) if known else (word,))


def _unglued(word: str, how: Spelling, known: Known | None) -> tuple[str, ...]:
    """«jcherche» is je, cherche, if «cherche» is a word; nothing if nothing is glued to it."""
    for before, meant in how.glued:
        rest = word[len(before) :]
        if not word.startswith(before) or len(rest) < 3 + len(before):
            continue
        if rest in how.short:
            return (meant, *how.short[rest])
        if rest in how.ordinary or (known and known.knows(rest)):
            return (meant, rest)
    return ()


@cache
def spelling(language: str) -> Spelling:
    """How a language is written, from its file; a language without a file is taken as it stands."""
    file = FOLDER / f"{language}.toml"
    data = tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    short = {k: v for line in data.get("short", {}).items() for k, v in _shorthand(*line)}
    kept = {v[:2]: v[:2] for v in short.values() if len(v) > 1}
    ordinary = {w for text in data.get("ordinary", ()) for w in fold(text).split()}
    return Spelling(
        {k[0]: v for k, v in short.items() if len(k) == 1},
        {(k[0], k[1]): v for k, v in (kept | short).items() if len(k) == 2},
        frozenset(ordinary.union(*short.values())),
        tuple(data.get("glued", {}).items()),
        {way.strip(): meant for meant, ways in data.get("accented", {}).items() for way in ways.split("|")},
    )


def _shorthand(meant: str, written: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """«"je suis" = "chui | jsuis"»: each way of writing, with the words meant."""
    for way in written.split("|"):
        yield tuple(fold(way).split()), tuple(fold(meant).split())
