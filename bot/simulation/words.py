"""The words of a simulated day: what is typed, and what made-up places are called."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from random import Random
from typing import Any


@cache
def words() -> dict[str, Any]:
    """All of `words.toml`."""
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))


def said(kind: str, chance: Random) -> str:
    """One way in which the young say it."""
    return str(chance.choice(words()["said"][kind]))
