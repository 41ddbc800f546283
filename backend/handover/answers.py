"""What a youth has answered so far, read from the stories that run. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from content.loader import need_ids
from flows.engine import DRAFT

Stories = Iterable[Mapping[str, Any]]


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
