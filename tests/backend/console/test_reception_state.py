"""The state page says whether what people write comes in; if not, since when and why, and what was set aside."""

from __future__ import annotations

import pytest

from backend.models import SetAside
from backend.reception import REASONS, Waiting, remember
from bot.ticks import sweep
from tests.bot.ailing import read_only


@pytest.fixture
def helene(browse):
    return browse().enters_as("Hélène")


def aside(db, clock, *kinds):
    with db.transaction() as tx:
        for number, kind in enumerate(kinds):
            tx.add(SetAside(key=f"telegram:99:{clock.at:%d%H}{number}", at=clock.at, error=kind))


def test_where_all_comes_in_nothing_is_warned_of(helene):
    helene.opens("/etat")
    assert "attend chez Telegram" not in helene.words
    assert "<dt>Messages reçus mis de côté depuis un mois</dt> <dd>aucun" in " ".join(helene.words.split())


def test_what_was_set_aside_is_counted_by_kind_for_a_month(browse, db, clock, script):
    aside(db, clock, "ValueError")
    clock.goes_on(days=20)
    aside(db, clock, "unreadable", "unreadable")
    helene = browse().enters_as("Hélène")
    helene.opens("/etat")
    assert "2 illisibles (le dernier" in helene.words and "), 1 ValueError</dd>" in helene.words
    clock.goes_on(days=15)
    sweep(db, script)
    helene = browse().enters_as("Hélène")
    helene.opens("/etat")
    assert "2 illisibles" in helene.words and "ValueError" not in helene.words
    with db.reading() as tx:
        assert len(tx.exec(SetAside.__table__.select()).all()) == 2


def test_this_process_knows_why_updates_wait(helene, rooms, clock):
    for reason in REASONS:
        rooms.reception.flows()
        rooms.reception.waits(reason, clock.at)
        clock.goes_on(minutes=12)
        helene.opens("/etat")
        assert "Ce que les jeunes écrivent attend chez Telegram depuis 12 min :" in helene.words, reason


def test_the_pages_of_another_process_read_it_in_the_database(helene, db, clock):
    with db.transaction() as tx:
        remember(tx, Waiting("refused", clock.at))
    helene.opens("/etat")
    assert "Telegram refuse le jeton du bot (PASSERELLE_TELEGRAM_TOKEN)" in helene.words
    with db.transaction() as tx:
        remember(tx, None)
    helene.opens("/etat")
    assert "attend chez Telegram" not in helene.words


def test_a_database_that_may_not_be_written_to_still_says_so_on_the_page(helene, rooms, db, clock):
    rooms.reception.waits("read-only", clock.at)
    with read_only(db):
        helene.opens("/etat")
    assert "la base de données refuse d'être écrite" in helene.words


def test_a_reason_that_changes_keeps_its_beginning_and_each_is_told_once(rooms, clock, caplog):
    told = [rooms.reception.waits(why, clock.at) for why in ("telegram", "telegram", "full", "full")]
    assert told == [True, False, True, False] and rooms.reception.waiting == Waiting("full", clock.at)
    assert [rooms.reception.flows(), rooms.reception.flows()] == [True, False]
    assert [one.levelname for one in caplog.records] == ["WARNING", "ERROR", "WARNING"]
