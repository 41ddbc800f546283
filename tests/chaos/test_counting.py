"""The reckoning itself: what it takes for a double without a mark, and for a reminder that is amiss."""

from __future__ import annotations

from datetime import timedelta

import pytest

from backend.models import Line
from tests.chaos.doubles import doubles, doubts
from tests.chaos.evenings import SIX, _comes
from tests.clock import MONDAY

DAY = timedelta(days=1)


def sent(number, text, *, again=False, kind="text"):
    made = {"conversation_id": 1, "author": "guide", "kind": kind, "state": "sent", "again": again}
    return Line(id=number, seq=number, text=text, outside_id=str(number), **made)


@pytest.mark.parametrize("kind", ["text", "venue", "file"])
def test_a_double_is_marked_on_the_line_that_came_after_it(kind):
    shown, lines = {1: "a", 2: "b", 3: "b"}, [sent(1, "a"), sent(3, "b", again=True, kind=kind)]
    assert doubles(shown, lines) == [2] and doubts(shown, lines) == []


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ([sent(1, "a"), sent(3, "b")], "no mark"),
        ([sent(1, "a"), sent(3, "c", again=True)], "something else"),
        ([sent(1, "a")], "nothing was settled"),
    ],
)
def test_any_other_is_told_with_its_reason(lines, why):
    (doubt,) = doubts({1: "a", 2: "b"} | {int(line.outside_id): "" for line in lines[1:]}, lines)
    assert "message 2" in doubt and why in doubt


@pytest.mark.parametrize(
    ("starts_at", "booked", "comes"),
    [
        (SIX + DAY, MONDAY, True),
        (MONDAY + DAY + timedelta(hours=1), MONDAY, True),  # by day, while the storm blows
        (MONDAY + DAY, MONDAY + timedelta(minutes=1), False),  # booked when that hour was past
        (SIX + DAY + timedelta(hours=1), MONDAY, False),  # after the evening
        (SIX + 2 * DAY, MONDAY, False),  # another evening
    ],
)
def test_a_reminder_is_due_the_day_before_at_the_hour_of_the_appointment(starts_at, booked, comes):
    assert _comes(starts_at - DAY, booked, [SIX]) is comes
