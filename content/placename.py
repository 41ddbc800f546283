"""What people type for the place where they live, read without knowing the communes."""

import re
from dataclasses import dataclass

from content.arrondissements import is_ordinal, take_arrondissement
from content.place_words import departements, known_words
from content.plain import plain

LONGEST_TEXT = 160
ARTICLES = {"le", "la", "les", "l", "un", "une", "d", "du", "des"}
OF_A_DEPARTEMENT = {"dans", "en", "le", "la", "les", "l", "du"}
GLUED = re.compile(
    r"(?<=\bparis)(?=[ivx]+\b)|(?<=\blyon)(?=[iv]+\b)|(?<=[a-z]{3})(?=\d)|(?<=\b\d{2})(?=(?!eme|ieme|min)[a-z]{3})|(?<=\d{5})(?=[a-z]{3})"
)
MEASURES = {"min", "mins", "mn", "minutes", "km", "kilometres", "ans", "mois"}
NEVER_BEFORE_A_DEPARTEMENT = {"sur", "sous", "d", "de", "du", "des", "les", "lez", "saint", "sainte"}


@dataclass(frozen=True)
class Sought:
    """A text read: `whole` as typed, `name` without what surrounds it, and where it says to look."""

    whole: str
    name: str
    postcode: str = ""
    departements: frozenset[str] = frozenset()
    arrondissements: tuple[str, ...] = ()
    cedex: bool = False

    @property
    def town(self) -> str:
        """The name as that of a town: «à Vienne»; empty for a département: «en Vienne», «dans la Vienne»."""
        name = _strip(self.whole.split())
        before = self.whole.partition(name)[0].split()[-1:] if name else []
        return "" if set(before) & OF_A_DEPARTEMENT else name

    @property
    def led(self) -> tuple[frozenset[str], str]:
        """The département that begins the text, and the name that follows; both empty when none does."""
        words, names = self.name.split(), departements()
        for size in range(min(6, len(words) - 1), 0, -1):
            if found := names.get(" ".join(words[:size])):
                return found, _strip(words[size:])
        return frozenset(), ""

    @property
    def before_beside(self) -> str:
        """«gerzat à côté de clermont» without what follows: the name of the place itself, or empty."""
        first = min((f" {self.whole} ".partition(f" {b} ")[0] for b in known_words().beside), key=len)
        return _strip(first.split()) if first.strip() != self.whole else ""


def read(text: str) -> Sought:
    """The place sought in a text of any kind. Never raises; reads 160 characters at most."""
    typed = GLUED.sub(" ", plain(text, LONGEST_TEXT)).split()
    typed = typed[1:] if typed[:1] == ["a"] else typed  # «a brest» is not Abrest
    words, postcode = _take_postcode(_unabbreviated(typed))
    whole, cedex = " ".join(words), "cedex" in typed
    if postcode:
        return Sought(whole, _strip(words), postcode, _of_postcode(postcode), cedex=cedex)
    if {whole, _strip(words)} & known_words().abroad:
        return Sought("", "")
    rest, departements = _take_departement(words)
    if not departements:  # «decize dans le 58 stp»
        rest, departements = _take_departement(_strip(words).split())
    numbered = [known_words().short.get(w, w) for w in _measured(typed)]
    arrondissements = take_arrondissement(_strip(numbered).split())
    return Sought(whole, _strip(rest), "", departements, arrondissements)


def _unabbreviated(words: list[str]) -> list[str]:
    short = known_words().short
    return [short.get(w, w) for w in _measured(words) if not is_ordinal(w)]


def _measured(words: list[str]) -> list[str]:
    """The words without «10 min», «5 km» and the number of a Cedex."""
    kept: list[str] = []
    for word in words:
        before = kept[-1] if kept else ""
        if (word in MEASURES and before.isdecimal()) or (before == "cedex" and word.isdecimal()):
            kept.pop()
        else:
            kept.append(word)
    return kept


def _take_postcode(words: list[str]) -> tuple[list[str], str]:
    for i, word in enumerate(words):
        if _digits(word, 5):
            return words[:i] + words[i + 1 :], word
        if _digits(word, 2) and _digits("".join(words[i + 1 : i + 2]), 3):
            return words[:i] + words[i + 2 :], word + words[i + 1]
    if len(words) == 1 and _digits(words[0], 4):  # a spreadsheet ate the first zero
        return [], f"0{words[0]}"
    return words, ""


def _digits(word: str, count: int) -> bool:
    return len(word) == count and word.isascii() and word.isdecimal()


def _of_postcode(postcode: str) -> frozenset[str]:
    if postcode[:2] in {"97", "98"}:
        return frozenset({postcode[:3]})
    return frozenset({"2A", "2B"}) if postcode[:2] == "20" else frozenset({postcode[:2]})


def _take_departement(words: list[str]) -> tuple[list[str], frozenset[str]]:
    """A département named or numbered at the end of the text, and the words before it."""
    names = departements()
    for size in range(min(7, len(words)), 0, -1):
        rest, last = words[:-size], " ".join(words[-size:])
        if last in names and (len(last) > 1 if not rest else not _goes_on(rest[-1], last)):
            return rest, names[last]
    return words, frozenset()


def _goes_on(before: str, last: str) -> bool:
    """Whether a name goes on to its last word: «villeneuve sur lot»; «tours nord» is a side of a town."""
    return before in NEVER_BEFORE_A_DEPARTEMENT or (last == "nord" and before not in {"le", "du"})


def _strip(words: list[str]) -> str:
    """The words without «j'habite à», «à côté de», «svp», «centre»: what is left may be a name."""
    text, before, after = " ".join(words), known_words().before, known_words().after
    while lead := next((b for b in before if text.startswith(f"{b} ") or text == b), None):
        text = text[len(lead) :].strip()
    while tail := next((a for a in after if text.endswith(f" {a}") and not text.endswith("la ville")), None):
        text = text[: -len(tail)].strip()
    return "" if text in ARTICLES else text
