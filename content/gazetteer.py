"""The communes of the country, indexed by code, postcode, name, word and point."""

import csv
import gzip
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from math import floor, isfinite
from pathlib import Path

from rapidfuzz import fuzz, process

from content.distance import kilometres
from content.plain import plain
from content.sound import sound

HERE = Path(__file__).parent
ARTICLES = ("le ", "la ", "les ", "l ")
ABROAD_KM = 25.0  # farther than this from every commune's point, a position is not in France
SHORTEST_SOUND = 4
SOUNDS_ALIKE = 92.0  # the likeness, out of 100, of two spellings that sound the same
CELL = 0.1  # degrees; the search looks 3 cells north and south, 4 east and west: more than 25 km up to 51° N


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune. `insee` is its official code; `lat` and `lon` are None for the 60 without a point."""

    insee: str
    name: str
    departement: str
    postcodes: tuple[str, ...]
    population: int
    lat: float | None
    lon: float | None

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude, or None when unknown."""
        return None if self.lat is None or self.lon is None else (self.lat, self.lon)


class Gazetteer:
    """Look-ups over a table of communes; every answer is exact but `alike`."""

    def __init__(self, communes: Iterable[Commune]) -> None:
        self.communes = tuple(communes)
        self.by_insee = {c.insee: c for c in self.communes}
        self.by_postcode: dict[str, list[Commune]] = defaultdict(list)
        self.by_departement: dict[str, list[Commune]] = defaultdict(list)
        self._spelled = [_spelled(c.name) for c in self.communes]
        self._glued = [s.replace(" ", "") for s in self._spelled]
        self._by_name: dict[str, list[int]] = defaultdict(list)
        self._by_sound: dict[str, list[int]] = defaultdict(list)
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._by_cell: dict[tuple[int, int], list[Commune]] = defaultdict(list)
        for row, commune in enumerate(self.communes):
            self._enter(row, commune)

    def _enter(self, row: int, commune: Commune) -> None:
        for postcode in commune.postcodes:
            self.by_postcode[postcode].append(commune)
        self.by_departement[commune.departement].append(commune)
        for name in {self._spelled[row], _bare(self._spelled[row])}:
            self._by_name[name.replace(" ", "")].append(row)
        self._by_sound[sound(self._glued[row])].append(row)
        for word in set(self._spelled[row].split()):
            self._by_word[word].append(row)
        if commune.point:
            self._by_cell[_cell(*commune.point)].append(commune)

    def named(self, name: str) -> tuple[Commune, ...]:
        """The communes of this plain name, with or without its article, spaces not counting."""
        return tuple(self.communes[row] for row in self._by_name.get(name.replace(" ", ""), ()))

    def containing(self, name: str) -> tuple[Commune, ...]:
        """The communes whose name has these plain words in a row: those that begin with them, else all."""
        rows = [row for row in self._with_words(name.split()) if f" {name} " in f" {self._spelled[row]} "]
        first = [r for r in rows if _bare(self._spelled[r]).startswith(_bare(name))]
        return tuple(self.communes[row] for row in first or rows)

    def _with_words(self, words: list[str]) -> list[int]:
        return min((self._by_word.get(word, []) for word in words), key=len, default=[])

    def alike(self, name: str, at_least: float) -> list[tuple[Commune, float]]:
        """Communes whose name is spelled nearly so or sounds so, with the likeness (0 to 100)."""
        glued = name.replace(" ", "")
        found = process.extract(glued, self._glued, scorer=fuzz.ratio, score_cutoff=at_least, limit=60)
        likeness = {row: score for _, score, row in found}
        heard = sound(glued)
        for row in self._by_sound.get(heard, ()) if len(heard) >= SHORTEST_SOUND else ():
            likeness[row] = max(likeness.get(row, 0.0), SOUNDS_ALIKE)
        return [(self.communes[row], score) for row, score in likeness.items()]

    def nearest(self, lat: float, lon: float) -> Commune | None:
        """The commune whose point is nearest, or None for a position abroad, at sea or absurd."""
        if not (isfinite(lat) and isfinite(lon) and abs(lat) <= 90 and abs(lon) <= 180):
            return None
        near = [(kilometres((lat, lon), c.point), c.insee) for c in self._around(lat, lon) if c.point]
        distance, insee = min(near, default=(ABROAD_KM + 1, ""))
        return self.by_insee[insee] if distance <= ABROAD_KM else None

    def _around(self, lat: float, lon: float) -> Iterator[Commune]:
        north, east = _cell(lat, lon)
        for up, right in product(range(-3, 4), range(-4, 5)):
            yield from self._by_cell.get((north + up, east + right), ())


def _spelled(name: str) -> str:
    """The plain name without what stands in brackets: «Château-Chinon (Ville)» is "chateau chinon"."""
    return plain(name.partition("(")[0])


def _bare(name: str) -> str:
    for article in ARTICLES:
        if name.startswith(article):
            return name[len(article) :]
    return name


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return floor(lat / CELL), floor(lon / CELL)


def read_communes(path: Path) -> Iterator[Commune]:
    """The rows of the kept table (see communes.README.md)."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield Commune(
                row["insee"],
                row["name"],
                row["departement"],
                tuple(row["postcodes"].split()),
                int(row["population"] or 0),
                float(row["lat"]) if row["lat"] else None,
                float(row["lon"]) if row["lon"] else None,
            )


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """The kept table, indexed once a process (about half a second)."""
    return Gazetteer(read_communes(HERE / "communes.csv.gz"))
