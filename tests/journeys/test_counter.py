"""Booked at the counter, joined on Telegram, reminded there; an opening that changes meanwhile. On both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from sqlmodel import col, select

from backend.agenda.callers import Caller
from backend.agenda.counter import book_at_counter, free_for
from backend.agenda.decisions import ListChanged
from backend.agenda.models import Appointment, Busy, Motive, Opening
from backend.agenda.opening_changes import carry_out, stranded_by
from backend.agenda.opening_store import put, remove
from backend.agenda.reminders import remind
from backend.agenda.series import book_series, cancel_following, plan
from backend.people.accounts import Staff, staff_of
from backend.people.erasure import erase
from backend.people.joining import new_link
from backend.people.models import Person
from backend.people.models import Youth as YouthRow
from backend.places.models import MissionLocale
from tests.conftest import NEVERS
from tests.youth import Youth, books

EVENING_BEFORE = datetime(2026, 11, 23, 18, 5, tzinfo=UTC)
TUESDAY = datetime(2026, 11, 24, tzinfo=UTC).date()


@pytest.fixture
def desk(db) -> Staff:
    """The front desk of Nevers."""
    with db.reading() as tx:
        return staff_of(tx, next(p for p in tx.exec(select(Person)) if p.first_name == "Inès"))


@pytest.fixture
def caller(db) -> Caller:
    with db.reading() as tx:
        home = tx.exec(select(MissionLocale.id).where(MissionLocale.slug == NEVERS)).one()
        mine = select(Motive).where(Motive.mission_locale_id == home, Motive.slug == "emploi")
        motive = tx.exec(mine).one()
    return Caller(home, "Zed", "from_18", motive, "place", ("emploi",), "0612345678", "58134", "Imphy")


@pytest.fixture
def made(db, desk, caller, clock) -> Appointment:
    with db.transaction() as tx:
        free = free_for(tx, desk, caller, clock(), TUESDAY)
        return book_at_counter(tx, desk, caller, str(free[0].slot), "n1", clock())


@pytest.fixture
def link(db, made, clock) -> str:
    with db.transaction() as tx:
        return new_link(tx, made.youth_id, clock())


def test_from_the_counter_to_the_reminder_in_the_chat(db, script, clock, made, link):
    assert remind(db, script) == 0
    zed = Youth(db, script, "77", name="Zed")
    assert "C'est relié" in zed.writes(f"/start {link}")[0]
    assert "Ton rendez-vous" in " ".join(zed.writes("/rdv"))
    clock.at = EVENING_BEFORE
    assert remind(db, script) == 1
    assert zed.hears()
    with db.reading() as tx:
        assert len(tx.exec(select(YouthRow)).all()) == 1


def test_two_who_open_one_link_are_not_both_that_youth(db, script, made, link):
    zed, other = Youth(db, script, "77"), Youth(db, script, "78")
    books(other)
    said = [one.writes(f"/start {link}")[0] for one in (other, zed)]
    assert "C'est relié" in said[0]
    assert "Ce lien ne marche plus" in said[1]
    with db.reading() as tx:
        assert len({a.youth_id for a in tx.exec(select(Appointment))}) == 1


def test_a_series_of_someone_who_joined_is_told_once_and_erased_with_them(
    db, script, clock, made, link, desk
):
    zed = Youth(db, script, "77")
    zed.writes(f"/start {link}")
    until = TUESDAY + timedelta(days=30)
    with db.transaction() as tx:
        seed = tx.get_one(Appointment, made.id)
        assert len(plan(tx, seed, 1, until, clock())) == 4
        booked, missed = book_series(tx, script, seed, 1, until, (), desk.id)
    assert (len(booked), missed) == (4, [])
    assert len(zed.hears()) == 1
    with db.transaction() as tx:
        assert cancel_following(tx, script, tx.get_one(Appointment, booked[1].id)) == 3
        youth_id = tx.get_one(Appointment, made.id).youth_id
        erase(tx, youth_id)
    with db.reading() as tx:
        assert tx.exec(select(Appointment)).all() == []
        assert tx.exec(select(Busy)).all() == []


def test_what_an_opening_would_strand_is_tried_and_nothing_of_it_stays(db, script, clock, made):
    with db.transaction() as tx:
        opening = of(tx, made)
        number, hours = opening.id, opening.hours
        change = partial(put, number, {"hours": "Sa 09:00-10:00"})
        assert stranded_by(tx, made.advisor_id, change, clock()) == [made.id]
    with pytest.raises(ListChanged), db.transaction() as tx:
        assert of(tx, made).hours == hours
        carry_out(tx, script, made.advisor_id, change, {})
    with db.transaction() as tx:
        assert of(tx, made).hours == hours
        gone = partial(remove, number)
        carry_out(tx, script, made.advisor_id, gone, {made.id or 0: "cancel"})
    with db.reading() as tx:
        assert tx.get(Opening, number) is None
        assert tx.get_one(Appointment, made.id).status == "cancelled_by_staff"


def test_nobody_books_twice_for_one_chair_at_the_counter(db, desk, caller, made, clock):
    with db.transaction() as tx:
        later = free_for(tx, desk, replace(caller, first_name="Ada"), clock(), TUESDAY)
    taken = (made.starts_at, made.advisor_id)
    assert taken not in [(one.slot.starts_at, one.bookable.advisor.id) for one in later]


def of(tx, made: Appointment) -> Opening:
    mine = select(Opening).where(Opening.advisor_id == made.advisor_id, Opening.site_id == made.site_id)
    return tx.exec(mine.order_by(col(Opening.id))).first()
