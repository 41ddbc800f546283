"""The floor: a compare-and-swap at every change, and a fence that no slow guide can pass."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlmodel import select

from backend.handover.holding import FloorTaken, Unreachable
from backend.handover.models import Handover, Note
from backend.handover.speaking import add_note, resend
from backend.leases import lease
from backend.models import Conversation, Line
from backend.places.models import MissionLocale
from flows.events import Blocked, Said
from tests.mediator import Mediator
from tests.youth import reaches_proposals


@pytest.fixture
def nadia(db, script):
    return Mediator(db, script)


@pytest.fixture
def theo(db, script):
    return Mediator(db, script, "theo.marchand@exemple.fr")


@pytest.fixture
def called(youth, nadia):
    """A youth who has asked for a human."""
    youth.starts()
    youth.taps("C'est parti")
    youth.writes("/humain")
    return nadia.sees()[0]


def test_a_mediator_takes_the_floor_answers_and_gives_it_back(youth, nadia, called):
    nadia.claims(called)
    assert youth.hears() == ["Nadia prend la suite et te répond ici."]
    nadia.replies(called, "Salut, raconte-moi.")
    assert youth.hears() == ["Salut, raconte-moi."]
    assert youth.writes("je suis perdu") == []
    assert youth.last.receipt
    nadia.closes(called)
    assert youth.hears()[0] == "Nadia a terminé. Si besoin, écris /humain. Je reprends la suite."
    assert youth.taps("Je préfère ne pas répondre")[-1] == "Tu as quel âge ?", "the faces may be left out"
    assert nadia.sees() == []


def test_two_people_can_never_answer_at_once(nadia, theo, called, db):
    def race(who):
        try:
            who.claims(called)
        except FloorTaken as taken:
            return taken.holder_name
        return "mine"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(race, [nadia, theo]))[1] == "mine"
    with db.reading() as tx:
        assert tx.get_one(Conversation, called.conversation_id).epoch == 2


def test_who_does_not_hold_the_floor_is_refused_and_told_who_does(nadia, theo, called):
    with pytest.raises(FloorTaken):
        nadia.replies(called, "trop tôt")
    nadia.claims(called)
    with pytest.raises(FloorTaken) as refused:
        theo.replies(called, "moi aussi")
    assert refused.value.holder_name == "Nadia Belkacem"


def test_a_stale_page_is_refused(youth, nadia, called):
    nadia.claims(called)
    old = nadia.epoch(called)
    nadia.closes(called)
    youth.writes("/humain")
    again = nadia.sees()[0]
    nadia.claims(again)
    with pytest.raises(FloorTaken):
        nadia.replies(again, "page ancienne", epoch=old)


def test_a_form_sent_twice_is_done_once(youth, nadia, called):
    nadia.claims(called)
    for _ in range(2):
        nadia.replies(called, "une fois", nonce="same")
    assert youth.hears()[1:] == ["une fois"]


def test_the_outbox_drops_a_line_of_a_slow_guide(youth, nadia, db):
    """The guide's question was written before the claim and leaves after it: it must not be heard."""
    youth.starts()
    youth.turn(youth.button("C'est parti"))
    youth.turn(Said("/humain"))
    nadia.claims(nadia.sees()[0])
    heard = youth.hears()
    assert "Tu as quel âge ?" not in heard and heard[-1].startswith("Nadia prend la suite")
    with db.reading() as tx:
        assert tx.exec(select(Line.text).where(Line.state == "fenced")).one().startswith("Tu as quel")


def test_what_was_promised_is_said_even_after_a_claim(youth, nadia):
    youth.starts()
    youth.turn(Said("/humain"))
    nadia.claims(nadia.sees()[0])
    assert "va te répondre ici" in youth.hears()[0]


def test_danger_opens_an_urgent_handover_even_before_the_commune_is_known(youth, nadia):
    heard = youth.writes("j'ai envie de mourir")
    assert "3114" in heard[0] and "15" in heard[0] and "3114" in " ".join(youth.links.values())
    handover = nadia.sees()[0]
    assert handover.urgent and handover.danger == "suicide" and handover.mission_locale_id is None


def test_danger_in_the_middle_of_a_handover_is_answered_and_makes_it_urgent(youth, nadia, called):
    nadia.claims(called)
    youth.hears()
    assert "3114" in youth.writes("je vais me suicider")[0]
    assert nadia.sees()[0].urgent


def test_at_night_the_truth_is_told(youth, clock):
    clock.goes_on(hours=14)
    youth.starts()
    assert "Personne ne lira avant mardi 24 novembre à 9 h" in youth.writes("/humain")[0]
    assert "Maintenant, c'est le 3114 ou le 15" in youth.writes("j'ai envie de mourir")[1]


def test_a_note_never_reaches_the_youth(youth, nadia, called, db):
    nadia.claims(called)
    youth.hears()
    with db.transaction() as tx:
        add_note(tx, nadia.person, called.id, "à rappeler")
    assert youth.hears() == []
    with db.reading() as tx:
        assert tx.exec(select(Note.text)).one() == "à rappeler"


def test_nobody_can_be_written_to_who_blocked_us_or_said_stop(youth, nadia, called):
    nadia.claims(called)
    youth.does(Blocked(True))
    with pytest.raises(Unreachable):
        nadia.replies(called, "tu es là ?")
    youth.does(Blocked(False))
    youth.writes("/stop")
    with pytest.raises(Unreachable):
        nadia.replies(called, "tu es là ?")


def test_a_long_reply_is_cut_at_a_word(youth, nadia, called):
    nadia.claims(called)
    youth.hears()
    nadia.replies(called, "mot " * 2000)
    parts = youth.hears()
    assert len(parts) == 2 and all(len(p) <= 4096 for p in parts)
    assert " ".join(parts).split() == ["mot"] * 2000


def test_a_line_of_unknown_fate_waits_for_a_word_and_blocks_nothing(youth, nadia, called, db, clock):
    nadia.claims(called)
    youth.hears()
    nadia.replies(called, "bonjour")
    assert [p.text for p in lease(db, clock(), 10)] == ["bonjour"]  # the sender dies here
    clock.goes_on(minutes=5)
    nadia.replies(called, "toujours là ?")
    assert youth.hears() == ["toujours là ?"]
    with db.reading() as tx:
        line = tx.exec(select(Line).where(Line.state == "unknown")).one()
    with db.transaction() as tx:
        resend(tx, nadia.person, line.id)
    assert youth.hears() == ["bonjour"]


def test_the_guide_resumes_in_the_middle_of_a_booking(youth, nadia):
    reaches_proposals(youth)
    youth.writes("/humain")
    handover = nadia.sees()[0]
    nadia.claims(handover)
    nadia.gives_back(handover)
    assert youth.hears()[-1] == "Lequel te va ?"
    with nadia.db.reading() as tx:
        assert tx.get_one(Handover, handover.id).outcome == "given_back"


def test_sixteen_and_seventeen_go_first(youth, nadia):
    youth.starts()
    youth.taps("C'est parti")
    youth.taps("16 ou 17 ans")
    youth.writes("/humain")
    assert nadia.sees()[0].urgent


def test_a_handover_without_a_commune_moves_once_it_is_known(youth, nadia):
    youth.starts()
    youth.taps("C'est parti")
    youth.writes("/humain")
    assert nadia.sees()[0].mission_locale_id is None
    youth.taps("18 à 25 ans")
    assert youth.writes("allo il y a quelqu'un ?") == [], "while waiting, words are for the human"
    assert youth.writes("aulnat")[0].startswith("Aulnat"), "but where a place was asked, a place is an answer"
    lucas = Mediator(nadia.db, nadia.script, "lucas.fontaine@exemple.fr")
    with nadia.db.reading() as tx:
        home = tx.exec(select(MissionLocale).where(MissionLocale.slug.startswith("clermont"))).one()
    assert lucas.sees()[0].mission_locale_id == home.id


def test_while_a_human_holds_the_floor_no_question_comes_after_a_command(youth, nadia, called):
    nadia.claims(called)
    youth.hears()
    for command in ("/rdv", "/aide", "/vieprivee", "/start"):
        assert "Tu as quel âge ?" not in youth.writes(command), command
    youth.writes("/langue")
    assert youth.taps("Français") == ["C'est noté."]


def test_a_call_that_nobody_has_taken_follows_the_youth(youth, nadia):
    youth.starts()
    youth.taps("C'est parti")
    youth.taps("18 à 25 ans")
    youth.writes("nevers")
    youth.writes("/humain")
    before = nadia.sees()[0].mission_locale_id
    youth.taps("Retour")
    youth.writes("aulnat")
    assert nadia.sees()[0].mission_locale_id not in {None, before}
