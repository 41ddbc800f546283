"""The twelve needs, and the few questions that each brings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flows.engine import DRAFT, PAGE, offered
from flows.steps import Answers, Ask, Choice, When
from flows.words import Lines

FIRST_PAGE = ("emploi", "formation", "logement", "sante", "mobilite", "argent")
SECOND_PAGE = ("orientation", "droits", "famille", "numerique", "loisirs", "decrochage")
NEEDS = FIRST_PAGE + SECOND_PAGE
FIRST_NEEDS = 2
"""Only the needs put first are asked about: the others go into the brief."""


@dataclass(frozen=True)
class Questions:
    """The follow-up questions of every need, in order."""

    asks: tuple[Ask, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(q.id for q in self.asks)

    def answered(self, known: Answers) -> tuple[tuple[str, Choice], ...]:
        """The questions that apply and have an answer, with the choice made."""
        chosen = ((q.id, offered(q, known, known.get(q.id) or "")) for q in self.asks if q.when(known))
        return tuple((step, choice) for step, choice in chosen if choice)

    def hints(self, known: Answers) -> Mapping[str, str]:
        """What the answers change in what is proposed; the need put first wins."""
        found: dict[str, str] = {}
        for _, choice in self.answered(known):
            found = {**choice.hints, **found}
        return {**found, "mode": "remote"} if known.get("come") == "remote" else found

    def brief(self, known: Answers) -> dict[str, str]:
        return {step: choice.id for step, choice in self.answered(known)}


def needs_choices(known: Answers) -> tuple[Choice, ...]:
    """Six needs a page, a tick on those chosen, and «C'est tout» once there is one."""
    ticked, second = known.get("needs" + DRAFT, ()), known.get("needs" + PAGE, False)
    page = SECOND_PAGE if second else FIRST_PAGE
    needs = tuple(Choice(("-" if n in ticked else "+") + n, f"needs.{n}", several=True) for n in page)
    done = (Choice("done"),) if ticked else ()
    return (*needs, Choice("less" if second else "more"), *done)


def asked_about(need: str, rank: int, *, extra: bool) -> When:
    """Two questions for one need, one each for two: eight taps are the budget.

    `rank` counts from 1; an `extra` question depends on an answer and is asked beyond the budget of one need.
    """

    def applies(known: Answers) -> bool:
        first = tuple(known.get("needs") or ())[:FIRST_NEEDS]
        budget = FIRST_NEEDS // len(first) if first else 0
        return need in first and (rank <= budget or (extra and len(first) == 1))

    return applies


def tips(questions: Questions, known: Answers) -> dict[str, object]:
    """What could help, for the needs put first; an answer may point to something better."""
    better = {
        step.partition("_")[0]: c.hints["tip"] for step, c in questions.answered(known) if "tip" in c.hints
    }
    first = tuple(known["needs"])[:FIRST_NEEDS]
    return {"tips": Lines(tuple(f"tip-{better.get(need, need)}" for need in first))}
