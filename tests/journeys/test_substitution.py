"""An advisor falls ill: the day is settled in one confirmation, and each youth hears of it in their chat."""

from __future__ import annotations

import pytest
from sqlmodel import select

from backend.agenda.models import LIVE, Absence, Appointment
from backend.people.models import Person
from tests.backend.console.conftest import (  # noqa: F401  fixtures
    app,
    bell,
    browse,
    doorman,
    doorway,
    rooms,
    settings,
    site,
)
from tests.backend.console.test_site_closing import chosen, messages
from tests.youth import Youth, books

PAGE = "/rendez-vous/absence"


@pytest.fixture
def young(db, script) -> list[Youth]:
    """Lou and Sam see Karim at Imphy on Tuesday morning; Zoé sees someone at the head office."""
    found = [Youth(db, script, str(n), name=name) for n, name in enumerate(("Lou", "Sam", "Zoé"), 50)]
    for one, commune in zip(found, ("Imphy", "Imphy", "Nevers"), strict=True):
        books(one, commune)
    return found


def day_of(db, name: str) -> list[Appointment]:
    """Who is to see this advisor, soonest first."""
    with db.reading() as tx:
        theirs = (
            select(Appointment)
            .join(Person, Person.id == Appointment.advisor_id)
            .where(Person.name.startswith(name))
        )
        live = theirs.where(Appointment.status.in_(LIVE))
        return list(tx.exec(live.order_by(Appointment.starts_at)))


def path_to(db, name: str) -> tuple[int, str]:
    with db.reading() as tx:
        advisor = next(p for p in tx.exec(select(Person)) if p.first_name == name)
    return advisor.id, f"{PAGE}?avec={advisor.id}&first=2026-11-24&reason=Grippe"


def test_an_advisor_falls_ill_and_everyone_hears_what_becomes_of_theirs(browse, db, young):  # noqa: F811
    lou, sam, zoe = young
    karim, page = path_to(db, "Karim")
    concerned = [a for a in day_of(db, "Karim") if a.starts_at.day == 24]
    assert len(concerned) == 2
    helene = browse().enters_as("Hélène")
    helene.opens(page)
    assert "2 rendez-vous sont concernés" in helene.words
    decided = chosen(helene) | {f"rdv-{concerned[1].id}": "cancel"}
    words = messages(helene)
    assert [one.hears() for one in young] == [[], [], []], "reading the list tells nobody"
    assert helene.sends(PAGE, **decided) == 303
    assert lou.hears()[0] in words, "the very words that the page showed"
    assert sam.hears()[0] in words
    assert zoe.hears() == [], "those who are not concerned hear nothing"
    assert not [a for a in day_of(db, "Karim") if a.starts_at.day == 24]
    with db.reading() as tx:
        assert [(a.advisor_id, a.reason) for a in tx.exec(select(Absence))] == [(karim, "Grippe")]


def test_a_colleague_takes_over_at_the_same_hour_and_the_youth_goes_on_from_there(browse, db, young):  # noqa: F811
    zoe = young[2]
    with db.reading() as tx:
        hers = tx.exec(select(Appointment).order_by(Appointment.id.desc())).first()
        advisor = tx.get_one(Person, hers.advisor_id).first_name
    day = hers.starts_at.date().isoformat()
    sick = browse().enters_as(advisor)
    sick.opens(f"{PAGE}?first={day}")
    assert "Même heure, même endroit" in sick.words
    assert sick.sends(PAGE, **chosen(sick)) == 303
    heard = zoe.hears()
    assert "a bien lieu à la même heure, mais avec" in heard[0]
    assert advisor not in heard[0]
    assert "rien ne change" in zoe.taps("C'est bon pour moi")[0]
    assert "Ton rendez-vous" in zoe.writes("/rdv")[0]
    with db.reading() as tx:
        new = tx.exec(select(Appointment).where(Appointment.moved_from_id == hers.id)).one()
    assert (new.starts_at, new.site_id, new.uid, new.sequence) == (
        hers.starts_at,
        hers.site_id,
        hers.uid,
        1,
    )
    assert new.advisor_id != hers.advisor_id
