"""After the numbers: a human is called for them, «ça va» costs one tap, and a way to leave no trace. Pure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from flows.callback import callback
from flows.danger import TakeBack
from flows.events import Chose, Claimed, Done, Refused, Said, Sent, Summoned
from flows.receive import receive
from flows.rights import AllowCalls
from flows.talk import Perform, Summon, Talk
from tests.flows.test_talk import ASKED_AGE, HELD, STOPPED, WAITING, keys
from tests.flows.test_talk import STORIES as OTHERS

STORIES = {**OTHERS, "callback": callback()}
CRY = Said("…", "suicide")
YOUNG = replace(ASKED_AGE, profile={"bracket": "from_18"})


def after(talk, *events):
    for event in events:
        talk, effects = receive(STORIES, talk, event)
    return talk, effects


def alarmed(talk, back="guide"):
    """The numbers were shown, and a human was called."""
    return after(talk, CRY, Summoned(danger="suicide", back=back))


def ids(outcome):
    return [c.id for c in outcome[1][-1].message.choices]


@pytest.mark.parametrize("talk", [ASKED_AGE, WAITING, STOPPED], ids=["guide", "waiting", "nobody"])
def test_the_numbers_stand_alone_and_below_the_word_about_a_human_are_the_ways_on(talk):
    assert keys(after(talk, CRY)) == ["danger-suicide"] and after(talk, CRY)[1][1] == Summon(
        "danger", "suicide"
    )
    outcome = alarmed(talk)
    assert keys(outcome) == ["danger-human"] and outcome[0].owner == "waiting"
    assert ids(outcome) == ["fine-guide", "erase-suicide"]


def test_who_is_old_enough_may_ask_to_be_called():
    assert ids(alarmed(YOUNG)) == ["fine-guide", "call", "erase-suicide"]
    child = replace(ASKED_AGE, profile={"bracket": "under_16"})
    assert "call" not in ids(alarmed(child))


def test_a_false_alarm_costs_one_tap_and_the_question_comes_back():
    talk, effects = after(alarmed(ASKED_AGE)[0], Chose("danger", "danger", "fine-guide"))
    assert effects == (Perform("taken_back", TakeBack("guide")),)
    assert talk.owner == "waiting", "the backend says whether it may be"
    talk, effects = after(talk, Done("taken_back", "guide"))
    assert talk.owner == "guide" and keys((talk, effects)) == ["danger-fine", "bracket"]
    assert talk.stories == ASKED_AGE.stories


def test_who_had_asked_for_a_human_before_still_waits_for_one():
    talk, _ = alarmed(WAITING, "waiting")
    talk, effects = after(talk, Done("taken_back", "waiting"))
    assert talk.owner == "waiting" and keys((talk, effects)) == ["danger-fine-waiting"]


def test_who_came_with_a_cry_is_told_who_we_are_once_they_are_well():
    talk, effects = after(alarmed(Talk())[0], Done("taken_back", "guide"))
    assert keys((talk, effects)) == ["danger-fine", "hello"]


def test_who_had_said_stop_is_left_in_peace_again():
    talk, effects = after(alarmed(STOPPED, "nobody")[0], Done("taken_back", "nobody"))
    assert talk.owner == "nobody" and keys((talk, effects)) == ["danger-fine"]


def test_with_a_human_on_the_line_they_see_it_and_nothing_is_taken_back():
    outcome = alarmed(HELD)
    assert keys(outcome) == ["danger-seen"] and ids(outcome) == ["erase-suicide"]
    assert outcome[0] == HELD
    claimed, _ = after(alarmed(ASKED_AGE)[0], Claimed("Nadia"))
    talk, effects = after(claimed, Chose("danger", "danger", "fine-guide"))
    assert talk == claimed and [e.message.kind for e in effects] == ["toast"]


def test_what_was_taken_back_already_says_so_on_the_button():
    talk, effects = after(ASKED_AGE, Refused("taken_back", "gone"))
    assert talk == ASKED_AGE and [e.message.kind for e in effects] == ["toast"]


@pytest.mark.parametrize("talk", [ASKED_AGE, WAITING, HELD, STOPPED, Talk()])
@pytest.mark.parametrize(("kind", "bill"), [("suicide", "no"), ("violence_conjugale", "yes"), ("evil", "no")])
def test_how_to_erase_is_told_whoever_has_the_floor_and_changes_nothing(talk, kind, bill):
    same, effects = after(talk, Chose("danger", "danger", f"erase-{kind}"))
    assert same == talk and keys((same, effects)) == ["danger-erase-how"]
    assert effects[0].message.params["bill"] == bill and effects[0].message.kept


@pytest.mark.parametrize("forged", ["fine-", "fine-mediator", "fine-evil", "fine", "x"])
def test_a_forged_button_does_nothing(forged):
    same, effects = after(ASKED_AGE, Chose("danger", "danger", forged))
    assert same == ASKED_AGE and keys((same, effects)) == ["button-gone"]


def test_a_voice_note_is_acknowledged_the_question_stays_and_a_call_can_be_asked_for():
    talk, effects = after(YOUNG, Sent("voice", "f"))
    assert keys((talk, effects)) == ["cannot-read-voice", "commune"]
    (call,) = effects[0].message.choices
    assert call.opens == ("callback", "callback") and call.id == "call"
    assert after(ASKED_AGE, Sent("voice", "f"))[1][0].message.choices == (), "we do not know their age"
    assert after(YOUNG, Sent("photo", "f"))[1][0].message.choices == ()


CALL = Chose("callback", "callback", "call")


def test_who_would_rather_be_called_leaves_a_number_and_a_human_is_called():
    assert keys(after(YOUNG, CALL)) == ["phone"]
    talk, effects = after(YOUNG, CALL, Said("06 12 34 56 78"))
    assert effects == (Perform("callable", AllowCalls(on=True)),)
    talk, effects = after(talk, Done("callable", value=True))
    assert keys((talk, effects)) == ["call-noted"] and effects[1] == Summon("call")
    assert effects[0].message.params["phone"] == "0612345678"
    assert [s.name for s in talk.stories] == ["orientation"]


def test_a_number_that_is_known_is_not_asked_for_and_who_waits_is_called_for_once():
    known = replace(alarmed(YOUNG)[0], profile={"bracket": "from_18", "phone": "0612345678"})
    talk, effects = after(known, CALL, Done("callable", value=True))
    assert keys((talk, effects)) == ["call-noted"] and len(effects) == 1 and talk.owner == "waiting"


def test_a_child_is_asked_for_no_number():
    talk, effects = after(Talk(profile={"bracket": "under_16"}), CALL)
    assert keys((talk, effects)) == ["no_call"] and len(effects) == 1


def test_words_while_they_wait_are_for_the_human_but_the_number_is_taken():
    waiting, _ = alarmed(YOUNG)
    asked, _ = after(waiting, CALL)
    assert after(asked, Said("je peux pas parler"))[1] == ()
    assert isinstance(after(asked, Said("0612345678"))[1][0], Perform)
