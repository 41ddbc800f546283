"""The command line: clear words for the operator, in English, naming the setting."""

from __future__ import annotations

import socket

import pytest
from sqlmodel import select
from typer.testing import CliRunner

from backend.db import connect
from backend.people.models import Membership, Person
from bot.cli import app

PASSWORD = "Une-longue-phrase-2026"


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run the command in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()

    def call(*words, **settings):
        environment = {f"PASSERELLE_{name}": value for name, value in settings.items()}
        return runner.invoke(app, list(words), env=environment)

    return call


def test_a_wrong_setting_stops_every_command_with_its_name(run):
    for command in ("run", "serve", "bot", "upgrade"):
        done = run(command, PORT="eighty")
        assert done.exit_code == 2 and "PASSERELLE_PORT" in done.output, command


def test_an_unknown_territory_stops_the_start(run):
    done = run("run", TERRITORIES="atlantis")
    assert done.exit_code == 2 and "PASSERELLE_TERRITORIES: expected some of" in done.output


def test_a_home_team_that_is_not_there_stops_the_start(run):
    done = run("run", HOME_TEAM="atlantis")
    assert done.exit_code == 2 and "PASSERELLE_HOME_TEAM" in done.output


def test_a_database_that_cannot_be_opened_is_named(run):
    done = run("upgrade", DATABASE_URL="postgresql://nobody@127.0.0.1:1/none")
    assert done.exit_code == 2 and "PASSERELLE_DATABASE_URL" in done.output


def test_a_file_that_is_no_database_is_named_and_stays_as_it_is(run, tmp_path):
    file = tmp_path / "notes.txt"
    file.write_text("no database at all, " * 10)
    for words in (["upgrade"], ["simulate", "--database", f"sqlite:///{file}"]):
        done = run(*words, DATABASE_URL=f"sqlite:///{file}" if words == ["upgrade"] else "")
        assert done.exit_code == 2 and "cannot be opened" in done.output, words
    assert file.read_text() == "no database at all, " * 10


def test_a_database_of_a_later_version_is_named(run, tmp_path):
    url = f"sqlite:///{tmp_path}/later.db"
    with connect(url).engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32))")
        connection.exec_driver_sql("INSERT INTO alembic_version VALUES ('9999')")
    done = run("upgrade", DATABASE_URL=url)
    assert done.exit_code == 2 and "another version of Passerelle" in done.output


def test_a_port_in_use_is_named(run):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = run("serve", PORT=str(taken.getsockname()[1]))
    assert done.exit_code == 2 and "PASSERELLE_PORT" in done.output


def test_upgrading_makes_the_database(run, tmp_path):
    assert run("upgrade").exit_code == 0
    assert (tmp_path / "var/passerelle.db").exists()


def add(run, *more, email="zoe@exemple.fr", password=PASSWORD):
    return run("user", "add", email, "--name", "Zoé Martin", "--password", password, *more)


def test_someone_of_the_staff_is_added_with_their_roles(run, tmp_path):
    roles = ("--role", "mediator@nevers-sud-nivernais", "--role", "advisor@nevers-sud-nivernais/decize")
    assert add(run, *roles).exit_code == 0
    db = connect(f"sqlite:///{tmp_path}/var/passerelle.db")
    with db.reading() as tx:
        zoe = tx.exec(select(Person).where(Person.email == "zoe@exemple.fr")).one()
        held = tx.exec(select(Membership).where(Membership.person_id == zoe.id)).all()
    assert {m.role for m in held} == {"mediator", "advisor"} and sum(m.site_id is not None for m in held) == 1
    assert PASSWORD not in (zoe.password_hash or "")
    db.close()


@pytest.mark.parametrize(
    ("role", "password"),
    [
        ("king@nevers-sud-nivernais", PASSWORD),
        ("mediator@atlantis", PASSWORD),
        ("advisor@nevers-sud-nivernais/nowhere", PASSWORD),
        ("mediator", PASSWORD),
        ("mediator@nevers-sud-nivernais", "short"),
    ],
)
def test_a_wrong_account_is_refused_and_nothing_is_kept(run, tmp_path, role, password):
    assert add(run, "--role", role, password=password).exit_code == 2
    db = connect(f"sqlite:///{tmp_path}/var/passerelle.db")
    with db.reading() as tx:
        assert tx.exec(select(Person).where(Person.email == "zoe@exemple.fr")).first() is None
    db.close()


def test_the_same_e_mail_twice_is_refused(run):
    role = ("--role", "mediator@nevers-sud-nivernais")
    assert add(run, *role).exit_code == 0
    done = add(run, *role, email="ZOE@exemple.fr")
    assert done.exit_code == 2 and "already" in done.output


LIST = (
    "code_structure_milo,nom_officiel,nom_usuel,departement,commune_siege,codes_postaux,lat,lon\n"
    "29019S00,29-ML BREST,Mission locale du pays de Brest,29,Brest,29200,48.38,-4.49\n"
)


def test_the_national_list_is_imported_after_a_dry_run_that_changes_nothing(run, tmp_path):
    (tmp_path / "list.csv").write_text(LIST)
    for words, option in (("1 would be new", ["--dry-run"]), ("1 new", []), ("1 unchanged", [])):
        done = run("import", "missions-locales", "list.csv", *option)
        assert done.exit_code == 0 and words in done.output, done.output


def test_a_table_that_is_none_is_refused_with_its_line(run, tmp_path):
    (tmp_path / "list.csv").write_text("a;b\n")
    done = run("import", "coverage", "list.csv")
    assert done.exit_code == 2 and "list.csv, line 1: expected the columns" in done.output
    assert run("import", "coverage", "nowhere.csv").exit_code == 2


def test_a_database_is_moved_and_every_table_counted(run, tmp_path):
    assert add(run, "--role", "mediator@nevers-sud-nivernais").exit_code == 0
    there = "sqlite:///var/passerelle.db", "sqlite:///new.db"
    done = run("move-database", *there)
    assert done.exit_code == 0 and "rows arrived" in done.output and "person " in done.output
    again = run("move-database", *there)
    assert again.exit_code == 2 and "TO is not empty" in again.output
