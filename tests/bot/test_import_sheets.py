"""`passerelle import territory` and its tables, from the command line: what is told, and how it ends."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook
from sqlmodel import func, select
from typer.testing import CliRunner

from backend.db import connect
from backend.places.models import Site
from bot.cli import app
from content.places import TERRITORIES
from tests.conftest import NEVERS

DONE, SOME_REFUSED, UNUSABLE = 0, 1, 2
HEAD = "identifiant;type;nom;code postal;commune"
COSNE = "cosne;antenne;Antenne de Cosne;58200;Cosne-Cours-sur-Loire"


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run `passerelle import` in a folder of its own."""
    monkeypatch.chdir(tmp_path)

    def call(*words):
        return CliRunner().invoke(app, ["import", *words])

    return call


@pytest.fixture
def sites(tmp_path):
    def write(*lines):
        (tmp_path / "lieux.csv").write_text("\n".join((HEAD, *lines)), encoding="utf-8")
        return "sites", "lieux.csv", "--mission-locale", NEVERS

    return write


def kept(tmp_path):
    db = connect(f"sqlite:///{tmp_path}/var/passerelle.db")
    with db.reading() as tx:
        found = tx.exec(select(func.count()).select_from(Site).where(Site.slug == "cosne")).one()
    db.close()
    return found


def test_a_dry_run_says_what_would_change_and_changes_nothing(run, sites, tmp_path):
    command = sites(COSNE)
    told = ((["--dry-run"], "sites: 1 would be new", 0), ([], "sites: 1 new", 1), ([], "1 unchanged", 1))
    for option, words, there in told:
        done = run(*command, *option)
        assert (done.exit_code, kept(tmp_path)) == (DONE, there) and words in done.output, done.output


def test_refused_lines_end_with_one_and_the_others_are_kept(run, sites, tmp_path):
    done = run(*sites(COSNE, "a;cabane;A;58000;Nevers"))
    assert done.exit_code == SOME_REFUSED and kept(tmp_path) == 1
    assert "refused: lieux.csv, line 3, type: expected one of" in done.output
    assert "sites: 1 new, 0 changed, 0 unchanged, 1 refused" in done.output
    assert "sites not in the file, left as they are: decize (Antenne de Decize)" in done.output


def test_a_file_that_cannot_be_used_ends_with_two_and_nothing_is_kept(run, sites, tmp_path):
    command = sites(COSNE)
    (tmp_path / "lieux.csv").write_bytes(f"{HEAD}\n{COSNE}\né;".encode("cp1252"))
    done = run(*command)
    assert done.exit_code == UNUSABLE and "lieux.csv, line 3: expected UTF-8" in done.output
    assert kept(tmp_path) == 0
    assert run("sites", "nowhere.csv", "--mission-locale", NEVERS).exit_code == UNUSABLE
    assert run("sites", "lieux.csv", "--mission-locale", "atlantis").exit_code == UNUSABLE
    assert run("territory", "lieux.csv").exit_code == UNUSABLE


def test_a_folder_of_tables_is_imported_and_what_changed_is_named(run, tmp_path):
    done = run("territory", str(TERRITORIES / NEVERS))
    assert done.exit_code == DONE and "coverage: 0 new, 0 changed, 126 unchanged" in done.output
    (tmp_path / "equipe.csv").write_text("nom;courriel;rôle\nNadia B.;nadia.belkacem@exemple.fr;médiatrice\n")
    done = run("staff", "equipe.csv", "--mission-locale", NEVERS)
    assert done.exit_code == DONE and "changed: equipe.csv, line 2: name" in done.output


def test_the_template_is_imported_at_once_and_brings_nothing(run):
    assert run("template", "vide.xlsx").exit_code == DONE
    done = run("territory", "vide.xlsx")
    assert done.exit_code == DONE and done.output.count("0 new, 0 changed, 0 unchanged, 0 refused") == 7
    for table in ("sites", "staff", "openings", "exceptions"):
        done = run(table, "vide.xlsx", "--mission-locale", NEVERS)
        assert done.exit_code == DONE and f"{table}: 0 new, 0 changed, 0 unchanged" in done.output


def test_the_template_is_filled_in_and_imported(run, tmp_path):
    run("template", "morvan.xlsx")
    book = load_workbook(tmp_path / "morvan.xlsx")
    lines = {
        "Mission locale": {"identifiant": "morvan", "nom": "Mission locale du Morvan"},
        "Lieux": {
            "identifiant": "cosne",
            "type": "siège",
            "nom": "Siège",
            "code postal": 58200,
            "commune": "Cosne-Cours-sur-Loire",
        },
        "Communes": {"code insee": 58086},
    }
    for title, line in lines.items():
        headings = [cell.value for cell in book[title][1]]
        for heading, value in line.items():
            book[title].cell(3, headings.index(heading) + 1, value)
    book.save(tmp_path / "morvan.xlsx")
    done = run("territory", "morvan.xlsx")
    assert done.exit_code == DONE and "sites: 1 new" in done.output and kept(tmp_path) == 1, done.output


def test_the_template_explains_each_column_and_offers_what_may_be_chosen(run, tmp_path):
    run("template", "vide.xlsx")
    book = load_workbook(tmp_path / "vide.xlsx")
    for sheet in book.worksheets:
        headings, notes = ([cell.value for cell in sheet[line]] for line in (1, 2))
        assert all(headings) and all(notes) and str(notes[0]).startswith("# "), sheet.title
    offered = {choice.formula1 for choice in book["Lieux"].data_validations.dataValidation}
    assert '"siège,antenne,permanence,itinérant,partenaire"' in offered
    assert '"sans rendez-vous,sur rendez-vous,les deux"' in offered


def test_a_template_never_overwrites_a_file(run, tmp_path):
    (tmp_path / "plein.xlsx").write_text("years of work")
    assert run("template", "plein.xlsx").exit_code == UNUSABLE
    assert (tmp_path / "plein.xlsx").read_text() == "years of work"
    assert run("template", "plein.ods").exit_code == UNUSABLE
