"""`passerelle where`: a file of places as people type them, and the communes they mean."""

from __future__ import annotations

import csv

import pytest
from typer.testing import CliRunner

from bot.cli import app

SECRET = "jabite chez Zoé à Nevers"


@pytest.fixture
def where(tmp_path):
    """Run the command on a file of these bytes; gives the outcome and the path of what it wrote."""

    def call(content, *more):
        source, target = tmp_path / "typed.csv", tmp_path / "found.csv"
        source.write_bytes(content if isinstance(content, bytes) else content.encode())
        done = CliRunner().invoke(app, ["where", "--in", str(source), "--out", str(target), *more])
        return done, target

    return call


def rows(target, **how):
    with target.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, **how))


def test_every_row_comes_back_in_order_with_what_was_found(where):
    done, target = where('id,text,note\n3,58000 nevers,a\n1,paris,"b, c"\n2,58,\n9,jsp,\n3,paris 13e,a\n')
    assert done.exit_code == 0, done.output
    assert "3 found, 1 ambiguous, 1 none" in done.output
    found = rows(target)
    assert [(r["id"], r["note"]) for r in found] == [
        ("3", "a"),
        ("1", "b, c"),
        ("2", ""),
        ("9", ""),
        ("3", "a"),
    ]
    assert [r["verdict"] for r in found] == ["found", "found", "ambiguous", "none", "found"]
    assert [r["insee"] for r in found] == ["58194", "75056", "", "", "75113"]
    assert found[0]["name"] == "Nevers" and found[0]["postcode"] == "58000"
    assert found[2]["candidates"].startswith("58194|") and found[3]["candidates"] == ""
    assert found[4]["postcode"] == "75013" and found[4]["candidates"] == "75113"


def test_a_file_of_one_column_keeps_its_empty_lines_as_rows(where):
    _, target = where("text\nnevers\n\ndecize\n")
    assert [r["verdict"] for r in rows(target)] == ["found", "none", "found"]


def test_a_spreadsheet_with_semicolons_and_a_mark_of_utf_8_is_read_and_given_back_so(where):
    _, target = where("text;n°\r\nnevers, 58;1\r\n".encode("utf-8-sig"))
    assert rows(target, delimiter=";")[0] | {"insee": "58194", "n°": "1"} == rows(target, delimiter=";")[0]


def test_no_territory_is_preferred_unless_asked(where):
    _, target = where("text\nlucenay\n")
    assert rows(target)[0]["candidates"] == "69122"
    _, target = where("text\nlucenay\n", "--near", "58194")
    assert rows(target)[0]["candidates"] == "58146|69122"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "typed.csv, line 1: expected a line of column names"),
        (f"words\n{SECRET}\n", "typed.csv, line 1: expected one column named text"),
        (f"text,text\n{SECRET},\n", "typed.csv, line 1: expected one column named text"),
        (f"text,insee\n{SECRET},\n", "typed.csv, line 1: expected no column named insee"),
        (f"text,id\nnevers,1\n{SECRET}\n", "typed.csv, line 3: expected 2 cells, got 1"),
        (f"text\nnevers\n{SECRET}\n".encode("latin-1"), "typed.csv, line 3: expected text in UTF-8"),
        (f'text\n"{SECRET}\n', "line 2: expected CSV"),
        (b"\x00\xff\x89PNG\n", "typed.csv, line 1: expected text in UTF-8"),
        (f"text\n{SECRET * 90_000}\n", "typed.csv, line 2: expected CSV"),
    ],
)
def test_a_file_that_is_wrong_is_refused_with_its_line_and_nothing_is_written(where, tmp_path, content, said):
    done, target = where(content)
    assert done.exit_code == 2 and said in done.output
    assert "Zo" not in done.output
    assert not target.exists() and [p.name for p in tmp_path.iterdir()] == ["typed.csv"]


def test_what_was_there_before_stays_when_a_file_is_refused(where):
    _, target = where("text\nnevers\n")
    before = target.read_bytes()
    assert where("text,id\nnevers,1\nparis\n")[0].exit_code == 2
    assert target.read_bytes() == before


def test_a_territory_that_does_not_exist_is_refused(where):
    done, _ = where("text\nnevers\n", "--near", "nowhere")
    assert done.exit_code == 2 and "--near: expected the INSEE code" in done.output


def test_a_file_or_folder_that_is_not_there_is_named(tmp_path):
    for source, target in (("absent.csv", "found.csv"), ("here.csv", "absent/found.csv"), (".", "found.csv")):
        (tmp_path / "here.csv").write_text("text\nnevers\n")
        words = ["where", "--in", str(tmp_path / source), "--out", str(tmp_path / target)]
        done = CliRunner().invoke(app, words)
        assert done.exit_code == 2 and "passerelle: " in done.output, source
        assert [p.name for p in tmp_path.iterdir()] == ["here.csv"]
