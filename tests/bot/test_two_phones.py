"""A youth with two phones, of whom one batch brings something from each: neither undoes the other."""

from __future__ import annotations

from sqlmodel import select

from backend.people.joining import new_link
from backend.people.models import Youth
from bot.ingest import handle
from tests.bot.posted import said, tapped, updates

FIRST, SECOND = 42, 43


def test_what_one_phone_changes_is_kept_whatever_the_other_says_in_the_same_batch(db, script, clock):
    handle(db, script, 99, updates(said(1, "/start", FIRST)))
    with db.transaction() as tx:
        payload = new_link(tx, tx.exec(select(Youth.id)).one(), clock())
    handle(db, script, 99, updates(said(2, f"/start {payload}", SECOND)))
    handle(db, script, 99, updates(said(3, "/discret", FIRST)))
    tap = tapped(4, "discretion:discreet:on", FIRST)
    handle(db, script, 99, updates(tap, said(5, "/aide", SECOND)))
    with db.reading() as tx:
        assert tx.exec(select(Youth)).one().discreet
