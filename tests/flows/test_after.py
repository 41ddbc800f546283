"""After an appointment, purely: only the guide asks, and what was underneath takes up again."""

from __future__ import annotations

import pytest

from flows.after import KeepOpinion, Recall
from flows.events import Chose, Done, Followed, Refused
from flows.receive import receive
from flows.steps import HUMAN
from flows.talk import Perform, Send, Summon, Talk, begin
from tests.content.walk import OVER

LATER = "2026-11-24T20:00:00+00:00"
PROFILE = {"bracket": "from_18", "place": {"insee": "58194", "name": "Nevers", "departement": "58"}}


@pytest.fixture
def stories(_script):
    return _script.stories


def after(stories, talk, moment, **more):
    return receive(stories, talk, Followed({**OVER, **more}, moment, LATER))


def shown(effects):
    (said,) = effects
    return said.message.key, [c.id for c in said.message.choices], said.message.controls


@pytest.mark.parametrize(
    ("moment", "put"),
    [
        ("helped", ("helped", ["yes-7", "some-7", "no-7"], (HUMAN,))),
        ("missed", ("missed", ["take-7"], (HUMAN,))),
        ("later", ("how_now", ["take-7", "fine-7"], (HUMAN,))),
    ],
)
def test_each_has_its_buttons_and_a_person(stories, moment, put):
    talk, effects = after(stories, Talk(), moment)
    assert talk == Talk() and shown(effects) == put
    assert not effects[0].message.kept, "it falls if a human takes the floor before it leaves"


@pytest.mark.parametrize("owner", ["waiting", "mediator", "nobody"])
@pytest.mark.parametrize("moment", ["helped", "missed", "later"])
def test_nobody_but_the_guide_asks(stories, owner, moment):
    talk = Talk(owner=owner)
    assert after(stories, talk, moment) == (talk, ())


def test_an_answer_is_kept_and_the_question_underneath_is_put_again(stories):
    talk = begin(Talk(), "rest")
    asked, effects = receive(stories, talk, Chose("helped", "helped", "some-7"))
    assert effects == (Perform("opinion", KeepOpinion("7", "some")),)
    over, effects = receive(stories, asked, Done("opinion", True))
    assert [e.message.key for e in effects if isinstance(e, Send)] == ["helped_some", "menu"]
    assert [s.name for s in over.stories] == ["rest"]


def test_an_answer_is_taken_even_while_a_human_holds_the_floor(stories):
    _, effects = receive(stories, Talk(owner="mediator"), Chose("helped", "helped", "yes-7"))
    assert isinstance(effects[0], Perform)


def test_a_person_is_one_tap_away(stories):
    assert receive(stories, Talk(), Chose("again", "again", HUMAN)) == (Talk(), (Summon(),))


def test_another_moment_begins_where_proposals_are_looked_for(stories):
    talk, effects = receive(stories, Talk(profile=PROFILE), Chose("again", "again", "take-7"))
    assert effects == (Perform("before", Recall("7")),)
    before = {"needs": ["emploi"], "brief": {"emploi_but": "offre"}, "remote": True}
    talk, effects = receive(stories, talk, Done("before", before))
    (story,) = talk.stories
    assert story.name == "orientation" and isinstance(effects[-1], Perform)
    assert (story.answers["needs"], story.answers["emploi_but"]) == (["emploi"], "offre")
    assert story.answers["come"] == "remote"


def test_what_is_not_known_any_more_is_asked(stories):
    talk, _ = receive(stories, Talk(), Chose("again", "again", "take-7"))
    before = {"needs": [], "brief": {}, "remote": False}
    _, effects = receive(stories, talk, Done("before", before))
    assert effects[-1].message.key == "bracket"


def test_an_appointment_that_is_gone_says_so(stories):
    talk, _ = receive(stories, Talk(), Chose("again", "again", "take-7"))
    over, effects = receive(stories, talk, Refused("before", "gone"))
    assert [e.message.key for e in effects] == ["before-gone"] and over.stories == ()


def test_a_button_that_never_was_begins_nothing(stories):
    for step, choice in (("helped", "maybe-7"), ("again", "wish-7"), ("opinion", "yes-7")):
        talk, effects = receive(stories, Talk(), Chose("helped", step, choice))
        assert talk == Talk() and effects[0].message.key == "button-gone"
