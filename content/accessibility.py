"""What is true of the accessibility of the pages: `accessibility.toml`, which judges each criterion of the RGAA."""

import tomllib
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from content.rows import ContentError

FILE = Path(__file__).parent / "accessibility.toml"
THEMES = (9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12)
"""How many criteria each of the thirteen themes of the RGAA 4.1.2 has."""
CRITERIA = frozenset(f"{theme}.{n}" for theme, many in enumerate(THEMES, 1) for n in range(1, many + 1))


@dataclass(frozen=True)
class Failing:
    """Criteria that are not met: what is wrong, and what helps meanwhile."""

    criteria: tuple[str, ...]
    what: str
    instead: str


@dataclass(frozen=True)
class Statement:
    """`rate` is the share of the criteria that apply which are met, a whole number of hundredths, rounded down."""

    checked_on: date
    met: int
    failing: tuple[Failing, ...]
    tested: tuple[str, ...]
    untested: tuple[str, ...]

    @property
    def unmet(self) -> int:
        """How many criteria apply and are not met."""
        return sum(len(one.criteria) for one in self.failing)

    @property
    def rate(self) -> int:
        return 100 * self.met // (self.met + self.unmet)


@lru_cache
def statement() -> Statement:
    """Raises ContentError naming the criteria that are judged twice, not at all, or do not exist."""
    return read(FILE.read_text(encoding="utf-8"))


def read(text: str) -> Statement:
    """The statement that a file makes. Raises ContentError."""
    told = tomllib.loads(text)
    failing = tuple(
        Failing(tuple(f["criteria"].split()), f["what"], f["instead"]) for f in told.get("failing", ())
    )
    _complete([*told["met"].split(), *told["absent"].split(), *(c for f in failing for c in f.criteria)])
    tested = tuple(one["how"] for one in told["tested"])
    untested = tuple(one["what"] for one in told["untested"])
    return Statement(told["checked_on"], len(told["met"].split()), failing, tested, untested)


def _complete(judged: list[str]) -> None:
    wrong = {name for name, times in Counter(judged).items() if times > 1} | (CRITERIA ^ set(judged))
    if wrong:
        raise ContentError(f"{FILE.name}: judge each criterion once: {', '.join(sorted(wrong))}")
