"""The inbox sorted out: what waits, for whom, since when."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from backend.handover.answers import follow_ups_of, needs_of
from backend.handover.columns import Call, sort_out
from tests.clock import MONDAY

ME, SHE = 1, 2
CALL = Call(
    id=1,
    conversation_id=1,
    first_name=None,
    bracket=None,
    commune=None,
    language="fr",
    needs=(),
    why="asked",
    danger=None,
    urgent=False,
    blocked=False,
    owner="waiting",
    opened_at=MONDAY,
    mediator_id=None,
    mediator=None,
    replied=False,
    heard_at=None,
    closed_at=None,
    outcome=None,
)
LATER = MONDAY + timedelta(minutes=5)


def ids(*calls: Call) -> dict[str, list[int]]:
    return {name: [c.id for c in column] for name, column in sort_out(calls, ME, MONDAY).items() if column}


def test_urgent_comes_first_then_the_oldest():
    late, urgent = replace(CALL, id=2, opened_at=LATER), replace(CALL, id=3, opened_at=LATER, urgent=True)
    assert ids(late, CALL, urgent) == {"to_take": [3, 1, 2]}


def test_mine_waits_for_me_until_i_have_answered():
    mine = replace(CALL, mediator_id=ME)
    assert ids(mine) == {"mine": [1]}
    assert ids(replace(mine, replied=True)) == {"awaiting": [1]}
    assert ids(replace(mine, replied=True, heard_at=LATER)) == {"mine": [1]}


def test_the_wait_is_counted_from_the_first_unanswered_words():
    answered = replace(CALL, replied=True, heard_at=LATER)
    assert answered.waits_since == LATER
    assert replace(answered, replied=False).waits_since == MONDAY
    assert replace(answered, closed_at=LATER).waits_since is None


def test_no_answer_is_due_after_a_stop():
    for owner in ("nobody", "guide"):
        left = replace(CALL, mediator_id=ME, replied=True, heard_at=LATER, owner=owner, danger="suicide")
        assert left.waits_since is None
        assert ids(left) == {"awaiting": [1]}
        assert ids(replace(left, mediator_id=None)) == {"to_take": [1]}


def test_those_of_colleagues_and_those_done_stand_apart():
    hers = replace(CALL, id=2, mediator_id=SHE)
    done = [replace(CALL, id=n, closed_at=MONDAY + timedelta(hours=n), mediator_id=ME) for n in (3, 4, 5)]
    assert ids(hers, *done) == {"others": [2], "done": [5, 4, 3]}


def test_needs_are_read_from_the_stories_even_half_chosen():
    chosen = {"name": "orientation", "answers": {"needs": ["emploi", "logement"]}}
    ticked = {"name": "orientation", "answers": {"needs.draft": ["sante"]}}
    assert needs_of([chosen, {"name": "rest", "answers": {}}]) == ("emploi", "logement")
    assert needs_of([ticked]) == ("sante",)
    assert needs_of([{"name": "x", "answers": {"needs": ["forged<"]}}]) == ()
    assert needs_of([]) == ()


def test_only_answers_about_needs_are_told():
    answers = {
        "bracket": "from_18",
        "logement_ce_soir": "dehors",
        "place": {"name": "x"},
        "first_name": "Lou",
    }
    assert follow_ups_of([{"name": "orientation", "answers": answers}]) == (("logement_ce_soir", "dehors"),)
