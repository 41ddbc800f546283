"""Staff cancel while the youth taps: on both databases one waits for the other, and nothing fails."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait

import pytest
from sqlmodel import select

from backend.agenda.models import Appointment
from backend.models import Conversation
from backend.people.models import Person
from tests.youth import books


@pytest.fixture(params=["sqlite_url", "postgres_url"])
def url(request):
    return request.getfixturevalue(request.param)


def test_a_cancellation_that_meets_a_turn_of_the_youth_is_done_after_it(browse, db, youth):
    """Each holds what the other waits for: PostgreSQL ends one of them, and it is done again."""
    books(youth)
    with db.reading() as tx:
        booked = tx.exec(select(Appointment)).one()
        advisor = browse().enters_as(tx.get_one(Person, booked.advisor_id).first_name)
    path = f"/rendez-vous/{booked.id}/annuler"
    advisor.opens(path)
    with ThreadPoolExecutor(1) as pool:
        with db.transaction() as tx:
            tx.exec(select(Conversation).with_for_update()).one()
            cancelling = pool.submit(advisor.sends, path)
            assert not wait([cancelling], timeout=0.5).done, "it waits for the conversation"
            tx.exec(select(Appointment).with_for_update()).one()
        assert cancelling.result() == 303
    with db.reading() as tx:
        assert tx.exec(select(Appointment.status)).one() == "cancelled_by_staff"
