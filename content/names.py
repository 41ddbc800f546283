"""Names of places, indexed by spelling, by word and by sound."""

from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from content.plain import plain
from content.sound import sound

ARTICLES = ("le ", "la ", "les ", "l ")
NO_NAME_ALONE = {
    "saint",
    "sainte",
    "le",
    "la",
    "les",
    "l",
    "mont",
    "chateau",
    "pont",
    "bourg",
    "val",
    "ville",
}
SHORTEST_SOUND = 3
HEARD = 0.35  # a slip that cannot be heard counts for a third
MOST_HEARD = 3.0
FIRST_LETTER = 0.5  # people seldom slip on the first letter
SLIPS = ((5, 1), (9, 2), (14, 3))
"""Up to how many letters, how many slips are read."""
MOST_SLIPS = 4
SHORTEST_HEAD = 4
WORTH_A_SLIP = 4  # a shorter word must be right
LONGEST = 48  # letters; longer than any name


class Names:
    """Names with the INSEE code each stands for; answers are codes, in the order of the names given."""

    def __init__(self, named: Sequence[tuple[str, str]]) -> None:
        self._codes = [code for _, code in named]
        self._spelled = [_spelled(name) for name, _ in named]
        self._glued = [s.replace(" ", "") for s in self._spelled]
        self._by_name: dict[str, list[int]] = defaultdict(list)
        self._by_sound: dict[str, list[int]] = defaultdict(list)
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._by_length: dict[int, tuple[list[str], list[int]]] = defaultdict(lambda: ([], []))
        for row, spelled in enumerate(self._spelled):
            self._enter(row, spelled)

    def _enter(self, row: int, spelled: str) -> None:
        for name in {spelled, _bare(spelled)}:
            self._by_name[name.replace(" ", "")].append(row)
        glued = self._glued[row]
        self._by_sound[sound(glued)].append(row)
        names, rows = self._by_length[len(glued)]
        names.append(glued)
        rows.append(row)
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
        """Whose name begins with the first of these plain words and has the others, or nearly: "cosne sur loir"."""
        first, *others = _bare(name).split() or [""]
        if not others or (first in NO_NAME_ALONE and len(others) < 2):
            return []
        rows = [r for r in self._by_word.get(first, ()) if _bare(self._spelled[r]).startswith(f"{first} ")]
        return [self._codes[r] for r in rows if _has_all(self._spelled[r].split(), others)]

    def _with_words(self, words: list[str]) -> list[int]:
        return min((self._by_word.get(word, []) for word in words), key=len, default=[])

    def sounding(self, name: str) -> list[str]:
        """That sound as this plain name."""
        heard = sound(name.replace(" ", ""))
        rows = self._by_sound.get(heard, ()) if len(heard) >= SHORTEST_SOUND else ()
        return [self._codes[row] for row in rows]

    def alike(self, name: str) -> dict[str, float]:
        """Codes of names spelled or sounding nearly so, with how many slips away (one not heard counts less)."""
        glued = name.replace(" ", "")
        if len(glued) > LONGEST:
            return {}
        most = next((slips for letters, slips in SLIPS if len(glued) <= letters), MOST_SLIPS)
        slips: dict[int, float] = {}
        for length in range(len(glued) - most, len(glued) + most + 1):
            spelled, rows = self._by_length.get(length, ((), ()))
            found = process.extract(glued, spelled, scorer=OSA.distance, score_cutoff=most, limit=50)
            slips |= {rows[i]: n + FIRST_LETTER * (other[:1] != glued[:1]) for other, n, i in found}
        heard = sound(glued)
        for row in self._by_sound.get(heard, ()) if len(heard) >= SHORTEST_SOUND else ():
            slips[row] = HEARD * min(slips.get(row, MOST_HEARD), MOST_HEARD)
        least: dict[str, float] = {}
        for row, n in slips.items():
            least[self._codes[row]] = min(least.get(self._codes[row], n), n)
        return least


def _has_all(name: list[str], words: list[str]) -> bool:
    """Whether each of the words is among those of a name, one slip allowed in a long one."""
    return all(
        w in name or (len(w) >= WORTH_A_SLIP and any(OSA.distance(w, n, score_cutoff=1) <= 1 for n in name))
        for w in words
    )


def _spelled(name: str) -> str:
    """The plain name without what stands in brackets: «Château-Chinon (Ville)» is "chateau chinon"."""
    return plain(name.partition("(")[0])


def _bare(name: str) -> str:
    for article in ARTICLES:
        if name.startswith(article):
            return name[len(article) :]
    return name


def head(name: str) -> str:
    """The first words of a long name, which people use alone: «Romorantin-Lanthenay» gives "romorantin"; or empty."""
    words = _spelled(name).split()
    first = " ".join(words[: 2 if words[0] in NO_NAME_ALONE else 1])
    return first if len(first) > SHORTEST_HEAD and first != " ".join(words) else ""
