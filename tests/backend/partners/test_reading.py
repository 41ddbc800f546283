"""Files of others: read a row at a time, whatever is in them."""

from __future__ import annotations

import json

import pytest

from backend.partners.reading import DEEPEST, LONGEST, rows
from backend.partners.report import ImportRefused

DATA = [{"id": "é1", "list": ["a", "b"], "in": {"n": 1.5, "none": None}}, {"id": "2", "list": []}]


@pytest.fixture
def write(tmp_path):
    def to(content):
        (tmp_path / "file").write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path / "file"

    return to


def values(file, key=""):
    return [value for _, value in rows(file, key)]


def test_a_list_lines_and_a_list_under_a_key_give_the_same_rows(write):
    assert values(write(json.dumps(DATA))) == DATA
    assert values(write("\n".join(map(json.dumps, DATA)) + "\n\n")) == DATA
    assert values(write(json.dumps({"a": [{"service": [9]}], "service": DATA, "b": 1})), "service") == DATA
    assert values(write(b"\xef\xbb\xbf" + json.dumps(DATA, ensure_ascii=False).encode())) == DATA


def test_each_row_says_where_it_stands(write):
    assert [where for where, _ in rows(write(json.dumps(DATA)))] == ["row 1", "row 2"]
    assert [where for where, _ in rows(write('id,nom\n1,"a\nb"\n2,c\n'))] == ["line 3", "line 4"]


def test_a_table_gives_its_cells(write):
    assert values(write("id,thematiques\n1,a|b\n")) == [{"id": "1", "thematiques": "a|b"}]


def test_it_says_how_much_was_read(write):
    file, read = write(json.dumps(DATA)), []
    assert len(list(rows(file, read=read.append))) == 2
    assert sum(read) == file.stat().st_size


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "line 1: expected JSON"),
        (b"a,b\n1,2\n", "line 1: expected JSON"),
        (b'[{"id": "1"}, {"id": ', "row 2: expected JSON"),
        (b'[{"id": "1"}]]', "row 2: expected JSON"),
        ('[{"id": "é"}]'.encode("latin-1"), "row 1: expected JSON in UTF-8"),
        ('[{"id": "1"}]'.encode("utf-16"), "line 1"),
        (b'{"id": "1"}\n{"id": \n', "line 2: expected a JSON object"),
        (b'{"id": ' + b"[" * 100_000, "line 1: expected a JSON object"),
        (b"[" * 100_000, f"row 1: expected at most {DEEPEST} lists"),
        (b'[{"a": ' * 100_000, f"row 1: expected at most {DEEPEST} lists"),
        (b'["' + b"x" * (3 * LONGEST), "row 1: expected at most"),
        (b"x" * (3 * LONGEST), "line 1: expected at most"),
        (b"\0" * 1000, "line 1"),
        (b'id,nom\n1,"never closed\n', "line"),
        (b"id,nom\n1,\xff\n", "line 2: expected UTF-8"),
        (b"PAR1\x15\x04", "duckdb"),
    ],
)
def test_what_is_no_such_file_is_refused_with_where(write, content, words):
    with pytest.raises(ImportRefused, match=words):
        values(write(content))


def test_an_object_without_the_list_is_refused(write):
    with pytest.raises(ImportRefused, match="expected a list under 'service'"):
        values(write('{"other": [1, 2]}'), "service")


def test_a_huge_number_or_a_broken_escape_never_escapes_as_another_error(write):
    for content in (b'[{"a": 1e999999}]', b'[{"a": "\\ud800"}]', b'[{"a": NaN}]', b'[{"a":1,}]'):
        try:
            values(write(content))
        except ImportRefused as refused:
            assert "row 1" in str(refused) or "row 2" in str(refused)
