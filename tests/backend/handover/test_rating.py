"""Three faces once a human has finished: asked once, easily passed over, understood in words, kept for the team."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from backend.handover.abuse import end_abuse
from backend.handover.models import Handover, Rating
from backend.handover.rating import COUNTS, faces
from backend.insight.models import Fact
from flows.events import Chose, Said
from tests.mediator import Mediator
from tests.youth import Youth, reaches_proposals

ASKED = "Nadia t'a aidé ?"


@pytest.fixture
def url(sqlite_url):
    """What is asked hangs on no engine."""
    return sqlite_url


@pytest.fixture
def nadia(db, script):
    return Mediator(db, script)


def helped(youth, nadia, outcome="answered", reply="Voilà."):
    """A human is called, answers and closes; what the youth hears at the end."""
    youth.writes("/humain")
    handover = nadia.sees()[0]
    nadia.claims(handover)
    if reply:
        nadia.replies(handover, reply)
    youth.hears()
    nadia.closes(handover, outcome)
    return youth.hears()


@pytest.fixture
def closed(youth, nadia):
    """In the middle of choosing a slot, a human came and went."""
    reaches_proposals(youth)
    return helped(youth, nadia)


def given(db) -> list[tuple[str, str]]:
    with db.reading() as tx:
        return [(one.face, one.word) for one in tx.exec(select(Rating))]


def test_after_closing_three_faces_each_with_a_word_are_asked_and_nothing_else(youth, closed):
    assert closed[0].startswith("Nadia a terminé") and closed[1].startswith(ASKED) and len(closed) == 2
    labels = [b["label"] for row in youth.screen[-1].buttons for b in row]
    assert labels[:3] == ["🙂 Oui, merci", "😐 Un peu", "🙁 Non"]
    assert all(any(c.isalpha() for c in label) for label in labels)


def test_a_face_then_a_word_then_the_question_that_waited_with_slots_looked_for_again(youth, closed, db):
    assert youth.taps("🙂 Oui, merci")[0].startswith("C'est noté. Un mot à ajouter ?")
    heard = youth.writes("elle est super claire")
    assert heard[0].startswith("Merci de me l'avoir dit")
    assert heard[-1] == "Lequel te va ?" and len(heard) > 2, "the proposals are told again"
    assert given(db) == [("good", "elle est super claire")]


def test_the_word_may_be_left_out(youth, closed, db):
    youth.taps("😐 Un peu")
    assert youth.taps("Je préfère ne pas répondre")[-1] == "Lequel te va ?"
    assert given(db) == [("fair", "")]


def test_the_face_may_be_left_out(youth, closed, db):
    assert youth.taps("Je préfère ne pas répondre")[-1] == "Lequel te va ?"
    assert given(db) == []


def test_who_was_not_helped_is_offered_another_human(youth, closed):
    youth.taps("🙁 Non")
    youth.taps("Je préfère ne pas répondre")
    assert any(p.text.startswith("Merci de me l") and "Une autre personne" in p.text for p in youth.screen)
    assert "Parler à quelqu'un" in youth.buttons


@pytest.mark.parametrize(
    ("typed", "face"),
    [
        ("oui merci", "good"),
        ("2", "fair"),
        ("Un peu", "fair"),
        ("non", "bad"),
        ("👍👍", "good"),
        ("bof...", "fair"),
    ],
)
def test_an_answer_in_words_or_signs_is_understood(youth, closed, db, typed, face):
    assert youth.writes(typed)[0].startswith("C'est noté. Un mot")
    assert given(db) == [(face, "")]


def test_an_answer_to_the_question_below_is_understood_too(youth, nadia, db):
    youth.starts()
    youth.taps("C'est parti")
    helped(youth, nadia)
    assert youth.writes("18 à 25 ans")[0].startswith("Tu habites où"), "the faces do not stand in the way"
    assert youth.writes("Imphy")[0].startswith("Imphy")
    assert given(db) == []


def test_a_place_is_an_answer_to_the_question_below(youth, nadia):
    youth.starts()
    youth.taps("C'est parti")
    youth.taps("18 à 25 ans")
    helped(youth, nadia)
    assert youth.writes("Imphy")[0].startswith("Imphy")


def test_an_old_button_of_the_question_below_still_works(youth, nadia):
    youth.starts()
    youth.taps("C'est parti")
    helped(youth, nadia)
    assert youth.taps("18 à 25 ans")[0].startswith("Tu habites où")


def test_other_words_lead_back_to_the_human_and_ask_no_face_again(youth, closed, clock):
    heard = youth.writes("ah et pour mon cv je fais comment")
    assert heard == ["Tu veux reprendre avec Nadia ?"]
    assert youth.taps("Continuer ici")[-1] == "Lequel te va ?"


def test_words_two_days_later_lead_to_the_question_that_waited(youth, closed, clock):
    clock.goes_on(days=3)
    assert youth.writes("euh alors")[-1] == "Lequel te va ?"


def test_a_command_is_answered_and_the_faces_are_not_asked_again(youth, closed):
    heard = youth.writes("/rdv")
    assert not [words for words in heard if ASKED in words]
    assert heard[-1] == "Lequel te va ?"


def test_start_leads_to_where_things_stand_without_faces(youth, closed):
    heard = youth.writes("/start")
    assert not [words for words in heard if ASKED in words]
    assert ASKED not in youth.taps("Continuer")[-1]


def test_the_same_tap_twice_counts_once_and_another_face_takes_its_place(youth, closed, db):
    good, bad = youth.button("🙂"), youth.button("🙁")
    youth.does(good)
    youth.does(good)
    youth.taps("Je préfère ne pas répondre")
    assert given(db) == [("good", "")]
    youth.does(bad)
    assert given(db) == [("bad", "")]


def test_nobody_is_asked_who_could_not_be_reached(youth, nadia):
    reaches_proposals(youth)
    assert helped(youth, nadia, "unreachable")[-1] == "Lequel te va ?"


def test_nobody_is_asked_after_abuse(youth, nadia, script):
    reaches_proposals(youth)
    youth.writes("/humain")
    handover = nadia.sees()[0]
    nadia.claims(handover)
    nadia.replies(handover, "Voilà.")
    at, me = nadia.epoch(handover), nadia.person
    with nadia.db.transaction() as tx:
        end_abuse(tx, script, me, handover.id, at, "insultes", 0, "n-abuse")
    heard = youth.hears()
    assert "Nadia" in " ".join(heard) and not [words for words in heard if ASKED in words]


def test_nobody_is_asked_who_got_no_answer(youth, nadia):
    reaches_proposals(youth)
    assert helped(youth, nadia, reply="")[-1] == "Lequel te va ?"


def test_nobody_is_asked_when_the_floor_is_given_back(youth, nadia):
    reaches_proposals(youth)
    youth.writes("/humain")
    handover = nadia.sees()[0]
    nadia.claims(handover)
    nadia.replies(handover, "Voilà.")
    nadia.gives_back(handover)
    assert youth.hears()[-1] == "Lequel te va ?"


def test_nobody_is_asked_under_sixteen(youth, nadia):
    youth.starts()
    youth.taps("C'est parti")
    youth.writes("/humain")
    youth.taps("Moins de 16 ans")
    handover = nadia.sees()[0]
    nadia.claims(handover)
    nadia.replies(handover, "Voilà.")
    nadia.closes(handover)
    assert not [words for words in youth.hears() if ASKED in words]


def test_nobody_is_asked_after_danger(youth, nadia):
    youth.writes("j'ai envie de mourir")
    handover = nadia.sees()[0]
    nadia.claims(handover)
    nadia.replies(handover, "Je suis là.")
    nadia.closes(handover)
    assert not [words for words in youth.hears() if ASKED in words]


def test_stop_asks_nothing_and_a_face_tapped_then_still_counts(youth, closed, db):
    youth.writes("/stop")
    heard = youth.taps("🙂 Oui, merci")
    assert heard == ["Merci de me l'avoir dit. Besoin de quelqu'un : /humain"]
    assert given(db) == [("good", "")]


def test_a_face_tapped_while_another_human_has_the_floor_counts_and_asks_nothing(youth, closed, nadia, db):
    face = youth.button("🙂")
    youth.writes("/humain")
    nadia.claims(nadia.sees()[0])
    youth.hears()
    heard = youth.does(face)
    assert heard == ["Merci de me l'avoir dit. Besoin de quelqu'un : /humain"]
    assert given(db) == [("good", "")]


def test_while_a_new_human_is_awaited_words_are_for_them(youth, closed, db):
    youth.writes("/humain")
    assert youth.writes("oui merci") == []
    assert given(db) == []


def test_a_face_of_others_or_forged_or_of_long_ago_is_not_kept(youth, closed, db, script, clock):
    sam = Youth(db, script, "77", name="Sam")
    sam.starts()
    for choice in ("good-1", "good-", "good", "good-x", "good-99999999999999999999", "good-²", "great-1"):
        sam.does(Chose("rating", "face", choice))
    assert given(db) == []
    clock.goes_on(days=COUNTS.days + 1)
    assert youth.taps("🙂")[0].startswith("C'est trop loin")
    assert given(db) == []


def test_danger_in_the_word_is_danger_first(youth, closed, db):
    youth.taps("🙁 Non")
    assert "3114" in youth.writes("j'ai envie de mourir")[0]
    assert given(db) == [("bad", "")]


def test_a_word_is_kept_as_it_is_however_long_or_hostile(youth, closed, db):
    typed = "<script>alert(1)</script> \u202e {name} " + "a" * 4000
    youth.taps("🙂")
    youth.writes(typed)
    assert given(db) == [("good", typed)]


def test_words_written_before_the_faces_have_left_are_not_an_answer_to_them(youth, nadia, db):
    reaches_proposals(youth)
    youth.writes("/humain")
    handover = nadia.sees()[0]
    nadia.claims(handover)
    nadia.replies(handover, "Voilà.")
    youth.hears()
    nadia.closes(handover)
    youth.turn(Said("merci"))
    youth.hears()
    assert given(db) == []


def test_faces_are_counted_without_names_and_outlive_an_erasure_as_a_figure(youth, closed, db, clock):
    youth.taps("🙂")
    youth.writes("xyzzy")
    with db.reading() as tx:
        home = tx.exec(select(Handover.mission_locale_id)).first()
        assert faces(tx, [home], clock() - timedelta(days=1)) == {"good": 1}
        assert faces(tx, [], clock() - timedelta(days=1)) == {}
    youth.writes("/supprimer")
    with db.reading() as tx:
        assert tx.exec(select(Rating)).all() == []
        assert [fact.needs for fact in tx.exec(select(Fact))][-1] == ["rated:good"]
        assert faces(tx, [home], clock() - timedelta(days=1)) == {"good": 1}
