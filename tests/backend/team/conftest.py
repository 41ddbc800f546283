"""Nadia and Théo, médiateurs of Nevers, and Hélène, who manages it; with one who tells them."""

from __future__ import annotations

import pytest
from sqlalchemy import delete
from sqlmodel import select

from backend.handover.models import Handover
from backend.places.models import MissionLocale
from backend.team.models import Duty, Notice
from backend.team.notices import tell_team
from backend.team.sending import Crier
from tests.backend.team.colleague import Colleague, Wire
from tests.conftest import NEVERS


@pytest.fixture
def wire():
    return Wire()


@pytest.fixture
def crier(db, script, wire):
    return Crier(db, wire, script)


@pytest.fixture
def home(db):
    """The mission locale of Nevers, whose desk is open on weekdays, 9 h to 17 h."""
    with db.transaction() as tx:
        found = tx.exec(select(MissionLocale).where(MissionLocale.slug == NEVERS)).one()
        found.desk_hours = "Mo-Fr 09:00-17:00; PH off"
        return found


@pytest.fixture
def nadia(db, script):
    return Colleague(db, script, "Nadia", "9001")


@pytest.fixture
def theo(db, script):
    return Colleague(db, script, "Théo", "9002")


@pytest.fixture
def helene(db, script):
    """Who manages Nevers."""
    return Colleague(db, script, "Hélène", "9003")


@pytest.fixture
def duty(db, home):
    """Give somebody hours."""

    def give(colleague: Colleague, hours: str) -> None:
        with db.transaction() as tx:
            tx.add(Duty(person_id=colleague.person.id, mission_locale_id=home.id or 0, hours=hours))

    return give


@pytest.fixture
def called(db, script, home, youth):
    """A youth who has asked for a human, whose notices are not written yet."""

    def call() -> Handover:
        youth.writes("/humain")
        with db.transaction() as tx:
            handover = tx.exec(select(Handover)).one()
            tx.execute(delete(Notice))
            return handover

    return call


@pytest.fixture
def tells(db, script):
    """Write down who must hear of it."""

    def tell(handover: Handover, kind: str = "opened", **how) -> None:
        with db.transaction() as tx:
            tell_team(tx, script, tx.get_one(Handover, handover.id), kind, **how)

    return tell
