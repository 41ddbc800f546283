"""The words that young people read, for those who read about them: needs, answers, days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from content.loader import QUESTIONNAIRES, load_needs
from content.wording import Wording, typeset

LANGUAGE = "fr"
"""Of the console."""


@dataclass(frozen=True)
class Answered:
    """A question and its answer, in words."""

    question: str
    answer: str


class Labels:
    """Keys to words. A key without words (an answer of an old version) stands for itself."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording

    def term(self, key: str) -> str:
        try:
            return self.wording.term(LANGUAGE, key)
        except LookupError:
            return key

    def needs(self, needs: Iterable[str]) -> list[str]:
        return [self.term(f"needs.{need}") for need in needs]

    def every_need(self) -> list[tuple[str, str]]:
        """(id, words) of all needs, as the questionnaire lists them."""
        ids = [need for page in load_needs(QUESTIONNAIRES) for need in page]
        return list(zip(ids, self.needs(ids), strict=True))

    def answers(self, pairs: Iterable[tuple[str, Any]]) -> list[Answered]:
        return [Answered(self.term(step), self.term(f"{step}.{choice}")) for step, choice in pairs]

    def day(self, day: date) -> str:
        return typeset(self.wording.sayer.day(LANGUAGE, day))

    def moment(self, at: datetime) -> str:
        return typeset(self.wording.sayer.moment(LANGUAGE, at))

    def hour(self, at: datetime) -> str:
        return typeset(self.wording.sayer.hour(LANGUAGE, at))

    def month(self, iso: str) -> str:
        """A month such as 2026-11, in words."""
        return typeset(self.wording.sayer.month(LANGUAGE, date.fromisoformat(f"{iso}-01")))

    def dated(self, day: date) -> str:
        return typeset(self.wording.sayer.dated(LANGUAGE, day.isoformat()))

    def told(self, key: str, params: Mapping[str, Any], language: str) -> str:
        """The exact words that will reach a youth."""
        return self.wording.text(language, key, params)
