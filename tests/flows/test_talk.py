"""Who has the floor: danger first, then whoever holds it, then the guide."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.appointment import appointment
from flows.crossroads import language, rest, stopping, welcome
from flows.events import (
    Called,
    Chose,
    Claimed,
    Done,
    Edited,
    LeftFloor,
    MediatorSaid,
    Reminded,
    Said,
    Sent,
    Shared,
    Started,
    Summoned,
    Told,
)
from flows.guide import question_of
from flows.orientation import orientation
from flows.receive import receive
from flows.steps import Ask, Choice
from flows.talk import Perform, Send, Story, Summon, Talk, begin

QUESTION = Ask("emploi_but", lambda _: (Choice("offre"), Choice("dehors", danger="sans_abri_ce_soir")))
STORIES = {
    "orientation": orientation((("emploi", "logement"),), (QUESTION,)),
    "appointment": appointment(),
    "welcome": welcome(),
    "rest": rest(),
    "stopping": stopping(),
    "language": language(),
}
ABOUT = {
    "id": 3,
    "starts_at": "2026-11-24T09:00:00+00:00",
    "zone": "Europe/Paris",
    "mode": "place",
    "advisor": "Zoé",
}


def keys(outcome):
    return [e.message.key for e in outcome[1] if isinstance(e, Send)]


def after(talk, *events):
    for event in events:
        talk, effects = receive(STORIES, talk, event)
    return talk, effects


HELLO, _ = after(Talk(), Started())
ASKED_AGE, _ = after(HELLO, Chose("orientation", "hello", "go"))
WAITING, _ = after(ASKED_AGE, Called("humain"), Summoned())
HELD, _ = after(WAITING, Claimed("Nadia"))
STOPPED, _ = after(ASKED_AGE, Called("stop"))


def test_the_first_word_begins_the_orientation():
    assert keys(after(Talk(), Started())) == ["hello"]
    assert keys(after(Talk(), Said("slt"))) == ["hello"]
    assert keys(after(Talk(profile={"bracket": "from_18"}), Said("slt"))) == ["menu"]


def test_asking_for_a_human_summons_one_and_promises():
    talk, effects = after(ASKED_AGE, Called("humain"))
    assert effects == (Summon(),)
    assert keys(after(talk, Summoned())) == ["human-called"]
    assert keys(after(talk, Summoned("2026-11-24T08:00:00+00:00"))) == ["human-called-later"]
    assert WAITING.owner == "waiting"


def test_a_second_call_does_not_summon_twice():
    assert keys(after(WAITING, Called("humain"))) == ["human-already-called"]
    assert keys(after(HELD, Chose("orientation", "bracket", "!"))) == ["human-already-here"]


def test_while_waiting_taps_are_answered_and_free_text_is_not():
    assert keys(after(WAITING, Chose("orientation", "bracket", "from_18"))) == ["commune"]
    assert after(WAITING, Said("allo ?")) == (WAITING, ())


def test_while_a_human_holds_the_floor_the_guide_asks_nothing_and_answers_no_text():
    for event in (Said("allo ?"), Shared(1, 2), Sent("photo"), Edited("allo")):
        assert after(HELD, event) == (HELD, ())
    talk, effects = after(HELD, Chose("orientation", "bracket", "from_18"))
    assert talk == HELD and [e.message.kind for e in effects] == ["toast"]


def test_start_never_takes_the_floor_from_a_human_and_erases_nothing():
    assert keys(after(HELD, Started())) == ["start-human"] and after(HELD, Started())[0] == HELD
    talk, effects = after(WAITING, Started())
    assert keys((talk, effects)) == ["start-human", "resume"] and talk.owner == "waiting"
    assert talk.stories[0] == WAITING.stories[0]


def test_start_in_the_middle_asks_how_to_go_on():
    talk, effects = after(ASKED_AGE, Started())
    assert keys((talk, effects)) == ["resume"] and [s.name for s in talk.stories] == [
        "orientation",
        "welcome",
    ]
    assert keys(after(talk, Chose("welcome", "resume", "continue"))) == ["bracket"]
    begun = after(talk, Chose("welcome", "resume", "restart"))
    assert keys(begun) == ["hello"] and [s.name for s in begun[0].stories] == ["orientation"]


def test_after_stop_a_tap_on_a_question_takes_it_up_again():
    ended, _ = after(STOPPED, Done("mine", []))
    assert ended.owner == "nobody" and ended.top.name == "orientation"
    talk, effects = after(ended, Chose("orientation", "bracket", "from_18"))
    assert talk.owner == "guide" and keys((talk, effects)) == ["commune"]


def test_stopping_does_not_put_the_question_again():
    assert keys(after(STOPPED, Done("mine", []))) == ["stopped"]


def test_after_stop_only_how_to_come_back_is_said_until_the_youth_comes_back():
    assert STOPPED.owner == "nobody"
    for event in (Said("hm"), Sent("photo"), Shared(1, 2)):
        assert keys(after(STOPPED, event)) == ["still-stopped"]
    assert keys(after(STOPPED, Started())) == ["resume"]


@pytest.mark.parametrize(
    "talk", [ASKED_AGE, WAITING, HELD, STOPPED], ids=["guide", "waiting", "mediator", "nobody"]
)
@pytest.mark.parametrize(
    "event", [Said("x", "suicide"), Edited("x", "suicide"), Sent("photo", None, "x", "suicide")]
)
def test_danger_is_answered_first_whoever_has_the_floor(talk, event):
    _, effects = after(talk, event)
    first, then = effects
    assert first.message.key == "danger-suicide" and first.message.kept
    assert then == Summon("danger", "suicide")


def test_an_answer_may_tell_of_danger_and_the_numbers_come_alone():
    here = {"bracket": "from_18", "place": {"insee": "58194", "name": "Nevers", "departement": "58"}}
    answers = {
        "hello": "go",
        "structure": {"served": True, "certain": True},
        "served": True,
        "needs": ["emploi"],
    }
    talk = Talk((Story("orientation", answers, "emploi_but"),), here)
    asked, effects = after(talk, Chose("orientation", "emploi_but", "dehors"))
    assert keys((asked, effects)) == ["danger-sans-abri-ce-soir"]
    assert effects[1] == Summon("danger", "sans_abri_ce_soir")
    assert asked.stories[0].answers["emploi_but"] == "dehors" and "tips" not in asked.stories[0].answers


def test_a_mediator_takes_the_floor_and_gives_it_back_where_it_was():
    assert keys(after(WAITING, Claimed("Nadia"))) == ["human-here"]
    talk, effects = after(HELD, LeftFloor("Nadia", closed=True))
    assert talk.owner == "guide" and keys((talk, effects)) == ["human-closed", "bracket"]
    assert keys(after(HELD, LeftFloor("Nadia", closed=False))) == ["human-gave-back", "bracket"]


@pytest.mark.parametrize("talk", [ASKED_AGE, WAITING, HELD, STOPPED])
def test_reminders_speak_whoever_has_the_floor(talk):
    same, effects = after(talk, Reminded(ABOUT, "J-1"))
    assert same == talk and effects[0].message.kept
    assert [c.id for c in effects[0].message.choices] == ["present-3", "move-3", "cancel-3"]


def test_a_button_under_a_reminder_begins_its_story():
    talk, effects = after(Talk(), Chose("appointment", "wish", "present-3"))
    assert isinstance(effects[-1], Perform) and talk.top.name == "appointment"


def test_an_old_button_of_a_story_that_is_over_explains_itself():
    assert keys(after(Talk(), Chose("orientation", "confirm", "ok-1"))) == ["button-gone"]
    assert keys(after(begin(Talk(), "rest"), Chose("orientation", "confirm", "ok-1"))) == [
        "button-gone",
        "menu",
    ]


def test_a_button_of_a_story_that_never_was_explains_itself():
    assert keys(after(Talk(), Chose("evil", "x", "y"))) == ["button-gone"]


def test_words_for_a_question_not_yet_seen_do_not_answer_it():
    from dataclasses import replace

    unseen = replace(ASKED_AGE, unseen=True)
    assert after(unseen, Said("18"))[1] == ()


def test_twice_not_understood_offers_a_human():
    talk, effects = after(ASKED_AGE, Said("hein"))
    assert keys((talk, effects)) == ["please-choose", "bracket"]
    assert keys(after(talk, Said("quoi"))) == ["human-can-help", "bracket"]


def test_help_and_rights_are_told_in_the_middle_and_the_question_comes_back():
    for command in ("aide", "vieprivee"):
        assert keys(after(ASKED_AGE, Called(command))) == [command, "bracket"]
    assert keys(after(HELD, Called("aide"))) == ["aide"]
    assert keys(after(ASKED_AGE, Called("whatever"))) == ["unknown-command", "bracket"]


def test_the_question_now_asked_is_known():
    story, message = question_of(STORIES, ASKED_AGE)
    assert (story, message.ask) == ("orientation", "bracket")
    assert question_of(STORIES, Talk()) is None


EVENTS = st.one_of(
    st.builds(Said, st.text(max_size=10)),
    st.builds(
        Chose,
        st.sampled_from([*STORIES, "x"]),
        st.sampled_from(["hello", "bracket", "resume", "menu", "wish"]),
        st.sampled_from(["go", "from_18", "continue", "again", "<", "!", "?", "yes"]),
    ),
    st.builds(Called, st.sampled_from(["aide", "retour", "langue", "rdv", "stop", "vieprivee"])),
    st.just(Started()),
    st.builds(Sent, st.sampled_from(["photo", "voice", "sticker"])),
    st.builds(Told, st.just("appointment-cancelled"), st.just(ABOUT)),
    st.just(MediatorSaid("bonjour")),
)


@given(st.lists(EVENTS, max_size=12))
def test_whatever_comes_no_more_than_the_floor_allows_is_said(events):
    """While a human holds the floor, only what was asked for or must be said is said; nothing raises."""
    talk = HELD
    for event in events:
        before, (talk, effects) = talk, receive(STORIES, talk, event)
        if before.owner == "mediator" and isinstance(event, Said | Sent | Edited | Shared):
            assert effects == ()
        assert talk.owner in {"guide", "waiting", "mediator", "nobody"}
        assert before.owner != "mediator" or talk.owner in {"mediator", "nobody"}
