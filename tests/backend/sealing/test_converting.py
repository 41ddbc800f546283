"""Words are sealed, sealed anew and opened while the product runs, and whoever is killed meanwhile has lost nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import select

from backend import moving
from backend.attachments.sealing import VAULT, Vault
from backend.db import connect
from backend.models import Line
from backend.sealing import converting
from backend.sealing.columns import sealed_columns
from backend.sealing.converting import CLEAR, Held, census, rotate, seal, unseal
from backend.sealing.keys import begin_sealing
from backend.sealing.models import SealingKey
from backend.sealing.ring import KeyUnknown, Ring, key_of
from backend.tables import metadata
from tests.backend.people.whole_life import SECRET, everything, full_life, stolen
from tests.conftest import _create as create_database
from tests.conftest import _named as named
from tests.conftest import numbers
from tests.youth import Youth, reaches_proposals

KEY, NEW = "k" * 32, "n" * 32
LOOKS = 1000
"""Until a youth takes silence for an answer."""
SEALS, READS, NEW_SEALS = Ring([KEY], seals=True), Ring([KEY], seals=False), Ring([NEW, KEY], seals=True)
INFO = {VAULT: Vault(b"a key of the tests")}


def quiet(_table, _rows):
    pass


@pytest.fixture
def at(url):
    """The database, opened by somebody with these keys."""
    opened = []

    def with_keys(ring):
        db = replace(connect(url, ring), info=INFO)
        opened.append(db)
        if ring:
            with db.transaction() as tx:
                begin_sealing(tx, ring)
        return db

    yield with_keys
    for db in opened:
        db.close()


def keys_kept(db):
    with db.reading() as tx:
        return set(tx.exec(select(SealingKey.name)).all())


def test_a_life_in_clear_is_sealed_sealed_anew_and_opened_and_always_reads_the_same(at, url, script):
    full_life(Youth(at(None), script, "42", name="Zéphirine"), at(None), script)
    before = words(at(None))
    sealed = seal(at(SEALS), SEALS, quiet)
    assert {table for table, rows in sealed.items() if rows} >= {
        "line",
        "youth",
        "note",
        "rating",
        "conversation",
    }
    assert words(at(SEALS)) == before == words(at(READS))
    assert SECRET in everything(at(SEALS)) and SECRET not in stolen(at(None))
    assert set(census(at(SEALS), SEALS)) == {key_of(KEY).name}
    assert rotate(at(NEW_SEALS), NEW_SEALS, quiet) == sealed
    only_new = Ring([NEW], seals=True)
    assert words(at(only_new)) == before and keys_kept(at(None)) == {key_of(NEW).name}
    assert rotate(at(only_new), only_new, quiet).total() == 0, "twice is as once"
    opens = Ring([NEW], seals=False)
    assert unseal(at(opens), opens, quiet) == sealed
    assert words(at(None)) == before and keys_kept(at(None)) == set()
    assert set(census(at(None), None)) == {CLEAR}


def words(db):
    """All that may be sealed, as it reads."""
    with db.reading() as tx:
        return {
            table.name: tx.execute(select(*table.primary_key, *columns).order_by(*table.primary_key)).all()
            for table, columns in sealed_columns(metadata).items()
        }


def test_no_byte_of_the_file_holds_a_word_any_more_once_all_is_sealed(sqlite_url, tmp_path, script):
    plain = replace(connect(sqlite_url), info=INFO)
    full_life(Youth(plain, script, "42", name="Zéphirine"), plain, script)
    plain.close()
    assert SECRET.encode() in _bytes(tmp_path)
    db = connect(sqlite_url, SEALS)
    seal(db, SEALS, quiet)
    db.close()
    found = _bytes(tmp_path)
    assert not [w for w in (SECRET, "Zéphirine", "Z\\u00e9phirine", "0612345678") if w.encode() in found]


def _bytes(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.iterdir()))


def test_a_rotation_goes_on_while_people_write_and_nothing_of_theirs_is_lost(at, script, monkeypatch):
    """Even to a process that was not started again yet, and still seals with the former key."""
    monkeypatch.setattr(converting, "BATCH", 3)
    reaches_proposals(Youth(at(SEALS), script, "41"))
    with ThreadPoolExecutor(1) as beside:
        talking = beside.submit(_talks, at(Ring([KEY, NEW], seals=True)), script)
        changed = rotate(at(NEW_SEALS), NEW_SEALS, quiet)
        said = talking.result()
    rotate(at(NEW_SEALS), NEW_SEALS, quiet)
    assert changed["line"] > 0
    with at(Ring([NEW], seals=True)).reading() as tx:
        heard = tx.exec(select(Line.text).where(Line.author == "youth")).all()
    assert set(said) <= set(heard) and set(census(at(NEW_SEALS), NEW_SEALS)) == {key_of(NEW).name}


class Patient(Youth):
    """Who looks again: a line that is just being sealed anew leaves a moment later."""

    def hears(self):
        return next((heard for _ in range(LOOKS) if (heard := super(Patient, self).hears())), [])


def _talks(db, script):
    lou = Patient(db, script, "42")
    reaches_proposals(lou)
    said = [f"encore {n}" for n in range(5)]
    for words_ in said:
        lou.writes(words_)
    return said


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_a_row_that_somebody_holds_is_left_for_the_next_pass_and_named_if_they_never_let_go(
    at, script, monkeypatch
):
    Youth(at(None), script, "41").writes("bonjour")
    monkeypatch.setattr(converting, "PATIENT", 0)
    monkeypatch.setattr(converting, "PAUSE", 0)
    with at(None).transaction() as holding:
        holding.execute(text("SELECT id FROM youth FOR UPDATE"))
        holding.execute(text("SELECT id FROM line FOR UPDATE"))
        holding.execute(text("SELECT id FROM conversation FOR UPDATE"))
        with pytest.raises(Held, match=r"\d+ rows are held by others"):
            seal(at(SEALS), SEALS, quiet)
    assert seal(at(SEALS), SEALS, quiet).total() > 0


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_what_another_process_seals_with_a_newer_key_is_never_sealed_twice(at, script):
    db, newer = at(SEALS), at(Ring([NEW], seals=True))
    Youth(newer, script, "41", name="Zéphirine").writes("/humain")
    before = words(newer)
    assert "Zéphirine" in str(before)
    with pytest.raises(KeyUnknown, match="PASSERELLE_ENCRYPTION_KEYS_OLD"):
        seal(db, SEALS, quiet)
    assert words(newer) == before


KILLED = """
import os, signal, sys
from backend.db import connect
from backend.sealing import converting
from backend.sealing.ring import Ring
converting.BATCH = 2
ring, batches = Ring([sys.argv[2], sys.argv[3]], seals=True), []
def dies(table, rows):
    batches.append(rows)
    if len(batches) == 4:
        os.kill(os.getpid(), signal.SIGKILL)
converting.rotate(connect(sys.argv[1], ring), ring, dies)
"""


def test_a_kill_in_the_middle_leaves_whole_rows_and_the_next_run_does_what_is_left(at, url, script):
    reaches_proposals(Youth(at(SEALS), script, "41"))
    before = words(at(SEALS))
    at(NEW_SEALS)
    root = Path(converting.__file__).parent.parent.parent
    done = subprocess.run(
        [sys.executable, "-c", KILLED, url, NEW, KEY], cwd=root, env=dict(os.environ), check=False
    )
    assert done.returncode == -signal.SIGKILL
    half = census(at(NEW_SEALS), NEW_SEALS)
    assert set(half) == {key_of(KEY).name, key_of(NEW).name}, "some are done and some are not"
    assert keys_kept(at(None)) == set(half), "both keys are still needed"
    assert words(at(NEW_SEALS)) == before
    rotate(at(NEW_SEALS), NEW_SEALS, quiet)
    assert words(at(Ring([NEW], seals=True))) == before


def test_sealed_words_move_to_the_other_engine_without_any_key(sqlite_url, postgres, script):
    db = replace(connect(sqlite_url, SEALS), info=INFO)
    with db.transaction() as tx:
        begin_sealing(tx, SEALS)
    reaches_proposals(Youth(db, script, "41"))
    before = words(db)
    db.close()
    create_database(postgres, name := f"moved_{next(numbers)}", "template1")
    moved = Counter(
        {one.name: one.tally.rows for one in moving.move(sqlite_url, named(postgres, name), quiet)}
    )
    there = connect(named(postgres, name), SEALS)
    assert words(there) == before and moved["sealing_key"] == 1
    assert set(census(there, SEALS)) == {key_of(KEY).name}
    there.close()
