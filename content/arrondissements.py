"""The arrondissements of Paris, Lyon and Marseille, as people type them: «paris 13e», «lyon 7», «Marseille XVe»."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

ENDINGS = {"e", "er", "eme", "ieme", "me", "em", "nd", "arr"}
BETWEEN = {"dans", "le", "la", "l", "au", "en", "arr", "arrondissement"}
TEN = re.compile(r"\bdix (?=(sept|huit|neuv)ieme)")
# fmt: off
SPELLED = (
    "premier", "deuxieme", "troisieme", "quatrieme", "cinquieme", "sixieme", "septieme", "huitieme", "neuvieme",
    "dixieme", "onzieme", "douzieme", "treizieme", "quatorzieme", "quinzieme", "seizieme", "dixseptieme",
    "dixhuitieme", "dixneuvieme", "vingtieme",
)
ROMAN = (
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x",
    "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx",
)
# fmt: on


@dataclass(frozen=True)
class City:
    """A city with arrondissements: its own INSEE code, and how theirs are made."""

    insee: str
    departement: str
    start: str
    count: int

    def arrondissement(self, number: int) -> str:
        """The INSEE code of one of its arrondissements."""
        return f"{self.start}{number:0{5 - len(self.start)}}"


CITIES = {
    "paris": City("75056", "75", "751", 20),
    "paname": City("75056", "75", "751", 20),
    "lyon": City("69123", "69", "6938", 9),
    "marseille": City("13055", "13", "132", 16),
}


def city_of(postcode: str) -> str:
    """«75000», «69000», «13000»: no one's postcode, and everyone's word for the whole city. Its INSEE code or ""."""
    return next((city.insee for city in CITIES.values() if postcode == f"{city.departement}000"), "")


def take_arrondissement(words: list[str]) -> tuple[str, ...]:
    """The INSEE codes that the words mean, none when they name no arrondissement.

    «marseille 13» is the 13e or the département: the city and the arrondissement are both meant.
    """
    words = TEN.sub("dix", " ".join(words)).split()
    named = [i for i, word in enumerate(words) if word in CITIES]
    if not named:
        return _without_a_city(words)
    city = CITIES[words[named[0]]]
    if (number := _ordinal_in(words)) and number <= city.count:
        return (city.arrondissement(number),)
    number = _just_after(words, named[0])
    if not 1 <= number <= city.count:
        return ()
    code = city.arrondissement(number)
    return (city.insee, code) if str(number) == city.departement else (code,)


def _without_a_city(words: list[str]) -> tuple[str, ...]:
    """«le 13e», «13e arrondissement»: that of every city that has one, if nothing else is said."""
    others = [w for w in words if w not in BETWEEN and not _ordinal(w)]
    number = _ordinal_in(words)
    if others or not number:
        return ()
    meant = (city for name, city in CITIES.items() if name != "paname" and number <= city.count)
    return tuple(city.arrondissement(number) for city in meant)


def _just_after(words: list[str], place: int) -> int:
    """The number that follows the name of the city, plain or Roman; 0 when there is none."""
    rest = words[place + 1 :]
    skipped = len(list(takewhile(lambda w: w in BETWEEN, rest)))
    word = rest[skipped] if skipped < len(rest) else ""
    if word.isascii() and word.isdecimal() and len(word) <= 2:
        return int(word)
    return ROMAN.index(word) + 1 if word in ROMAN else 0


def _ordinal_in(words: list[str]) -> int:
    return next((number for word in words if (number := _ordinal(word))), 0)


@lru_cache(maxsize=1000)
def _ordinal(word: str) -> int:
    """«13e», «1er», «treizieme», «xixe» as a number; 0 for any other word."""
    if word in SPELLED:
        return SPELLED.index(word) + 1
    if word.endswith("e") and word[:-1] in ROMAN and len(word) > 2:
        return ROMAN.index(word[:-1]) + 1
    number = "".join(takewhile(lambda c: c.isascii() and c.isdecimal(), word))
    return int(number) if 0 < len(number) <= 2 and word[len(number) :] in ENDINGS else 0


def is_ordinal(word: str) -> bool:
    """Whether a word is «13e», «1er», «3eme»."""
    return word[:1].isdecimal() and _ordinal(word) > 0
