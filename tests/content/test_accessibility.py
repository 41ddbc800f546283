"""The statement counts the criteria, each once, and refuses to start on one forgotten."""

from __future__ import annotations

import pytest

from content.accessibility import CRITERIA, FILE, read, statement
from content.rows import ContentError


def test_each_of_the_106_criteria_is_judged_and_the_rate_is_rounded_down():
    told = statement()
    assert len(CRITERIA) == 106
    assert told.unmet == sum(len(one.criteria) for one in told.failing) > 0
    assert told.rate == int(100 * told.met / (told.met + told.unmet)) < 100


@pytest.mark.parametrize(("former", "now", "named"), [("12.2 ", "", "12.2"), ("12.2 ", "12.2 12.1 ", "12.1")])
def test_a_criterion_forgotten_or_judged_twice_is_named(former, now, named):
    with pytest.raises(ContentError, match=named):
        read(FILE.read_text(encoding="utf-8").replace(former, now))
