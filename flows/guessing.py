"""Words that may mean two needs: both are offered, and something else. Once; the second time a human is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flows import adding
from flows.guide import MISSES, tell
from flows.interrupts import say_again
from flows.steps import Answers, Ask, Choice, Flow, Message, never
from flows.talk import Outcome, Stories, Talk, begin, drop

STORY, GUESSED, OTHER = "guessing", "guessed", "other"


def guessing() -> Flow:
    """The question. The story that runs below takes up again once it is answered."""
    return (Ask("guesses", when=never), Ask(GUESSED, _choices, first=True))


def _choices(known: Answers) -> tuple[Choice, ...]:
    needs = tuple(Choice(need, f"needs.{need}") for need in known.get("guesses", ()))
    return (*needs, Choice(OTHER))


def guess(stories: Stories, talk: Talk, needs: Sequence[str]) -> Outcome | None:
    """Offer them, if this is the first time in a row that the words were not understood."""
    below = talk if talk.top else begin(talk, "rest")
    story = below.stories[-1]
    if (story.misses + 1) % MISSES == 0:
        return None
    counted = replace(below, stories=(*below.stories[:-1], replace(story, misses=story.misses + 1)))
    return tell(stories, begin(counted, STORY, {"guesses": list(needs)}), None)


def guessed(stories: Stories, talk: Talk, choice: str) -> Outcome:
    """Which it was; or something else, in other words or by a button."""
    below = put_aside(talk)
    if choice == OTHER:
        return say_again(stories, below, Message("guess-again"))
    return adding.add(stories, below, (choice,))


def put_aside(talk: Talk) -> Talk:
    """The talk for words that are none of the two."""
    return drop(talk, STORY)
