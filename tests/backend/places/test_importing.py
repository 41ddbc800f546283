"""The national list and its coverage: imported once or twice, whole or not at all."""

from __future__ import annotations

import pytest
from sqlmodel import func, select

from backend.places.importing import ImportRefused, import_coverage, import_listed
from backend.places.models import Listed, ListedCoverage

LIST = """code_structure_milo,nom_officiel,nom_usuel,departement,region,insee_siege,commune_siege,codes_postaux,lat,lon
29019S00,29-ML BREST,Mission locale du pays de Brest,29,53,29019,Brest,29200,48.38,-4.49
29232S00,29-ML QUIMPER,Mission locale de Cornouaille,29,53,29232,Quimper,29000,47.99,-4.09
58058S00,58-ML X,mission locale,58,27,58058,Ailleurs,58120,,
"""
HEAD = (
    "Code INSEE;Nom Commune;Département Commune;Région Commune;Code Région Commune;Code ML;Nom Officiel ML;Région ML;"
    "Code Région ML;Commune présente sur plusieurs ML;Adresse ML;Code Postal ML;Ville ML\n"
)
COVERAGE = (
    HEAD
    + "29019;Brest;Finistère(29);;53;29019;29-ML BREST;;53;Non;7 rue Keravel;29200;Brest\n"
    + "29103;Landerneau;Finistère(29);;53;29019;29-ML BREST;;53;Non;7 rue Keravel;29200;Brest\n"
    + "33063;Bordeaux;Gironde(33);;75;33063;33-ML BORDEAUX;;75;Oui;1 rue X;33000;Bordeaux\n"
    + "33063;Bordeaux;Gironde(33);;75;33999;33-ML AUTRE;;75;Oui;2 rue Y;33000;Bordeaux\n"
)


@pytest.fixture
def write(tmp_path):
    def to(text, name="table.csv"):
        (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        return tmp_path / name

    return to


def run(db, work, file):
    with db.transaction() as tx:
        return work(tx, file)


def counts(report):
    return report.new, report.changed, report.unchanged, len(report.refused)


def test_the_list_is_imported_and_twice_is_as_once(db, write):
    assert counts(run(db, import_listed, write(LIST))) == (3, 0, 0, 0)
    assert counts(run(db, import_listed, write(LIST))) == (0, 0, 3, 0)
    assert counts(run(db, import_listed, write(LIST.replace("Cornouaille", "Quimper")))) == (0, 1, 2, 0)
    with db.reading() as tx:
        assert tx.exec(select(Listed.name).where(Listed.code == "58058")).one() == "58-ML X"


def test_the_coverage_adds_addresses_and_keeps_those_of_two(db, write):
    run(db, import_listed, write(LIST))
    assert counts(run(db, import_coverage, write(COVERAGE))) == (4, 0, 0, 0)
    assert counts(run(db, import_coverage, write(COVERAGE))) == (0, 0, 4, 0)
    with db.reading() as tx:
        brest = tx.get_one(Listed, "29019")
        assert (
            brest.address == "7 rue Keravel, 29200 Brest" and brest.name == "Mission locale du pays de Brest"
        )
        shared = select(func.count()).select_from(ListedCoverage).where(ListedCoverage.insee == "33063")
        assert tx.exec(shared).one() == 2


def asked(youth):
    youth.starts()
    youth.taps("C'est parti")
    youth.taps("18 à 25 ans")
    return youth


def test_a_youth_elsewhere_is_given_the_right_name_and_address(youth, db, write):
    run(db, import_listed, write(LIST))
    run(db, import_coverage, write(COVERAGE))
    heard = asked(youth).writes("landerneau")[0]
    assert "c'est : Mission locale du pays de Brest" in heard and "7 rue Keravel" in heard


def test_where_the_coverage_is_silent_or_shared_nothing_is_asserted(youth, db, write):
    run(db, import_listed, write(LIST))
    run(db, import_coverage, write(COVERAGE))
    asked(youth)
    assert "à vérifier" in youth.writes("quimper")[0]
    youth.taps("Changer de commune")
    assert "c'est :" not in youth.writes("bordeaux")[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "line 1: expected the columns"),
        ("a,b\n1,2\n", "line 1: expected the columns"),
        (LIST.encode("latin-1") + "é".encode("latin-1"), "expected UTF-8"),
        (b"\xff\xfe" + LIST.encode("utf-16-le"), "line 1"),
        (LIST + '"never closed', "line"),
        (LIST + "29999S00,x,y\n", "line 5: expected 10 cells, got 3"),
        ("x" * 200_000, "line 1: expected at most"),
        (b"\0" * 50, "line 1"),
    ],
    ids=["empty", "columns", "latin", "utf16", "quote", "cut", "one-line", "nulls"],
)
def test_what_is_no_table_is_refused_with_its_line_and_nothing_is_kept(db, write, text, words):
    with pytest.raises(ImportRefused, match=words):
        run(db, import_listed, write(text))
    with db.reading() as tx:
        assert tx.exec(select(func.count()).select_from(Listed)).one() == 0


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("29019S00,x,y,29,,,Brest,29200,48,-4", "line 5, code_structure_milo: it stands above"),
        (",x,y,29,,,Brest,29200,48,-4", "line 5, code_structure_milo: expected a code"),
        ("29999S00,x,y,29,,,Brest,29200,north,-4", "line 5, lat, lon: expected degrees"),
        ("29999S00,x,y,29,,,Brest,29200,148,-4", "line 5, lat, lon: expected degrees on Earth"),
        ("29999S00,x,y,29,,,Brest,29200,48,nan", "line 5, lat, lon: expected degrees on Earth"),
    ],
)
def test_a_wrong_row_is_refused_with_its_reason_and_the_others_are_kept(db, write, row, words):
    report = run(db, import_listed, write(LIST + row + "\n"))
    assert counts(report) == (3, 0, 0, 1) and words in report.refused[0]


def test_a_commune_that_does_not_exist_is_refused(db, write):
    report = run(db, import_coverage, write(HEAD + "99999;X;;;;29019;N;;;Non;;;\n29019;B;;;;;N;;;Non;;;\n"))
    assert counts(report) == (0, 0, 0, 2) and "line 2, Code INSEE" in report.refused[0]
