"""From words as people type them to a commune: `load_communes().find("j'habite à aulnat 63")`.

One commune means found, several mean that the person chooses, none means that nothing fits. The rungs of the
ladder, the surest first: postcode, whole name, name within a département, beginning or part of a name, a name
spelled nearly so, a name somewhere in the sentence.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import log10

from rapidfuzz import fuzz

from content.arrondissements import CITIES
from content.distance import kilometres
from content.gazetteer import Commune, Gazetteer, load_gazetteer
from content.placename import Sought, departements, may_be_a_name, read, windows
from content.plain import plain
from content.quarters import quarter

__all__ = ["Commune", "Communes", "load_communes"]

MOST = 6  # as many as fit on buttons
NEAR_KM = 80.0
IN_POSTCODE = 70  # likeness asked of a name when its postcode is known
IN_DEPARTEMENT = 75
WORTH_READING = 68
SURE, LIKELY = 94, 88  # marks: likeness, plus size, plus nearness
CLEAR = 6  # when sure, the best is alone if the next is this much less likely
UNCLEAR = 12  # when less sure, the person chooses among more
SMALL = 2_000  # a commune so small does not hide an old name
TOWN = 10_000  # «Paris», «Vienne» mean the town; «Creuse», «Réunion» the département
BIGGER = 3  # «Clermont» may well mean Clermont-Ferrand, so many times more people live there
DWARFED = 20
Found = tuple[Commune, ...]


class Communes:
    """All communes, and the ways to find one."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._all = gazetteer

    @property
    def all(self) -> Found:
        """Every commune, in the order of the table."""
        return self._all.communes

    def get(self, insee: str) -> Commune | None:
        """The commune of this INSEE code, or None."""
        return self._all.by_insee.get(insee)

    def nearest(self, lat: float, lon: float) -> Commune | None:
        """The commune nearest to a position, or None abroad (25 km from every commune's point)."""
        return self._all.nearest(lat, lon)

    def find(self, text: str, near: str | None = None) -> Found:
        """The communes a text may mean, at most six, most likely first (around `near`, then the bigger).

        `near` is the INSEE code of the middle of the territory served. Takes any text, never raises.
        """
        sought, here = read(text), self.get(near or "")
        found = self._meant(sought, here)
        return _likely_first(found, here)[:MOST]

    def _meant(self, sought: Sought, here: Commune | None) -> Iterable[Commune]:
        if sought.postcode:
            return self._by_postcode(sought)
        if sought.arrondissements:
            return [self._all.by_insee[code] for code in sought.arrondissements]
        return self._by_name(sought, here)

    def _by_postcode(self, sought: Sought) -> Iterable[Commune]:
        there = self._all.by_postcode.get(sought.postcode, [])
        if not sought.name:
            return there or self._of_whole_city(sought) or (self._within(sought) if sought.cedex else ())
        if there and all(c.within for c in there):
            return there
        if named := _best_alike(sought.name, there, IN_POSTCODE):
            return named
        return self._within(sought) or there or self._all.named(sought.name)

    def _of_whole_city(self, sought: Sought) -> Iterable[Commune]:
        """«75000», «69000», «13000»: no one's postcode, and everyone's word for the whole city."""
        cities = (city for city in CITIES.values() if sought.postcode == f"{city.departement}000")
        return [self._all.by_insee[city.insee] for city in cities][:1]

    def _by_name(self, sought: Sought, here: Commune | None) -> Iterable[Commune]:
        if not sought.name:
            return self._departement(sought) or self._all.named(sought.whole)
        return (
            self._whole(sought.whole, here)
            or self._within(sought)
            or self._whole(sought.name, here)
            or self._all.named(sought.before_beside)
            or self._quarter(sought.name)
            or self._two(sought.name)
            or self._part(sought.name)
            or self._alike(sought.name, here, SURE, CLEAR)
            or self._inside(sought.name)
            or self._alike(sought.name, here, LIKELY, UNCLEAR)
        )

    def _quarter(self, name: str) -> Iterable[Commune]:
        insee = quarter(name)
        return (self._all.by_insee[insee],) if insee else ()

    def _departement(self, sought: Sought) -> Iterable[Commune]:
        """The towns of a département named alone, unless a town has its name."""
        if not sought.departements:
            return ()
        named = self._all.named(sought.town)
        towns = [c for c in named if c.population >= TOWN]
        return towns or (*named, *self._within(sought))

    def _whole(self, name: str, here: Commune | None) -> Iterable[Commune]:
        """Communes of exactly this name, with the far bigger or near ones whose name begins so."""
        named = self._all.named(name)
        if all(c.population < SMALL for c in named):
            named += self._all.formerly(name)
        if not named:
            return ()
        size = BIGGER * max(c.population for c in named)
        longer = (c for c in self._all.containing(name) if c.population > size or _is_near(c, here))
        return (*named, *longer)

    def _part(self, name: str) -> Iterable[Commune]:
        return _biggest_alone(self._all.containing(name)) if may_be_a_name(name) else ()

    def _two(self, name: str) -> Iterable[Commune]:
        """«cergy pontoise»: two names and nothing else; the person says which."""
        words = name.split()
        cuts = ((" ".join(words[:i]), " ".join(words[i:])) for i in range(1, len(words)))
        pairs = ([self._all.named(part) for part in cut] for cut in cuts if all(map(may_be_a_name, cut)))
        both = next((pair for pair in pairs if all(pair)), [])
        return [commune for found in both for commune in _biggest_alone(found)]

    def _within(self, sought: Sought) -> Iterable[Commune]:
        """Communes of the département that the text names: of this name, or nearly; or its towns."""
        there = [c for code in sought.departements for c in self._all.by_departement[code]]
        if not sought.name or not there:
            return there
        names = (self._all.named(sought.name), self._all.formerly(sought.name))
        exact = next((found for name in names if (found := [c for c in name if c in there])), [])
        if not exact and departements().get(sought.name) == sought.departements:  # «58 nièvre»
            return there
        part = [c for c in self._all.containing(sought.name) if c in there]
        return exact or part or _best_alike(sought.name, there, IN_DEPARTEMENT)

    def _alike(self, name: str, here: Commune | None, at_least: float, margin: float) -> Iterable[Commune]:
        if not may_be_a_name(name):
            return ()
        marked = [(_mark(score, c, here), c) for c, score in self._all.alike(name, WORTH_READING)]
        best = max((mark for mark, _ in marked), default=0)
        kept = [c for mark, c in marked if mark > best - margin] if best >= at_least else []
        names = {plain(c.name) for c in kept}
        return self._whole(names.pop(), here) if len(names) == 1 else kept

    def _inside(self, name: str) -> Iterable[Commune]:
        runs = (tuple(self._whole(run, None)) for run in windows(name))
        return _biggest_alone(next((found for found in runs if found), ()))


def _best_alike(name: str, among: Sequence[Commune], at_least: float) -> list[Commune]:
    said = [c for c in among if f" {plain(c.name)} " in f" {name} "]
    if said:  # in the middle of an address
        return [max(said, key=lambda c: len(c.name))]
    glued = name.replace(" ", "")
    marked = [(fuzz.ratio(glued, plain(c.name).replace(" ", "")), c) for c in among]
    best = max((mark for mark, _ in marked), default=0)
    return [c for mark, c in marked if mark == best] if best >= at_least else []


def _biggest_alone(found: Found) -> Found:
    """The biggest if it dwarfs the others, else all: for a name that is not theirs word for word."""
    first, *others = sorted(found, key=lambda c: -c.population) or (None,)
    dwarfed = first and all(c.population * DWARFED < first.population for c in others)
    return (first,) if first and dwarfed else found


def _mark(likeness: float, commune: Commune, here: Commune | None) -> float:
    size = 3 * log10(max(commune.population, 1)) - 8
    return likeness + size + (12 if _is_near(commune, here) else 0)


def _is_near(commune: Commune, here: Commune | None) -> bool:
    return bool(here and here.point and commune.point and kilometres(here.point, commune.point) <= NEAR_KM)


def _likely_first(found: Iterable[Commune], here: Commune | None) -> Found:
    once = dict.fromkeys(found)
    return tuple(sorted(once, key=lambda c: (not _is_near(c, here), -c.population, c.insee)))


@lru_cache(maxsize=1)
def load_communes() -> Communes:
    """All communes, read and indexed once a process (about half a second, 40 MB)."""
    return Communes(load_gazetteer())
