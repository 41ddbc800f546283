"""What a youth has answered so far: in the stories that run, and in former ones as far as it is remembered. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, TypeAlias

from content.loader import need_ids
from flows.engine import DRAFT

Stories = Iterable[Mapping[str, Any]]
Given: TypeAlias = tuple[str, datetime | None]
"""A choice, and when it was made, if that is known."""
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def needs_of(stories: Stories) -> tuple[str, ...]:
    """The needs chosen, or ticked so far; the story on top first."""
    for story in reversed(list(stories)):
        answers = story.get("answers", {})
        chosen = answers.get("needs") or answers.get("needs" + DRAFT)
        if chosen:
            return tuple(n for n in chosen if n in need_ids())
    return ()


def follow_ups_of(stories: Stories) -> tuple[tuple[str, str], ...]:
    """The follow-up questions answered: (step, choice) pairs, in the order they were answered."""
    answers = {k: v for story in stories for k, v in story.get("answers", {}).items()}
    return follow_ups(answers)


def follow_ups(answers: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Of all answers, those to the questions of a need (`logement_tonight`)."""
    return tuple((step, c) for step, c in answers.items() if isinstance(c, str) and _of_a_need(step))


def _of_a_need(step: str) -> bool:
    need, underscore, _ = step.partition("_")
    return bool(underscore) and need in need_ids()


def remembered_needs(
    stories: Stories, *dated: Mapping[str, datetime | None]
) -> tuple[tuple[str, datetime | None], ...]:
    """The needs now chosen, then those of former times, the latest first; each once, with the last date known.

    Each of `dated` is {need: when}.
    """
    last = _latest((need, at) for times in dated for need, at in times.items() if need in need_ids())
    now = needs_of(stories)
    former = sorted((n for n in last if n not in now), key=lambda n: last[n] or _LONG_AGO, reverse=True)
    return tuple((need, last.get(need)) for need in (*now, *former))


def remembered_answers(stories: Stories, *dated: Mapping[str, Given]) -> tuple[tuple[str, Given], ...]:
    """Every follow-up question ever answered, with its last answer; what a running story holds comes first.

    Each of `dated` is {step: (choice, when)}.
    """
    last: dict[str, Given] = {}
    for times in dated:
        for step, given in times.items():
            if _of_a_need(step) and (
                step not in last or (given[1] or _LONG_AGO) >= (last[step][1] or _LONG_AGO)
            ):
                last[step] = given
    now = dict(follow_ups_of(stories))
    running = {step: _still(choice, last.pop(step, None)) for step, choice in now.items()}
    return (*running.items(), *last.items())


def _still(choice: str, said: Given | None) -> Given:
    return said if said and said[0] == choice else (choice, None)


def _latest(pairs: Iterable[tuple[str, datetime | None]]) -> dict[str, datetime | None]:
    last: dict[str, datetime | None] = {}
    for need, at in pairs:
        last[need] = max(at or _LONG_AGO, last.get(need) or _LONG_AGO)
    return {need: None if at == _LONG_AGO else at for need, at in last.items()}
