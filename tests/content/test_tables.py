"""Files of others, friendly and hostile: read as text by column, or refused with where and why, early."""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import zipfile
from datetime import date

import pytest
from openpyxl import Workbook
from openpyxl.styles import numbers

from content.rows import ContentError
from content.sheet_cells import filled
from content.sheet_places import placed
from content.sheets import MOST_LINES, open_book, open_sheet
from content.tables import TableRefused
from content.workbooks import LARGEST

HEAD = ["id", "type", "nom", "commune", "code postal"]
LINE = ["imphy-2", "permanence", "Permanence d'Imphy", "Imphy", "58160"]


def silent(_):
    """Nobody looks."""


@pytest.fixture
def workbook(tmp_path):
    def write(*rows, title="Lieux", name="table.xlsx", change=None):
        book = Workbook()
        sheet = book.active
        sheet.title = title
        for row in rows:
            sheet.append(row)
        if change:
            change(sheet)
        book.save(tmp_path / name)
        return tmp_path / name

    return write


@pytest.fixture
def table(tmp_path):
    def write(text, name="table.csv"):
        (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        return tmp_path / name

    return write


def rows(file, shape="sites"):
    with open_sheet(file, shape, silent) as sheet:
        return [filled(row, sheet.shape) for row in sheet.rows()]


def cells(file, shape="sites"):
    return [line.row.cells for line in rows(file, shape)]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_the_separator_is_seen_in_the_heading_and_a_mark_of_utf8_is_passed_over(table, separator, mark):
    text = mark + separator.join(HEAD) + "\r\n" + separator.join(LINE) + "\r\n" + separator * 4 + "\r\n"
    (found,) = cells(table(text))
    assert (found["id"], found["kind"], found["name"]) == ("imphy-2", "outpost", "Permanence d'Imphy")


def test_what_a_spreadsheet_eats_or_turns_is_given_back(workbook):
    head = [*HEAD, "code insee", "téléphone", "latitude", "longitude", "âge minimum", "exemple", "vérifié le"]
    line = ["b", "Antenne", "Bourg", "Bourg-en-Bresse", 1000, 1053, 474220000, 46.2, "5,22", 18.0, True]
    (found,) = cells(workbook(head, [*line, date(2026, 11, 21)]))
    assert (found["postcode"], found["insee"], found["phone"]) == ("01000", "01053", "0474220000")
    assert (found["lat"], found["lon"], found["age_min"]) == ("46.2", "5.22", "18")
    assert (found["kind"], found["example"], found["checked_on"]) == ("branch", "true", "2026-11-21")


@pytest.mark.parametrize(
    ("said", "read"),
    [("VRAI", "true"), ("Faux", "false"), ("oui", "true"), ("x", "true"), ("non", "false"), ("", "false")],
)
def test_yes_and_no_are_read_in_french(table, said, read):
    (found,) = cells(table(";".join([*HEAD, "exemple"]) + "\n" + ";".join([*LINE, said])))
    assert found["example"] == read


def test_a_day_may_be_written_as_in_france_or_be_a_day_of_excel(table, workbook):
    texts = table(";".join([*HEAD, "vérifié le"]) + "\n" + ";".join([*LINE, "1/2/2026"]))
    days = workbook([*HEAD, "vérifié le"], [*LINE, date(2026, 2, 1)])
    assert [cells(file)[0]["checked_on"] for file in (texts, days)] == ["2026-02-01"] * 2


def test_remarks_are_not_read_neither_lines_nor_columns(table):
    (found,) = cells(
        table("# de la part d'Hélène\n" + ";".join([*HEAD, "#notes"]) + "\n" + ";".join([*LINE, "à voir"]))
    )
    assert "à voir" not in found.values()


@pytest.mark.parametrize("first", ["# a;b;c;d;e;f\n", ",,,,\n\n"])
def test_the_separator_is_that_of_the_heading_not_of_what_stands_before(table, first):
    (found,) = cells(table(first + ",".join(HEAD) + "\n" + ",".join(LINE)))
    assert found["name"] == "Permanence d'Imphy"


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("id;type;nom;commune;horraires", "line 1, 'horraires': expected one of id, kind"),
        ("id;type;nom;commune;nom", "line 1, name: expected this column once"),
        ("id;identifiant;type;nom;commune", "line 1, id: expected this column once"),
        ("id;nom;commune", "line 1: expected the columns .*; without kind"),
        ("id;type;nom", "without insee"),
        ("", "line 1: expected headings"),
        ("# rien", "line 1: expected headings"),
    ],
)
def test_a_heading_that_is_missing_doubled_or_unknown_refuses_the_file(table, heading, words):
    with pytest.raises(TableRefused, match=words):
        rows(table(heading + "\n"))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("id;nom;type;commune\n1;Été;antenne;Nevers".encode("cp1252"), "line 2: expected UTF-8 .*CSV UTF-8"),
        ("id;nom;type;commune\n".encode("utf-16"), "line 1: expected text"),
        (b"id;nom;type;commune\na;b\0;c;d\n", "line 2: expected text, got a NUL byte"),
        (b'id;nom;type;commune\na;"b', "line 2"),
        (b"x" * 200_000, "line 1: expected at most"),
    ],
    ids=["cp1252", "utf16", "nul", "quote", "one-line"],
)
def test_what_is_no_text_is_refused_with_its_line(table, content, words):
    with pytest.raises(TableRefused, match=words):
        rows(table(content))


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#VALEUR!"])
def test_the_error_of_a_formula_is_no_value(table, error):
    for line in ([error, *LINE[1:]], [*LINE[:2], error, *LINE[3:]]):
        with pytest.raises(ContentError, match=r"line 2, .*not the error of a formula"):
            rows(table(";".join(HEAD) + "\n" + ";".join(line)))


def test_a_value_under_no_heading_is_refused(table, workbook):
    for file in (table(";".join(HEAD) + "\n" + ";".join([*LINE, "?"])), workbook(HEAD, [*LINE, None, "?"])):
        with pytest.raises(ContentError, match="beyond the last heading"):
            rows(file)


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("nom", "a" * 300),
        ("nom", "sonne\x07"),
        ("téléphone", "voir mairie"),
        ("vérifié le", "31/02/2026"),
        ("courriel", "mairie"),
        ("site web", "javascript:alert(1)"),
        ("horaires", "Mo 9"),
        ("id", "Imphy Centre"),
    ],
)
def test_a_cell_that_cannot_be_is_refused_by_the_heading_that_was_typed(table, column, cell):
    line = dict(zip(HEAD, LINE, strict=True)) | {column: cell}
    with pytest.raises(ContentError, match=rf"^table\.csv, line 2, {column}: expected"):
        rows(table(";".join(line) + "\n" + ";".join(line.values())))


def test_merged_cells_and_formulas_never_calculated_are_refused_with_their_place(workbook):
    merged = workbook(HEAD, LINE, LINE, change=lambda sheet: sheet.merge_cells("C2:C3"))
    with pytest.raises(TableRefused, match="sheet Lieux, C2:C3: expected no merged cells"):
        rows(merged)
    with pytest.raises(TableRefused, match="sheet Lieux, C2: expected a value, got a formula"):
        rows(workbook(HEAD, [*LINE[:2], "=A2", *LINE[3:]]))


def test_empty_lines_at_the_end_are_passed_over(workbook):
    def style(sheet):
        for line in range(3, 500):
            sheet.cell(line, 1).number_format = numbers.FORMAT_TEXT

    assert len(rows(workbook(HEAD, LINE, change=style))) == 1


def test_one_table_is_found_by_its_name_or_because_it_is_alone(workbook):
    assert len(rows(workbook(HEAD, LINE, title="Feuil1"))) == 1
    two = workbook(HEAD, LINE, title="Feuil1", change=lambda sheet: sheet.parent.create_sheet("Feuil2"))
    with pytest.raises(TableRefused, match="expected one sheet called Lieux or sites"):
        rows(two)


def test_a_book_says_what_it_does_not_read_and_refuses_a_table_that_is_there_twice(workbook):
    book = workbook(HEAD, LINE, change=lambda sheet: sheet.parent.create_sheet("Mode d'emploi"))
    with open_book(book, silent) as opened:
        assert list(opened.sheets) == ["sites"]
        assert opened.ignored == ("table.xlsx, sheet Mode d'emploi",)
    twice = workbook(HEAD, change=lambda sheet: sheet.parent.create_sheet("sites"))
    with pytest.raises(TableRefused, match="expected one table of sites"), open_book(twice, silent):
        pass


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path):
    bomb = tmp_path / "bomb.xlsx"
    packed = zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED)
    with packed, packed.open("xl/worksheets/sheet1.xml", "w") as part:
        for _ in range(LARGEST // 2**20 + 1):
            part.write(b"\0" * 2**20)
    assert bomb.stat().st_size < 2**20
    with pytest.raises(TableRefused, match="expected at most 32 MB once unpacked, got 33 MB"):
        rows(bomb)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "expected an .xlsx workbook that opens"),
        (b"id;nom\n", "expected an .xlsx workbook that opens"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "without password"),
    ],
    ids=["empty", "csv", "encrypted"],
)
def test_a_workbook_that_is_none_is_refused(table, content, words):
    with pytest.raises(TableRefused, match=words):
        rows(table(content, "table.xlsx"))


def repacked(file, part, change):
    """The same workbook with one of its parts changed."""
    with zipfile.ZipFile(file) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, change(content) if name == part else content)
    return file


def test_entities_are_not_expanded(workbook):
    def harm(xml):
        laughs = b'<!DOCTYPE w [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;">]>'
        return laughs + xml.partition(b"?>")[2] if xml.startswith(b"<?xml") else laughs + xml

    with pytest.raises(TableRefused, match=r"expected an \.xlsx workbook that opens"):
        rows(repacked(workbook(HEAD, LINE), "xl/worksheets/sheet1.xml", harm))


def test_a_sheet_that_lies_about_its_size_is_read_by_what_it_holds(workbook, monkeypatch):
    part = "xl/worksheets/sheet1.xml"
    wide = repacked(
        workbook(HEAD, LINE), part, lambda xml: xml.replace(b'ref="A1:E2"', b'ref="A1:XFD1048576"')
    )
    assert len(rows(wide)) == 1
    monkeypatch.setattr("content.workbooks.LAST_ROW", 20_000)  # a million empty lines take ten seconds
    far = workbook(HEAD, LINE)
    far = repacked(far, part, lambda xml: xml.replace(b'<row r="2">', b'<row r="99999999999">'))
    with pytest.raises(TableRefused, match="line 20001: expected at most"):
        rows(far)


def test_a_line_without_end_is_refused_before_it_fills_the_memory(workbook):
    endless = repacked(
        workbook(HEAD, LINE),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b"</row></sheetData>", b"<c/>" * 2**20 + b"</row></sheetData>"),
    )
    with pytest.raises(TableRefused, match="sheet Lieux: expected lines, got one longer than a megabyte"):
        rows(endless)


def test_a_table_has_no_more_lines_than_there_could_be_places(table):
    many = table(";".join(HEAD) + "\n" + (";".join(LINE) + "\n") * (MOST_LINES + 1))
    with (
        open_sheet(many, "sites", silent) as sheet,
        pytest.raises(TableRefused, match="expected at most 50000"),
    ):
        list(sheet.rows())


def test_a_damaged_workbook_is_read_or_refused_never_anything_else(workbook):
    whole = workbook(HEAD, *([f"s{i}", *LINE[1:]] for i in range(30))).read_bytes()
    chance = random.Random(7)
    refused = 0
    for number in range(300):
        harmed = bytearray(whole)
        for _ in range(chance.choice([1, 3, 20])):
            harmed[chance.randrange(len(harmed))] = chance.randrange(256)
        cut = len(harmed) if number % 3 else chance.randrange(len(harmed))
        file = workbook(HEAD)
        file.write_bytes(harmed[:cut])
        try:
            rows(file)
        except (TableRefused, ContentError):
            refused += 1
    assert refused > 100


GARBAGE = """
import sys
from pathlib import Path
from content.sheets import open_sheet
from content.tables import TableRefused
for name in sys.argv[1:]:
    try:
        with open_sheet(Path(name), "sites", lambda _: None) as sheet:
            list(sheet.rows())
    except TableRefused as error:
        print(error)
status = Path("/proc/self/status").read_text()
print(int(status.partition("VmHWM:")[2].split()[0]) // 1024)
"""


def test_half_a_gigabyte_of_garbage_is_refused_at_once_in_little_memory(tmp_path):
    files = [tmp_path / "garbage.csv", tmp_path / "garbage.xlsx"]
    for file in files:
        with file.open("wb") as made:
            made.truncate(512 * 2**20)
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    done = subprocess.run(
        [sys.executable, "-c", GARBAGE, *map(str, files)], capture_output=True, text=True, check=True
    )
    first, second, megabytes = done.stdout.splitlines()
    assert "garbage.csv, line 1: expected at most" in first
    assert "garbage.xlsx: expected at most 32 MB once unpacked, got 512 MB" in second
    assert int(megabytes) < 150
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before < 20


def meant(table, **typed):
    line = {"id": "a", "type": "antenne", "nom": "A", "commune": "", "code postal": ""} | typed
    (found,) = rows(table(";".join(line) + "\n" + ";".join(line.values())))
    return placed(found).row.cells


def test_a_commune_is_known_by_its_code_or_by_its_name_and_postcode(table):
    by_code = meant(table, insee="58194")
    assert (by_code["commune"], by_code["postcode"]) == ("Nevers", "58000")
    by_name = meant(table, commune="saint eloi", **{"code postal": "58000"})
    assert (by_name["insee"], by_name["commune"]) == ("58238", "Saint-Éloi")
    assert abs(float(by_name["lat"]) - 46.97) < 0.05


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"commune": "Saint-Éloi"}, "one commune .Saint-Éloi 01349, Saint-Éloi 23191, Saint-Éloi 58238"),
        ({"code postal": "58160"}, "line 2, code postal: expected one commune .*Imphy 58134"),
        ({"commune": "Atlantis-sur-Mer"}, "line 2, commune: expected one commune"),
        ({"insee": "99999"}, "line 2, insee: expected the INSEE code"),
        (
            {"insee": "58194", "commune": "Decize"},
            "line 2, commune: expected Nevers, whose INSEE code is 58194",
        ),
        ({}, "insee: expected the INSEE code of a commune, or its name and postcode"),
    ],
)
def test_a_commune_that_may_be_several_or_none_is_refused_with_the_candidates(table, typed, words):
    with pytest.raises(ContentError, match=words):
        meant(table, **typed)
