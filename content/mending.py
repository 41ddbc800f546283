"""Words that nobody knows, mended towards those that a lexicon knows: typos, letters as digits, spelt by ear."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from rapidfuzz.distance import OSA

from content.sound import sound

SHORTEST = 6
"""Letters: shorter words are too like others to be mended by a letter."""
TWICE = 11
"""Letters: from here on two may be wrong."""
BY_EAR = 6
_KEYS = ("azertyuiop", "qsdfghjklm", "wxcvbn", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEIGHBOURS = frozenset(pair for row in _KEYS for a, b in pairwise(row) for pair in (a + b, b + a))
_LEET = str.maketrans("013457", "oieast")
_REMEMBERED = 20_000


class Known:
    """The words of a lexicon. `whole` are words, `stems` beginnings of words; all folded."""

    def __init__(self, whole: Iterable[str], stems: Iterable[str] = ()) -> None:
        self.whole, self.stems = frozenset(whole), frozenset(stems)
        self._shortest = min(map(len, self.stems), default=99)
        self._like: dict[tuple[str, int], list[str]] = defaultdict(list)
        self._heard: dict[str, str] = {}
        self._mended: dict[str, str] = {}
        for word in sorted(self.whole | self.stems):
            if len(word) >= SHORTEST and word.isalpha():
                self._like[(word[0], len(word))].append(word)
                self._heard.setdefault(sound(word), word) if word in self.whole and word.isascii() else None

    def stems_of(self, word: str) -> list[str]:
        """The stems that a word begins with."""
        return [word[:n] for n in range(self._shortest, len(word) + 1) if word[:n] in self.stems]

    def knows(self, word: str) -> bool:
        return word in self.whole or bool(self.stems_of(word))

    def mended(self, word: str) -> str:
        """A known word that this one must be; the word itself if none is near enough, or two are."""
        if len(word) < 4 or len(word) > 30:
            return word
        if word not in self._mended:
            if len(self._mended) >= _REMEMBERED:
                self._mended.clear()
            self._mended[word] = (
                self._without_digits(word) or self._by_ear(word) or self._nearest(word) or word
            )
        return self._mended[word]

    def _without_digits(self, word: str) -> str | None:
        if word.isalpha() or word.isdigit():
            return None
        letters = word.translate(_LEET)
        return letters if self.knows(letters) else None

    def _by_ear(self, word: str) -> str | None:
        if len(word) < BY_EAR or not word.isascii():
            return None
        key = sound(word)
        return self._heard.get(key) if len(key) >= 4 else None

    def _nearest(self, word: str) -> str | None:
        """The one word nearest to this one, a letter away, two if it is long."""
        far = 2 if len(word) >= TWICE else 1 if len(word) >= SHORTEST else 0
        for distance in range(1, far + 1):
            if found := self._at(word, distance):
                return found[0] if len(found) == 1 else min(found, key=lambda w: (abs(len(w) - len(word)), w))
        return None

    def _at(self, word: str, far: int) -> list[str]:
        near = (w for n in range(-far, far + 1) for w in self._like.get((word[0], len(word) + n), ()))
        return [w for w in near if OSA.distance(word, w, score_cutoff=far) <= far and _slipped(word, w)]


def _slipped(word: str, meant: str) -> bool:
    """Whether a finger could have slipped from one to the other: no letter for another far from it on the keys."""
    if len(word) != len(meant) or not word.isascii() or sorted(word) == sorted(meant):
        return True
    return all(a == b or a + b in _NEIGHBOURS for a, b in zip(word, meant, strict=True))
