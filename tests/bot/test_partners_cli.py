"""`passerelle import data-inclusion|dila` and `passerelle export data-inclusion`, as an operator calls them."""

from __future__ import annotations

import json

import pytest
from sqlmodel import func, select

from backend.db import connect
from backend.partners.models import Partner
from tests.backend.partners.rows import CAR, CCAS, GARAGE, HELP, json_file
from tests.bot.test_cli import run

__all__ = ["run"]


@pytest.fixture
def files(tmp_path):
    structures = json_file(tmp_path / "structures.json", [CCAS, GARAGE, {"id": "x"}])
    services = json_file(tmp_path / "services.json", [HELP, CAR])
    return ("--structures", str(structures), "--services", str(services))


def partners(tmp_path):
    db = connect(f"sqlite:///{tmp_path}/var/passerelle.db")
    with db.reading() as tx:
        found = tx.exec(select(func.count()).select_from(Partner)).one()
    db.close()
    return found


def test_an_import_says_what_it_did_and_a_dry_run_does_nothing(run, files, tmp_path):
    dry = run("import", "data-inclusion", *files, "--dry-run")
    assert dry.exit_code == 0, dry.output
    assert "structures: 2 would be new" in dry.output
    assert "refused: structures.json, row 3, source:" in dry.output
    assert partners(tmp_path) == 0
    assert "services: 2 new" in run("import", "data-inclusion", *files).output
    assert partners(tmp_path) == 2
    assert "structures: 0 new, 0 changed, 2 unchanged" in run("import", "data-inclusion", *files).output


def test_an_unknown_departement_stops_the_import(run, files):
    done = run("import", "data-inclusion", *files, "--departement", "58,99")
    assert done.exit_code == 2
    assert "got '99'" in done.output


def test_parquet_is_refused_with_the_way_to_convert_it(run, files, tmp_path):
    (tmp_path / "s.parquet").write_bytes(b"PAR1....")
    done = run("import", "data-inclusion", "--structures", str(tmp_path / "s.parquet"), *files[2:])
    assert done.exit_code == 2
    assert "duckdb" in done.output


def test_the_directory_of_public_services(run, tmp_path):
    file = tmp_path / "dila.json"
    cio = {"id": "1", "nom": "CIO", "pivot": [{"type_service_local": "cio"}], "code_insee_commune": "58194"}
    file.write_text(json.dumps({"service": [cio]}), encoding="utf-8")
    assert "organisations: 1 new" in run("import", "dila", str(file)).output


def test_sites_are_exported(run, tmp_path):
    out = ("--structures", str(tmp_path / "s.json"), "--services", str(tmp_path / "v.json"))
    done = run("export", "data-inclusion", *out, "--with-examples")
    assert done.exit_code == 0, done.output
    assert len(json.loads((tmp_path / "s.json").read_text(encoding="utf-8"))) >= 18
    first = (tmp_path / "s.json").read_bytes()
    run("export", "data-inclusion", *out, "--with-examples")
    assert (tmp_path / "s.json").read_bytes() == first
