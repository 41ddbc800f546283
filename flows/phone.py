"""A telephone number, as it is asked for and typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flows.meant import Meant
from flows.steps import Ask, When, always


def number(step: str, when: When = always, reads: Sequence[str] = (), **more: Any) -> Ask:
    """The question for a number. Words that are none are a wrong answer, unless they ask for something else."""
    return Ask(step, when=when, reads=tuple(reads), open=True, clean=a_number, fits=fits, limit=40, **more)


def fits(words: str, meant: Meant) -> bool:
    return not meant.tells or a_number(words) is not None


def a_number(words: str) -> str | None:
    """A telephone number as it is kept: digits, perhaps a plus before them; None if it cannot be one."""
    digits = "".join(c for c in words if c.isdecimal() and c.isascii())
    plus = "+" if words.startswith(("+", "00")) else ""
    if not set(words) <= set("0123456789+ .-/()\u00a0\u202f") or len(digits) > 15:
        return None
    enough = len(digits) == 10 and digits[0] == "0" if not plus else len(digits) >= 9
    return plus + digits.removeprefix("00") if enough else None
