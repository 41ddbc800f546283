"""The twelve needs, and the few questions that each brings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flows.engine import DRAFT, PAGE, offered
from flows.steps import Answers, Ask, Choice, When
from flows.words import Lines

FIRST_NEEDS = 2
"""Only the needs put first are asked about: the others go into the brief."""


Pages = tuple[tuple[str, ...], ...]
"""The needs offered, screen by screen."""


@dataclass(frozen=True)
class Questions:
    """The needs, and the follow-up questions of every need, in order."""

    pages: Pages
    asks: tuple[Ask, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(q.id for q in self.asks)

    def answered(self, known: Answers) -> tuple[tuple[str, Choice], ...]:
        """The questions that apply and have an answer, with the choice made; those of the need put first lead."""
        put = list(known.get("needs") or ())
        asks = sorted((q for q in self.asks if q.when(known)), key=lambda q: put.index(need_of(q.id)))
        chosen = ((q.id, offered(q, known, known.get(q.id) or "")) for q in asks)
        return tuple((step, choice) for step, choice in chosen if choice)

    def hints(self, known: Answers) -> Mapping[str, str]:
        """What the answers change in what is proposed; the need put first wins."""
        found: dict[str, str] = {}
        for _, choice in self.answered(known):
            found = {**choice.hints, **found}
        return {**found, "mode": "remote"} if known.get("come") == "remote" else found

    def choices(self, known: Answers) -> tuple[Choice, ...]:
        """One page of needs, a tick on those chosen, and «C'est tout» once there is one."""
        ticked, page = known.get("needs" + DRAFT, ()), int(known.get("needs" + PAGE, 0)) % len(self.pages)
        needs = tuple(
            Choice(("-" if n in ticked else "+") + n, f"needs.{n}", several=True) for n in self.pages[page]
        )
        after = (page + 1) % len(self.pages)
        turn = (Choice(f"page{after}", "needs.more" if after else "needs.less"),)
        done = (Choice("done"),) if ticked else ()
        return (*needs, *(turn if len(self.pages) > 1 else ()), *done)

    def brief(self, known: Answers) -> dict[str, str]:
        return {step: choice.id for step, choice in self.answered(known)}


def need_of(step: str) -> str:
    """The need that a question is about: its id begins with it."""
    return step.partition("_")[0]


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
    better = {need_of(step): c.hints["tip"] for step, c in questions.answered(known) if "tip" in c.hints}
    first = tuple(known["needs"])[:FIRST_NEEDS]
    return {"tips": Lines(tuple(f"tip-{better.get(need, need)}" for need in first))}
