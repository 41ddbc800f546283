"""Every table has a period, or a reason to have none: whoever adds one says which."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text

from backend.agenda.models import Absence, WalkIn
from backend.audit.chain import seal_all
from backend.audit.commands import record
from backend.entrance.models import AccountLink, Attempt
from backend.mail.models import Mail
from backend.models import Seen, SetAside
from backend.people.models import SignIn
from backend.tables import metadata
from backend.team.models import StaffLink
from bot.ticks import works
from tests.backend.people.whole_life import owned
from tests.backend.retention.aged import settings

GO = {
    "walk_in": "KEEP_APPOINTMENTS",
    "absence": "KEEP_WORDS",
    "staff_link": "KEEP_WORDS",
    "audit": "KEEP_AUDIT",
    "mail": "thirty days after it was settled",
    "set_aside": "thirty days",
    "seen": "seven days; a mark of what is to be wiped from a chat of the team, until that is done",
    "sign_in": "half a day",
    "account_link": "two days",
    "attempt": "a quarter of an hour",
}
"""They speak of the staff, or of nobody that could be told; `owned()` are those of a youth, which go with them."""
STAY = {
    "no person in it": {
        *("mission_locale", "site", "site_exception", "coverage", "listed", "listed_coverage", "room"),
        *("motive", "opening", "opening_exception", "partner", "partner_reach", "partner_service"),
        *("workshop", "tick", "sender", "allowance", "sealing_key"),
    },
    "the staff, as long as their account is open, and then so that the journal has names": {
        *("person", "membership", "duty", "staff_chat", "canned", "poster", "slot_request", "advisor_day"),
        *("feed", "second_factor", "recovery_code"),
    },
    "as it stands in the calendar of the advisor elsewhere, read anew every quarter of an hour": {
        *("external_calendar", "external_busy"),
    },
    "what is left of those who are gone: no identity": {
        *("fact", "purge", "erasure", "audit_checkpoint", "audit_head"),
    },
}


def test_every_table_goes_with_its_youth_has_a_period_or_says_why_it_stays():
    groups = [owned(), set(GO), *STAY.values()]
    named = [name for group in groups for name in group]
    assert sorted(named) == sorted(metadata.tables)


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_what_has_a_period_is_gone_after_it(db, script, clock):
    at = clock()
    with db.transaction() as tx:
        one, place = (tx.execute(text(f"SELECT min(id) FROM {t}")).scalar() for t in ("person", "site"))
        tx.add(WalkIn(site_id=place, at=at))
        tx.add(Absence(advisor_id=one, starts_at=at, ends_at=at + timedelta(days=1), reason="Grippe"))
        tx.add(StaffLink(token_hash="s", person_id=one, expires_at=at))
        tx.add(AccountLink(token_hash="a", person_id=one, purpose="reset", email="x@y.fr", expires_at=at))
        tx.add(Attempt(key="k", at=at))
        tx.add(SignIn(token_hash="t", person_id=one, csrf="c", created_at=at, seen_at=at))
        tx.add(Seen(key="telegram:1:1", at=at))
        tx.add(SetAside(key="telegram:1:2", at=at, error="ValueError"))
        tx.add(Mail(key="m", person_id=one, kind="request", state="sent", due=at))
        record(tx, script, one, "claimed", "handover", 1)
    seal_all(db)
    assert _filled(db) == set(GO)
    clock.goes_on(days=366)
    for _ in range(2):
        for name, work in works(db, script, settings()).items():
            if name in {"sweep", "purge"}:
                work()
        clock.goes_on(days=1)
    assert _filled(db) == set()


def _filled(db):
    with db.reading() as tx:
        return {name for name in GO if tx.execute(text(f'SELECT 1 FROM "{name}"')).first()}
