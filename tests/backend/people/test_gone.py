"""Who is erased stays erased: also in a database that is restored from a back-up made before."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest
from sqlmodel import select
from typer.testing import CliRunner

from backend.attachments.sealing import VAULT, Vault
from backend.db import connect
from backend.models import Conversation
from backend.people import gone
from backend.people.gone import NoJournal, append, read_journals, write_journal
from backend.people.joining import new_link
from backend.people.models import Erasure
from backend.people.models import Youth as YouthRow
from backend.people.restoring import erase_again, to_erase
from bot.cli import app
from tests.youth import Youth, books


@pytest.fixture(params=["sqlite_url"])
def url(request):
    """A mark and a journal hang on no engine; the one test that is about the other says so."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def journal(tmp_path):
    return tmp_path / "var" / "passerelle.erasures"


def backed_up(db, tmp_path):
    """What `sqlite3 … .backup` makes."""
    gone.wipe_log(db)
    return shutil.copy(tmp_path / "test.db", tmp_path / "backup.db")


def restored(path):
    return replace(connect(f"sqlite:///{path}"), info={VAULT: Vault(b"a key of the tests")})


def addresses(db):
    with db.reading() as tx:
        return sorted(tx.exec(select(Conversation.address)))


def test_who_was_erased_after_a_back_up_is_erased_again_once_it_is_restored(db, script, tmp_path, journal):
    lou, sam = Youth(db, script, "1"), Youth(db, script, "2", name="Sam")
    books(lou)
    books(sam)
    copy = backed_up(db, tmp_path)
    lou.writes("/supprimer")
    assert write_journal(db, journal) == 1
    back = restored(copy)
    assert addresses(back) == ["1", "2"], "the back-up holds who was erased since"
    known = read_journals([journal])
    assert [erase_again(back, known), erase_again(back, known)] == [1, 0]
    assert addresses(back) == ["2"]
    back.close()


def test_a_number_that_is_given_again_after_a_restore_erases_nobody_else(
    db, script, tmp_path, journal, clock
):
    copy = backed_up(db, tmp_path)
    lou = Youth(db, script, "1")
    lou.starts()
    lou.writes("/supprimer")
    write_journal(db, journal)
    back = restored(copy)
    clock.goes_on(days=1)
    Youth(back, script, "2").starts()
    with back.reading() as tx:
        assert tx.exec(select(YouthRow.id)).one() == 1, "the number of who was erased"
    assert to_erase(back, read_journals([journal])) == []
    back.close()


def test_who_had_joined_from_the_counter_and_was_erased_is_erased_under_both_numbers(
    db, script, tmp_path, journal, clock
):
    with db.transaction() as tx:
        tx.add(YouthRow(first_name="Lou", created_at=clock()))
    with db.transaction() as tx:
        payload = new_link(tx, 1, clock())
    lou = Youth(db, script, "1")
    lou.starts()
    copy = backed_up(db, tmp_path)
    lou.writes(f"/start {payload}")
    write_journal(db, journal)
    back = restored(copy)
    assert to_erase(back, read_journals([journal])) == [], "becoming one is no erasure"
    lou.writes("/supprimer")
    write_journal(db, journal)
    assert to_erase(back, read_journals([journal])) == [1, 2]
    back.close()


def test_killed_before_the_mark_is_dropped_it_stands_twice_and_none_is_lost(db, script, journal, monkeypatch):
    lou = Youth(db, script, "1")
    lou.starts()
    lou.writes("/supprimer")
    with monkeypatch.context() as killed:
        killed.setattr(gone, "wipe_log", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            write_journal(db, journal)
    assert [write_journal(db, journal), write_journal(db, journal)] == [1, 0]
    assert len(journal.read_text().splitlines()) == 2
    assert len(read_journals([journal]).erased) == 1


def test_while_somebody_reads_what_was_erased_the_log_waits_and_so_does_the_mark(
    db, script, journal, tmp_path
):
    lou = Youth(db, script, "1")
    lou.starts()
    lou.writes("xyzzy")
    with db.reading() as reader:
        reader.exec(select(Conversation)).all()
        lou.writes("/supprimer")
        assert write_journal(db, journal) == 0
        assert b"xyzzy" in (tmp_path / "test.db-wal").read_bytes()
    assert write_journal(db, journal) == 1
    assert b"xyzzy" not in b"".join(file.read_bytes() for file in tmp_path.glob("test.db*"))


def test_a_line_that_a_power_cut_left_half_written_hides_no_other(journal):
    mark = "0123456789abcdef" * 2
    append(journal, [f"2026-11-23T08:00:00Z erased {mark}"])
    with journal.open("a") as torn:
        torn.write("2026-11-23T08:00:01Z erased 0123")
    append(journal, [f"2026-11-23T08:00:02Z joined {mark[::-1]} {mark}"])
    known = read_journals([journal])
    assert known.erased == {mark}
    assert known.knows(mark[::-1])
    assert not known.knows("f" * 32)
    assert journal.stat().st_mode & 0o077 == 0, "nobody else reads it"


def test_two_who_became_one_in_a_circle_are_nobody(journal):
    append(journal, [f"t joined {'a' * 32} {'b' * 32}", f"t joined {'b' * 32} {'a' * 32}"])
    assert not read_journals([journal]).knows("a" * 32)


def test_without_its_journal_nothing_is_said_to_be_erased(tmp_path, monkeypatch):
    with pytest.raises(NoJournal, match="nowhere"):
        read_journals([tmp_path / "nowhere"])
    monkeypatch.setenv("PASSERELLE_DATABASE_URL", f"sqlite:///{tmp_path}/none.db")
    done = CliRunner().invoke(app, ["erasures", "apply"])
    assert done.exit_code == 2
    assert "PASSERELLE_ERASURES" in done.stderr
    assert not (tmp_path / "none.db").exists(), "it is asked for before anything is opened"


def test_the_command_counts_first_and_then_erases(db, script, tmp_path, journal, monkeypatch):
    lou = Youth(db, script, "1")
    lou.starts()
    copy = backed_up(db, tmp_path)
    lou.writes("/supprimer")
    write_journal(db, journal)
    monkeypatch.setenv("PASSERELLE_DATABASE_URL", f"sqlite:///{copy}")
    counted = CliRunner().invoke(app, ["erasures", "apply", "--dry-run", str(journal)])
    assert "1 would be erased again" in counted.stdout
    erased = CliRunner().invoke(app, ["erasures", "apply", str(journal)])
    assert "1 were erased again, 0 are left" in erased.stdout


@pytest.mark.parametrize("url", ["postgres_url"], indirect=True)
def test_a_mark_is_the_same_on_postgresql(url, db, script, journal):
    lou = Youth(db, script, "1")
    lou.starts()
    with db.reading() as tx:
        youth = tx.exec(select(YouthRow)).one()
    lou.writes("/supprimer")
    write_journal(db, journal)
    with db.reading() as tx:
        assert tx.exec(select(Erasure)).all() == []
    assert read_journals([journal]).erased == {gone.mark_of(youth.id, youth.created_at)}
