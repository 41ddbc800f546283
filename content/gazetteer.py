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
from sys import intern

from content.distance import kilometres
from content.names import Names, head

HERE = Path(__file__).parent
ABROAD_KM = 25.0  # farther than this from every commune's point, a position is not in France
FORGOTTEN, SHORTENED = 0.7, 0.3  # slips that an old name, or the first words of a name, are farther away
TOWN = 3_000  # people name a town by its first words: «Romorantin», «Décines»
CELL = 0.1  # degrees; the search looks 3 cells north and south, 4 east and west: more than 25 km up to 51° N


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune or an arrondissement of Paris, Lyon or Marseille.

    `insee` is its official code; `lat` and `lon` are None for the 60 without a point; `within` is the code of the
    city of an arrondissement, else empty.
    """

    insee: str
    name: str
    departement: str
    postcodes: tuple[str, ...]
    population: int
    lat: float | None
    lon: float | None
    within: str = ""

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude, or None when unknown."""
        return None if self.lat is None or self.lon is None else (self.lat, self.lon)


class Gazetteer:
    """Look-ups over a table of communes; every answer is exact but `alike`.

    Arrondissements are found by code, postcode and point only: their city has the name, they have its postcodes.
    """

    def __init__(self, communes: Iterable[Commune], old: Iterable[tuple[str, str]] = ()) -> None:
        self.communes = tuple(communes)
        self.by_insee = {c.insee: c for c in self.communes}
        self.by_postcode: dict[str, list[Commune]] = defaultdict(list)
        self.by_departement: dict[str, list[Commune]] = defaultdict(list)
        self._by_cell: dict[tuple[int, int], list[Commune]] = defaultdict(list)
        self._divided = {c.within for c in self.communes}
        for commune in self.communes:
            self._place(commune)
        present = [(c.name, c.insee) for c in self.communes if not c.within]
        self.names = Names(present)
        self.old_names = Names(list(old))
        towns = ((head(c.name), c.insee) for c in self.communes if not c.within and c.population >= TOWN)
        self.heads = Names([(name, insee) for name, insee in towns if name])

    def _place(self, commune: Commune) -> None:
        """Enter it where it is; a city with arrondissements is left to them."""
        if not commune.within:
            self.by_departement[commune.departement].append(commune)
        if commune.insee in self._divided:
            return
        for postcode in commune.postcodes:
            self.by_postcode[postcode].append(commune)
        if commune.point:
            self._by_cell[_cell(*commune.point)].append(commune)

    def _these(self, codes: Iterable[str]) -> tuple[Commune, ...]:
        return tuple(self.by_insee[code] for code in dict.fromkeys(codes))

    def named(self, name: str) -> tuple[Commune, ...]:
        """The communes of this plain name, with or without its article, spaces not counting."""
        return self._these(self.names.exactly(name))

    def formerly(self, name: str) -> tuple[Commune, ...]:
        """The communes into which one of this plain name was merged."""
        return self._these(self.old_names.exactly(name))

    def containing(self, name: str) -> tuple[Commune, ...]:
        """The communes whose name has these plain words in a row: begins with them, else has them."""
        return self._these(self.names.containing(name) or self.old_names.containing(name))

    def sounding(self, name: str) -> tuple[Commune, ...]:
        """The communes whose name sounds as this plain one."""
        return self._these(self.names.sounding(name))

    def skipping(self, name: str) -> tuple[Commune, ...]:
        """The communes whose name has these plain words, or nearly, with others between: "cosne sur loire"."""
        return self._these(self.names.with_all(name))

    def alike(self, name: str) -> dict[Commune, float]:
        """Communes whose name, first words or old name are nearly so, with how many slips away."""
        slips = {code: n + FORGOTTEN for code, n in self.old_names.alike(name).items()}
        for names, farther in ((self.heads, SHORTENED), (self.names, 0.0)):
            for code, n in names.alike(name).items():
                slips[code] = min(slips.get(code, n + farther), n + farther)
        return {self.by_insee[code]: n for code, n in slips.items()}

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


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return floor(lat / CELL), floor(lon / CELL)


def read_communes(path: Path) -> Iterator[Commune]:
    """The rows of the kept table (see communes.README.md); what many rows share is kept once."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield Commune(
                row["insee"],
                row["name"],
                intern(row["departement"]),
                tuple(map(intern, row["postcodes"].split())),
                int(row["population"] or 0),
                float(row["lat"]) if row["lat"] else None,
                float(row["lon"]) if row["lon"] else None,
                intern(row["within"]),
            )


def read_old_names(path: Path) -> Iterator[tuple[str, str]]:
    """Names of communes merged into another, with the INSEE code of that one."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from ((row["name"], row["insee"]) for row in csv.DictReader(file))


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """The kept tables, indexed once a process (about half a second)."""
    return Gazetteer(read_communes(HERE / "communes.csv.gz"), read_old_names(HERE / "old_communes.csv.gz"))
