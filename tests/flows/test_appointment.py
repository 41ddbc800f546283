"""The stories of appointments, purely: what is asked of the backend, and what is said of its answers."""

from __future__ import annotations

import pytest

from flows.appointment import appointment
from flows.commands import (
    Cancel,
    Move,
    MyAppointments,
    SayLate,
    SlotsToMove,
    StopWaiting,
    TakeFreed,
    Wait,
)
from flows.crossroads import rest
from flows.events import Called, Chose, Done, Refused, SlotFreed
from flows.receive import receive
from flows.talk import Perform, Send, Talk

STORIES = {"appointment": appointment(), "rest": rest()}
BOOKED = {
    "id": 7,
    "starts_at": "2026-12-08T09:00:00+00:00",
    "zone": "Europe/Paris",
    "mode": "place",
    "place": "Imphy",
    "lat": None,
    "advisor": "Zoé",
    "can": ["move", "cancel"],
    "today": False,
    "far": True,
}


def taps(talk: Talk, wish: str, *mine: dict):
    """What comes of a button, the backend having said what is booked."""
    talk, _ = receive(STORIES, talk, Chose("appointment", "wish", wish))
    return receive(STORIES, talk, Done("mine", list(mine)))


def asked(effects):
    return [e.command for e in effects if isinstance(e, Perform)]


def keys(effects):
    return [e.message.key for e in effects if isinstance(e, Send)]


def choices(effects):
    return [c.id for e in effects if isinstance(e, Send) for c in e.message.choices]


def rdv(*mine: dict):
    talk, effects = receive(STORIES, Talk(), Called("rdv"))
    assert asked(effects) == [MyAppointments()]
    return receive(STORIES, talk, Done("mine", list(mine)))


@pytest.mark.parametrize(
    ("more", "offered"),
    [
        ({}, ["fine", "move", "cancel", "wait"]),
        ({"far": False}, ["fine", "move", "cancel"]),
        ({"far": False, "can": ["cancel"]}, ["fine", "cancel"]),
        ({"far": False, "can": [], "today": True}, ["fine", "late", "lost", "company"]),
        ({"far": False, "can": [], "today": True, "place": ""}, ["fine", "late", "company"]),
    ],
)
def test_only_what_is_possible_is_offered(more, offered):
    _, effects = rdv(BOOKED | more)
    assert choices(effects) == [f"{one}-7" for one in offered]


@pytest.mark.parametrize(
    ("wish", "command"),
    [
        ("move-7", SlotsToMove("7", 0)),
        ("late-7", SayLate("7")),
        ("wait-7", Wait("7")),
        ("wait-", Wait("")),
        ("take-3-12.abc.p", TakeFreed("3", "12.abc.p")),
        ("take-3", TakeFreed("3", "")),
        ("unwait-3", StopWaiting("3")),
    ],
)
def test_each_button_asks_for_its_own(wish, command):
    assert asked(taps(Talk(), wish, BOOKED)[1]) == [command]


def test_what_is_too_late_is_not_even_asked_for():
    for wish in ("move-7", "cancel-7"):
        _, effects = taps(Talk(), wish, BOOKED | {"can": []})
        assert asked(effects) == [] and keys(effects) == [f"{wish[:-2]}_late"]


def test_a_page_further_asks_for_that_page_and_the_hours_of_a_day_have_pages_of_their_own():
    talk, _ = taps(Talk(), "move-7", BOOKED)
    slots = [
        {"id": f"1.{n}.p", "starts_at": BOOKED["starts_at"], "zone": "UTC", "mode": "place"} for n in range(9)
    ]
    page = {"days": [{"day": "2026-12-01", "slots": slots}], "page": 0, "more": True}
    talk, effects = receive(STORIES, talk, Done("slots", page))
    assert choices(effects) == ["2026-12-01", "page1"]
    _, effects = receive(STORIES, talk, Chose("appointment", "day", "page1"))
    assert asked(effects) == [SlotsToMove("7", 1)]
    talk, effects = receive(STORIES, talk, Chose("appointment", "day", "2026-12-01"))
    assert choices(effects) == [f"1.{n}.p" for n in range(6)] + ["page1"]
    talk, effects = receive(STORIES, talk, Chose("appointment", "hour", "page1"))
    assert choices(effects) == ["1.6.p", "1.7.p", "1.8.p", "page0"]
    _, effects = receive(STORIES, talk, Chose("appointment", "hour", "1.8.p"))
    assert asked(effects) == [Move("7", "1.8.p")]
    _, effects = receive(STORIES, talk, Chose("appointment", "hour", "page1"))
    assert keys(effects) == ["too-late", "hour"], "a tap that comes twice does not turn two pages"


def test_the_limit_may_pass_between_question_and_answer():
    talk, _ = taps(Talk(), "cancel-7", BOOKED)
    talk, effects = receive(STORIES, talk, Chose("appointment", "sure", "yes-7"))
    assert asked(effects) == [Cancel("7")]
    assert keys(receive(STORIES, talk, Refused("cancelled", "late"))[1]) == ["cancelled-late"]


@pytest.mark.parametrize("owner", ["guide", "waiting", "mediator"])
def test_a_freed_slot_is_told_and_can_be_taken_whoever_has_the_floor(owner):
    offer = {**BOOKED, "id": "12.abc.p", "waiting": 3, "had": BOOKED["starts_at"]}
    talk = Talk(owner=owner)
    same, effects = receive(STORIES, talk, SlotFreed(offer))
    assert same == talk and effects[0].message.kept
    assert choices(effects) == ["take-3-12.abc.p", "keep-3", "unwait-3"]
    after, effects = taps(talk, "take-3-12.abc.p", BOOKED)
    assert after.owner == owner and asked(effects) == [TakeFreed("3", "12.abc.p")]


def test_words_of_the_day_mean_the_appointment_of_today():
    talk, _ = receive(STORIES, Talk(), Called("late"))
    today = BOOKED | {"id": 8, "today": True}
    _, effects = receive(STORIES, talk, Done("mine", [BOOKED, today]))
    assert asked(effects) == [SayLate("8")]
    _, effects = receive(STORIES, talk, Done("mine", [BOOKED]))
    assert keys(effects) == ["wish"], "not today: what is booked is shown"
