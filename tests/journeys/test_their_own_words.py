"""Whole stories of those who do not press the button we hoped for. In process, on SQLite."""

from __future__ import annotations

import pytest
from sqlmodel import select

from backend.agenda.models import Appointment
from backend.handover.models import Handover, Promise
from backend.team.models import Notice
from tests.mediator import Mediator
from tests.youth import Youth, first_proposal, reaches_proposals


@pytest.fixture
def url(sqlite_url):
    """What is said does not hang on the engine."""
    return sqlite_url


@pytest.fixture
def nadia(db, script):
    return Mediator(db, script)


def only(db, model):
    with db.reading() as tx:
        return tx.exec(select(model)).one()


def choices(youth):
    return [button["data"] for row in youth.screen[-1].buttons for button in row]


def test_where_is_it_and_another_need_in_the_middle_of_booking(db, youth):
    reaches_proposals(youth)
    youth.taps(first_proposal(youth))
    told = youth.writes("c'est où exactement ?")
    assert "Permanence d'Imphy" in told[0] and told[-1].startswith("On relit ?")
    added = youth.writes("et aussi un logement")
    assert added[0] == "C'est noté : Logement."
    assert "Pour : Travail et Logement" in added[-1]
    assert youth.taps("Confirmer")[0].startswith("C'est confirmé")
    assert only(db, Appointment).needs == ["emploi", "logement"]


def test_what_was_noted_is_undone_by_one_tap(youth):
    reaches_proposals(youth)
    youth.taps(first_proposal(youth))
    youth.writes("et aussi un logement")
    assert "Pour : Travail.\n" in youth.taps("Enlever : Logement")[-1]


def test_a_long_story_at_the_first_screen_is_heard_and_nothing_is_asked_twice(youth):
    said = youth.writes("wsh g 19 ans, je cherche un taf et un logement, et j'habite à Imphy pour l'instant")
    assert said[0] == "C'est noté : Travail et Logement." and "Passerelle" in said[-1]
    youth.taps("C'est parti")
    assert youth.writes("19 ans")[-1].startswith("Tu habites où")
    assert youth.writes("Imphy")[-1].startswith("De quoi as-tu besoin")
    assert [d for d in choices(youth) if "needs:-" in d] == [
        "orientation:needs:-emploi",
        "orientation:needs:-logement",
    ]


def test_who_looks_for_no_job_is_not_sent_to_one(db, youth):
    youth.starts()
    youth.taps("C'est parti")
    youth.taps("18 à 25 ans")
    youth.writes("Imphy")
    youth.writes("je cherche pas de boulot, je cherche un logement")
    assert [d for d in choices(youth) if "needs:-" in d] == ["orientation:needs:-logement"]


def test_danger_in_the_middle_of_booking_and_one_tap_leads_back(db, youth, nadia):
    reaches_proposals(youth)
    youth.taps(first_proposal(youth))
    numbers, human = youth.writes("jveux en finir avec la vie")
    assert "3114" in numbers and "/" not in numbers
    assert youth.screen[-2].buttons[0][0]["label"].startswith("Appeler")
    assert human.startswith(("Personne ne lira", "Une personne est prévenue"))
    call = nadia.sees()[0]
    assert (call.danger, call.urgent, call.why) == ("suicide", True, "danger")
    back = youth.taps("Ça va, on continue")
    assert back[0].startswith("D'accord") and back[-1].startswith("On relit ?")
    marked = nadia.sees()[0]
    assert (marked.why, marked.urgent, marked.closed_at) == ("taken_back", False, None), (
        "not closed in silence"
    )
    with db.reading() as tx:
        told = [n.kind for n in tx.exec(select(Notice).order_by(Notice.id))]
        assert told[-1] == "taken_back" and len(told) == 2 * told.count("taken_back"), "whoever was alarmed"
        assert all(p.ended_at for p in tx.exec(select(Promise)))
    assert youth.taps("Confirmer")[0].startswith("C'est confirmé")


def test_a_second_cry_is_an_alarm_again_and_the_same_tap_twice_changes_nothing(db, youth, nadia):
    youth.starts()
    youth.writes("jveux en finir avec la vie")
    youth.taps("Ça va, on continue")
    assert youth.does(youth.button("Ça va, on continue")) == [] and youth.last.toast
    youth.writes("jveux en finir avec la vie")
    again = only(db, Handover)
    assert (again.why, again.urgent) == ("danger", True)


def test_danger_in_a_handover_shows_the_numbers_and_the_human_goes_on(db, youth, nadia):
    youth.starts()
    youth.taps("C'est parti")
    youth.writes("je veux parler à quelqu'un")
    call = nadia.sees()[0]
    assert call.why == "asked"
    nadia.claims(call)
    youth.hears()
    numbers, seen = youth.writes("jveux en finir avec la vie")
    assert "3114" in numbers and seen == "La personne qui te répond ici voit ton message."
    assert youth.taps("Effacer ces messages")[0].startswith("Appuie longtemps sur un message")
    nadia.replies(call, "Je suis là, Lou.")
    assert youth.hears() == ["Je suis là, Lou."]
    assert only(db, Handover).urgent


def test_danger_after_stop_is_answered_and_one_tap_leaves_them_in_peace(db, youth):
    youth.starts()
    youth.taps("C'est parti")
    youth.writes("/stop")
    assert "3114" in youth.writes("jveux en finir avec la vie")[0]
    assert youth.taps("Ça va, on continue")[0].startswith("D'accord")
    assert youth.writes("ok")[0].startswith("Je ne t'écris plus")


def test_who_had_asked_for_a_human_and_takes_a_danger_back_still_waits(db, youth, nadia):
    youth.starts()
    youth.writes("/humain")
    youth.writes("jveux en finir avec la vie")
    assert youth.taps("Ça va, on continue")[0].startswith("D'accord, c'est noté. Une personne va te répondre")
    with db.reading() as tx:
        assert [p for p in tx.exec(select(Promise)) if p.ended_at is None], "what was promised still stands"
    nadia.claims(nadia.sees()[0])
    assert youth.hears()[-1].endswith("te répond ici.")


def test_a_voice_note_and_a_call_instead(db, youth, nadia):
    reaches_proposals(youth)
    heard = youth.sends("voice")
    assert heard[0].startswith("J'ai bien reçu ton message vocal") and heard[-1] == "Lequel te va ?"
    assert youth.taps("Je préfère qu'on m'appelle")[-1].startswith("Sur quel numéro")
    noted = youth.writes("06 12 34 56 78")
    assert noted[0] == "C'est noté : l'équipe peut t'appeler au 0612345678."
    call = nadia.sees()[0]
    assert call.why == "call"
    assert youth.writes("c'est Lou, je préfère le téléphone") == []


def in_arabic(youth, key):
    """A text of ours, as it stands on the phone."""
    return youth.script.wording.text("ar", key)


def test_a_need_in_arabic_from_the_first_word_to_the_appointment(db, script):
    amal = Youth(db, script, "77", "Amal", language="ar")
    first = amal.writes("السلام عليكم، أبحث عن عمل")
    assert in_arabic(amal, "needs.emploi") in first[0] and "Passerelle" in first[-1]
    amal.taps(in_arabic(amal, "hello.go"))
    assert amal.writes("عمري 19 سنة")[-1] == in_arabic(amal, "commune")
    assert amal.writes("Imphy")[-1] == in_arabic(amal, "needs")
    assert "orientation:needs:-emploi" in choices(amal), "it is not asked twice"
    for key in ("needs.done", "emploi_but.offre", "emploi_frein.rien"):
        amal.taps(in_arabic(amal, key))
    assert "Imphy" in amal.writes("أين المكان؟")[0]
    amal.taps(first_proposal(amal))
    booked = amal.taps(in_arabic(amal, "confirm.ok"))
    assert "Permanence d" in booked[0]
    assert only(db, Appointment).needs == ["emploi"]
    french = [text for text in first + booked if "Tu " in text or "rendez-vous" in text]
    assert french == [], "nothing of the guide is in French"
