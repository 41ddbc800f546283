"""From words as people type them to a commune: `load_communes().find("j'habite à aulnat 63")`.

One commune means found, several mean that the person chooses, none means that nothing fits. The rungs of the
ladder, the surest first: postcode, whole name, name within a département, part of one, nearly one, inside a sentence.
"""

from collections.abc import Iterable
from functools import lru_cache

from content.arrondissements import city_of
from content.clauses import home, last_place, unglued, without_streets
from content.gazetteer import Commune, Gazetteer, load_gazetteer
from content.likelihood import (
    FAR_BIGGER,
    TOWN,
    Found,
    best_alike,
    biggest,
    biggest_alone,
    clearly,
    is_near,
    likely_first,
    well_known,
)
from content.place_words import departements, may_be_a_name, windows
from content.placename import Sought, read
from content.plain import plain
from content.quarters import quarter

__all__ = ["Commune", "Communes", "load_communes"]

MOST = 6  # as many as fit on buttons
IN_POSTCODE, IN_DEPARTEMENT = 70, 75  # likeness asked of a name, out of 100
SURE, LIKELY = 1.0, -0.3  # marks: the logarithm of the population, less the slips
CLEAR, UNCLEAR = 0.75, 1.2  # the best is alone if the next is so much less likely
SMALL = 2_000  # a commune so small does not hide an old name
BIGGER = 3  # «Clermont» may well mean Clermont-Ferrand, so many times more people live there
HIDDEN = 50  # a village so many times smaller may be a slip for the town that sounds the same


class Communes:
    """All communes, and the ways to find one."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._all = gazetteer
        self._slips = lru_cache(maxsize=4)(gazetteer.alike)  # asked more than once for one text

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
        here = self.get(near or "")
        for said in filter(None, (home(text), text)):
            sought = read(said)
            if found := tuple(self._meant(sought, here)):
                return likely_first(found, here, set(self._all.named(sought.name)))[:MOST]
        return ()

    def _meant(self, sought: Sought, here: Commune | None) -> Iterable[Commune]:
        if sought.postcode:
            return self._by_postcode(sought)
        if sought.arrondissements:
            return [self._all.by_insee[code] for code in sought.arrondissements]
        return self._by_name(sought, here)

    def _by_postcode(self, sought: Sought) -> Iterable[Commune]:
        there = self._all.by_postcode.get(sought.postcode, [])
        if not sought.name:
            city = self.get(city_of(sought.postcode))
            return there or ((city,) if city else self._within(sought) if sought.cedex else ())
        if there and all(c.within for c in there):
            return there
        if named := best_alike(sought.name, there, IN_POSTCODE):
            return named
        return self._within(sought) or there or self._all.named(sought.name)

    def _by_name(self, sought: Sought, here: Commune | None) -> Iterable[Commune]:
        if not sought.name:
            return self._departement(sought) or self._all.named(sought.whole)
        return (
            self._whole(sought.whole, here)
            or self._within(sought)
            or self._led(sought)
            or self._whole(sought.name, here)
            or self._first_said(sought.before_beside, here)
            or self._off_the_street(sought.name, here)
            or self._quarter(sought.name)
            or self._two(sought.name)
            or self._part_or_slip(sought, here)
            or self._inside(sought.name)
            or self._alike(sought.name, here, LIKELY, UNCLEAR)
            or self._all.named(unglued(sought.whole))
            or self._alike(last_place(sought.name), here, SURE, CLEAR)
        )

    def _first_said(self, name: str, here: Commune | None) -> Iterable[Commune]:
        """«cosne pres de nevers»: the first is home, the other only near it."""
        return self._all.named(name) or (self._part_or_slip(read(name), here) if name else ())

    def _off_the_street(self, name: str, here: Commune | None) -> Iterable[Commune]:
        """«rue de nevers paris» is in Paris."""
        left = without_streets(name)
        return self._by_name(read(left), here) if left and left != name else ()

    def _led(self, sought: Sought) -> Iterable[Commune]:
        """«93 saint denis», «en martinique au lamentin»: a département, and a commune of that name there."""
        departements, name = sought.led
        here = [c for c in self._all.named(name) if c.departement in departements]
        return here or biggest_alone(tuple(c for c in self._part(name) if c.departement in departements))

    def _quarter(self, name: str) -> Iterable[Commune]:
        return (self._all.by_insee[insee],) if (insee := quarter(name)) else ()

    def _departement(self, sought: Sought) -> Iterable[Commune]:
        """The towns of a département named alone, unless a town has its name."""
        if not sought.departements:
            return ()
        named = self._all.named(sought.town)
        if any(c.population >= TOWN for c in named):
            return named
        return (*named, *self._within(sought))

    def _whole(self, name: str, here: Commune | None) -> Iterable[Commune]:
        """Communes of exactly this name, with the far bigger or near ones whose name begins so, or sounds the same."""
        named = present = self._all.named(name)
        if all(c.population < SMALL for c in present):
            named += self._all.formerly(name)
        if not named:
            return ()
        size = BIGGER * biggest(present) or SMALL
        longer = (c for c in self._all.containing(name) if c.population > size or is_near(c, here))
        heard = (c for c in self._all.sounding(name) if c.population > HIDDEN * biggest(named))
        return (*well_known(named, here), *longer, *heard)

    def _part(self, name: str) -> Iterable[Commune]:
        return biggest_alone(self._all.containing(name)) if may_be_a_name(name) else ()

    def _two(self, name: str) -> Iterable[Commune]:
        """«cergy pontoise»: two names and nothing else; the person says which."""
        cuts = ((name[:i], name[i + 1 :]) for i, letter in enumerate(name) if letter == " ")
        pairs = ([self._all.named(part) for part in cut] for cut in cuts if all(map(may_be_a_name, cut)))
        both = next((pair for pair in pairs if all(pair)), [])
        return [commune for found in both for commune in biggest_alone(found)]

    def _within(self, sought: Sought) -> Iterable[Commune]:
        """Communes of the département that the text names: of this name, or nearly; or its towns."""
        there = [c for code in sought.departements for c in self._all.by_departement[code]]
        if not sought.name or not there:
            return there
        names = (self._all.named(sought.name), self._all.formerly(sought.name))
        exact = next((found for name in names if (found := [c for c in name if c in there])), [])
        if not exact and departements().get(sought.name) == sought.departements:  # «58 nièvre»
            return there
        longer = self._all.containing(sought.name) or self._all.skipping(sought.name)
        part = [c for c in longer if c in there]
        return exact or part or best_alike(sought.name, there, IN_DEPARTEMENT)

    def _part_or_slip(self, sought: Sought, here: Commune | None) -> Iterable[Commune]:
        """«moulin» begins Moulin-Neuf, and is rather Moulins, which dwarfs it."""
        slips = tuple(self._alike(sought.name, here, SURE, CLEAR))
        if sought.whole.startswith(f"{sought.name} "):  # «for de france», read as «for de»
            slips = tuple(self._alike(sought.whole, here, SURE, CLEAR)) or slips
        part = tuple(self._part(sought.name))
        if not part or biggest(slips) > FAR_BIGGER * biggest(part):
            return slips or biggest_alone(self._all.skipping(sought.name))
        return part

    def _alike(self, name: str, here: Commune | None, at_least: float, margin: float) -> Iterable[Commune]:
        if not may_be_a_name(name):
            return ()
        kept = clearly(self._slips(name), len(name.replace(" ", "")), here, at_least, margin)
        names = {plain(c.name) for c in kept}
        return self._whole(names.pop(), here) if len(names) == 1 else kept

    def _inside(self, name: str) -> Iterable[Commune]:
        """Names somewhere in a sentence; of several, those said as places: «entre lyon et villeurbanne»."""
        runs = [(run, found) for run in windows(name) if (found := tuple(self._whole(run.words, None)))]
        apart = [one for i, one in enumerate(runs) if not any(one[0].meets(other) for other, _ in runs[:i])]
        placed = [one for one in apart if one[0].placed] or apart[:1]
        return [commune for _, found in placed for commune in biggest_alone(found)]


@lru_cache(maxsize=1)
def load_communes() -> Communes:
    """All communes, read and indexed once a process (about half a second, 40 MB)."""
    return Communes(load_gazetteer())
