"""Sessions of the console: many begin one at the same time, after lunch."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlmodel import select

from backend.people.accounts import create_person
from backend.people.models import SignIn
from backend.people.sign_ins import begin, end, find


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_who_signs_in_waits_for_nobody_who_signs_in_too(db, clock):
    """Each would hold their own former session, and wait for that of the other to be swept."""
    with db.transaction() as tx:
        ids = [create_person(tx, name, f"{name}@example.org", None).id for name in ("Zoé", "Lou")]
        first, second = (begin(tx, one, clock()) for one in ids)
    later = clock() + timedelta(hours=3)

    def signs_in():
        with db.transaction() as tx:
            return begin(tx, ids[1], later, second)

    with ThreadPoolExecutor(1) as crowd, db.transaction() as tx:
        end(tx, first)
        token = crowd.submit(signs_in).result(timeout=5)
    with db.reading() as tx:
        assert find(tx, token, later)


def test_what_is_over_is_swept_by_whoever_signs_in(db, clock):
    with db.transaction() as tx:
        person = create_person(tx, "Zoé", "zoe@example.org", None).id
        begin(tx, person, clock())
    with db.transaction() as tx:
        token = begin(tx, person, clock() + timedelta(hours=3))
        assert len(tx.exec(select(SignIn)).all()) == 1
        assert find(tx, token, clock() + timedelta(hours=3))
