"""An act and its trace are one transaction: both, or neither, and once however often the database asks for it again."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from sqlalchemy.exc import OperationalError
from sqlmodel import select

from backend.audit.commands import changes_nothing, is_about, record
from backend.audit.models import Audit
from backend.console.witness import Deed, Witness, _deed, witnessed
from backend.models import Seen


@pytest.fixture
def pages(db, script):
    """The database as the pages have it, while somebody sends the form that closes a site."""
    state = {"visitor": SimpleNamespace(staff=SimpleNamespace(id=8)), "fields": {"home": "2"}}
    scope = {"method": "POST", "path_params": {"site_id": "1"}, "state": state}
    token = _deed.set(Deed({**scope, "route": SimpleNamespace(path="/lieux/{site_id}/fermer")}))
    yield witnessed(db, script)
    _deed.reset(token)


def journal(db):
    with db.reading() as tx:
        return [(row.action, row.kind, row.subject, row.mission_locale_id) for row in tx.exec(select(Audit))]


def seen(db):
    with db.reading() as tx:
        return tx.get(Seen, "act") is not None


def test_both_happen_or_neither(db, pages):
    with pytest.raises(ValueError), pages.transaction() as tx:
        tx.add(Seen(key="act"))
        tx.flush()
        raise ValueError
    assert (seen(db), journal(db)) == (False, [])
    with pages.transaction() as tx:
        tx.add(Seen(key="act"))
    with pages.transaction():
        pass
    assert (seen(db), journal(db)) == (True, [("site_closed", "site", 1, 1)])


def test_what_the_database_asks_for_again_is_written_once(db, pages):
    tries = []

    def work(tx):
        tx.add(Seen(key="act"))
        tx.flush()
        tries.append(1)
        if len(tries) == 1:
            lost = Exception()
            lost.sqlstate = "40001"
            raise OperationalError("", {}, lost)

    pages.retrying(work)
    assert len(tries) == 2 and seen(db) and len(journal(db)) == 1


def test_what_only_looks_leaves_nothing_and_what_knows_better_says_so(db, pages, script):
    with pages.transaction() as tx:
        changes_nothing(tx)
    assert journal(db) == []
    with pages.transaction() as tx:
        record(tx, script, 8, "took_over", "mission_locale", 2)
    assert journal(db) == [("took_over", "mission_locale", 2, 2)]
    with pages.transaction() as tx:
        is_about(tx, "mission_locale", 2)
    assert journal(db)[1:] == [("site_closed", "mission_locale", 2, 2)]


def test_nobody_else_s_transaction_is_witnessed(db, script):
    with witnessed(db, script).transaction() as tx:
        tx.add(Seen(key="act"))
    assert seen(db) and journal(db) == []


def test_a_reading_that_stands_there_already_is_no_act(db, pages, script):
    """A form that is shown again did nothing, though another process wrote its reading down."""
    shown = Witness(None, SimpleNamespace(db=pages, script=script))
    for _ in range(2):
        shown._write((8, "read_stranded", "site", 1))
    assert journal(db) == [("read_stranded", "site", 1, 1)]
