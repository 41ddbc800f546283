"""The questionnaire that every contender asks: ten questions, the fourth in words, the others by buttons."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Question:
    text: str
    options: tuple[str, ...]


QUESTIONS = tuple(
    Question(
        f"Question {number}: which of these is yours? You can answer with a button or go back.",
        () if number == 4 else ("First", "Second", "Third", "Fourth", "Back", "Talk to someone"),
    )
    for number in range(1, 11)
)
