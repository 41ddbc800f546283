"""What someone wants to see of the inbox: filters in the address, and words that are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from urllib.parse import urlencode

from backend.handover.columns import Call
from content.plain import plain

LONGEST = 60
"""Letters of what is looked for."""
SHORTEST = 3
"""Letters of a word that is looked for in what was written."""
TAG = re.compile(r"<[^>]*>")
PRIORITIES = ("urgent", "promesse")


@dataclass(frozen=True)
class Wanted:
    """What is chosen; empty: everything. `words` is looked for in what a call shows, and in open threads."""

    site: str = ""
    need: str = ""
    language: str = ""
    priority: str = ""
    words: str = ""

    def __bool__(self) -> bool:
        return any((self.site, self.need, self.language, self.priority, self.words))

    @property
    def tokens(self) -> tuple[str, ...]:
        return tuple(plain(self.words).split())

    @property
    def query(self) -> str:
        """As it stands in an address, with its question mark; empty for everything."""
        named = zip(NAMES, (self.site, self.need, self.language, self.priority, self.words), strict=True)
        found = urlencode([(name, value) for name, value in named if value])
        return f"?{found}" if found else ""


NAMES = ("lieu", "besoin", "langue", "priorite", "q")


def wanted_of(query: Mapping[str, str]) -> Wanted:
    """What the address asks for. What it does not know is found nowhere, and faults nobody."""
    site, need, language, priority, words = (query.get(name, "").strip()[:LONGEST] for name in NAMES)
    site = site if site.isascii() and site.isdigit() and len(site) < 10 else ""
    return Wanted(site, need, language, priority if priority in PRIORITIES else "", words)


def passes(wanted: Wanted, call: Call, at: datetime) -> bool:
    """Whether the chosen filters let it through; words are another matter."""
    return (
        (not wanted.site or call.site_id == int(wanted.site))
        and (not wanted.need or wanted.need in call.needs)
        and (not wanted.language or spoken(call.language) == wanted.language)
        and (wanted.priority != "urgent" or call.urgent)
        and (wanted.priority != "promesse" or call.pressing(at) in {"near", "missed"})
    )


def spoken(language: str) -> str:
    """The ways to write French are one language to who speaks it."""
    return language.partition("-")[0] if language.startswith("fr-") else language


def missing(tokens: Iterable[str], text: str) -> tuple[str, ...]:
    """The words that no word of a plain text begins with."""
    inside = f" {text}"
    return tuple(token for token in tokens if f" {token}" not in inside)


def words_of(html: str) -> str:
    """The words that a fragment shows, plain."""
    return plain(unescape(TAG.sub(" ", html)))


def in_threads(tokens: Mapping[int, tuple[str, ...]], said: Iterable[tuple[int, str]]) -> set[int]:
    """The conversations in which every word still missing was written."""
    left = {talk: set(words) for talk, words in tokens.items() if all(len(w) >= SHORTEST for w in words)}
    for talk, text in said:
        if left.get(talk):
            left[talk] -= left[talk] - set(missing(left[talk], plain(text)))
    return {talk for talk, words in left.items() if not words}
