"""Places nobody has tuned on: the share that is answered as it should be may only grow (see place_score)."""

from __future__ import annotations

from tests.content.place_score import ASIDE, OLD, TUNE, rows, score


def test_the_half_to_tune_on_is_answered_well():
    good, total = score(TUNE)
    assert total >= 250 and good >= 0.97 * total


def test_the_half_set_aside_is_answered_at_least_as_well_as_last_measured():
    good, total = score(ASIDE)
    assert total >= 250 and good >= 0.9 * total


def test_no_text_stands_in_two_of_the_tables():
    texts = [row["text"] for table in (OLD, TUNE, ASIDE) for row in rows(table)]
    assert len(texts) == len(set(texts))
