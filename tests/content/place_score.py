"""How well places typed by people are understood: `python -m tests.content.place_score`.

`places_set_aside.csv` is SET ASIDE: nobody reads its rows to mend the code, only its score is looked at.
`places_to_tune_on.csv` is its other half, written the same day by the same hand, to be read and mended.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from content.communes import load_communes

HERE = Path(__file__).parent
OLD, TUNE, ASIDE = (HERE / f"places_{name}.csv" for name in ("typed", "to_tune_on", "set_aside"))
SEVERAL = "ambiguous"


def rows(table: Path) -> list[dict[str, str]]:
    """The rows `text, expected, verdict`."""
    with table.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def verdict(codes: list[str]) -> str:
    """Found, ambiguous or none: what `passerelle where` says of so many communes."""
    return "found" if len(codes) == 1 else SEVERAL if codes else "none"


def right(row: dict[str, str]) -> bool:
    """One of `expected` (joined by |) is found; or stands first of several; or nothing is found.

    Ambiguous with nothing expected: any list will do. «found or none»: it may be either.
    """
    codes = [c.insee for c in load_communes().find(row["text"])]
    expected = [code for code in row["expected"].split("|") if code]
    well_placed = not codes or not expected or codes[0] in expected
    return well_placed and verdict(codes) in row["verdict"].split(" or ")


def score(table: Path) -> tuple[int, int]:
    """How many rows are answered as they should be, of how many."""
    table_rows = rows(table)
    return sum(map(right, table_rows)), len(table_rows)


def main() -> None:
    """Print both scores; the rows that are wrong only for the half to tune on."""
    for table in (TUNE, ASIDE):
        good, total = score(table)
        sys.stdout.write(f"{table.stem}: {good} of {total}, {100 * good / total:.1f} %\n")
    for row in rows(TUNE):
        if not right(row):
            found = [f"{c.name} {c.insee}" for c in load_communes().find(row["text"])]
            sys.stdout.write(f"  {row['text'][:60]!r}: {row['verdict']} {row['expected']}, got {found}\n")


if __name__ == "__main__":
    main()
