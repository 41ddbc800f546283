"""Rebuild the example coverage: each commune goes to the nearest mission locale of its département.

An approximation, marked probable on every row, until the true list of communes is imported.
Run by hand, from the root: `python -m content.territories.make_coverage`.
"""

import csv

from content.communes import Commune, load_communes
from content.distance import kilometres
from content.places import TERRITORIES, neighbours

SOURCE = "exemple : siège ou antenne le plus proche à vol d'oiseau dans le département ; à vérifier"
NEVERS, DECIZE, CLERMONT, AULNAT = "58194", "58095", "63113", "63019"
OURS = {
    ("nevers-sud-nivernais", "58"): (NEVERS, DECIZE),
    ("clermont-metropole-et-volcans", "63"): (CLERMONT, AULNAT),
}
Point = tuple[float, float]


def covered(departement: str, centers: tuple[str, ...]) -> list[Commune]:
    """The communes of a département that are nearer to our centers than to a neighbour."""
    communes = load_communes()
    ours = [c.point for c in map(communes.get, centers) if c and c.point]
    theirs = [(n.lat, n.lon) for n in neighbours(departement)]
    here = (c for c in communes.all if c.departement == departement and c.point)
    return [c for c in here if c.point and _nearest(c.point, ours) < _nearest(c.point, theirs)]


def _nearest(place: Point, others: list[Point]) -> float:
    return min(kilometres(place, other) for other in others)


def main() -> None:
    """Write the coverage.csv of each territory."""
    for (slug, departement), centers in OURS.items():
        with (TERRITORIES / slug / "coverage.csv").open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file, lineterminator="\n")
            table.writerow(("insee", "probable", "shared", "source"))
            table.writerows((c.insee, "true", "false", SOURCE) for c in covered(departement, centers))


if __name__ == "__main__":
    main()
