"""A telephone number, as it is typed."""

from __future__ import annotations


def a_number(words: str) -> str | None:
    """A telephone number as it is kept: digits, perhaps a plus before them; None if it cannot be one."""
    digits = "".join(c for c in words if c.isdecimal() and c.isascii())
    plus = "+" if words.startswith(("+", "00")) else ""
    if not set(words) <= set("0123456789+ .-/()\u00a0\u202f") or len(digits) > 15:
        return None
    enough = len(digits) == 10 and digits[0] == "0" if not plus else len(digits) >= 9
    return plus + digits.removeprefix("00") if enough else None
