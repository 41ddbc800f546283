"""A series out of one appointment: what is free, what is not, one message, all the following cancelled."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from sqlmodel import col, select

from backend.agenda.models import Absence, Appointment, Series
from tests.backend.console.browser import Browser
from tests.youth import books


@pytest.fixture
def first(youth, db) -> Appointment:
    books(youth)
    with db.reading() as tx:
        return tx.exec(select(Appointment)).one()


@pytest.fixture
def helene(browse) -> Browser:
    return browse().enters_as("Hélène")


def booked(db) -> list[Appointment]:
    with db.reading() as tx:
        live = select(Appointment).where(Appointment.status == "booked")
        return list(tx.exec(live.order_by(col(Appointment.starts_at))))


def plans(helene: Browser, first: Appointment, **fields: str) -> str:
    path = f"/rendez-vous/{first.id}/serie"
    helene.opens(path)
    assert helene.sends(path, **{"every": "1", "until": "2026-12-22", **fields}) == 200
    return path


def test_every_week_is_booked_where_it_is_free_and_told_once(helene, first, db, youth):
    path = plans(helene, first)
    assert "4 dates libres sur 4" in helene.words
    assert helene.sends(path, every="1", until="2026-12-22", act="book") == 303
    helene.follows()
    assert "4 rendez-vous pris. Un seul message est parti." in helene.words
    those = booked(db)
    assert [a.starts_at - first.starts_at for a in those] == [timedelta(weeks=n) for n in range(5)]
    with db.reading() as tx:
        assert {a.series_id for a in those} == {tx.exec(select(Series.id)).one()}
    said = youth.hears()
    assert len(said) == 1
    assert "4 rendez-vous sont pris avec Karim" in said[0]
    assert said[0].count("déc") == 3 or said[0].count("1er") == 1


def test_two_clicks_book_once_and_never_say_that_nothing_was_free(helene, first, db, youth):
    path = plans(helene, first)
    fields = {**helene.form(path).fields, "every": "1", "until": "2026-12-22", "act": "book"}
    for _ in range(2):
        assert helene.posts(path, fields) == 303
    helene.follows()
    assert "rien n'était libre" not in helene.words and "5 rendez-vous sont pris" in helene.words
    assert len(booked(db)) == 5 and len(youth.hears()) == 1


def test_a_date_that_is_not_free_is_said_with_the_nearest_of_its_week(helene, first, db):
    with db.transaction() as tx:
        away = first.starts_at + timedelta(weeks=1)
        tx.add(Absence(advisor_id=first.advisor_id, starts_at=away, ends_at=away + timedelta(minutes=45)))
    path = plans(helene, first)
    assert "3 dates libres sur 4" in helene.words
    name, slot = re.search(r'name="(slot-\d+)" value="([^"]+)"', helene.page.text).groups()
    assert helene.sends(path, every="1", until="2026-12-22", act="book") == 303
    assert len(booked(db)) == 4
    plans(helene, first)
    assert helene.sends(path, every="1", until="2026-12-22", act="book", **{name: slot}) == 303


def test_one_week_out_of_two(helene, first, db):
    path = plans(helene, first, every="2")
    helene.sends(path, every="2", until="2026-12-22", act="book")
    assert [a.starts_at - first.starts_at for a in booked(db)] == [timedelta(weeks=n) for n in (0, 2, 4)]


def test_the_same_form_twice_books_once(helene, first, db, youth):
    path = plans(helene, first)
    fields = {**helene.form(path).fields, "every": "1", "until": "2026-12-22", "act": "book"}
    assert [helene.posts(path, fields) for _ in range(2)] == [303, 303]
    assert len(booked(db)) == 5
    assert len(youth.hears()) == 1


def test_half_a_year_and_through_the_change_of_the_clock_then_renewed(helene, first, db, clock):
    path = plans(helene, first, until="2027-05-26")
    helene.sends(path, every="1", until="2027-05-26", act="book")
    those = booked(db)
    assert those[-1].starts_at.date() > date(2027, 4, 1)
    hours = {a.starts_at.hour for a in those}
    assert len(hours) == 2, "an hour of the wall clock, in winter and in summer"
    clock.goes_on(days=90)
    helene.enters_as("Hélène")
    later = [a for a in those if a.starts_at > clock()]
    path = f"/rendez-vous/{later[0].id}/serie"
    helene.opens(path)
    assert "Prolonger la série" in helene.words
    helene.sends(path, every="1", until="2027-08-20", act="book")
    assert booked(db)[-1].starts_at > those[-1].starts_at


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"until": "2027-11-01"}, "Six mois au plus"),
        ({"until": "2026-01-01"}, "Ce jour est passé"),
        ({"until": "x"}, "Choisissez un jour"),
        ({"every": "0"}, "Choisissez dans la liste"),
    ],
)
def test_a_series_that_cannot_be_is_refused(helene, first, db, fields, said):
    path = f"/rendez-vous/{first.id}/serie"
    helene.opens(path)
    assert helene.sends(path, **{"every": "1", "until": "2026-12-22", "act": "book", **fields}) == 422
    assert said in helene.words
    assert len(booked(db)) == 1


def test_all_the_following_are_cancelled_with_one_message(helene, first, db, youth):
    path = plans(helene, first)
    helene.sends(path, every="1", until="2026-12-22", act="book")
    youth.hears()
    third = booked(db)[2]
    helene.opens(f"/rendez-vous/{third.id}/serie/annuler")
    assert "Annuler 3 rendez-vous" in helene.words
    assert helene.sends(f"/rendez-vous/{third.id}/serie/annuler") == 303
    assert len(booked(db)) == 2
    said = youth.hears()
    assert len(said) == 1
    assert "Les 3 rendez-vous à partir de mardi 8 décembre" in said[0]


def test_a_series_of_elsewhere_does_not_exist(browse, first):
    marc = browse().enters_as("Marc")
    csrf = marc.form("/deconnexion").fields["csrf"]
    for path in (f"/rendez-vous/{first.id}/serie", f"/rendez-vous/{first.id}/serie/annuler"):
        assert marc.opens(path) == 404
        assert marc.posts(path, {"csrf": csrf, "every": "1", "until": "2026-12-22", "act": "book"}) == 404
