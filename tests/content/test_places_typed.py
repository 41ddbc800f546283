"""Some 700 ways to type a place: at least 95 in 100 are answered as they should be, and those that matter all are."""

from __future__ import annotations

import csv
from pathlib import Path

from content.communes import load_communes

TABLE = Path(__file__).parent / "places_typed.csv"
MATTERS = ("58", "63")
"""The départements of the demo territories."""


def verdict(codes):
    return "found" if len(codes) == 1 else "ambiguous" if codes else "none"


def right(row):
    """Found: that one alone. Ambiguous: a list that holds the expected ones. None: nothing."""
    codes = [c.insee for c in load_communes().find(row["text"])]
    expected = row["expected"].split("|") if row["expected"] else []
    same = set(expected) <= set(codes) if row["verdict"] == "ambiguous" else codes == expected
    return same and verdict(codes) == row["verdict"]


def rows():
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_at_least_95_in_100_ways_to_type_a_place_are_answered_well():
    table = rows()
    wrong = [row["text"] for row in table if not right(row)]
    assert len(table) >= 200 and len({row["text"] for row in table}) == len(table)
    assert len(wrong) <= len(table) * 0.05, wrong


def test_what_is_typed_in_the_territories_served_and_what_is_no_place_is_always_right():
    kept = [r for r in rows() if r["verdict"] == "none" or r["expected"].startswith(MATTERS)]
    assert len(kept) > 80
    assert [r["text"] for r in kept if not right(r)] == []
