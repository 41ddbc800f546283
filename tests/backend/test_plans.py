"""However much has been said and done, nothing that the app asks reads a grown table from end to end."""

from __future__ import annotations

import asyncio
from functools import partial
from http import HTTPStatus
from itertools import islice

import pytest
from pydantic import SecretStr
from sqlalchemy import PrimaryKeyConstraint, UniqueConstraint, text
from sqlmodel import func, select

from backend.agenda.reminders import remind
from backend.clockwork import EVERY
from backend.console.app import pages
from backend.handover.models import Handover
from backend.live import Bell
from backend.models import Sender
from backend.retention import passage, small
from backend.settings import Settings
from backend.tables import metadata
from bot.receipts import Receipts
from bot.ticks import works
from tests.bench.growth_made import grow
from tests.clock import MONDAY
from tests.mediator import Mediator
from tests.plans import Asked, Listener, found_by, listening, read_whole
from tests.visits import addresses, answers, known, signed_in
from tests.youth import Youth, books

TALKS, PLACES = 4_000, 40
FEW = 200
"""Rows of a table that one statement may read: a mission locale has a hundred conversations here, all have 4,000."""
MANAGER = "helene.roussel@exemple.fr"
SMALL = {
    "as many as the country has, whoever writes": {
        *("mission_locale", "site", "site_exception", "coverage", "listed", "listed_coverage", "room"),
        *("motive", "partner", "partner_reach", "partner_service", "poster"),
    },
    "as many as there are staff": {
        *("person", "membership", "duty", "staff_chat", "staff_link", "sign_in", "canned", "opening"),
        *("opening_exception", "external_calendar", "feed", "absence", "account_link"),
    },
    "gone within minutes or a day": {"hold", "attachment", "erasure", "attempt"},
    "a handful": {"tick", "set_aside", "sender", "allowance", "audit_head"},
    "a row a day": {"purge"},
}
"""Tables that may be read whole, and why: they do not grow with those who write."""


@pytest.fixture
def everything(db, script, monkeypatch) -> Listener:
    """What is asked while a youth books, a human answers, the clock ticks, all pages are opened, all is erased."""
    grow(db, TALKS, PLACES)
    for room in (passage, small):  # of forty among a few thousand a database rather reads them all
        monkeypatch.setattr(room, "AT_ONCE", 4)
    settings = Settings(_env_file=None, secret_key=SecretStr("a secret of the tests, long enough"))
    with listening(db) as listener:
        youth = Youth(db, script, "42")
        books(youth)
        _relay(db, script, youth)
        done = {name: work() for name, work in works(db, script, settings).items() if name != "purge"}
        assert {*done, "purge"} == set(EVERY)
        _looks(db, script, settings)
        youth.writes("/supprimer")
        youth.taps("Oui")
        _purges(db, script, settings)
    return listener


def _purges(db, script, settings):
    """The first hundred young people, of whom most are to go; then all that hangs on nobody."""
    shorter = settings.model_copy(update={"keep_contact": 330, "keep_appointments": 100})
    old = passage.horizons(shorter, script.now())
    run = db.retrying(partial(passage._begin, settings, False, old.at))
    taken = list(islice(passage._steps(db, old, run, everybody=False), 25))
    assert {kind for step in taken for kind in step} >= {
        "unfinished",
        "contact",
        "words",
        "appointments",
        "calls",
    }, taken
    for work in (passage._small, passage._audit):
        db.retrying(partial(work, old, run))
    with db.reading() as tx:
        some = passage._next(tx, old, None, False, 4)
        passage.forecast(tx, [id_ for _, id_ in some], old)
        small.small(tx, old)


def _relay(db, script, youth):
    nadia = Mediator(db, script)
    youth.writes("/humain")
    with db.reading() as tx:
        called = tx.get_one(Handover, tx.exec(select(func.max(Handover.id))).one())
    nadia.claims(called)
    nadia.replies(called, "Bonjour")
    youth.writes("merci")
    receipts = Receipts(db, None, Bell())
    receipts.begin()
    asyncio.run(receipts.look())
    nadia.closes(called)
    youth.hears()


def _looks(db, script, settings):
    bell = Bell()
    bell.close()
    app = pages(settings, db, script, bell)
    token = signed_in(db, MANAGER, script.now)
    with db.reading() as tx:
        names = known(tx, MANAGER)
    statuses = answers(app, token, addresses(app, names))
    assert sum(status == HTTPStatus.OK for status in statuses.values()) > FEW // 4, statuses
    assert max(statuses.values()) < HTTPStatus.INTERNAL_SERVER_ERROR, statuses


def test_nothing_that_is_asked_reads_what_has_grown_from_end_to_end(db, everything):
    assert len(everything.asked) > FEW, "hardly anything was asked"
    assert _wrong(db, everything) == {}
    if db.is_sqlite:  # where nobody ever asks it to gather statistics, it has none
        with db.transaction() as tx:
            tx.execute(text("DELETE FROM sqlite_stat1"))
            tx.execute(text("ANALYZE sqlite_schema"))
        db.engine.dispose()
        assert _wrong(db, everything) == {}


def test_what_the_clock_and_receipts_look_at_is_found_by_its_moment(db, script):
    grow(db, 400)
    receipts = Receipts(db, None, Bell())
    receipts.begin()
    remind(db, script)
    with listening(db) as listener:
        remind(db, script)
        asyncio.run(receipts.look())
    found = [found_by(db, one) for one in listener.asked.values()]
    assert any("appointment_remind" in those for those in found)
    assert found.count({"conversation_read"}) == 2, "the latest moment, and who was read since"
    assert not [one.statement for one in listener.asked.values() if read_whole(db, one)["appointment"]]


def _wrong(db, listener):
    """The statements that read much of a table that grows: {statement: {table: rows}}."""
    small = set().union(*SMALL.values())
    assert small <= set(metadata.tables)
    found = {one.statement: read_whole(db, one) for one in listener.asked.values()}
    much = {s: {t: n for t, n in read.items() if t not in small and n > FEW} for s, read in found.items()}
    return {statement: read for statement, read in much.items() if read}


def test_it_is_seen_if_something_does(db):
    grow(db, 400)
    whole = Asked("SELECT * FROM line WHERE text = 'Bonjour'", ())
    alias = Asked("SELECT * FROM line AS l JOIN line AS m ON m.text = l.text", ())
    beside = Asked("SELECT * FROM sender LEFT JOIN line ON line.text = CAST(sender.since AS TEXT)", ())
    listed = Asked("SELECT * FROM sender AS s, line AS l WHERE l.text = CAST(s.since AS TEXT)", ())
    again = Asked("SELECT * FROM sender LEFT JOIN line ON line.text || '' = CAST(sender.since AS TEXT)", ())
    with db.transaction() as tx:
        tx.add(Sender(since=MONDAY))
    for asked in (whole, alias, beside, listed, again):
        assert read_whole(db, asked)["line"] > FEW
    one = Asked("SELECT * FROM line WHERE id = 3", ())
    assert read_whole(db, one)["line"] <= 1


def test_whatever_points_at_what_an_erasure_takes_is_found_by_index():
    """What a database looks up by itself, because of a foreign key, stands in no plan."""
    taken = {"youth"}
    while more := {t.name for t in metadata.tables.values() if _parents(t) & taken} - taken:
        taken |= more
    line = metadata.tables["line"]
    assert line.name in taken and not _is_found(line, line.c.person_id)
    keys = [(t, key) for t in metadata.tables.values() for key in t.foreign_keys]
    pointing = {(t.name, k.parent.name) for t, k in keys if k.column.table.name in taken}
    assert pointing == {(t.name, k.parent.name) for t, k in keys if _is_found(t, k.parent)} & pointing


def _parents(table):
    return {key.column.table.name for key in table.foreign_keys}


def _is_found(table, column):
    """By an index that begins with it, of all rows or of those that have it."""
    unique = [one for one in table.constraints if isinstance(one, UniqueConstraint | PrimaryKeyConstraint)]
    if any(one.columns[0] is column for one in unique):
        return True
    theirs = [index for index in table.indexes if index.columns[0] is column]
    parts = {str(index.dialect_kwargs.get("sqlite_where")) for index in theirs}
    return not parts.isdisjoint({"None", f"{column.name} IS NOT NULL"})


def test_whom_the_purge_looks_at_is_found_by_their_moment(db, script):
    """However many there are who are not due: they were all looked at a moment ago."""
    grow(db, 400)
    settings = Settings(_env_file=None)
    passage.purge(db, settings, script.now)
    with listening(db) as listener:
        assert passage.purge(db, settings, script.now) == {}
    found = [found_by(db, one) for one in listener.asked.values()]
    assert any("youth_review" in those for those in found)
    assert not [one.statement for one in listener.asked.values() if read_whole(db, one)["youth"]]
