"""Our agenda as other calendars read it, on both engines."""

from __future__ import annotations

from datetime import timedelta

import pytest
from icalendar import Calendar
from sqlmodel import select

from backend.calendars.feeds import calendar_of, feeds_of, find_feed, new_feed, revoke
from backend.calendars.models import Feed
from backend.people.models import Person
from tests.backend.mail.post import NAME, NEED, PHONE, advisor, appointment, motive_of, moved

BASE = "https://passerelle.exemple.fr"


@pytest.fixture
def karim(db):
    return advisor(db, "Karim").id


def opened(db, clock, **owner):
    with db.transaction() as tx:
        return new_feed(tx, clock(), **owner)


def read(db, clock, secret):
    with db.reading() as tx:
        feed = find_feed(tx, secret)
        return calendar_of(tx, feed, clock(), BASE) if feed else None


def events(db, clock, secret):
    return Calendar.from_ical(read(db, clock, secret)).events


def test_an_advisors_feed_tells_when_where_why_and_a_link(db, clock, karim):
    made = appointment(db, clock())
    appointment(db, clock(), "Sophie")
    (event,) = events(db, clock, opened(db, clock, person_id=karim))
    assert (event["UID"], event["DTSTART"].dt, event["DTEND"].dt) == (made.uid, made.starts_at, made.ends_at)
    assert event["SUMMARY"] == "Logement" and "Decize" in event["LOCATION"]
    assert event["URL"] == f"{BASE}/rendez-vous/{made.id}"


def test_nothing_of_the_youth_stands_in_it(db, clock, karim):
    made = appointment(db, clock())
    motive_of(db, made, name="Premier rendez-vous", discreet=True)
    words = read(db, clock, opened(db, clock, person_id=karim)).decode().casefold()
    for secret in (NAME, NEED, PHONE, "06112233", "dehors", "premier"):
        assert secret.casefold() not in words


def test_what_was_cancelled_or_moved_is_not_there_what_took_place_is(db, clock, karim):
    secret = opened(db, clock, person_id=karim)
    for status in ("cancelled_by_youth", "cancelled_by_staff"):
        appointment(db, clock(), status=status)
    old = appointment(db, clock(), status="rescheduled")
    new = moved(db, old, clock())
    told = [
        appointment(db, clock(), status=status).uid
        for status in ("confirmed", "attended", "no_show", "excused")
    ]
    found = events(db, clock, secret)
    assert sorted(e["UID"] for e in found) == sorted([new.uid, *told])
    assert next(e["SEQUENCE"] for e in found if e["UID"] == new.uid) == 1


def test_a_month_behind_and_six_ahead(db, clock, karim):
    for days in (-31, -29, 179, 181):
        at = clock() + timedelta(days=days)
        appointment(db, clock(), starts_at=at, ends_at=at + timedelta(minutes=45), uid=str(days))
    assert [e["UID"] for e in events(db, clock, opened(db, clock, person_id=karim))] == ["-29", "179"]


def test_a_sites_feed_has_what_takes_place_there_whoever_the_advisor(db, clock):
    here = appointment(db, clock())
    other = appointment(db, clock(), "Sophie")
    appointment(db, clock(), mode="phone")
    found = events(db, clock, opened(db, clock, site_id=here.site_id))
    assert sorted(e["UID"] for e in found) == sorted([here.uid, other.uid])


def test_only_the_hash_of_a_secret_is_kept(db, clock, karim):
    secret = opened(db, clock, person_id=karim)
    assert len(secret) >= 43
    with db.reading() as tx:
        assert secret not in str(tx.exec(select(Feed)).one().model_dump())


def test_a_wrong_a_revoked_and_a_leavers_secret_are_all_none(db, clock, karim):
    secret, other = opened(db, clock, person_id=karim), opened(db, clock, person_id=karim)
    with db.transaction() as tx:
        revoke(tx, find_feed(tx, secret), clock())
    assert (
        read(db, clock, secret) is None and read(db, clock, "wrong") is None and read(db, clock, "") is None
    )
    assert read(db, clock, other)
    with db.transaction() as tx:
        person = tx.get_one(Person, karim)
        person.active = False
        tx.add(person)
    assert read(db, clock, other) is None


def test_the_open_feeds_of_someone_and_their_sites(db, clock, karim):
    made = appointment(db, clock())
    opened(db, clock, person_id=karim), opened(db, clock, site_id=made.site_id)
    opened(db, clock, person_id=advisor(db, "Sophie").id)
    with db.transaction() as tx:
        assert [f.person_id for f in feeds_of(tx, karim)] == [karim]
        both = feeds_of(tx, karim, [made.site_id])
        assert {(f.person_id, f.site_id) for f in both} == {(karim, None), (None, made.site_id)}
        for feed in both:
            revoke(tx, feed, clock())
        assert feeds_of(tx, karim, [made.site_id]) == []


def test_it_is_the_same_until_something_changes(db, clock, karim):
    secret = opened(db, clock, person_id=karim)
    made = appointment(db, clock())
    before = read(db, clock, secret)
    clock.goes_on(minutes=5)
    assert read(db, clock, secret) == before
    motive_of(db, made, name="Autre chose")
    assert read(db, clock, secret) != before
