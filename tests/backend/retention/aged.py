"""Young people of former days, and what boards say of them: for the tests of retention."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import select

from backend.agenda.models import Appointment
from backend.handover.models import FACES
from backend.handover.rating import faces
from backend.insight.models import Fact
from backend.insight.queries import boards
from backend.outreach.counting import came, met
from backend.people.models import Youth as Row
from backend.places.models import MissionLocale
from backend.retention.passage import purge
from backend.settings import Settings
from tests.mediator import Mediator
from tests.youth import books


def settings(**periods):
    return Settings(_env_file=None, **periods)


def purges(db, clock, *, everybody=False, **periods):
    """{kind: how many}."""
    return dict(purge(db, settings(**periods), clock, everybody=everybody))


def helped(youth, db, script):
    """A human is called, answers, notes, and ends it; the youth says how it was. The handover."""
    youth.writes("/humain")
    nadia = Mediator(db, script)
    handover = nadia.sees()[-1]
    nadia.claims(handover)
    nadia.replies(handover, "bonjour, on va voir")
    nadia.worries(handover, "à rappeler")
    nadia.closes(handover)
    youth.hears()
    youth.taps("🙂 Oui, merci")
    youth.writes("merci beaucoup")
    return handover


def attended(youth, db, clock):
    """They booked, and came. The appointment."""
    books(youth)
    with db.transaction() as tx:
        booked = tx.exec(select(Appointment).order_by(Appointment.id.desc())).first()
        booked.status, booked.outcome_at = "attended", booked.ends_at
        tx.add(booked)
    clock.at = booked.ends_at + timedelta(hours=1)
    return booked


def said(db, at, home):
    """All that boards of all missions locales say, and how many were booked and called a human, live or gone."""
    with db.reading() as tx:
        places = tx.exec(select(MissionLocale.id)).all()
        shown = boards(tx, places, home, at)
        given = {face: faces(tx, places, at - timedelta(days=183))[face] for face in FACES}
        return shown, given, came(tx, places, at), met(tx, places, at)


def people(db):
    """How many young people there are, and how many facts speak of one who is gone."""
    with db.reading() as tx:
        gone = [fact for fact in tx.exec(select(Fact)) if fact.bracket or not fact.needs]
        return len(tx.exec(select(Row.id)).all()), len(gone)
