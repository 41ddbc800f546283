"""The journal shows whoever changed it: signatures, chain, end, checkpoints, and what the database itself refuses."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from pydantic import SecretStr
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlmodel import select

from backend.audit import verifying
from backend.audit.chain import seal_all, seal_some
from backend.audit.commands import record, saw
from backend.audit.models import Audit, AuditCheckpoint
from backend.audit.purging import purge_audit
from backend.audit.signing import SIGNET, Signet, signet_of
from backend.audit.verifying import Broken, still_holds, verify
from backend.settings import Settings
from bot import auditing
from tests.clock import MONDAY

UNGUARDED = {
    "sqlite": [
        f"DROP TRIGGER {name}"
        for name in ("audit_fixed", "audit_kept", "audit_checkpoint_fixed", "audit_head_fixed")
    ],
    "postgresql": [
        f"ALTER TABLE {name} DISABLE TRIGGER USER" for name in ("audit", "audit_checkpoint", "audit_head")
    ],
}
SHORTER = "UPDATE audit_head SET place = 3, seal = (SELECT seal FROM audit WHERE id = 3)"
"""What somebody can do who owns the database."""
FORGED = (
    "INSERT INTO audit (id, at, person_id, mission_locale_id, action, kind, subject, signature)"
    " SELECT 900, at, person_id, mission_locale_id, 'closed', kind, subject, signature FROM audit WHERE id = 1"
)


@pytest.fixture
def acts(db, script):
    """Five acts, sealed; the function makes more."""

    def more(count, action="claimed"):
        with db.transaction() as tx:
            for number in range(count):
                record(tx, script, 1, action, "handover", number)

    more(5)
    seal_all(db)
    return more


def verified(db):
    with db.reading() as tx:
        return verify(tx)


def done(db, *statements):
    with db.transaction() as tx:
        for one in statements:
            tx.connection().execute(text(one))


def owner(db, *statements):
    done(db, *UNGUARDED["sqlite" if db.is_sqlite else "postgresql"], *statements)


def test_what_was_written_is_sound_and_has_an_end(db, acts):
    acts(2)
    found = verified(db)
    assert (found.rows, found.unsealed, found.place, found.purged) == (5, 2, 5, 0)
    seal_all(db)
    assert verified(db).place == 7
    with db.reading() as tx:
        assert [row.place for row in tx.exec(select(Audit).order_by(Audit.id))] == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET person_id = 2 WHERE id = 3",
        "UPDATE audit SET place = NULL WHERE id = 3",
        "UPDATE audit SET seal = 'x' WHERE id = 3",
        "DELETE FROM audit WHERE id = 3",
        "UPDATE audit_head SET place = 3 WHERE id = 1",
        "DELETE FROM audit_head",
    ],
)
def test_the_database_refuses_to_change_or_delete(db, acts, statement):
    with pytest.raises(DBAPIError):
        done(db, statement)
    assert verified(db).rows == 5


def test_what_is_not_sealed_yet_cannot_be_deleted_or_changed_either(db, acts):
    acts(1)
    for statement in (
        "DELETE FROM audit WHERE place IS NULL",
        "UPDATE audit SET subject = 9, place = 6 WHERE id = 6",
    ):
        with pytest.raises(DBAPIError):
            done(db, statement)
    assert verified(db).unsealed == 1


def test_a_checkpoint_that_nobody_signed_lets_rows_go_and_is_named(db, acts):
    """Whoever may write to the database may pretend a purge: it is not signed."""
    done(
        db,
        "INSERT INTO audit_checkpoint (at, place, seal, rows, since, until, signature)"
        " SELECT at, place, seal, 3, at, at, signature FROM audit WHERE place = 3",
        "DELETE FROM audit WHERE place <= 3",
    )
    with pytest.raises(Broken, match="checkpoint 1"):
        verified(db)


@pytest.mark.parametrize(
    ("statements", "named"),
    [
        (["UPDATE audit SET person_id = 2 WHERE id = 3"], "row 3: it was changed"),
        (["UPDATE audit SET at = (SELECT at FROM audit WHERE id = 1), subject = 7 WHERE id = 4"], "row 4"),
        (["DELETE FROM audit WHERE id = 2"], "row 3: place 2 of the chain is missing"),
        (["DELETE FROM audit WHERE id = 5"], "ends at place 4, and was sealed until place 5"),
        (
            [
                "DELETE FROM audit WHERE id > 3",
                SHORTER,
            ],
            "the end of the chain was changed",
        ),
        (["UPDATE audit SET seal = (SELECT seal FROM audit WHERE id = 1) WHERE id = 2"], "row 2"),
        ([FORGED], "row 900: it was changed, or not written by Passerelle"),
    ],
)
def test_what_the_owner_of_the_database_does_is_named(db, acts, statements, named):
    owner(db, *statements)
    with pytest.raises(Broken, match=named):
        verified(db)


def test_a_forged_row_is_named_after_it_was_sealed_too(db, acts):
    done(db, FORGED)
    seal_all(db)
    with pytest.raises(Broken, match="row 900"):
        verified(db)


def test_purging_leaves_a_signed_checkpoint_and_the_rest_still_verifies(db, acts, script, clock):
    old_end = verified(db)
    clock.goes_on(days=400)
    acts(4)
    seal_all(db)
    year = clock.at - timedelta(days=365)
    with db.transaction() as tx:
        assert purge_audit(tx, year, clock.at, most=3) == 3
    with db.transaction() as tx:
        assert purge_audit(tx, year, clock.at, most=3) == 2
    with db.transaction() as tx:
        assert purge_audit(tx, year, clock.at) == 0
    found = verified(db)
    assert (found.rows, found.purged, found.place) == (4, 5, 9)
    with db.reading() as tx:
        kept = tx.exec(select(AuditCheckpoint).order_by(AuditCheckpoint.id)).all()
        assert [(one.place, one.rows) for one in kept] == [(3, 3), (5, 2)] and kept[1].seal == old_end.seal
        assert still_holds(tx, old_end.place, old_end.seal) and still_holds(tx, found.place, found.seal)
        assert not still_holds(tx, 8, found.seal)
    owner(db, "UPDATE audit_checkpoint SET rows = 2, place = 2 WHERE id = 1")
    with pytest.raises(Broken, match="checkpoint 1"):
        verified(db)


def test_a_secret_may_change_if_the_former_one_is_still_known(db, acts):
    after = replace(db, info={**db.info, SIGNET: Signet(b"the new one", [b"a secret of the tests"])})
    with after.transaction() as tx:
        tx.add(Audit(person_id=1, action="claimed", **signed_by(after)))
    seal_all(after)
    assert verified(after).rows == 6
    with pytest.raises(Broken, match="SECRET_KEYS_OLD"):
        verified(replace(db, info={SIGNET: Signet(b"the new one")}))


def signed_by(db):
    return {"at": MONDAY, "signature": db.info[SIGNET].sign(MONDAY, 1, 0, "claimed", "", 0)}


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_what_a_slow_transaction_commits_late_takes_a_later_place(db, script, acts):
    """Its id is lower than that of a row which is sealed already."""
    with db.transaction() as slow:
        record(slow, script, 1, "claimed", "handover", 6)
        acts(1, "closed")
        seal_all(db)
    seal_all(db)
    with db.reading() as tx:
        last = tx.exec(select(Audit).where(Audit.place > 5).order_by(Audit.place)).all()
    assert [row.action for row in last] == ["closed", "claimed"] and last[0].id > last[1].id
    assert verified(db).rows == 7


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_two_who_seal_at_once_make_one_chain(db, acts):
    acts(60)
    with ThreadPoolExecutor(3) as crowd:
        counts = list(crowd.map(lambda _: db.retrying(seal_some), range(3)))
    assert sorted(counts) == [0, 0, 60] and verified(db).rows == 65


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_two_who_purge_at_once_leave_one_checkpoint_for_each_row(db, acts, clock):
    """The clock, and somebody at the command line."""
    later = clock.at + timedelta(days=400)
    with db.transaction() as tx, ThreadPoolExecutor(1) as crowd:
        assert purge_audit(tx, later, later) == 5
        other = crowd.submit(db.retrying, lambda tx: purge_audit(tx, later, later))
        with pytest.raises(TimeoutError):
            other.result(timeout=0.5)
        tx.commit()
        assert other.result(timeout=10) == 0
    assert verified(db).purged == 5


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_what_is_sealed_while_it_is_verified_breaks_nothing(db, url, script, monkeypatch):
    settings = Settings(_env_file=None, secret_key=SecretStr("a secret of the tests, long enough"))
    ours, check = replace(db, info={SIGNET: signet_of(settings)}), verifying._check_end

    def acts():
        with ours.transaction() as tx:
            record(tx, script, 1, "claimed", "handover", 1)
        seal_all(ours)

    def late(tx, reader):
        acts()
        check(tx, reader)

    acts()
    monkeypatch.setattr(verifying, "_check_end", late)
    assert auditing.verified(url, settings).rows == 1


def test_a_reading_is_written_once_an_hour(db, script, clock):
    with db.transaction() as tx:
        for _ in range(3):
            saw(tx, script, 1, "read_thread", "handover", 4)
        saw(tx, script, 1, "read_thread", "handover", 5)
    clock.goes_on(hours=1)
    with db.transaction() as tx:
        saw(tx, script, 1, "read_thread", "handover", 4)
    with db.reading() as tx:
        assert [row.subject for row in tx.exec(select(Audit).order_by(Audit.id))] == [4, 5, 4]
