"""A map without outside calls: the communes of the départements as soft dots, the sites as points with labels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians, sqrt

from backend.console.map_labels import Label, Point, place
from backend.places.models import Site
from content.communes import Commune, load_communes

WIDTH, TALLEST = 400.0, 400.0
"""Units of the drawing."""
MARGIN = 22.0
A_DEGREE = 111.195
"""Kilometres of a degree of latitude."""
SCALES = (10, 50, 100, 1)


@dataclass(frozen=True)
class Map:
    """Ready to be drawn. `near` and `far` are paths of dots: communes covered, and the others."""

    height: float
    dot: float
    near: str
    far: str
    labels: tuple[Label, ...]
    departements: tuple[str, ...]
    covered: int
    scale_km: int
    scale: float
    width: float = WIDTH


@dataclass(frozen=True)
class Projection:
    """Plain equirectangular: a degree of longitude shrinks with the cosine of the latitude."""

    south: float
    west: float
    stretch: float
    unit: float
    """Units a kilometre."""
    height: float

    def put(self, point: Point) -> Point:
        lat, lon = point
        x = MARGIN + (lon - self.west) * A_DEGREE * self.stretch * self.unit
        y = self.height - MARGIN - (lat - self.south) * A_DEGREE * self.unit
        return round(x, 1), round(y, 1)


def draw(sites: Sequence[Site], covered: frozenset[str]) -> Map | None:
    """The map of one mission locale; None if nothing of it has a place."""
    placed = [(site, site.point) for site in sites if site.point]
    every = load_communes()
    served = [c for code in covered if (c := every.get(code))]
    names = {c.departement for c in served} | {c.departement for s in sites if (c := every.get(s.insee))}
    around = communes_of(tuple(sorted(names)))
    points = [p for c in around if (p := c.point)] + [point for _, point in placed]
    if not points:
        return None
    paper = project(points)
    scale = next(km for km in SCALES if 24 <= km * paper.unit <= WIDTH / 3)
    return Map(
        height=paper.height,
        dot=_dot(paper, len(around)),
        near=dots(paper, (c for c in around if c.insee in covered)),
        far=dots(paper, (c for c in around if c.insee not in covered)),
        labels=place([(site, paper.put(point)) for site, point in placed], WIDTH, paper.height),
        departements=tuple(sorted(names)),
        covered=len(served),
        scale_km=scale,
        scale=round(scale * paper.unit, 1),
    )


def project(points: Sequence[Point]) -> Projection:
    """All of these points on the drawing, as large as it holds them."""
    south, north = min(p[0] for p in points), max(p[0] for p in points)
    west, east = min(p[1] for p in points), max(p[1] for p in points)
    stretch = cos(radians((south + north) / 2))
    wide, tall = (east - west) * A_DEGREE * stretch, (north - south) * A_DEGREE
    unit = min((WIDTH - 2 * MARGIN) / max(wide, 1), (TALLEST - 2 * MARGIN) / max(tall, 1), 30.0)
    left = (WIDTH - 2 * MARGIN - wide * unit) / 2 / unit
    return Projection(
        south, west - left / A_DEGREE / stretch, stretch, unit, round(tall * unit + 2 * MARGIN, 1)
    )


def dots(paper: Projection, communes: Iterable[Commune]) -> str:
    """One path: a line without length and with round ends is a dot, and dots of one path melt together."""
    return "".join("M{} {}h0".format(*paper.put(c.point)) for c in communes if c.point)


@lru_cache(maxsize=64)
def communes_of(departements: tuple[str, ...]) -> tuple[Commune, ...]:
    """The communes of these départements; a city with arrondissements is left to them."""
    inside = [c for c in load_communes().all if c.departement in departements]
    divided = {c.within for c in inside}
    return tuple(c for c in inside if c.insee not in divided)


def _dot(paper: Projection, count: int) -> float:
    """The width of a dot: as wide as a commune is on the whole, so that the dots show one shape."""
    area = (WIDTH - 2 * MARGIN) * (paper.height - 2 * MARGIN)
    return round(min(34.0, max(6.0, 1.5 * sqrt(max(area, 1) / max(count, 1)))), 1)
