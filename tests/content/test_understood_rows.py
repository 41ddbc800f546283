"""`passerelle understand` and `evaluate`: every row comes back, in order, with what was understood."""

from __future__ import annotations

import csv
import io

import pytest
from typer.testing import CliRunner

from bot.cli import app
from content.rows_of_texts import BadRows
from content.understood_rows import ADDED, evaluated, understand_all

RUN = CliRunner()
WORK, DARK = "wsh je cherche un taf", "je veux mourir"


def understood(tmp_path, content, name="in.csv"):
    source, target = tmp_path / name, tmp_path / "out.csv"
    source.write_bytes(content if isinstance(content, bytes) else content.encode())
    counts = understand_all(source, target)
    rows = list(csv.DictReader(io.StringIO(target.read_text(encoding="utf-8"))))
    return rows, counts


def test_each_row_comes_back_in_order_with_needs_danger_and_why(tmp_path):
    rows, counts = understood(tmp_path, f"id,text\n1,{WORK}\n2,{DARK}\n3,\n")
    assert [row["id"] for row in rows] == ["1", "2", "3"]
    assert list(rows[0]) == ["id", "text", *ADDED]
    assert rows[0]["needs"] == "emploi"
    assert rows[0]["danger"] == "0"
    assert "emploi: cherche un travail" in rows[0]["because"]
    assert (rows[1]["danger"], rows[1]["danger_kind"]) == ("1", "suicide")
    assert rows[2]["intents"] == "incompris"
    assert counts == {"messages": 3, "danger": 1}


def test_a_column_that_is_there_already_stays_and_ours_is_named_otherwise(tmp_path):
    rows, _ = understood(tmp_path, f"TEXT,Needs,language\n{WORK},mine,xx\n")
    assert rows[0]["Needs"] == "mine"
    assert rows[0]["understood_needs"] == "emploi"
    assert rows[0]["language"] == "xx"
    assert rows[0]["understood_language"] == "fr"


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + f"Text\r\n{WORK}\r\n".encode(),
        f"id;text;more\n1;{WORK}\n".encode(),
        f'text,id\n"{WORK},\nou ""un job""",2,beyond\n'.encode(),
    ],
    ids=["bom and windows lines", "semicolons and a short row", "lines inside a cell and a cell too many"],
)
def test_tables_of_many_makes_are_read(tmp_path, content):
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_bytes(content)
    assert understand_all(source, target)["messages"] == 1
    assert "emploi" in target.read_text(encoding="utf-8")


def test_a_table_in_one_column_may_hold_empty_texts(tmp_path):
    rows, _ = understood(tmp_path, f"text\n{WORK}\n\n{WORK}\n")
    assert [row["needs"] for row in rows] == ["emploi", "", "emploi"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "in.csv, line 1: expected a line of column names"),
        (b"id,words\n1,a\n", "in.csv, line 1: expected a column named text, got id, words"),
        (b"text\n\xff\xfe\n", "in.csv, line 2: expected text in UTF-8"),
    ],
)
def test_a_table_that_cannot_be_read_says_where_and_leaves_the_target_alone(tmp_path, content, told):
    (tmp_path / "in.csv").write_bytes(content)
    (tmp_path / "out.csv").write_text("as it was")
    with pytest.raises(BadRows, match=told):
        understand_all(tmp_path / "in.csv", tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_text() == "as it was"
    assert len(list(tmp_path.iterdir())) == 2


def test_the_commands_say_what_they_did_and_what_they_need(tmp_path):
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text(f"text,needs,intents\n{WORK},emploi,\n")
    done = RUN.invoke(app, ["understand", "--in", str(source), "--out", str(target)])
    assert done.exit_code == 0, done.output
    assert "1 messages, 0 with danger" in done.output
    assert RUN.invoke(app, ["evaluate"]).exit_code != 0
    lost = RUN.invoke(app, ["understand", "--in", str(tmp_path / "none.csv"), "--out", str(target)])
    assert lost.exit_code != 0
    scored = RUN.invoke(app, ["evaluate", "--needs", str(source)])
    assert "exact 100.0%" in scored.output


def test_an_evaluation_counts_what_is_missed_and_what_is_too_much(tmp_path):
    needs, danger = tmp_path / "needs.csv", tmp_path / "danger.csv"
    needs.write_text(f"text,needs,intents\n{WORK},emploi,\n{WORK},logement,\n")
    danger.write_text(f"text,danger,danger_kind\n{DARK},1,suicide\n{WORK},0,\n{WORK},1,overdose\n{DARK},0,\n")
    lines = "\n".join(evaluated(needs, danger))
    assert "exact 50.0%, micro F1 0.500" in lines
    assert "logement > emploi 1" in lines
    assert "recall 50.0% of 2, false alarms 50.0% of 2, precision 50.0%, right kind 100.0%" in lines
