"""The words around names of places (place_words.toml), the départements, and which words may be a name."""

import csv
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from content.plain import plain

HERE = Path(__file__).parent
LONGEST_WINDOW = 6


@dataclass(frozen=True)
class Words:
    """The words of place_words.toml, plain: around a place, short forms, everyday, beside, abroad."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    short: dict[str, str]
    everyday: frozenset[str]
    beside: tuple[str, ...]
    abroad: frozenset[str]
    places: frozenset[str]


@dataclass(frozen=True)
class Run:
    """Words that follow each other in a sentence: from which to which, and whether the word before says a place."""

    words: str
    start: int
    stop: int
    placed: bool

    def meets(self, other: "Run") -> bool:
        """Whether both have a word of the sentence in common."""
        return self.start < other.stop and other.start < self.stop


def windows(name: str) -> Iterator[Run]:
    """Runs of words inside a sentence that may be a name, the longest first, everyday words left out."""
    words = name.split()
    for size in range(min(LONGEST_WINDOW, len(words)), 0, -1):
        for start in range(len(words) - size, -1, -1):
            run = " ".join(words[start : start + size])
            if may_be_a_name(run):
                placed = start == 0 or words[start - 1] in known_words().places
                yield Run(run, start, start + size, placed)


def may_be_a_name(plain_text: str) -> bool:
    """Whether words are more than everyday ones («la rue», «loin») and longer than three letters."""
    words = plain_text.split()
    return len("".join(words)) > 3 and not all(w in known_words().everyday for w in words)


@lru_cache(maxsize=1)
def departements() -> dict[str, frozenset[str]]:
    """Every plain name and number of a département, with its code (two for «corse»)."""
    known = {name: frozenset(codes) for name, codes in _data()["several"].items()}
    with (HERE / "departements.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            name = plain(row["name"])
            spellings = (row["code"].casefold(), row["code"].lstrip("0"), name, name.removeprefix("la "))
            known.update(dict.fromkeys(spellings, frozenset({row["code"]})))
    return known


@lru_cache(maxsize=1)
def known_words() -> Words:
    """Read once a process."""
    data = _data()
    before = [*data["before"], *data["clauses"]["lives"]]
    longest_first = {
        key: tuple(sorted(set(words), key=len, reverse=True))
        for key, words in (("before", before), ("after", data["after"]))
    }
    everyday = frozenset(data["everyday"]["words"])
    beside, abroad = tuple(data["beside"]["words"]), frozenset(data["abroad"]["words"])
    places = frozenset(data["clauses"]["places"])
    return Words(
        longest_first["before"], longest_first["after"], data["short"], everyday, beside, abroad, places
    )


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    return tomllib.loads((HERE / "place_words.toml").read_text(encoding="utf-8"))
