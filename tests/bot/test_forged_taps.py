"""Buttons of others, buttons of long ago: whoever taps them changes nothing of anybody else, and nothing twice."""

from __future__ import annotations

from itertools import product

import pytest
from sqlmodel import SQLModel, select

from backend.agenda.models import LIVE, Appointment
from backend.models import Conversation, Line, SetAside
from backend.people.models import Youth as Person
from bot.ingest import handle
from tests.bot.posted import tapped, updates
from tests.youth import Youth, books

THEIRS, MINE = 42, 43


@pytest.fixture
def url(sqlite_url):
    """The engine makes no difference here."""
    return sqlite_url


def of(db, youth_id) -> list[str]:
    """What is kept of them, in rows."""
    with db.reading() as tx:
        found = [
            row
            for table in SQLModel.metadata.sorted_tables
            if "youth_id" in table.c and table.name != Conversation.__tablename__
            for row in tx.execute(table.select().where(table.c.youth_id == youth_id))
        ]
        return [repr(tx.get(Person, youth_id)), *map(repr, found)]


def offered(db, youth_id) -> list[str]:
    """The data of every button that they were ever shown."""
    with db.reading() as tx:
        shown = tx.exec(select(Line.buttons).join(Conversation).where(Conversation.youth_id == youth_id))
        return [button["data"] for rows in shown for row in rows for button in row if "data" in button]


def ids(db) -> list[int]:
    with db.reading() as tx:
        return [row.youth_id for row in tx.exec(select(Conversation).order_by(Conversation.id))]


def test_the_buttons_of_another_chat_change_nothing_of_theirs(db, script):
    theirs, mine = Youth(db, script, str(THEIRS)), Youth(db, script, str(MINE))
    books(theirs)
    theirs.writes("/rdv")
    mine.starts()
    them, _ = ids(db)
    buttons, before = offered(db, them), of(db, them)
    assert len(buttons) > 15 and any("cancel" in data for data in buttons)
    taps = [tapped(number, data, MINE) for number, data in enumerate(buttons, 1)]
    for number in range(0, len(taps), 5):
        handle(db, script, 99, updates(*taps[number : number + 5]))
    assert of(db, them) == before
    with db.reading() as tx:
        assert tx.exec(select(SetAside)).all() == []


def test_the_buttons_of_long_ago_book_nothing_twice(db, script):
    theirs = Youth(db, script, str(THEIRS))
    books(theirs)
    (them,) = ids(db)
    buttons = [data for data in offered(db, them) if "cancel" not in data]
    for number, data in enumerate(buttons * 2, 1):
        handle(db, script, 99, updates(tapped(number, data, THEIRS)))
    with db.reading() as tx:
        live = tx.exec(select(Appointment).where(Appointment.status.in_(LIVE))).all()
        assert len(live) == 1 and tx.exec(select(SetAside)).all() == []


def test_a_made_up_number_behind_a_button_leads_to_nobody(db, script):
    books(Youth(db, script, str(THEIRS)))
    (them,) = ids(db)
    before = of(db, them)
    stories = sorted(
        {data.rpartition(":")[0] for data in offered(db, them)} | {"followup:came", "rate:stars"}
    )
    numbers = ("1", "0", "-1", "999999", "9" * 18, "1.1.p", "' OR 1=1", "\u0661", "")
    taps = [tapped(n, f"{s}:{x}", MINE) for n, (s, x) in enumerate(product(stories, numbers), 1)]
    handle(db, script, 99, updates(*taps))
    assert of(db, them) == before
    with db.reading() as tx:
        assert tx.exec(select(SetAside)).all() == []
