"""The floor goes from one human to another, and comes back: what is said, and who speaks next."""

from __future__ import annotations

from dataclasses import replace

import pytest

from flows.events import (
    Called,
    Chose,
    Claimed,
    HandedOn,
    LeftFloor,
    Refused,
    Said,
    Sent,
    Started,
    Summoned,
    Told,
)
from flows.receive import receive
from flows.resuming import resuming
from flows.talk import Send, Summon, Talk, begin
from flows.words import Deadline
from tests.flows.test_talk import ASKED_AGE, HELD, HELLO, STOPPED, WAITING, keys
from tests.flows.test_talk import STORIES as OTHERS

STORIES = {**OTHERS, "resuming": resuming()}
LATELY = replace(ASKED_AGE, lately=(12, "Nadia"))
GONE = Talk(profile={"bracket": "from_18"}, lately=(12, "Nadia"))
UNTIL = Deadline("2026-11-24T16:00:00+00:00", "Europe/Paris", "2026-11-23T08:00:00+00:00")


def after(talk, *events):
    for event in events:
        talk, effects = receive(STORIES, talk, event)
    return talk, effects


@pytest.mark.parametrize(
    ("event", "key"),
    [
        (HandedOn("Nadia", to="Théo"), "human-hands-to"),
        (HandedOn("Nadia", team="Decize"), "human-hands-to-team"),
        (HandedOn("Nadia", until=UNTIL), "human-releases"),
    ],
)
def test_whoever_hands_on_says_so_and_the_guide_stays_silent(event, key):
    talk, effects = after(HELD, event)
    assert talk.owner == "waiting" and keys((talk, effects)) == [key]
    assert effects[0].message.kept and effects[0].message.params["until"] == event.until
    assert keys(after(talk, Said("allo ?"))) == [], "words are for the human who comes"
    assert keys(after(talk, Claimed("Théo"))) == ["human-here"]


@pytest.mark.parametrize("talk", [ASKED_AGE, WAITING, STOPPED], ids=["guide", "waiting", "nobody"])
def test_what_nobody_holds_cannot_be_handed_on(talk):
    assert after(talk, HandedOn("Nadia", to="Théo")) == (talk, ())


def test_whoever_takes_over_says_whose_place_they_take():
    talk, effects = after(HELD, Claimed("Théo", after="Nadia"))
    assert talk.owner == "mediator" and effects[0].message.kept
    assert effects[0].message.params == {"name": "Théo", "former": "Nadia"}


def test_ending_for_abuse_says_how_long_and_the_guide_goes_on():
    ended, effects = after(HELD, LeftFloor("Nadia", closed=True, abuse=True))
    assert keys((ended, effects)) == ["human-stops", "bracket"] and ended.owner == "guide"
    paused = LeftFloor("Nadia", closed=True, abuse=True, until="2026-12-01T08:00:00+00:00")
    assert keys(after(HELD, paused)) == ["human-stops-until", "bracket"]


@pytest.mark.parametrize("talk", [ASKED_AGE, STOPPED, WAITING], ids=["guide", "nobody", "waiting"])
def test_during_a_pause_a_call_changes_nothing_and_is_answered(talk):
    same, effects = after(talk, Summoned(paused_until="2026-12-01T08:00:00+00:00"))
    assert same == talk and keys((same, effects)) == ["human-paused"]


def test_danger_calls_a_human_even_so():
    assert after(LATELY, Said("x", "suicide"))[1][1] == Summon("danger", "suicide")


@pytest.mark.parametrize("event", [Said("au fait Nadia"), Sent("photo"), Sent("voice")])
def test_whoever_writes_soon_after_is_offered_the_same_human(event):
    talk, effects = after(LATELY, event)
    assert keys((talk, effects)) == ["resume_with"]
    assert [c.id for c in effects[0].message.choices] == ["12", "guide"]
    called, effects = after(talk, Chose("resuming", "resume_with", "12"))
    assert effects == (Summon("resume-12"),)
    assert called.top.name == "orientation", "the question that waited is not lost"


def test_with_no_story_running_the_offer_comes_too_and_leads_back_to_the_menu():
    talk, effects = after(GONE, Said("merci"))
    assert keys((talk, effects)) == ["resume_with"]
    assert keys(after(talk, Chose("resuming", "resume_with", "guide"))) == ["menu"]


def test_going_on_with_the_guide_puts_its_question_again():
    asked, _ = after(LATELY, Said("au fait Nadia"))
    talk, effects = after(asked, Chose("resuming", "resume_with", "guide"))
    assert keys((talk, effects)) == ["bracket"] and talk.owner == "guide"


def test_words_that_are_no_place_are_offered_too_and_the_place_is_asked_again_below():
    here = begin(replace(HELLO, lately=(12, "Nadia")), "orientation", {"hello": "go", "bracket": "from_18"})
    searched, _ = after(here, Said("merci Nadia"))
    talk, effects = after(searched, Refused("place", "unknown"))
    assert keys((talk, effects)) == ["resume_with"]
    assert keys(after(talk, Chose("resuming", "resume_with", "guide"))) == ["commune"]


def test_an_answer_is_an_answer_and_nothing_is_offered():
    assert "resume_with" not in keys(after(LATELY, Chose("orientation", "bracket", "from_18")))
    place = begin(replace(HELLO, lately=(12, "Nadia")), "orientation", {"hello": "go", "bracket": "from_18"})
    assert keys(after(place, Said("nevers"))) == [], "it is looked for"


def test_after_two_days_nothing_is_offered():
    assert keys(after(replace(LATELY, lately=None), Said("au fait"))) == ["please-choose", "bracket"]


def test_words_for_a_question_not_yet_seen_are_not_taken_for_more():
    assert after(replace(LATELY, unseen=True), Said("18"))[1] == ()


def test_an_old_offer_still_calls_and_never_twice():
    tap = Chose("resuming", "resume_with", "12")
    assert after(ASKED_AGE, tap)[1] == (Summon("resume-12"),)
    assert keys(after(WAITING, tap)) == ["human-already-called"]
    assert keys(after(HELD, tap)) == ["human-already-here"]
    assert after(STOPPED, tap)[1] == (Summon("resume-12"),)


def test_the_offer_does_not_outlive_a_start_or_the_human():
    asked, _ = after(LATELY, Said("au fait"))
    assert [s.name for s in after(asked, Started())[0].stories] == ["orientation", "welcome"]
    held, _ = after(asked, Called("humain"), Summoned(), Claimed("Nadia"))
    talk, effects = after(held, LeftFloor("Nadia", closed=True))
    assert keys((talk, effects)) == ["human-closed", "bracket"]


def test_the_end_of_a_pause_is_told_and_changes_nothing():
    talk, effects = after(ASKED_AGE, Told("human-unpaused", {}))
    assert talk == ASKED_AGE and isinstance(effects[0], Send) and effects[0].message.kept
