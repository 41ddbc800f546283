"""What a phone shows twice, and whether it was said so: the line that came again bears a mark."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

from backend.models import Line
from tests.chaos.reaper import Kill
from tests.youth import plain_spaces


def doubles(shown: Mapping[int, str], sent: Sequence[Line]) -> list[int]:
    """The numbers of messages that nobody knows of: their line was settled by another one. `shown`: words by number."""
    settled = {line.outside_id for line in sent}
    return [number for number in shown if str(number) not in settled]


def doubts(shown: Mapping[int, str], sent: Sequence[Line]) -> list[str]:
    """Each double stands right before the one that it is a copy of, whose line is marked. What is not so, and why."""
    left = [line for line in sent if line.outside_id]
    ids = [int(line.outside_id or 0) for line in left]
    found = []
    for number in doubles(shown, sent):
        place = bisect_left(ids, number)
        line = left[place] if place < len(left) else None
        if why := _doubt(shown[number], line):
            found.append(f"message {number}, {_named(line)}: {why}")
    return found


def _doubt(words: str, line: Line | None) -> str | None:
    if line is None:
        return "nothing was settled after it"
    if words != plain_spaces(line.text):
        return "it says something else"
    return None if line.again else "no mark"


def _named(line: Line | None) -> str:
    return f"line {line.id} ({line.kind}, tried {line.attempts} times)" if line else "no line"


def crowded(numbers: Sequence[int], kills: Sequence[Kill]) -> int:
    """Of each life of a bot, one at most: how many more there are."""
    lives = Counter(bisect_left([kill.last for kill in kills], number) for number in numbers)
    return sum(many - 1 for many in lives.values())
