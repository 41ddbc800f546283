"""The lead advisor first, then whoever has least to do; somebody by name, and somebody else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select, update

from backend.agenda.closing import set_outcome
from backend.agenda.models import Appointment, Opening
from backend.handover.models import Handover
from backend.people.models import Person
from backend.people.models import Youth as Row
from flows.events import Chose
from tests.queue import labels
from tests.youth import Youth, books, reaches_proposals

MINE = "J'ai déjà un conseiller"


def person(db, name: str) -> int:
    with db.reading() as tx:
        return tx.exec(select(Person.id).where(Person.name.startswith(name))).one()


def leads(db, name: str | None) -> None:
    with db.transaction() as tx:
        tx.execute(update(Row).values(lead_advisor_id=person(db, name) if name else None))


@pytest.fixture
def two_alike(db):
    """Claire and Élodie receive at the same place, at the same hours, for everybody."""
    with db.transaction() as tx:
        site = tx.exec(select(Opening.site_id).where(Opening.advisor_id == person(db, "Claire"))).first()
        same = {
            "hours": "Mo-Fr 09:00-12:00",
            "site_id": site,
            "modes": ["place"],
            "needs": [],
            "buffer_minutes": 0,
        }
        two = [person(db, "Claire"), person(db, "Élodie")]
        tx.execute(update(Opening).where(Opening.advisor_id.in_(two)).values(**same))
        tx.execute(update(Opening).where(Opening.advisor_id.not_in(two)).values(advisor_id=two[0], **same))


def advisor_of(db, youth: Youth) -> str:
    with db.reading() as tx:
        newest = select(Person.name).join(Appointment, Appointment.advisor_id == Person.id)
        return tx.exec(newest.order_by(Appointment.id.desc())).first().partition(" ")[0]


def test_at_the_same_time_and_place_whoever_has_least_to_do_is_proposed(db, script, two_alike):
    seen = []
    for number in range(4):
        lou = Youth(db, script, str(700 + number))
        books(lou, "Nevers")
        seen.append(advisor_of(db, lou))
    assert sorted(seen) == ["Claire", "Claire", "Élodie", "Élodie"] and seen[0] != seen[1]


def test_the_lead_advisor_comes_before_whoever_has_least_to_do(youth, db, two_alike):
    books(youth, "Nevers")
    busy = advisor_of(db, youth)
    leads(db, busy)
    youth.starts()
    youth.taps("Une nouvelle demande")
    for label in ("C'est parti", "Travail", "C'est tout", "Trouver une offre", "Rien de spécial"):
        youth.taps(label)
    youth.taps("Autres horaires")
    youth.taps(next(b for b in labels(youth) if "Siège" in b or "Boussole" in b))
    youth.taps(labels(youth)[1])
    assert f"avec {busy}" in youth.taps(labels(youth)[0])[0]


def test_whom_a_youth_met_first_is_their_lead_advisor(youth, db, script, clock):
    books(youth)
    with db.reading() as tx:
        met = tx.exec(select(Appointment)).one()
    clock.at = met.starts_at + timedelta(minutes=1)
    for outcome, lead in (("no_show", None), ("attended", met.advisor_id), ("excused", met.advisor_id)):
        with db.transaction() as tx:
            set_outcome(tx, script, met.id, outcome)
        with db.reading() as tx:
            assert tx.exec(select(Row.lead_advisor_id)).one() == lead, outcome


def test_a_later_meeting_changes_no_lead_advisor(youth, db, script, clock):
    books(youth)
    leads(db, "Sophie")
    with db.reading() as tx:
        met = tx.exec(select(Appointment)).one()
    clock.at = met.starts_at + timedelta(minutes=1)
    with db.transaction() as tx:
        set_outcome(tx, script, met.id, "attended")
    with db.reading() as tx:
        assert tx.exec(select(Row.lead_advisor_id)).one() == person(db, "Sophie")


def test_whoever_has_an_advisor_names_them_and_sees_their_slots_only(youth, db):
    reaches_proposals(youth)
    assert youth.taps(MINE) == ["Qui te suit ?"]
    names = labels(youth)
    assert names[:5] == ["Claire", "Karim", "Mathieu", "Sophie", "Élodie"] and "Je ne sais plus" in names
    heard = youth.taps("Claire")
    assert heard[0] == "Voici les rendez-vous avec Claire."
    youth.taps(labels(youth)[0])
    assert "avec Claire" in youth.screen[-1].text


def test_who_is_known_to_have_one_is_not_asked_whom(youth, db):
    reaches_proposals(youth)
    leads(db, "Claire")
    assert youth.taps(MINE)[0] == "Voici les rendez-vous avec Claire."


def test_somebody_else_can_be_asked_for_without_a_reason(youth, db):
    reaches_proposals(youth)
    leads(db, "Karim")
    assert youth.taps(MINE)[0] == "Voici les rendez-vous avec Karim."
    heard = youth.taps("Quelqu'un d'autre")
    assert heard[-1] == "Lequel te va ?" and "Imphy" not in heard[0], "only Karim goes to Imphy"
    youth.taps(labels(youth)[0])
    assert "avec Karim" not in youth.screen[-1].text


def test_who_does_not_remember_is_proposed_anybody(youth):
    reaches_proposals(youth)
    youth.taps(MINE)
    assert youth.taps("Je ne sais plus")[-1] == "Lequel te va ?"
    assert MINE in labels(youth)


def test_where_their_advisor_has_nothing_free_a_word_can_be_left(youth, db):
    reaches_proposals(youth)
    with db.transaction() as tx:
        gone = update(Opening).where(Opening.advisor_id == person(db, "Claire"))
        tx.execute(gone.values(until=youth.script.now().date() - timedelta(days=30)))
    leads(db, "Claire")
    assert youth.taps(MINE)[-1].startswith("Claire n'a pas de rendez-vous libre")
    heard = youth.taps("Laisser un mot à Claire")
    assert heard[0] == "Écris ton mot pour Claire ici : l'équipe le lui transmet."
    assert heard[1].startswith("C'est fait")
    assert youth.writes("Je serai là jeudi") == [], "a human will read it"
    with db.reading() as tx:
        assert tx.exec(select(Handover.why)).one() == f"word-{person(db, 'Claire')}"


@pytest.mark.parametrize("words", ["j'ai déjà un conseiller", "J'ai une conseillère", "ma conseillère"])
def test_it_can_be_said_in_words_before_anything_is_proposed(youth, db, words):
    youth.starts()
    heard = youth.writes(words)
    assert heard[0] == "D'accord, on cherche avec la personne qui te suit."
    assert heard[1].startswith("Salut !"), "what everybody is told first"
    youth.taps("C'est parti")
    youth.taps("18 à 25 ans")
    youth.writes("Imphy")
    for label in ("Travail", "C'est tout", "Trouver une offre", "Rien de spécial"):
        heard = youth.taps(label)
    assert heard[-1] == "Qui te suit ?"


def test_advisors_of_elsewhere_cannot_be_asked_for(youth, db):
    reaches_proposals(youth)
    youth.taps(MINE)
    stranger = person(db, "Nadia")
    data = youth.buttons["Claire"].rpartition(":")[0]
    assert youth.does(Chose(*f"{data}:{stranger}".split(":", 2)))[-1] == "Qui te suit ?"


def test_days_are_turned_page_by_page(youth):
    reaches_proposals(youth, "Nevers")
    youth.taps("Autres horaires")
    youth.taps(next(b for b in labels(youth) if "Siège" in b or "Boussole" in b))
    first = labels(youth)
    assert len([b for b in first if "novembre" in b or "décembre" in b]) == 6
    assert "Plus tard →" in first and "← Plus tôt" not in first
    youth.taps("Plus tard →")
    second = labels(youth)
    assert not set(first[:6]) & set(second) and "← Plus tôt" in second
    youth.taps("← Plus tôt")
    assert labels(youth) == first
    while "Plus tard →" in labels(youth):
        youth.taps("Plus tard →")
    youth.taps(labels(youth)[0])
    assert youth.taps(labels(youth)[0])[0].startswith("On relit")


def test_who_comes_back_and_names_their_advisor_in_words_goes_straight_on(youth, db):
    books(youth)
    leads(db, "Claire")
    assert youth.writes("ma conseillère")[-1].startswith("De quoi as-tu besoin")
    for label in ("Travail", "C'est tout", "Trouver une offre", "Rien de spécial"):
        heard = youth.taps(label)
    assert "Voici les rendez-vous avec Claire." in heard
