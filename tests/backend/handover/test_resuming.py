"""The same médiateur again: asked for by the youth within two days, or taken up by the médiateur."""

from __future__ import annotations

import pytest
from sqlmodel import select

from backend.db import connect
from backend.handover.holding import FloorTaken, Unreachable
from backend.people.models import Person
from backend.people.models import Youth as YouthRow
from backend.team.models import Notice
from flows.events import Blocked, Chose
from tests.mediator import Mediator
from tests.youth import reaches_proposals


@pytest.fixture
def db(sqlite_url):
    made = connect(sqlite_url)
    yield made
    made.close()


@pytest.fixture
def nadia(db, script):
    return Mediator(db, script)


@pytest.fixture
def theo(db, script):
    return Mediator(db, script, "theo.marchand@exemple.fr")


@pytest.fixture
def over(youth, nadia):
    """Nadia has ended, and the guide asks for the age."""
    youth.starts()
    youth.taps("C'est parti")
    youth.writes("/humain")
    handover = nadia.sees()[0]
    nadia.claims(handover)
    nadia.closes(handover)
    youth.hears()
    return handover


def test_a_message_soon_after_leads_back_to_the_same_human(youth, nadia, over, db):
    assert youth.writes("au fait, et la bourse ?") == ["Tu veux reprendre avec Nadia ?"]
    youth.taps("Reprendre avec Nadia")
    again = nadia.sees()[0]
    assert again.why == f"resume-{nadia.person.id}"
    assert (again.for_id, again.former_id) == (nadia.person.id, over.id)
    with db.reading() as tx:
        resumed = tx.exec(select(Notice).where(Notice.kind == "resumed")).all()
    assert [n.person_id for n in resumed] == [nadia.person.id], "the others are left alone"
    nadia.claims(again)
    assert youth.hears()[-1] == "Nadia prend la suite et te répond ici."


def test_the_offer_can_be_typed_or_left_and_nothing_is_lost(youth, nadia, over):
    youth.writes("merci !")
    assert youth.writes("continuer ici") == ["Tu as quel âge ?"]
    youth.writes("en fait non")
    youth.writes("reprendre avec nadia")
    assert nadia.sees()[0].former_id == over.id


def test_after_two_days_the_old_button_calls_whoever_is_there(youth, nadia, over, clock):
    youth.writes("au fait")
    clock.goes_on(hours=49)
    assert "Tu veux reprendre" not in " ".join(youth.writes("il y a quelqu'un ?"))
    youth.taps("Reprendre avec Nadia")
    assert (nadia.sees()[0].why, nadia.sees()[0].for_id) == ("asked", None)


def test_a_forged_button_calls_nobody_in_particular(youth, nadia, theo, over):
    for choice in (str(theo.person.id), "99999999999999999999", "0"):
        youth.does(Chose("resuming", "resume_with", choice))
        assert (nadia.sees()[0].why, nadia.sees()[0].for_id) == ("asked", None)
        nadia.claims(nadia.sees()[0])
        nadia.closes(nadia.sees()[0])


def test_an_ordinary_call_remembers_what_was_before(youth, nadia, over):
    youth.writes("/humain")
    again = nadia.sees()[0]
    assert (again.why, again.for_id, again.former_id) == ("asked", None, over.id)


def test_who_has_left_the_team_is_not_offered(youth, nadia, over, db):
    with db.transaction() as tx:
        gone = tx.get_one(Person, nadia.person.id)
        gone.active = False
        tx.add(gone)
    assert "Tu veux reprendre" not in " ".join(youth.writes("au fait"))


def test_an_answer_of_the_questions_is_not_interrupted(youth, over):
    youth.taps("18 à 25 ans")
    assert youth.writes("imphy")[0].startswith("Imphy")


def test_a_mediator_takes_up_again_what_has_ended(youth, nadia, over):
    nadia.reopens(over)
    assert youth.hears() == ["Nadia prend la suite et te répond ici."]
    again = nadia.sees()[0]
    assert (again.mediator_id, again.former_id) == (nadia.person.id, over.id)
    nadia.replies(again, "J'ai trouvé ton papier.")
    assert youth.hears() == ["J'ai trouvé ton papier."]


def test_it_is_taken_up_once_and_not_over_another(youth, nadia, theo, over):
    for _ in range(2):
        nadia.reopens(over, nonce="same")
    assert len(nadia.sees()) == 1
    with pytest.raises(FloorTaken) as refused:
        theo.reopens(over)
    assert refused.value.holder_name == "Nadia Belkacem"


@pytest.mark.parametrize("gone", ["stop", "blocked", "late"])
def test_nobody_writes_to_who_does_not_want_it_or_long_after(youth, nadia, over, clock, gone):
    if gone == "stop":
        youth.writes("/stop")
    elif gone == "blocked":
        youth.does(Blocked(True))
    else:
        clock.goes_on(days=31)
    with pytest.raises(FloorTaken if gone == "late" else Unreachable):
        nadia.reopens(over)
    assert nadia.sees() == []


def test_a_word_for_an_advisor_is_addressed_to_them(youth, nadia, db):
    with db.reading() as tx:
        claire = tx.exec(select(Person).where(Person.name == "Claire Dubois")).one()
    reaches_proposals(youth)
    with db.transaction() as tx:
        row = tx.exec(select(YouthRow)).one()
        row.lead_advisor_id = claire.id
        tx.add(row)
    youth.taps("J'ai déjà un conseiller")
    youth.taps("Laisser un mot à Claire")
    word = nadia.sees()[0]
    assert word.why == f"word-{claire.id}" and word.for_id == claire.id


def test_under_sixteen_the_same_human_is_offered_and_no_name_is_kept(youth, nadia, db):
    youth.starts()
    youth.taps("C'est parti")
    youth.taps("Moins de 16 ans")
    youth.taps("Parler à quelqu'un")
    handover = nadia.sees()[0]
    nadia.claims(handover)
    nadia.closes(handover)
    youth.hears()
    youth.writes("encore une question")
    youth.taps("Reprendre avec Nadia")
    with db.reading() as tx:
        assert tx.exec(select(YouthRow.first_name)).one() is None
    assert nadia.sees()[0].for_id == nadia.person.id
