"""Words at any question: first its answer, then what else they ask for; the question comes back. Pure."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.adding import wanted
from flows.appointment import appointment
from flows.crossroads import rest
from flows.directions import directions
from flows.events import Chose, Done, Refused, Said
from flows.guessing import guessing
from flows.meant import Meant
from flows.orientation import orientation
from flows.receive import receive
from flows.resuming import resuming
from flows.steps import HUMAN, Ask, Choice
from flows.talk import Perform, Send, Story, Summon, Talk
from tests.content.walk import BOOKED, NEVERS, OFFER, SOON, structure

ASKS = (
    Ask("emploi_but", lambda _: (Choice("offre"),), lambda k: "emploi" in k["needs"]),
    Ask("logement_but", lambda _: (Choice("loyer"),), lambda k: "logement" in k["needs"]),
)
STORIES = {
    "orientation": orientation((("emploi", "logement", "sante"), ("droits", "loisirs")), ASKS),
    "appointment": appointment(),
    "directions": directions(),
    "guessing": guessing(),
    "resuming": resuming(),
    "rest": rest(),
}
KNOWN = {"bracket": "from_18", "place": NEVERS, "first_name": "Lou"}
AT_REST = Talk(profile=KNOWN)


def at(asked, profile=KNOWN, **answers):
    """In the middle of the first story."""
    known = {"hello": "go", **answers}
    return Talk((Story("orientation", known, asked),), profile)


SERVED = {"structure": structure(), "probably_served": True}
HELLO = Talk((Story("orientation", {}, "hello"),))
AGE = at("bracket", {})
WHERE = at("commune", {"bracket": "from_18"})
NEEDS = at("needs", **SERVED)
CHOSEN = {**SERVED, "needs": ["emploi"], "emploi_but": "offre", "tips": True, "beyond": {"partners": []}}
FOUND = {"proposals": {"offers": [OFFER, SOON], "sites": []}, "offer_near": True, "offer_soon": True}
LOOKING = at("proposal", **CHOSEN, **FOUND)
READING = at("confirm", **CHOSEN, **FOUND, proposal=OFFER["id"], hold=OFFER)


def after(talk, *events):
    for event in events:
        talk, effects = receive(STORIES, talk, event)
    return talk, effects


def says(text="…", **meant):
    return Said(text, meant=Meant(**meant))


def keys(outcome):
    return [e.message.key for e in outcome[1] if isinstance(e, Send)]


def commands(outcome):
    return [type(e.command).__name__ for e in outcome[1] if isinstance(e, Perform)]


@pytest.mark.parametrize("talk", [HELLO, AGE, WHERE, NEEDS, LOOKING, READING, AT_REST])
def test_whoever_asks_for_a_human_in_words_has_one_called(talk):
    assert after(talk, says(intents=("humain",)))[1] == (Summon(),)


def test_a_human_is_called_even_by_words_for_a_question_not_seen_yet():
    unseen = replace(AGE, unseen=True)
    assert after(unseen, says(intents=("humain",)))[1] == (Summon(),)
    assert after(unseen, says(intents=("lieu",)))[1] == ()


def test_where_it_is_shows_each_place_proposed_and_asks_again():
    outcome = after(LOOKING, says("où c'est ?", intents=("lieu",)))
    assert keys(outcome) == ["find_place", "proposal"], "two slots in one place are one place"
    assert outcome[1][0].message.links[0].to == OFFER["map"]
    assert outcome[1][0].message.params["call"] == OFFER["phone"]
    assert keys(after(READING, says(intents=("lieu",)))) == ["find_place", "confirm"]


def test_where_it_is_tells_of_the_next_appointment_and_the_question_comes_back():
    talk, effects = after(NEEDS, says(intents=("lieu",)))
    assert commands((talk, effects)) == ["MyAppointments"]
    assert keys(after(talk, Done("mine", [BOOKED]))) == ["find_place", "find_venue", "needs"]
    assert keys(after(talk, Done("mine", []))) == ["no_place_yet", "needs"]
    called = BOOKED | {"place": "", "lat": None, "mode": "phone"}
    assert keys(after(talk, Done("mine", [called]))) == ["find_call", "needs"]


def test_an_appointment_asked_for_in_words_is_theirs_or_is_on_its_way():
    talk, _ = after(LOOKING, says(intents=("rdv",)))
    assert keys(after(talk, Done("mine", []))) == ["none_within", "proposal"]
    assert keys(after(talk, Done("mine", [BOOKED]))) == ["wish"]


def test_at_rest_one_tap_leads_to_an_appointment():
    talk, _ = after(AT_REST, says(intents=("rdv",)))
    asked = after(talk, Done("mine", []))
    assert keys(asked) == ["none_alone"]
    assert keys(after(asked[0], Chose("appointment", "none_alone", "again"))) == ["hello"]


def test_an_appointment_for_a_need_begins_with_it():
    talk, _ = after(AT_REST, says(intents=("rdv",), needs=("logement",)))
    talk, effects = after(talk, Done("mine", []))
    assert keys((talk, effects)) == ["none_within"] and commands((talk, effects)) == ["FindMissionLocale"]
    asked = after(talk, Done("structure", structure()))
    assert [c.id for c in asked[1][-1].message.choices] == ["+emploi", "-logement", "+sante", "page1", "done"]


def test_long_words_at_the_first_screen_are_not_asked_for_twice():
    talk, effects = after(Talk(), says(needs=("logement", "emploi")))
    assert keys((talk, effects)) == ["needs-noted", "hello"]
    assert [c.id for c in effects[0].message.choices] == ["not-logement", "not-emploi"]
    talk, effects = after(
        talk,
        Chose("orientation", "hello", "go"),
        Chose("orientation", "bracket", "from_18"),
        Said("Nevers"),
        Done("place", NEVERS),
        Done("structure", structure()),
    )
    assert [c.id for c in effects[-1].message.choices] == ["-emploi", "-logement", "+sante", "page1", "done"]
    assert talk.top.answers["needs.draft"] == ["logement", "emploi"], "in the order in which they were said"


def test_who_answers_the_first_hello_with_a_need_has_begun():
    assert keys(after(HELLO, says(needs=("logement",)))) == ["needs-noted", "bracket"]
    assert keys(after(HELLO, says(intents=("lieu",)), Done("mine", []))) == ["no_place_yet", "hello"]


def test_a_sentence_that_names_a_place_answers_and_its_need_is_kept():
    outcome = after(WHERE, says("je cherche un logement à Nevers", needs=("logement",), place=True))
    assert keys(outcome) == ["needs-noted"] and commands(outcome) == ["Locate"]
    crib = after(WHERE, says("La Crèche", needs=("sante",), place=True))
    assert keys(crib) == [] and commands(crib) == ["Locate"], "a name is a name"


def test_words_that_ask_for_something_are_no_commune():
    assert keys(after(WHERE, says("et un logement", needs=("logement",)))) == ["needs-noted", "commune"]
    assert commands(after(WHERE, says("Trifouilly"))) == ["Locate"]


def test_a_commune_not_found_twice_brings_a_human_not_a_loop():
    def wrong(talk):
        return after(talk, says("xyz"), Refused("place", "unknown"))

    first = wrong(WHERE)
    assert keys(first) == ["place-unknown", "commune"]
    assert keys(wrong(first[0])) == ["human-can-help", "commune"]


def test_the_same_need_again_is_no_loop():
    job = says(needs=("emploi",))
    assert keys(after(AGE, job, job)) == ["already-noted", "bracket"]
    assert keys(after(AGE, job, job, job)) == ["human-can-help", "bracket"]


def test_a_need_in_the_middle_is_added_said_and_undone_by_one_tap():
    asked = at("emploi_but", **SERVED, needs=["emploi"])
    talk, effects = after(asked, says("et aussi un logement", needs=("logement",)))
    assert keys((talk, effects)) == ["needs-noted", "emploi_but"]
    assert talk.top.answers["needs"] == ["emploi", "logement"]
    assert keys(after(talk, Chose("orientation", "emploi_but", "offre"))) == ["logement_but"]
    undone = after(talk, Chose("orientation", "also", "not-logement"))
    assert undone[0].top.answers["needs"] == ["emploi"]
    again = after(undone[0], Chose("orientation", "also", "not-logement"))
    assert again[0] == undone[0] and keys(again) == ["already-noted"]


@pytest.mark.parametrize(("where", "asked"), [(LOOKING, "proposal"), (READING, "confirm")])
def test_a_need_beside_what_is_proposed_or_held_loses_nothing(where, asked):
    talk, effects = after(where, says(needs=("logement",)))
    assert keys((talk, effects)) == ["needs-noted", asked]
    assert talk.top.answers["proposals"] == FOUND["proposals"]
    assert talk.top.answers["needs"] == ["emploi", "logement"]


def test_the_only_need_taken_back_is_asked_for_again():
    assert keys(after(LOOKING, Chose("orientation", "also", "not-emploi"))) == ["needs"]


def test_needs_written_that_are_on_another_page_are_said():
    outcome = after(NEEDS, Chose("orientation", "needs", "+logement+droits"))
    assert keys(outcome) == ["needs-noted", "needs"]
    assert [c.id for c in outcome[1][0].message.choices] == ["not-droits"], "the others are seen ticked"
    assert keys(after(NEEDS, Chose("orientation", "needs", "+logement"))) == ["needs"]
    assert keys(after(AGE, Chose("orientation", "needs", "+droits"))) == ["too-late", "bracket"]


def test_a_need_at_rest_begins_with_it():
    talk, effects = after(AT_REST, says(needs=("sante",)))
    assert keys((talk, effects)) == ["needs-noted"] and commands((talk, effects)) == ["FindMissionLocale"]
    assert talk.top.answers["needs.draft"] == ["sante"]


def test_a_need_of_who_is_too_old_or_lives_elsewhere_is_not_kept():
    elder = at("elders", {"bracket": "from_26"})
    assert keys(after(elder, says(needs=("emploi",)))) == ["please-choose", "elders"]


@pytest.mark.parametrize(
    ("intent", "key"), [("salut", "hello-again"), ("insulte", "calm"), ("hors_sujet", "off-topic")]
)
def test_a_greeting_an_insult_or_something_else_gets_its_word_and_the_question_comes_back(intent, key):
    talk, effects = after(AGE, says(intents=(intent,)))
    assert keys((talk, effects)) == [key, "bracket"]
    assert effects[-1].message.controls[-1] == HUMAN
    assert talk.owner == "guide"


def test_an_insult_at_rest_is_offered_a_human():
    talk, effects = after(AT_REST, says(intents=("insulte",)))
    assert talk == AT_REST and effects[0].message.controls == (HUMAN,)


def test_thanks_are_returned_and_nobody_is_pressed():
    assert keys(after(AGE, says(intents=("merci_fin",)))) == ["thanks-and-on"]
    assert keys(after(AT_REST, says(intents=("merci_fin",)))) == ["thanks"]


def test_off_topic_twice_brings_a_human():
    off = says(intents=("hors_sujet",))
    assert keys(after(AGE, off, off)) == ["human-can-help", "bracket"]


GUESS = {"guesses": ("emploi", "sante")}


def test_two_guesses_are_buttons_and_something_else():
    talk, effects = after(AGE, says(**GUESS))
    assert keys((talk, effects)) == ["guessed"]
    assert [c.id for c in effects[0].message.choices] == ["emploi", "sante", "other"]
    taken = after(talk, Chose("guessing", "guessed", "sante"))
    assert keys(taken) == ["needs-noted", "bracket"] and taken[0].top.answers["needs.draft"] == ["sante"]
    assert keys(after(talk, Chose("guessing", "guessed", "other"))) == ["guess-again", "bracket"]


def test_who_is_guessed_wrong_twice_is_offered_a_human():
    assert keys(after(AGE, says(**GUESS), says(**GUESS))) == ["human-can-help", "bracket"]
    assert keys(after(AGE, says(**GUESS), says("hein"))) == ["human-can-help", "bracket"]


def test_other_words_pass_the_guess_by():
    assert keys(after(AGE, says(**GUESS), says(needs=("logement",)))) == ["needs-noted", "bracket"]


def test_a_forged_guess_adds_nothing():
    talk, effects = after(AGE, says(**GUESS), Chose("guessing", "guessed", "evil"))
    assert keys((talk, effects)) == ["human-can-help", "bracket"]
    assert "needs.draft" not in talk.top.answers


@pytest.mark.parametrize("meant", [{"intents": (i,)} for i in ("lieu", "rdv", "salut", "insulte")])
def test_whoever_comes_for_the_first_time_is_told_who_we_are(meant):
    assert keys(after(Talk(), says(**meant))) == ["hello"]


def test_words_not_long_after_a_human_may_be_for_them_unless_they_ask_for_a_place():
    lately = replace(AGE, lately=(12, "Nadia"))
    assert keys(after(lately, says("merci Nadia", intents=("merci_fin",)))) == ["resume_with"]
    assert keys(after(lately, says(needs=("logement",)))) == ["resume_with"]
    assert commands(after(lately, says(intents=("lieu",)))) == ["MyAppointments"]


def test_a_name_may_be_a_word_that_means_something():
    stranger = {"bracket": "from_18", "place": NEVERS}
    nameless = at("first_name", stranger, **CHOSEN, **FOUND, proposal="x", hold=OFFER)
    assert keys(after(nameless, says("Sport", needs=("emploi",)))) == ["confirm"]
    assert keys(after(nameless, says("où c'est ?", intents=("lieu",)))) == ["find_place", "first_name"]


INTENTS = ("rdv", "humain", "lieu", "salut", "merci_fin", "insulte", "hors_sujet")
NEED = st.sampled_from(["emploi", "logement", "droits", "evil"])
WORDS = st.builds(
    Said,
    st.text(max_size=10),
    st.sampled_from([None, None, None, "suicide"]),
    st.builds(
        Meant,
        st.lists(NEED, max_size=2, unique=True).map(tuple),
        st.lists(st.sampled_from(INTENTS), max_size=2).map(tuple),
        st.sampled_from([(), ("emploi", "logement")]),
        st.booleans(),
    ),
)
TAPS = st.builds(
    Chose,
    st.sampled_from(["orientation", "guessing", "danger", "appointment"]),
    st.sampled_from(["also", "guessed", "needs", "danger", "none_alone", "proposal", "hello"]),
    st.sampled_from(
        ["not-emploi", "not-", "other", "logement", "+droits", "done", "fine-guide", "erase-x", "go", "<"]
    ),
)
OUTCOMES = st.sampled_from(
    [Done("mine", []), Done("mine", [BOOKED]), Done("structure", structure()), Done("taken_back", "guide")]
)


@given(
    st.sampled_from([Talk(), AT_REST, HELLO, AGE, WHERE, NEEDS, LOOKING, READING]),
    st.lists(st.one_of(WORDS, TAPS, OUTCOMES), max_size=8),
)
def test_whatever_is_said_and_tapped_the_talk_stands(talk, events):
    """Nothing raises; no need is kept twice or unknown; what is asked can be answered."""
    for event in events:
        talk, _ = receive(STORIES, talk, event)
        for story in talk.stories:
            kept = wanted(story.answers)
            assert len(kept) == len(set(kept)) and "evil" not in kept
            assert story.name in STORIES
        assert len({s.name for s in talk.stories}) == len(talk.stories)
