"""A list too long for one screen is shown part by part, «Plus tôt» and «Plus tard» below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from flows.steps import Choice

A_PART, AT_MOST = 6, 8
"""Choices on each part of a long list; a list of up to AT_MOST is shown whole."""
Turns: TypeAlias = tuple[str, str]
BY_TIME: Turns = "page-earlier", "page-later"
"""What the buttons to the parts before and after say."""


def turning(step: str, page: int, *, more: bool, turns: Turns = BY_TIME) -> tuple[Choice, ...]:
    """The buttons that lead to the parts before and after; `step` holds the number of the part shown."""
    earlier, later = turns
    before = (Choice(f"page{page - 1}", earlier, instead=(step, page - 1)),) if page else ()
    after = (Choice(f"page{page + 1}", later, instead=(step, page + 1)),) if more else ()
    return (*before, *after)


def part(
    choices: Sequence[Choice], step: str, page: int, *, at_most: int = AT_MOST, turns: Turns = BY_TIME
) -> tuple[Choice, ...]:
    """One part of a list that is all there."""
    if len(choices) <= at_most:
        return tuple(choices)
    length = min(A_PART, at_most - 2)
    page = min(page, (len(choices) - 1) // length)
    shown = choices[page * length : (page + 1) * length]
    return (*shown, *turning(step, page, more=len(choices) > (page + 1) * length, turns=turns))
