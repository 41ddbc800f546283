"""A start with the wrong key, or without one, is refused by name, and leaves every row as it was."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import text
from typer.testing import CliRunner

from backend.attachments.sealing import VAULT, Vault
from backend.db import connect
from backend.entrance.models import SecondFactor
from backend.sealing.models import SealingKey
from backend.sealing.ring import Ring, key_of
from bot.cli import app
from tests.backend.people.whole_life import stolen
from tests.youth import Youth

KEY, NEW = "k" * 32, "n" * 32
FIRST = {"ENCRYPT": "1", "ENCRYPTION_KEY": KEY}
AFTER = {"ENCRYPT": "1", "ENCRYPTION_KEY": NEW, "ENCRYPTION_KEYS_OLD": KEY}


@pytest.fixture
def run(tmp_path, monkeypatch, sqlite_url):
    """Run a command on a database of its own."""
    monkeypatch.chdir(tmp_path)

    def call(*words, **settings):
        asked = {"DATABASE_URL": sqlite_url, "SECRET_KEY": "s" * 32, **settings}
        done = CliRunner().invoke(app, list(words), env={f"PASSERELLE_{k}": v for k, v in asked.items()})
        return done.exit_code, done.output

    return call


@pytest.fixture
def kept(sqlite_url, script):
    """What somebody without a key reads there, after a talk."""
    plain = replace(connect(sqlite_url), info={VAULT: Vault(KEY.encode())})
    Youth(plain, script, "42").writes("bonjour")
    yield lambda: stolen(plain)
    plain.close()


def test_words_are_sealed_sealed_anew_and_opened_by_command_with_counts(run, kept):
    assert "in clear" in run("encryption", "status")[1] and "bonjour" in kept()
    code, said = run("encryption", "seal", **FIRST)
    assert code == 0 and "rows sealed; all were read again" in said and "bonjour" not in kept()
    code, said = run("encryption", "status", **FIRST)
    assert code == 0 and f"{key_of(KEY).name} " in said and "(now)" in said and "in clear" not in said
    code, said = run("encryption", "rotate", **AFTER)
    assert code == 0 and "rows sealed anew" in said
    code, said = run("encryption", "open", ENCRYPT="0", ENCRYPTION_KEY=NEW)
    assert code == 0 and "rows in clear again" in said and "bonjour" in kept()
    assert "in clear" in run("encryption", "status")[1]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (
            {"ENCRYPT": "1", "ENCRYPTION_KEY": NEW},
            "nor among PASSERELLE_ENCRYPTION_KEYS_OLD; expected that key",
        ),
        ({"ENCRYPTION_KEY": NEW}, "PASSERELLE_ENCRYPTION_KEY: words in the database are sealed with the key"),
        ({"ENCRYPT": "0"}, "PASSERELLE_ENCRYPTION_KEY: words in the database are sealed with the key"),
        ({"ENCRYPTION_KEY": KEY}, "PASSERELLE_ENCRYPT is not set, and words in the database are sealed"),
        ({"ENCRYPT": "1"}, "PASSERELLE_ENCRYPTION_KEY must be set when PASSERELLE_ENCRYPT=1"),
        ({**AFTER, "ENCRYPTION_KEYS_OLD": "short"}, "PASSERELLE_ENCRYPTION_KEYS_OLD: expected keys of 32"),
    ],
)
def test_a_wrong_or_lost_key_stops_every_start_with_its_name_and_rows_stay_as_they_are(
    run, kept, settings, expected
):
    run("encryption", "seal", **FIRST)
    before = kept()
    for words in (["serve"], ["bot"], ["run"], ["encryption", "rotate"], ["encryption", "status"]):
        code, said = run(*words, **settings)
        assert code == 2 and expected in said, words
        assert KEY not in said and NEW not in said
    assert kept() == before


def test_a_key_that_is_lost_while_another_seals_is_named(run, kept):
    run("encryption", "seal", **FIRST)
    run("encryption", "status", **AFTER)
    code, said = run("serve", ENCRYPT="1", ENCRYPTION_KEY=NEW)
    assert code == 2 and f"the key {key_of(KEY).name}" in said and "Nothing was changed" in said


def test_a_damaged_probe_is_told_from_a_wrong_key(run, kept, sqlite_url):
    run("encryption", "seal", **FIRST)
    with (db := connect(sqlite_url)).transaction() as tx:
        tx.execute(text("UPDATE sealing_key SET probe = substr(probe, 1, length(probe) - 4) || 'AAAA'"))
    db.close()
    code, said = run("serve", **FIRST)
    assert code == 2 and "damaged: restore the database from a copy" in said


@pytest.mark.parametrize(
    ("command", "settings", "expected"),
    [
        ("seal", {"ENCRYPTION_KEY": KEY}, "PASSERELLE_ENCRYPT: expected 1"),
        ("seal", {"ENCRYPTION_KEY": KEY, "ENCRYPT": "0"}, "PASSERELLE_ENCRYPT: expected 1"),
        ("open", FIRST, "PASSERELLE_ENCRYPT: expected 0"),
        ("open", {"ENCRYPT": "0"}, "PASSERELLE_ENCRYPTION_KEYS_OLD: expected the keys"),
    ],
)
def test_a_command_that_the_product_would_work_against_is_refused(run, kept, command, settings, expected):
    before = kept()
    code, said = run("encryption", command, **settings)
    assert code == 2 and expected in said
    assert kept() == before


def test_a_new_key_seals_second_factors_anew_even_where_words_are_in_clear(run, kept, sqlite_url):
    db = replace(connect(sqlite_url), info={VAULT: Vault(KEY.encode())})
    with db.transaction() as tx:
        sealed = tx.info[VAULT].seal(b"of the telephone")
        tx.add(SecondFactor(person_id=1, secret=sealed, step=0))
    code, said = run("encryption", "rotate", ENCRYPTION_KEY=NEW, ENCRYPTION_KEYS_OLD=KEY)
    assert code == 0 and "1 second factors sealed anew" in said
    with db.reading() as tx:
        assert Vault(NEW.encode()).open(tx.get_one(SecondFactor, 1).secret) == b"of the telephone"
    db.close()


def test_whoever_starts_with_a_key_is_known_by_its_name_and_never_by_the_key(run, kept, sqlite_url):
    run("encryption", "status", **FIRST)
    with (db := connect(sqlite_url, Ring([KEY], seals=True))).reading() as tx:
        row = tx.get_one(SealingKey, key_of(KEY).name)
        assert KEY not in row.probe and "passerelle" not in row.probe
        assert KEY not in repr(key_of(KEY))
    db.close()
