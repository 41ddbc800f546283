"""Rebuild epci.csv.gz from a public package (see partners.README.md).

Run by hand, from the root, with `npm` at hand: `python -m content.build_epci`.
"""

import csv
import gzip
import io
import json
import subprocess
import sys
import tarfile
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

TABLE = Path(__file__).parent / "epci.csv.gz"
NPM = "@etalab/decoupage-administratif@6.0.0"
Row = dict[str, Any]


def main() -> None:
    """Fetch, shorten, write."""
    with TemporaryDirectory() as folder:
        rows = fetch(Path(folder))
    TABLE.write_bytes(packed(rows))
    sys.stdout.write(f"{len(rows)} groupings, {sum(len(r['membres']) for r in rows)} communes\n")


def fetch(folder: Path) -> list[Row]:
    """The groupings of the npm package, fetched into a folder that is thrown away."""
    command = ("npm", "pack", "--silent", "--pack-destination", str(folder), NPM)
    subprocess.run(command, check=True)  # noqa: S603 -- the command is a constant of this file
    with tarfile.open(next(folder.glob("*.tgz"))) as package:
        member = package.extractfile("package/data/epci.json")
        rows: list[Row] = json.load(member) if member else []
    return rows


def packed(rows: Iterable[Row]) -> bytes:
    """The compact table. The same rows always give the same bytes."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(("epci", "communes"))
    for row in sorted(rows, key=lambda r: str(r["code"])):
        table.writerow((row["code"], " ".join(sorted(m["code"] for m in row["membres"]))))
    return gzip.compress(text.getvalue().encode(), 9, mtime=0)


if __name__ == "__main__":
    main()
