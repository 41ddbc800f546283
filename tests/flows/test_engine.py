"""The engine: where a conversation stands follows from the answers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from flows.choosing import choose
from flows.engine import DRAFT, advance, current, forget, go_back, put, receive_answer, skip
from flows.events import Done, Refused, Said, Shared
from flows.guards import only
from flows.steps import Ask, Choice, Command, Do, Tell


class Find(Command):
    pass


COLOURS = (Choice("red"), Choice("blue"), Choice("other", instead=("colour", None)))
FLOW = (
    Ask("name", open=True, limit=10),
    Tell("hello", reads=("name",)),
    Ask("colour", lambda _: COLOURS[:2], skippable=True),
    *only(
        lambda k: k.get("colour") == "red",
        Ask("shade", lambda _: (Choice("dark"), Choice("light")), reads=("colour",)),
    ),
    Do("found", lambda _: Find(), reads=("colour", "shade"), refused={"none": "colour", "late": None}),
    Ask("where", open=True, position=True),
    Ask("wants", lambda k: wants(k), several=True),
    Tell("bye"),
)


def wants(known):
    ticked = known.get("wants" + DRAFT, ())
    needs = tuple(Choice(("-" if n in ticked else "+") + n, several=True) for n in ("a", "b"))
    return (*needs, *((Choice("done"),) if ticked else ()))


def keys(turn):
    return [m.key for m in turn.says]


NAMED = {"name": "Lou", "hello": True}
FOUND = NAMED | {"colour": "red", "shade": "dark", "found": 1}


def test_statements_are_said_on_the_way_to_the_next_question():
    turn = receive_answer(FLOW, {}, Said("Lou"))
    assert keys(turn) == ["hello", "colour"] and turn.wants.id == "colour"


def test_a_question_that_does_not_apply_is_skipped():
    assert choose(FLOW, NAMED, "colour", "blue").wants.id == "found"
    assert choose(FLOW, NAMED, "colour", "red").wants.id == "shade"


def test_changing_an_answer_forgets_only_what_was_built_on_it():
    turn = choose(FLOW, FOUND, "colour", "blue")
    assert turn.answers == NAMED | {"colour": "blue"}


def test_the_same_tap_again_changes_nothing_and_says_so_on_the_button_only():
    turn = choose(FLOW, FOUND, "shade", "dark")
    assert turn.answers == FOUND and [(m.key, m.kind) for m in turn.says] == [("already-noted", "toast")]


def test_a_tap_on_a_question_not_reached_explains_itself():
    turn = choose(FLOW, NAMED, "shade", "dark")
    assert keys(turn) == ["too-late", "colour"] and turn.answers == NAMED


def test_a_choice_never_offered_explains_itself():
    for forged in ("green", "", "<script>", "a" * 64):
        assert keys(choose(FLOW, NAMED, "colour", forged)) == ["too-late", "colour"]


def test_a_question_that_does_not_exist_explains_itself():
    assert keys(choose(FLOW, NAMED, "hello", "x")) == ["too-late", "colour"]


def test_words_do_not_answer_a_question_with_buttons():
    turn = receive_answer(FLOW, NAMED, Said("euh"))
    assert keys(turn) == ["please-choose", "colour"] and turn.missed


def test_empty_and_endless_words_are_asked_again():
    assert keys(receive_answer(FLOW, {}, Said("  \n "))) == ["please-write", "name"]
    assert keys(receive_answer(FLOW, {}, Said("x" * 5000))) == ["too-long", "name"]


def test_a_position_answers_only_the_question_about_places():
    there = receive_answer(FLOW, FOUND, Shared(46.9, 3.1))
    assert there.answers["where"] == {"lat": 46.9, "lon": 3.1}
    assert keys(receive_answer(FLOW, NAMED, Shared(46.9, 3.1))) == ["no-position-now", "colour"]


def test_back_unanswers_the_last_question_and_what_was_built_on_it():
    assert go_back(FLOW, FOUND).answers == NAMED | {"colour": "red"}
    assert go_back(FLOW, go_back(FLOW, FOUND).answers).wants.id == "colour"


def test_back_at_the_beginning_says_so():
    assert keys(go_back(FLOW, {})) == ["nothing-before", "name"]


def test_who_would_rather_not_say_goes_on_and_may_only_where_it_is_offered():
    assert skip(FLOW, NAMED, "colour").wants.id == "found"
    assert keys(skip(FLOW, {}, "name")) == ["too-late", "name"]


def test_a_refusal_leads_back_to_the_step_that_can_mend_it():
    turn = receive_answer(FLOW, {k: v for k, v in FOUND.items() if k != "found"}, Refused("found", "none"))
    assert keys(turn) == ["found-none", "colour"] and turn.answers == NAMED


def test_a_refusal_with_nowhere_to_go_is_the_answer():
    turn = receive_answer(FLOW, NAMED | {"colour": "blue"}, Refused("found", "late"))
    assert turn.answers["found"] == {"refused": "late"} and turn.wants.id == "where"


def test_done_is_the_answer():
    assert receive_answer(FLOW, NAMED | {"colour": "blue"}, Done("found", [3])).answers["found"] == [3]


READY = FOUND | {"where": {"text": "ici"}}


def test_ticks_are_a_draft_until_done_and_edit_their_message():
    one = choose(FLOW, READY, "wants", "+a")
    assert one.answers["wants" + DRAFT] == ["a"] and one.says[-1].edit
    assert current(FLOW, one.answers).id == "wants"
    both = choose(FLOW, one.answers, "wants", "+b")
    assert choose(FLOW, both.answers, "wants", "done").answers["wants"] == ["a", "b"]


def test_a_tick_that_comes_twice_changes_nothing():
    one = choose(FLOW, READY, "wants", "+a")
    again = choose(FLOW, one.answers, "wants", "+a")
    assert again.answers == one.answers and again.says[0].kind == "toast"
    none = choose(FLOW, READY, "wants", "-a")
    assert none.answers.get("wants" + DRAFT, []) == []


def test_done_without_a_tick_is_not_an_answer():
    assert "wants" not in choose(FLOW, READY, "wants", "done").answers


def test_ticks_after_done_are_of_the_past():
    done = READY | {"wants": ["a"], "wants" + DRAFT: ["a"]}
    assert "too-late" in keys(choose(FLOW, done, "wants", "+b"))
    assert keys(choose(FLOW, done, "wants", "done")) == ["already-noted"]


def test_a_question_added_today_is_asked_to_those_still_on_their_way():
    longer = (*FLOW[:1], Ask("school", open=True), *FLOW[1:])
    assert advance(longer, FOUND).wants.id == "school"


def test_forgetting_follows_every_dependency():
    assert forget(FLOW, FOUND, "colour") == NAMED


TAPS = st.tuples(
    st.sampled_from([s.id for s in FLOW]),
    st.sampled_from(["red", "blue", "dark", "+a", "-b", "done", "<", "x"]),
)


@given(st.lists(st.one_of(TAPS, st.text(max_size=20)), max_size=25))
def test_whatever_comes_the_answers_stay_consistent(happenings):
    """No answer survives what it was built on; the position is always the first open step; nothing raises."""
    answers = advance(FLOW, {}).answers
    for happening in happenings:
        turn = (
            receive_answer(FLOW, answers, Said(happening))
            if isinstance(happening, str)
            else choose(FLOW, answers, *happening)
        )
        answers = turn.answers
        if isinstance(turn.wants, Do):
            answers = receive_answer(FLOW, answers, Done("found", 1)).answers
        assert ("shade" not in answers) or answers.get("colour") == "red"
        assert "hello" not in answers or "name" in answers
        assert turn.wants is None or turn.wants.id not in turn.answers


@given(st.lists(TAPS, max_size=10))
def test_every_tap_twice_ends_where_every_tap_once_does(taps):
    once = twice = NAMED
    for tap in taps:
        once = choose(FLOW, once, *tap).answers
        twice = choose(FLOW, choose(FLOW, twice, *tap).answers, *tap).answers
    assert once == twice


def test_putting_an_answer_keeps_what_came_before():
    assert put(FLOW, FOUND, "shade", "light") == NAMED | {"colour": "red", "shade": "light"}
