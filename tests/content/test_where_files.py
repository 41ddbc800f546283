"""Tables as they come from spreadsheets: what goes in comes out, with the answers added."""

from __future__ import annotations

import csv

import pytest

from content.where import ADDED, BadTable, find_all


def answered(tmp_path, written, separator=","):
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_bytes(written)
    find_all(source, target)
    with target.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=separator))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_spreadsheet_of_windows_with_its_mark_is_read_whatever_separates_its_cells(tmp_path, separator):
    lines = (["id", "text", "note"], ["1", "nevers", '"a ""b"""'], ["2", '"moi\r\nimphy"', "x"])
    written = b"\xef\xbb\xbf" + "".join(separator.join(line) + "\r\n" for line in lines).encode()
    rows = answered(tmp_path, written, separator)
    assert list(rows[0]) == ["id", "text", "note", *ADDED]
    assert [(r["id"], r["insee"], r["verdict"]) for r in rows] == [
        ("1", "58194", "found"),
        ("2", "58134", "found"),
    ]
    assert rows[0]["note"] == 'a "b"'


def test_a_cell_of_half_a_million_letters_is_read_and_kept(tmp_path):
    rows = answered(tmp_path, b"text\n" + b"a" * 500_000 + b"\nnevers\n")
    assert [(len(r["text"]), r["verdict"]) for r in rows] == [(500_000, "none"), (6, "found")]


def test_an_empty_line_is_an_empty_text_only_where_text_stands_alone(tmp_path):
    assert [r["verdict"] for r in answered(tmp_path, b"text\nnevers\n\n")] == ["found", "none"]
    assert [r["verdict"] for r in answered(tmp_path, b"id,text\n1,nevers\n\n2,\n")] == ["found", "none"]


def test_candidates_are_joined_by_bars_and_name_stays_empty(tmp_path):
    row = answered(tmp_path, b"text\nnevers ou imphy\n")[0]
    assert row == {
        "text": "nevers ou imphy",
        "insee": "",
        "name": "",
        "postcode": "",
        "candidates": "58194|58134",
        "verdict": "ambiguous",
    }


def test_a_table_without_the_column_is_refused_with_its_line(tmp_path):
    with pytest.raises(BadTable, match=r"in\.csv, line 1: expected one column named text"):
        answered(tmp_path, b"texte,n\nnevers,1\n")
