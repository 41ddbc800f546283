"""Names of places, indexed by spelling, by word and by sound."""

from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from content.plain import plain
from content.sound import sound

ARTICLES = ("le ", "la ", "les ", "l ")
SHORTEST_SOUND = 4
SOUNDS_ALIKE = 92.0  # the least likeness, out of 100, of two spellings that sound the same
SHORTEST_SLIP = 5
SLIP = 55.0  # two letters swapped: 91 of 100 for a name of six letters
HEARD, LOOKS_ALIKE = 97.0, 80.0  # that of two that also look alike


class Names:
    """Names with the INSEE code each stands for; answers are codes, in the order of the names given."""

    def __init__(self, named: Sequence[tuple[str, str]]) -> None:
        self._codes = [code for _, code in named]
        self._spelled = [_spelled(name) for name, _ in named]
        self._glued = [s.replace(" ", "") for s in self._spelled]
        self._by_name: dict[str, list[int]] = defaultdict(list)
        self._by_sound: dict[str, list[int]] = defaultdict(list)
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for row, spelled in enumerate(self._spelled):
            self._enter(row, spelled)

    def _enter(self, row: int, spelled: str) -> None:
        for name in {spelled, _bare(spelled)}:
            self._by_name[name.replace(" ", "")].append(row)
        self._by_sound[sound(self._glued[row])].append(row)
        for word in set(spelled.split()):
            self._by_word[word].append(row)

    def exactly(self, name: str) -> list[str]:
        """Of this plain name, with or without its article, spaces not counting."""
        return [self._codes[row] for row in self._by_name.get(name.replace(" ", ""), ())]

    def containing(self, name: str) -> list[str]:
        """Whose name has these plain words in a row: those that begin with them, else all."""
        rows = [row for row in self._with_words(name.split()) if f" {name} " in f" {self._spelled[row]} "]
        first = [r for r in rows if _bare(self._spelled[r]).startswith(_bare(name))]
        return [self._codes[row] for row in first or rows]

    def with_all(self, name: str) -> list[str]:
        """Whose name begins with the first of these plain words and has the others: "cosne sur loire"."""
        words = name.split()
        if len(words) < 2:
            return []
        rows = [
            r
            for r in self._with_words(words)
            if _bare(self._spelled[r]).startswith(f"{_bare(name).split()[0]} ")
        ]
        return [self._codes[r] for r in rows if set(words) <= set(self._spelled[r].split())]

    def _with_words(self, words: list[str]) -> list[int]:
        return min((self._by_word.get(word, []) for word in words), key=len, default=[])

    def alike(self, name: str, at_least: float) -> dict[str, float]:
        """Codes of names spelled nearly so, or that sound so, with the best likeness (0 to 100)."""
        glued = name.replace(" ", "")
        found = process.extract(glued, self._glued, scorer=fuzz.ratio, score_cutoff=at_least, limit=60)
        likeness = {row: score for _, score, row in found}
        for row in self._swapped(glued):
            likeness[row] = max(likeness.get(row, 0.0), 100 - SLIP / len(glued))
        heard = sound(glued)
        for row in self._by_sound.get(heard, ()) if len(heard) >= SHORTEST_SOUND else ():
            likeness[row] = HEARD if likeness.get(row, 0.0) > LOOKS_ALIKE else SOUNDS_ALIKE
        best: dict[str, float] = {}
        for row, score in likeness.items():
            best[self._codes[row]] = max(best.get(self._codes[row], 0.0), score)
        return best

    def _swapped(self, glued: str) -> list[int]:
        """Of the same letters, two neighbours the other way round: "loudnu"."""
        slipped = process.extract(glued, self._glued, scorer=OSA.distance, score_cutoff=1, limit=20)
        return [
            row for name, _, row in slipped if len(name) >= SHORTEST_SLIP and sorted(name) == sorted(glued)
        ]


def _spelled(name: str) -> str:
    """The plain name without what stands in brackets: «Château-Chinon (Ville)» is "chateau chinon"."""
    return plain(name.partition("(")[0])


def _bare(name: str) -> str:
    for article in ARTICLES:
        if name.startswith(article):
            return name[len(article) :]
    return name
